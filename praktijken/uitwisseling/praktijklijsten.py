"""The lists of a practice that stand in tables of their own: a list in the file replaces the list held."""

import datetime
from typing import Any

from praktijken.models import Adviseurschap, Praktijk, PraktijkGemeente
from praktijken.uitwisseling.soort import Bestaand, Herkomst


def schrijf_gemeenten(praktijk: Praktijk, codes: tuple[str, ...], herkomst: Herkomst) -> None:
    """These municipalities, in this order."""
    bestaand = {pg.gemeente_id: pg for pg in PraktijkGemeente.objects.filter(praktijk=praktijk)}
    for code in bestaand.keys() - set(codes):
        _met_herkomst(bestaand[code], herkomst).delete()
    for volgorde, code in enumerate(codes, start=1):
        regel = bestaand.get(code) or PraktijkGemeente(praktijk=praktijk, gemeente_id=code, volgorde=0)
        if regel.volgorde != volgorde:
            regel.volgorde = volgorde
            _met_herkomst(regel, herkomst).save()


def schrijf_adviseurs(
    praktijk: Praktijk, pks: set[int], bestaand: Bestaand | None, vandaag: datetime.date, herkomst: Herkomst
) -> None:
    """These people from today on (of a new practice: from its beginning); who is left out stops before today."""
    schappen = Adviseurschap.objects.filter(praktijk=praktijk)
    nog = [schap for schap in schappen if schap.tot_en_met is None or schap.tot_en_met >= vandaag]
    for schap in nog:
        if schap.adviseur_id not in pks:
            _beeindig(_met_herkomst(schap, herkomst), vandaag - datetime.timedelta(days=1))
    for pk in sorted(pks - {schap.adviseur_id for schap in nog}):
        vanaf = vandaag if bestaand else None
        _met_herkomst(Adviseurschap(praktijk=praktijk, adviseur_id=pk, vanaf=vanaf), herkomst).save()


def _beeindig(schap: Adviseurschap, laatste: datetime.date) -> None:
    """End it; one that would not have begun yet by then goes, its history stays."""
    if schap.vanaf is not None and schap.vanaf > laatste:
        schap.delete()
    else:
        schap.tot_en_met = laatste
        schap.save(update_fields=["tot_en_met"])


def _met_herkomst(record: Any, herkomst: Herkomst) -> Any:
    record._history_user, record._change_reason = herkomst.gebruiker, herkomst.reden
    return record
