"""What is done to progress: each at once or not at all, in turn per experiment, appended and never overwritten.

Whoever writes first takes the row of the experiment. So the same form sent twice at one moment stores once, and of
two people who correct one version the second sees the first.
"""

import datetime
from dataclasses import asdict, dataclass
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from mantelzorg.models import User
from praktijken.models import Bijlage, Experiment, Reactie, Voortgang
from praktijken.voortgang.bijlagen import Bestand
from praktijken.voortgang.invoer import Invoer, Inzending

GEEN_VERANDERING: Final = "Geen verandering."
NIET_VERANDERD: Final = "U heeft niets veranderd."
FORMULIER_GEBRUIKT: Final = "Dit formulier is al gebruikt. Uw tekst staat er nog: verstuur hem nog een keer."


class Botsing(Exception):
    """What is stored by now is not what the writer thought; `nieuwste` is how it stands."""

    def __init__(self, nieuwste: Voortgang) -> None:
        super().__init__()
        self.nieuwste = nieuwste


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastgelegd:
    """An entry that stands; `nieuw` is False where it stood there already."""

    voortgang: Voortgang
    nieuw: bool


@transaction.atomic
def leg_vast(*, experiment: Experiment, invoer: Invoer, bijlage: Bestand | None, inzending: Inzending) -> Vastgelegd:
    """A new entry. Botsing: the form was stored before, with another text. ValidationError: it breaks a rule."""
    _wacht_op_beurt(experiment.pk)
    if eerder := _eerder(experiment.pk, invoer, bijlage, inzending):
        return Vastgelegd(voortgang=eerder, nieuw=False)
    nieuw = Voortgang(experiment=experiment, door=inzending.door, inzending=inzending.sleutel, **asdict(invoer))
    return _bewaar(nieuw, bijlage, "voortgang vastgelegd")


@transaction.atomic
def verbeter(
    *, voortgang: Voortgang, gezien: int | None, invoer: Invoer, bijlage: Bestand | None, inzending: Inzending
) -> Vastgelegd:
    """A new version of an entry; all earlier ones stay. `gezien`: the version that the writer started from.

    Botsing where that is no longer the newest, or the form was stored before with another text; ValidationError
    where nothing changes.
    """
    _wacht_op_beurt(voortgang.experiment_id)
    if eerder := _eerder(voortgang.experiment_id, invoer, bijlage, inzending):
        return Vastgelegd(voortgang=eerder, nieuw=False)
    nieuwste = versies(voortgang)[-1]
    if nieuwste.pk != gezien:
        raise Botsing(nieuwste)
    if invoer == Invoer.van(nieuwste) and bijlage is None:
        raise ValidationError(NIET_VERANDERD)
    nieuw = Voortgang(
        experiment_id=voortgang.experiment_id,
        vervangt=nieuwste,
        door=inzending.door,
        inzending=inzending.sleutel,
        **asdict(invoer),
    )
    return _bewaar(nieuw, bijlage, "voortgang verbeterd")


@transaction.atomic
def geen_verandering(*, experiment: Experiment, dag: datetime.date, door: User) -> Vastgelegd:
    """That nothing changed, once a day: the round and phase of the last entry stand."""
    _wacht_op_beurt(experiment.pk)
    stond_er = Voortgang.objects.filter(experiment=experiment, datum=dag, verslag=GEEN_VERANDERING).first()
    if stond_er is not None:
        return Vastgelegd(voortgang=stond_er, nieuw=False)
    laatste = laatste_voortgang(experiment)
    nieuw = Voortgang(experiment=experiment, datum=dag, verslag=GEEN_VERANDERING, door=door)
    if laatste is not None:
        nieuw.ronde, nieuw.fase = laatste.ronde, laatste.fase
    return _bewaar(nieuw, None, "geen verandering")


@transaction.atomic
def reageer(*, voortgang: Voortgang, tekst: str, inzending: Inzending) -> Reactie:
    """A comment on this version. ValidationError: the form was used before, for another text or by another."""
    _wacht_op_beurt(voortgang.experiment_id)
    eerder = Reactie.objects.filter(inzending=inzending.sleutel).first()
    if eerder is not None:
        if (eerder.door_id, eerder.voortgang_id, eerder.tekst) != (inzending.door.pk, voortgang.pk, tekst):
            raise ValidationError(FORMULIER_GEBRUIKT)
        return eerder
    nieuw = Reactie(voortgang=voortgang, door=inzending.door, tekst=tekst, inzending=inzending.sleutel)
    nieuw._change_reason = "reactie geplaatst"  # type: ignore[attr-defined]  # read by simple-history
    nieuw.full_clean()
    nieuw.save()
    return nieuw


def laatste_voortgang(experiment: Experiment) -> Voortgang | None:
    """The newest version of the last entry; None where there is none."""
    return Voortgang.objects.filter(experiment=experiment, vervangen_door=None).order_by("datum", "pk").last()


def versies(voortgang: Voortgang) -> list[Voortgang]:
    """All versions of an entry, oldest first; one query."""
    alle = {een.pk: een for een in Voortgang.objects.filter(experiment=voortgang.experiment_id)}
    volgende = {een.vervangt_id: een for een in alle.values() if een.vervangt_id}
    eerste = alle[voortgang.pk]
    while eerste.vervangt_id:
        eerste = alle[eerste.vervangt_id]
    keten = [eerste]
    while keten[-1].pk in volgende:
        keten.append(volgende[keten[-1].pk])
    return keten


def _wacht_op_beurt(experiment: int) -> None:
    Experiment.objects.select_for_update(no_key=True).get(pk=experiment)


def _eerder(experiment: int, invoer: Invoer, bijlage: Bestand | None, inzending: Inzending) -> Voortgang | None:
    """What this form stored before, if anything."""
    eerder = _van_formulier(inzending.sleutel)
    if eerder is None:
        return None
    if (eerder.door_id, eerder.experiment_id) != (inzending.door.pk, experiment):
        raise ValidationError(FORMULIER_GEBRUIKT)
    zelfde_bijlage = bijlage is None or eerder.bijlagen.filter(naam=bijlage.naam, inhoud=bijlage.inhoud).exists()
    if Invoer.van(eerder) != invoer or not zelfde_bijlage:
        raise Botsing(versies(eerder)[-1])
    return eerder


def _van_formulier(sleutel: UUID) -> Voortgang | None:
    return Voortgang.objects.filter(inzending=sleutel).first()


def _bewaar(nieuw: Voortgang, bijlage: Bestand | None, reden: str) -> Vastgelegd:
    nieuw._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    nieuw.full_clean()
    nieuw.save()
    if bijlage is not None:
        Bijlage.objects.create(voortgang=nieuw, naam=bijlage.naam, soort=bijlage.mediatype, inhoud=bijlage.inhoud)
    return Vastgelegd(voortgang=nieuw, nieuw=True)
