"""A fixed measurement that is not in order, or was not checked, as a task."""

import datetime
from collections.abc import Iterator
from typing import Final

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.models import Vaststelling, Zegelcontrole
from monitor.nederlands import aantal
from praktijken.herinneringen.taak import Bron, Regel, Taak

STIL_NA: Final = 2
"""Days without a check."""

NIET_IN_ORDE: Final = Regel(
    naam="meting-niet-in-orde",
    kop="Vastgestelde meting niet in orde",
    wanneer="Als de laatste controle van de vastgestelde metingen iets vond.",
    doel="Een vastgesteld cijfer mag nooit veranderen. Wat niet klopt, moet eerst worden uitgezocht.",
    stap_terug="Die is er niet: wat is vastgesteld, verandert niemand met opzet.",
)
NIET_GECONTROLEERD: Final = Regel(
    naam="metingen-niet-gecontroleerd",
    kop="Metingen niet gecontroleerd",
    wanneer=f"Als er vastgestelde metingen zijn en zij {STIL_NA} dagen niet zijn gecontroleerd.",
    doel="Zonder controle merkt niemand dat er iets is gewijzigd. Meestal staat de werker stil.",
    stap_terug="Die is er niet: de controle draait vanzelf.",
)


def _taken(_: User, dag: datetime.date) -> Iterator[Taak]:
    laatste = Zegelcontrole.objects.first()
    if laatste is not None and laatste.bevindingen:
        wat = aantal(len(laatste.bevindingen), "bevinding", "bevindingen")
        yield _taak(NIET_IN_ORDE, f"De controle van de vastgestelde metingen gaf {wat}.")
    sinds = laatste.op if laatste is not None else Vaststelling.objects.aggregate(eerste=Min("op"))["eerste"]
    if sinds is not None and (dag - timezone.localtime(sinds).date()).days >= STIL_NA:
        yield _taak(NIET_GECONTROLEERD, f"De vastgestelde metingen zijn al {STIL_NA} dagen niet gecontroleerd.")


def _taak(regel: Regel, tekst: str) -> Taak:
    adres = reverse("monitor:echtheid")
    return Taak(regel=regel, onderwerp="alle", waar="Metingen", tekst=tekst, mailtekst=tekst, adres=adres)


BRON: Final = Bron(
    wie="Wie metingen mag zien: VWS-analisten, programmamedewerkers en functioneel beheerders.",
    regels=(NIET_IN_ORDE, NIET_GECONTROLEERD),
    voor=lambda user: mag_alles(user, Recht.METINGEN_ZIEN),
    taken=_taken,
)
