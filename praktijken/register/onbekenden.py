"""Participations without a known kind of organisation, and filling that in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from deelnemers.models import Organisatie, Organisatietype
from mantelzorg.models import Programma, User
from mantelzorg.samenloop import opgeslagen, vingerafdruk, zelfde
from mantelzorg.volgorde import alfabetisch
from praktijken.models import Deelname, Praktijkpartner
from praktijken.querysets import DeelnameQuerySet
from praktijken.register.acties import SOORT_INGEVULD, bewaar_velden

PER_PAGINA = 100
SOORT, ORGANISATIE = "soort", "organisatie"

ONBEKEND = Q(organisatietype=None) & (Q(organisatie=None) | Q(organisatie__organisatietype=None))
INTUSSEN = "Iemand anders heeft deze deelname intussen gewijzigd. Uw keuze is niet bewaard."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingevuld:
    """One row as sent: what was chosen (`soort-3`, `organisatie-12`) and the fingerprint of what was shown."""

    keuze: str
    gezien: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """How many rows were saved; what is wrong with which other row."""

    bewaard: int
    fouten: dict[int, str]


def onbekend(user: User, programma: Programma) -> DeelnameQuerySet:
    """The participations of the programme without a known kind, that `user` may change, a practice after another."""
    eigen = Deelname.objects.wijzigbaar_door(user).filter(ONBEKEND, praktijk__programma=programma)
    return eigen.select_related("deelnemer", "praktijk", "organisatie").order_by("praktijk_id", "pk")


def organisaties_van(praktijken: set[int]) -> dict[int, list[tuple[str, str]]]:
    """Per practice the organisations of a known kind that are partner there or have people there, by name."""
    bekend = {"praktijk__in": praktijken, "organisatie__organisatietype__isnull": False}
    waarden = ("praktijk_id", "organisatie_id", "organisatie__naam")
    partners = Praktijkpartner.objects.filter(**bekend).order_by().values_list(*waarden)
    deelnames = Deelname.objects.filter(**bekend).order_by().values_list(*waarden)
    gevonden: dict[int, list[tuple[str, str]]] = {}
    for praktijk, sleutel, naam in sorted(partners.union(deelnames), key=lambda rij: alfabetisch(str(rij[2]))):
        gevonden.setdefault(praktijk, []).append((f"{ORGANISATIE}-{sleutel}", naam))
    return gevonden


@transaction.atomic
def vul_in(user: User, ingevuld: Mapping[int, Ingevuld]) -> Uitslag:
    """Save the rows with a choice. A row that is wrong or was changed meanwhile is named; the others are saved.

    A row that already has what was chosen (sent twice) counts as saved, and is not written.
    """
    gekozen = {pk: rij for pk, rij in ingevuld.items() if rij.keuze}
    rijen = Deelname.objects.wijzigbaar_door(user).filter(pk__in=gekozen).select_for_update(of=("self",))
    relaties = ("deelnemer", "praktijk", "organisatie__organisatietype", "organisatietype")
    gevonden = {rij.pk: rij for rij in rijen.select_related(*relaties).order_by("pk")}
    doelen = _doelen({rij.keuze for rij in gekozen.values()})
    uitkomsten = {
        pk: _vul_rij_in(gevonden[pk], doelen.get(rij.keuze), rij.gezien)
        for pk, rij in gekozen.items()
        if pk in gevonden
    }
    fouten = {pk: fout for pk, fout in uitkomsten.items() if fout}
    return Uitslag(bewaard=len(uitkomsten) - len(fouten), fouten=fouten)


def _doelen(keuzes: set[str]) -> dict[str, Organisatie | Organisatietype]:
    """The records that the choices mean; two queries."""
    sleutels: dict[str, set[int]] = {SOORT: set(), ORGANISATIE: set()}
    for keuze in keuzes:
        wat, _, sleutel = keuze.partition("-")
        if wat in sleutels and sleutel.isdecimal() and len(sleutel) < 19:
            sleutels[wat].add(int(sleutel))
    soorten = Organisatietype.objects.in_bulk(sleutels[SOORT])
    organisaties = Organisatie.objects.select_related("organisatietype").in_bulk(sleutels[ORGANISATIE])
    return {f"{SOORT}-{pk}": soort for pk, soort in soorten.items()} | {
        f"{ORGANISATIE}-{pk}": organisatie for pk, organisatie in organisaties.items()
    }


def _vul_rij_in(deelname: Deelname, doel: Organisatie | Organisatietype | None, gezien: str) -> str:
    """Save one row; an empty text, or what is wrong."""
    if doel is None:
        return "Deze keuze bestaat niet meer. Kies opnieuw."
    veld = "organisatie" if isinstance(doel, Organisatie) else "organisatietype"
    if getattr(deelname, veld) == doel:
        return ""
    if not zelfde(vingerafdruk(opgeslagen(deelname)), gezien):
        return INTUSSEN
    setattr(deelname, veld, doel)
    try:
        deelname.clean()
    except ValidationError as fout:
        return " ".join(fout.messages)
    bewaar_velden(deelname, [veld], SOORT_INGEVULD)
    return ""
