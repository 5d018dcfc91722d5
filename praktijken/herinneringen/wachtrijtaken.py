"""What waits for a click by the office: lessons, answers of *Klopt dit?*, and requests whose month runs out."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from mantelzorg.models import User
from praktijken.herinneringen.taak import Regel, Taak
from praktijken.models import Antwoord, Lesstap, Lesversie, Stap, Verzoek
from praktijken.models.avg import BIJNA

LESSEN: Final = Regel(
    naam="lessen-voorgelegd",
    kop="Les wacht op een oordeel",
    wanneer="Als een les is voorgelegd. Niet bij wie de les zelf schreef of voorlegde.",
    doel="Een les helpt anderen pas als zij gedeeld is. Wie haar voorlegde, wacht op antwoord.",
    stap_terug="Die is er niet: voorleggen is altijd een stap vooruit.",
)
ANTWOORDEN: Final = Regel(
    naam="klopt-dit-antwoorden",
    kop="Antwoord van Klopt dit?",
    wanneer="Als een deelnemer iets verbeterde, wil stoppen of bezwaar maakte, en niemand daar nog over besloot.",
    doel="Er verandert pas iets als het programmabureau het overneemt. De deelnemer rekent daarop.",
    stap_terug="Die is er niet: een besluit over een antwoord blijft staan.",
)
VERZOEKEN: Final = Regel(
    naam="verzoek-termijn",
    kop="Verzoek bijna te laat",
    wanneer=f"Vanaf {BIJNA.days} dagen voor de laatste dag van een verzoek over persoonsgegevens, tot het is "
    "afgehandeld.",
    doel="De AVG geeft een maand om te antwoorden. Verlengen kan ook alleen in die maand.",
    stap_terug="Een verzoek dat al was afgehandeld, of een verlenging die is leeggemaakt.",
)
REGELS: Final = (LESSEN, ANTWOORDEN, VERZOEKEN)


def taken(user: User, dag: datetime.date) -> Iterator[Taak]:
    """Those for `user` on `dag`; three queries."""
    yield from _lessen(user)
    yield from _antwoorden()
    yield from _verzoeken(dag)


def _lessen(user: User) -> Iterator[Taak]:
    geschreven = Lesversie.objects.filter(les=OuterRef("les"), nummer__lte=OuterRef("nummer"), door=user)
    voorgelegd = Lesstap.objects.filter(versie=OuterRef("pk"), soort=Stap.VOORGELEGD, door=user)
    aantal = Lesversie.objects.voorgelegd().exclude(Exists(geschreven)).exclude(Exists(voorgelegd)).count()
    if aantal:
        tekst = f"{aantal} {'les wacht' if aantal == 1 else 'lessen wachten'} op uw oordeel."
        yield _taak(LESSEN, "Lessen", tekst, tekst, "praktijken:lessen-voorgelegd")


def _antwoorden() -> Iterator[Taak]:
    aantal = Antwoord.objects.open().count()
    if aantal:
        tekst = f"{aantal} {'antwoord wacht' if aantal == 1 else 'antwoorden wachten'} op een besluit."
        yield _taak(ANTWOORDEN, "Klopt dit?", tekst, tekst, "praktijken:klopt-dit-antwoorden")


def _verzoeken(dag: datetime.date) -> Iterator[Taak]:
    eerder = Verzoek.history.filter(id=OuterRef("pk"))
    afgehandeld, verlengd = eerder.filter(afgehandeld_op__isnull=False), eerder.filter(verlengd_op__isnull=False)
    rijen: Any = Verzoek.objects.filter(afgehandeld_op=None).annotate(
        terug=Exists(afgehandeld) | Q(Q(verlengd_op=None) & Exists(verlengd))
    )
    dringend = [een for een in rijen if een.stand_op(dag) != "open"]
    if dringend:
        vooruit = [een for een in dringend if not een.terug]
        mailtekst = _zin(vooruit, dag) if vooruit else ""
        yield _taak(VERZOEKEN, "Verzoeken", _zin(dringend, dag), mailtekst, "praktijken:verzoeken")


def _zin(verzoeken: list[Verzoek], dag: datetime.date) -> str:
    aantal, laat = len(verzoeken), sum(een.stand_op(dag) == "te laat" for een in verzoeken)
    al = f" Al te laat: {laat}." if laat else ""
    return f"{aantal} {'verzoek vraagt' if aantal == 1 else 'verzoeken vragen'} binnen een week een antwoord.{al}"


def _taak(regel: Regel, waar: str, tekst: str, mailtekst: str, naam: str) -> Taak:
    return Taak(regel=regel, onderwerp="alle", waar=waar, tekst=tekst, mailtekst=mailtekst, adres=reverse(naam))
