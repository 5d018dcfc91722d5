"""Tasks of the assessment: an adviser's talks, and what of applications waits for the office."""

import datetime
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from aanmeldingen.beoordelen.wachtop import Signaal, Wachtop, onbekeken_antwoorden, verlopen_vragen
from aanmeldingen.models import Besluit, Intakegesprek
from mantelzorg.models import User
from mantelzorg.toegang import Recht, Rol, mag_alles
from praktijken.herinneringen.taak import Bron, Regel, Taak

DAGEN_VOORAF: Final = 7

GESPREK: Final = Regel(
    naam="intakegesprek-komt",
    kop="Intakegesprek",
    wanneer=f"Vanaf {DAGEN_VOORAF} dagen voor een intakegesprek dat u voert, tot en met de dag zelf. Ook in een "
    "schoolvakantie.",
    doel="Lees de aanmelding vooraf. Dan kan het gesprek gaan over wat er nog niet in staat.",
    stap_terug="Die is er niet: een gesprek dat wordt verzet, heeft een nieuwe dag.",
)
VERSLAG: Final = Regel(
    naam="intakegesprek-zonder-verslag",
    kop="Gesprek zonder verslag",
    wanneer="Vanaf de dag na een intakegesprek dat u voerde, tot er een verslag is. Ook in een schoolvakantie.",
    doel="Het programmabureau besluit mede op uw advies. De organisatie wacht op antwoord.",
    stap_terug="Die is er niet: een verslag kan niet worden leeggemaakt.",
)
VERLOPEN: Final = Regel(
    naam="aanvulling-verlopen",
    kop="Aanvulling niet ontvangen",
    wanneer="Vanaf de dag na de laatste dag van een vraag om aanvulling, tot er een antwoord is of de vraag is "
    "afgesloten.",
    doel="Zonder antwoord gaat er niets verder. Bel de organisatie, of sluit de vraag af met een reden.",
    stap_terug="Die is er niet: de laatste dag van een vraag verandert niet.",
)
ANTWOORD: Final = Regel(
    naam="aanvulling-ontvangen",
    kop="Aanvulling ontvangen",
    wanneer="Als een organisatie haar aanmelding heeft aangevuld, tot iemand daarna een oordeel gaf, opnieuw vroeg of "
    "besloot.",
    doel="De organisatie deed wat u vroeg, en wacht nu op u.",
    stap_terug="Die is er niet: een antwoord blijft staan.",
)
BEVESTIGEN: Final = Regel(
    naam="afwijzing-bevestigen",
    kop="Afwijzing wacht op een tweede",
    wanneer="Als een collega een afwijzing heeft voorgesteld. Niet bij wie haar voorstelde.",
    doel="Een afwijzing geldt pas als twee mensen ernaar keken. Tot dan hoort de organisatie niets.",
    stap_terug="Die is er niet: een voorstel wordt bevestigd of teruggestuurd.",
)


def _gesprekstaken(user: User, dag: datetime.date) -> Iterator[Taak]:
    """Theirs; one query."""
    tot = _begin(dag + datetime.timedelta(days=DAGEN_VOORAF + 1))
    rijen = Intakegesprek.objects.filter(adviseur=user, vervallen_op=None, verslag="", moment__lt=tot)
    lopend = rijen.filter(aanmelding__ingetrokken_op=None).select_related("aanmelding")
    for gesprek in lopend.order_by("moment", "pk"):
        yield _komt(gesprek) if timezone.localdate(gesprek.moment) >= dag else _geweest(gesprek)


def _komt(gesprek: Intakegesprek) -> Taak:
    wanneer = f"{date_format(timezone.localtime(gesprek.moment), 'l j F, H.i')} uur"
    waar = f", {gesprek.waar}" if gesprek.waar else ""
    adres = reverse("aanmeldingen:aanmelding", args=[gesprek.aanmelding_id])
    return _over_gesprek(GESPREK, gesprek, f"U heeft een intakegesprek op {wanneer}{waar}.", adres)


def _geweest(gesprek: Intakegesprek) -> Taak:
    adres = reverse("aanmeldingen:gesprek-verslag", args=[gesprek.pk])
    dag = date_format(timezone.localdate(gesprek.moment))
    return _over_gesprek(VERSLAG, gesprek, f"Van het intakegesprek op {dag} is er nog geen verslag.", adres)


def _over_gesprek(regel: Regel, gesprek: Intakegesprek, tekst: str, adres: str) -> Taak:
    waar = gesprek.aanmelding.organisatie
    return Taak(regel=regel, onderwerp=str(gesprek.pk), waar=waar, tekst=tekst, mailtekst=tekst, adres=adres)


def _begin(dag: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(dag, datetime.time.min))


def _bureautaken(user: User, dag: datetime.date) -> Iterator[Taak]:
    """One a rule and a call, with how many applications it is about; three queries."""
    voorstellen = Besluit.objects.voorgesteld().filter(aanmelding__ingetrokken_op=None).exclude(voorgesteld_door=user)
    delen: tuple[tuple[Regel, QuerySet[Any], str, str], ...] = (
        (BEVESTIGEN, voorstellen, "wacht_op", Wachtop.BEVESTIGING.value),
        (ANTWOORD, onbekeken_antwoorden(), "signaal", Signaal.ANTWOORD.value),
        (VERLOPEN, verlopen_vragen(dag), "signaal", Signaal.VERLOPEN.value),
    )
    for regel, rijen, veld, waarde in delen:
        for rij in _per_oproep(rijen):
            yield _taak(regel, rij, urlencode({veld: waarde}))


def _per_oproep(rijen: "QuerySet[Any]") -> Any:
    oproep = "aanmelding__oproep"
    per_oproep = rijen.order_by().values(f"{oproep}_id", f"{oproep}__naam", f"{oproep}__slug")
    return per_oproep.annotate(aantal=Count("aanmelding", distinct=True)).order_by(f"{oproep}_id")


def _taak(regel: Regel, rij: dict[str, Any], vraag: str) -> Taak:
    aantal = rij["aantal"]
    tekst = f"{regel.kop}: {aantal} {'aanmelding' if aantal == 1 else 'aanmeldingen'}."
    adres = reverse("aanmeldingen:aanmeldingen", args=[rij["aanmelding__oproep__slug"]])
    return Taak(
        regel=regel,
        onderwerp=str(rij["aanmelding__oproep_id"]),
        waar=rij["aanmelding__oproep__naam"],
        tekst=tekst,
        mailtekst=tekst,
        adres=f"{adres}?{vraag}",
    )


GESPREKKEN: Final = Bron(
    wie="De adviseur die een intakegesprek voert.",
    regels=(GESPREK, VERSLAG),
    voor=lambda user: Rol.ADVISEUR in user.rollen,
    taken=_gesprekstaken,
)
BUREAU: Final = Bron(
    wie="Wie aanmeldingen beoordeelt.",
    regels=(BEVESTIGEN, ANTWOORD, VERLOPEN),
    voor=lambda user: mag_alles(user, Recht.AANMELDINGEN_BEOORDELEN),
    taken=_bureautaken,
)
