"""The records behind the parts of a difference, as far as somebody may see them: with their page, persons by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from monitor.feiten import (
    Deelnemerfeit,
    EigenFeit,
    Experimentfeit,
    Feit,
    Gemeentefeit,
    Organisatiefeit,
    Praktijkfeit,
    Vraagfeit,
)
from monitor.herleiding.lijst import dagen
from monitor.nederlands import datum
from monitor.verschil.berekening import Bijdrage
from monitor.verschil.rapport import Verschil
from monitor.verschil.telling import NIET_TE_KOPPELEN
from praktijken.models import Praktijk


@dataclass(frozen=True, slots=True, kw_only=True)
class Recordregel:
    """A record. `adres`: its page, empty where it has none; `bij`: its days, or empty."""

    tekst: str
    bij: str = ""
    adres: str = ""


class Inzage:
    """What `user` may see of the records of some parts: two queries, whatever their number."""

    def __init__(self, verschil: Verschil, alle: Iterable[Bijdrage], user: User) -> None:
        feiten = [een.feit for een in alle]
        self._mag = verschil.indicator.mag_records(user)
        kanten = (verschil.van, verschil.naar)
        self._namen = {een.id: een.naam for kant in kanten for een in kant.telling.feiten.praktijken}
        praktijken = Praktijk.objects.zichtbaar_voor(user).filter(pk__in=self._namen)
        self._praktijken = set(praktijken.values_list("pk", flat=True))
        personen = [int(een.persoon) for een in feiten if isinstance(een, Deelnemerfeit) and _te_koppelen(een)]
        self._personen = Deelnemer.objects.zichtbaar_voor(user).in_bulk(personen)

    def record(self, feit: Feit | Gemeentefeit | None) -> Recordregel | None:
        """The record; None where it may not be seen, or where nobody can tell which it is."""
        if not self._mag:
            return None
        match feit:
            case Praktijkfeit():
                return self._van_praktijk(feit.id, f"{feit.naam} ({feit.code})", _dagen(feit))
            case Vraagfeit():
                return self._van_praktijk(
                    feit.praktijk, f"Ontwerpvraag {feit.nummer} van {self._namen[feit.praktijk]}", _vraagdagen(feit)
                )
            case Experimentfeit():
                return self._van_praktijk(
                    feit.praktijk, f"Experiment {feit.code} van {self._namen[feit.praktijk]}", _dagen(feit)
                )
            case Organisatiefeit() | Gemeentefeit():
                return Recordregel(tekst=feit.naam)
            case EigenFeit():
                return Recordregel(tekst=feit.naam, bij=feit.bij)
            case Deelnemerfeit() if _te_koppelen(feit):
                return self._persoon(int(feit.persoon))
        return None

    def _persoon(self, pk: int) -> Recordregel | None:
        persoon = self._personen.get(pk)
        if persoon is None:
            return None
        return Recordregel(tekst=str(persoon), adres=reverse("praktijken:deelnemer", args=[pk]))

    def _van_praktijk(self, praktijk: int, tekst: str, bij: str) -> Recordregel:
        adres = reverse("praktijken:praktijk", args=[praktijk]) if praktijk in self._praktijken else ""
        return Recordregel(tekst=tekst, bij=bij, adres=adres)


def _te_koppelen(feit: Deelnemerfeit) -> bool:
    return not feit.persoon.startswith(NIET_TE_KOPPELEN)


def _dagen(feit: Praktijkfeit | Experimentfeit) -> str:
    verder = feit.gaat_verder_in if isinstance(feit, Praktijkfeit) else ""
    return ", ".join([*dagen(feit), *([f"gaat verder in {verder}"] if verder else [])]) or "zonder startdatum"


def _vraagdagen(feit: Vraagfeit) -> str:
    begin = f"geformuleerd op {datum(feit.geformuleerd_op)}"
    return begin if feit.vervallen_op is None else f"{begin}, vervallen op {datum(feit.vervallen_op)}"
