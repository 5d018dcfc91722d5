"""What people do with a lesson, in one call, and how it stands afterwards as plain values."""

from typing import Any
from uuid import uuid4

from django.urls import reverse

from mantelzorg.models import User
from praktijken.leren import acties
from praktijken.leren.invoer import Lesinvoer
from praktijken.leren.stand import stand
from praktijken.models import Experiment, Les, Lesstap, Lesversie, Praktijk, Stap
from praktijken.voortgang.invoer import Inzending

LESSEN, VOORGELEGD, NIEUW = (reverse(f"praktijken:{naam}") for naam in ("lessen", "lessen-voorgelegd", "les-nieuw"))


def pagina(les: Les, wat: str = "") -> str:
    """The page of this lesson, or what one does with it: `-bewerken`, `-voorleggen` and so on."""
    return reverse(f"praktijken:les{wat}", args=[les.pk])


def als_inzending(door: User) -> Inzending:
    return Inzending(door=door, sleutel=uuid4())


def invoer(titel: str = "Bellen werkt beter dan mailen", **anders: Any) -> Lesinvoer:
    """A lesson that is complete."""
    teksten = {"situatie": "Wij belden.", "opbrengst": "Meer mensen kwamen.", "advies": "Bel eerst."}
    return Lesinvoer(**({"titel": titel} | teksten | anders))


def les(praktijk: Praktijk, door: User, *, experiment: Experiment | None = None, **tekst: Any) -> Lesversie:
    """A draft; its first version."""
    return acties.maak(
        praktijk=praktijk, experiment=experiment, invoer=invoer(**tekst), inzending=als_inzending(door)
    ).versie


def nieuwe_versie(versie: Lesversie, door: User, **tekst: Any) -> Lesversie:
    """The next version."""
    gezien = stand(Les.objects.get(pk=versie.les_id)).nieuwste.pk
    return acties.wijzig(les=versie.les, gezien=gezien, invoer=invoer(**tekst), inzending=als_inzending(door)).versie


def leg_voor(versie: Lesversie, door: User) -> Lesversie:
    acties.leg_voor(versie=versie, inzending=als_inzending(door))
    return versie


def accepteer(versie: Lesversie, door: User) -> Lesversie:
    acties.beoordeel(versie=versie, oordeel=Stap.GEACCEPTEERD, reden="", inzending=als_inzending(door))
    return versie


def stuur_terug(versie: Lesversie, door: User, reden: str = "Te kort.") -> Lesversie:
    acties.beoordeel(versie=versie, oordeel=Stap.TERUGGESTUURD, reden=reden, inzending=als_inzending(door))
    return versie


def gedeelde_les(praktijk: Praktijk, schrijver: User, beoordelaar: User, **rest: Any) -> Lesversie:
    """Written, submitted and accepted."""
    return accepteer(leg_voor(les(praktijk, schrijver, **rest), schrijver), beoordelaar)


def verloop(versie: Lesversie) -> list[tuple[int, str, str, str]]:
    """All steps of the lesson: number of the version, what, by whom, why."""
    stappen = Lesstap.objects.filter(versie__les=versie.les_id)
    return list(stappen.values_list("versie__nummer", "soort", "door__naam", "reden"))


def status(versie: Lesversie) -> str:
    return str(stand(Les.objects.get(pk=versie.les_id)).status)


def ingevuld(**anders: Any) -> dict[str, Any]:
    """The form of a lesson filled in whole, with a key of its own."""
    return {
        "inzending": str(uuid4()),
        "titel": "Bellen werkt beter dan mailen",
        "situatie": "Wij belden.",
        "opbrengst": "Meer mensen kwamen.",
        "advies": "Bel eerst.",
        **anders,
    }
