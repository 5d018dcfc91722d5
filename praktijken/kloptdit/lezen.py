"""What the participant's page shows: what is held, from whom it came, and what they answered so far."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.kloptdit.antwoorden import afdruk
from praktijken.models import Antwoord, Antwoordsoort, Deelname, Uitvraag

ROLLEN = {
    Rol.ADVISEUR: "de adviseur die uw praktijk begeleidt",
    Rol.MEDEWERKER: "een medewerker van het programma",
    Rol.BEHEERDER: "een medewerker van het programma",
}
UIT_BESTAND = "een lijst die de praktijk of haar adviseur aan het programma gaf"
ONBEKEND = "de praktijk waaraan u meedoet; wie het precies was, is niet meer na te gaan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gehouden:
    """A participation as held. `soort`: naam of the kind that counts; the fingerprints go into the forms."""

    deelname: Deelname
    soort: str
    herkomst: str
    loopt: bool
    correctie: Antwoord | None
    stopt: Antwoord | None


def deelnames_van(uitvraag: Uitvraag, dag: datetime.date) -> list[Gehouden]:
    """All participations of the person, the earliest first; three queries."""
    relaties = ("praktijk__programma", "organisatie__organisatietype", "organisatietype")
    deelnames = list(
        Deelname.objects.filter(deelnemer=uitvraag.deelnemer_id).select_related(*relaties).order_by("vanaf", "pk")
    )
    herkomsten = _herkomsten(deelnames)
    wachtend = list(uitvraag.antwoorden.filter(besluit="").select_related("organisatietype"))
    return [_gehouden(een, herkomsten.get(een.pk, ONBEKEND), wachtend, dag) for een in deelnames]


def _gehouden(deelname: Deelname, herkomst: str, wachtend: list[Antwoord], dag: datetime.date) -> Gehouden:
    van_deze = {een.soort: een for een in wachtend if een.deelname_id == deelname.pk}
    organisatie = deelname.organisatie
    soort = deelname.organisatietype or (organisatie and organisatie.organisatietype)
    return Gehouden(
        deelname=deelname,
        soort=str(soort or ""),
        herkomst=herkomst,
        loopt=deelname.tot_en_met is None or deelname.tot_en_met >= dag,
        correctie=van_deze.get(Antwoordsoort.CORRECTIE),
        stopt=van_deze.get(Antwoordsoort.STOPPEN),
    )


def _herkomsten(deelnames: Iterable[Deelname]) -> dict[int, str]:
    """From whom each participation came, as a role: who entered it is told to nobody by name."""
    sleutels = [een.pk for een in deelnames]
    eerste = Deelname.history.filter(id__in=sleutels, history_type="+").order_by("-history_date", "-history_id")
    return {
        versie.id: _herkomst(versie.history_user, versie.history_change_reason or "")
        for versie in eerste.select_related("history_user").prefetch_related("history_user__groups")
    }


def _herkomst(door: User | None, reden: str) -> str:
    if reden.startswith("import van"):
        return UIT_BESTAND
    namen = {groep.name for groep in door.groups.all()} if door else set()
    return next((tekst for rol, tekst in ROLLEN.items() if rol.value in namen), ONBEKEND)


def gegeven_antwoorden(uitvraag: Uitvraag) -> list[Antwoord]:
    """What the person said, the newest first, without what they replaced themselves."""
    eigen = uitvraag.antwoorden.exclude(besluit="vervangen").select_related("deelname__praktijk", "organisatietype")
    return list(eigen.order_by("-ontvangen_op", "-pk"))


def gezien(deelname: Deelname) -> dict[str, str]:
    """The fingerprints of a participation, by the kind of answer."""
    return {soort: afdruk(deelname, soort) for soort in (Antwoordsoort.CORRECTIE, Antwoordsoort.STOPPEN)}
