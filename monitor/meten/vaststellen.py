"""Fix a measurement: its figures, the rule and every fact, sealed, for good."""

import datetime
from secrets import token_hex
from typing import Any

from django.db import transaction

from mantelzorg.models import User
from mantelzorg.versie import VERSIE
from monitor.bron import momentopname
from monitor.canoniek import canoniek, zegel
from monitor.controlelijst import lijst as controlelijst
from monitor.feiten import Feiten
from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Uitkomst
from monitor.indicatoren.vorige import vorige_meting
from monitor.meten.feitregels import Feitregel, met_sleutels, regels
from monitor.meten.kop import maak_kop
from monitor.meten.opstellen import KanNiet, op_slot
from monitor.meten.staten import zet_staat
from monitor.metinggegevens import Handeling
from monitor.models import Meting, Nvt, Persoonssleutel, Staatsoort, Vastgesteldfeit, Vaststelling
from monitor.rapport import elders_genoemd, programmagegevens

REDEN = "meting vastgesteld"
"""In the history of a measurement, of the moment it was fixed: what was fixed then can be missed."""


@transaction.atomic
def stel_vast(*, meting: int, notitie: str, door: User, op: datetime.datetime, vandaag: datetime.date) -> Vaststelling:
    """Fix it as the records stand now; a second time gives what was fixed. KanNiet, with the reason in Dutch."""
    eerder = Vaststelling.objects.filter(meting=meting).first()
    if eerder is not None:
        return eerder
    een = op_slot(meting)
    soort = indicator(een.indicator)
    with momentopname():
        live = soort.lees(een.programma)
        feiten, wie = met_sleutels(live)
        oordelen = soort.huidige.oordelen(feiten, een.peildatum)
        uitkomst = soort.uitkomst(een.programma.slug, een.peildatum, feiten, oordelen)
        _keur(een, uitkomst, live, vandaag)
        gegevens: dict[str, Any] = {
            "programma": programmagegevens(een.programma),
            "elders": elders_genoemd(een.programma) if soort.eigen_vormen else (),
            "vorige": vorige_meting(soort, een.programma, feiten, een.jaar, een.peildatum),
        }
    lijst = regels(oordelen)
    handeling = Handeling(wat="vastgesteld", door=door.naam, op=op)
    kop = canoniek(
        maak_kop(een, _nvt(een, uitkomst), uitkomst, soort.huidige.versie, VERSIE, handeling, len(lijst), **gegevens)
        | {"geheim": token_hex(32)}
    )
    een.vaststelnotitie = notitie
    een._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
    een.save(update_fields=["vaststelnotitie"])
    return _bewaar(een, kop, lijst, wie, door, op)


def bezwaar(meting: Meting, uitkomst: str, vandaag: datetime.date) -> str:
    """Why it cannot be fixed with these figures (in canonical form), in Dutch; empty where it can."""
    if meting.peildatum > vandaag:
        return "De peildatum ligt na vandaag. Een verwachting kan niet worden vastgesteld."
    if meting.gecontroleerd_op is None:
        return "Deze meting is nog niet gecontroleerd door iemand anders."
    if uitkomst != meting.gecontroleerde_uitkomst:
        return "De cijfers zijn veranderd sinds de controle. Laat de meting opnieuw controleren."
    geldend = Meting.objects.van_de_monitor(meting.indicator, meting.programma, meting.jaar)
    if meting.voor_monitor and geldend is not None and geldend != meting.vervangt:
        return f"{meting.jaar} heeft al een meting van de Monitor: nummer {geldend.nummer}."
    return ""


def _keur(meting: Meting, uitkomst: Uitkomst, live: Feiten, vandaag: datetime.date) -> None:
    """`live`: the facts with the keys of persons as their records have them."""
    reden = bezwaar(meting, canoniek(uitkomst), vandaag) or controlelijst.bezwaar(meting, live)
    if reden:
        raise KanNiet(reden)


def _nvt(meting: Meting, uitkomst: Uitkomst) -> str:
    return meting.nvt or ("" if indicator(meting.indicator).is_gestart(uitkomst) else Nvt.NIET_GESTART.value)


def _bewaar(
    meting: Meting, kop: str, lijst: list[Feitregel], wie: dict[str, int], door: User, op: datetime.datetime
) -> Vaststelling:
    versie = indicator(meting.indicator).huidige.versie
    vaststelling = Vaststelling.objects.create(
        meting=meting, op=op, door=door, definitie=versie, kop=kop, zegel=zegel([kop, *map(str, lijst)])
    )
    Vastgesteldfeit.objects.bulk_create(
        Vastgesteldfeit(vaststelling=vaststelling, soort=regel.soort, sleutel=regel.sleutel, inhoud=regel.inhoud)
        for regel in lijst
    )
    Persoonssleutel.objects.bulk_create(
        Persoonssleutel(vaststelling=vaststelling, sleutel=sleutel, deelnemer=pk) for sleutel, pk in wie.items()
    )
    if meting.vervangt is not None:
        reden = f"Vervangen door meting nummer {meting.nummer} van {meting.jaar}."
        zet_staat(meting.vervangt.vaststelling, Staatsoort.VERVANGEN, reden=reden, door=door, op=op)
    return vaststelling
