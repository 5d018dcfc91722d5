"""What the office does to a message in the outbox: each in turn, kept in the history with its reason."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.links import LINK
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.samenloop import opgeslagen, vingerafdruk, zelfde

WACHT, VASTGEHOUDEN = Poststand.WACHT, Poststand.VASTGEHOUDEN
GEEN_LINK = f"In dit soort bericht kan geen {LINK} staan."


class KanNietMeer(Exception):
    """The message is no longer in a state in which this can be done; `bericht` is as it stands."""

    def __init__(self, bericht: Bericht) -> None:
        super().__init__()
        self.bericht = bericht


class IntussenGewijzigd(Exception):
    """Somebody else changed the text after it was shown; `bericht` is as it stands."""

    def __init__(self, bericht: Bericht) -> None:
        super().__init__()
        self.bericht = bericht


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """What can be edited. The address cannot: a personal link would go to somebody else."""

    onderwerp: str
    tekst: str
    verstuur_na: datetime.datetime

    @classmethod
    def van(cls, bericht: Bericht) -> "Inhoud":
        return cls(onderwerp=bericht.onderwerp, tekst=bericht.tekst, verstuur_na=_op_de_minuut(bericht.verstuur_na))


def afdruk(bericht: Bericht) -> str:
    """The fingerprint of what can be edited."""
    velden = {"onderwerp", "tekst", "verstuur_na"}
    return vingerafdruk(paar for paar in opgeslagen(bericht) if paar[0].rpartition(":")[2] in velden)


@transaction.atomic
def wijzig(*, bericht: int, inhoud: Inhoud, gezien: str) -> Bericht:
    """Another text, subject or moment. The same twice is no change.

    KanNietMeer where it is on its way or gone, IntussenGewijzigd where `gezien` is not how it stands, ValidationError
    where it breaks a rule.
    """
    actueel = _in_beurt(bericht)
    if Inhoud.van(actueel) == inhoud:
        return actueel
    if not actueel.te_wijzigen:
        raise KanNietMeer(actueel)
    if not zelfde(afdruk(actueel), gezien):
        raise IntussenGewijzigd(actueel)
    if LINK in inhoud.tekst and actueel.soort not in settings.POST_LINKS:
        raise ValidationError({"tekst": GEEN_LINK})
    actueel.onderwerp, actueel.tekst, actueel.verstuur_na = inhoud.onderwerp, inhoud.tekst, inhoud.verstuur_na
    _bewaar(actueel, "bericht gewijzigd", "onderwerp", "tekst", "verstuur_na")
    return actueel


def houd_vast(*, bericht: int, reden: str) -> Bericht:
    """It does not go out until somebody lets it go."""
    return _zet(bericht, VASTGEHOUDEN, van=[WACHT], reden="vastgehouden", uitkomst=reden)


def laat_gaan(*, bericht: int) -> Bericht:
    """It waits again, and goes out once it is due."""
    return _zet(bericht, WACHT, van=[VASTGEHOUDEN], reden="vrijgegeven", uitkomst="")


def trek_in(*, bericht: int, reden: str) -> Bericht:
    """It is never sent."""
    van = [WACHT, VASTGEHOUDEN, Poststand.MISLUKT]
    return _zet(bericht, Poststand.INGETROKKEN, van=van, reden="ingetrokken", uitkomst=reden)


@transaction.atomic
def probeer_opnieuw(*, bericht: int, dubbel_mag: bool) -> Bericht:
    """What failed waits again. One that may have arrived only where somebody accepts that it may come twice."""
    actueel = _in_beurt(bericht)
    if actueel.onzeker and not dubbel_mag:
        raise KanNietMeer(actueel)
    nu = timezone.now()
    return _zet(
        bericht, WACHT, van=[Poststand.MISLUKT], reden="opnieuw aangeboden", uitkomst="", pogingen=0, verstuur_na=nu
    )


@transaction.atomic
def _zet(pk: int, stand: Poststand, *, van: Iterable[str], reden: str, **velden: object) -> Bericht:
    actueel = _in_beurt(pk)
    if actueel.stand == stand:
        return actueel
    if actueel.stand not in van:
        raise KanNietMeer(actueel)
    actueel.stand = stand
    for naam, waarde in velden.items():
        setattr(actueel, naam, waarde)
    _bewaar(actueel, reden, "stand", *velden)
    if stand == WACHT:
        verstuur_post.enqueue()
    return actueel


def _in_beurt(pk: int) -> Bericht:
    return Bericht.objects.select_for_update().get(pk=pk)


def _bewaar(bericht: Bericht, reden: str, *velden: str) -> None:
    bericht.full_clean()
    bericht._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    bericht.save(update_fields=velden)


def _op_de_minuut(moment: datetime.datetime) -> datetime.datetime:
    return moment.replace(second=0, microsecond=0)
