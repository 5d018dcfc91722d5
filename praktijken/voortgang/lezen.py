"""One entry as its page shows it: all versions with who and when, what hangs on them, and what one may do."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import prefetch_related_objects

from mantelzorg.models import User
from mantelzorg.samenloop import Bewerking, laatste_bewerkingen
from praktijken.models import Bijlage, Experiment, Reactie, Voortgang
from praktijken.voortgang.acties import versies


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """One version; `bewerking` tells who stored it last and when, None where no history is held."""

    voortgang: Voortgang
    bewerking: Bewerking | None
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """Everything on the page of an entry."""

    experiment: Experiment
    nieuwste: Versie
    eerdere: tuple[Versie, ...]
    """Latest first."""
    bijlagen: tuple[Bijlage, ...]
    reacties: tuple[Reactie, ...]
    wijzigbaar: bool
    verstuurd: tuple[UUID, ...]
    """What this person sent that is stored: the browser need not keep it any longer."""


def bladzijde(voortgang: Voortgang, user: User) -> Bladzijde:
    """The page for `user`, who may see this entry; a constant number of queries."""
    keten = versies(voortgang)
    prefetch_related_objects(keten, "door")
    bewerkingen = laatste_bewerkingen(Voortgang, [een.pk for een in keten])
    genummerd = [
        Versie(voortgang=een, bewerking=bewerkingen.get(een.pk), nummer=nummer)
        for nummer, een in enumerate(keten, start=1)
    ]
    reacties = tuple(Reactie.objects.filter(voortgang__in=keten).select_related("door"))
    gestuurd: list[Voortgang | Reactie] = [*keten, *reacties]
    eigen = [een.inzending for een in gestuurd if een.door_id == user.pk and een.inzending]
    return Bladzijde(
        experiment=Experiment.objects.select_related("ontwerpvraag__praktijk").get(pk=voortgang.experiment_id),
        nieuwste=genummerd[-1],
        eerdere=tuple(reversed(genummerd[:-1])),
        bijlagen=tuple(Bijlage.objects.filter(voortgang__in=keten).defer("inhoud")),
        reacties=reacties,
        wijzigbaar=Experiment.objects.wijzigbaar_door(user).filter(pk=voortgang.experiment_id).exists(),
        verstuurd=tuple(eigen),
    )
