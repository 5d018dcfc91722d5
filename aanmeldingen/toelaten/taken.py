"""An admitted application that is no practice yet, as a task of the office."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.urls import reverse

from aanmeldingen.models import Aanmelding
from aanmeldingen.stand import Aanmeldstand
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.herinneringen.taak import Bron, Regel, Taak

ZONDER_PRAKTIJK: Final = Regel(
    naam="toegelaten-zonder-praktijk",
    kop="Toegelaten, nog geen praktijk",
    wanneer="Als een aanmelding is toegelaten en er nog geen praktijk van is gemaakt.",
    doel="De organisatie weet dat zij meedoet. Pas met een praktijk heeft zij een adviseur en een plan.",
    stap_terug="Die is er niet: een praktijk die van een aanmelding is gemaakt, blijft daarbij.",
)


def _taken(_: User, dag: datetime.date) -> Iterator[Taak]:  # noqa: ARG001  # a decision holds on every day
    wachten: Any = Aanmelding.objects.met_stand().filter(stand=Aanmeldstand.TOEGELATEN, toelating=None)  # type: ignore[misc]  # annotated
    for een in wachten.select_related("oproep").order_by("oproep", "nummer"):
        tekst = f"Aanmelding {een.nummer} is toegelaten. Maak er een praktijk van."
        yield Taak(
            regel=ZONDER_PRAKTIJK,
            onderwerp=str(een.pk),
            waar=f"{een.oproep}",
            tekst=tekst,
            mailtekst=tekst,
            adres=reverse("aanmeldingen:toelaten", args=[een.pk]),
        )


BRON: Final = Bron(
    wie="Wie aanmeldingen beoordeelt.",
    regels=(ZONDER_PRAKTIJK,),
    voor=lambda user: mag_alles(user, Recht.AANMELDINGEN_BEOORDELEN),
    taken=_taken,
)
