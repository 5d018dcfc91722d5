"""Put a mail ready in the outbox. Nothing else in the product talks to a mail server."""

import datetime
from dataclasses import dataclass, field

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from mantelzorg.models import Bericht, User
from mantelzorg.models.post import eenmalig
from mantelzorg.post.links import LINK
from mantelzorg.post.versturen import verstuur_post


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A mail as it is written. `soort` says which links and refusals hold; `sleutel` that it is made once."""

    soort: str
    aan: str
    onderwerp: str
    tekst: str
    over: models.Model
    aan_naam: str = ""
    ontvanger: User | None = None
    sleutel: str = field(default_factory=eenmalig)


def zet_klaar(brief: Brief, *, door: User | None, verstuur_na: datetime.datetime | None = None) -> Bericht:
    """The message in the outbox; the one that stood there where `sleutel` was used before.

    `door`: who sends it, None for a rule. `verstuur_na`: not before then, so that the office can read it first.
    KeyError where the text asks for a link that its kind of mail does not have.
    """
    if LINK in brief.tekst and brief.soort not in settings.POST_LINKS:
        raise KeyError(brief.soort)
    if eerder := Bericht.objects.filter(sleutel=brief.sleutel).first():
        return eerder
    bericht = Bericht(
        soort=brief.soort,
        sleutel=brief.sleutel,
        aan=brief.aan,
        aan_naam=brief.aan_naam,
        ontvanger=brief.ontvanger,
        onderwerp=" ".join(brief.onderwerp.split()),
        tekst=brief.tekst,
        over=brief.over,
        verstuur_na=verstuur_na or timezone.now(),
        gemaakt_door=door,
    )
    # The key and the rest of its rules are for the database to guard; what it is about, we hold in our hands.
    bericht.full_clean(exclude=["over_soort"], validate_unique=False, validate_constraints=False)
    bericht._change_reason = "klaargezet"  # type: ignore[attr-defined]  # read by simple-history
    try:
        with transaction.atomic():
            bericht.save()
    except IntegrityError:
        return Bericht.objects.get(sleutel=brief.sleutel)
    if verstuur_na is None:
        _laat_versturen()
    return bericht


def _laat_versturen() -> None:
    """One that waits in the queue sends this mail as well; where it begins just now, the next minute's does."""
    if not DBTaskResult.objects.ready().filter(task_path=verstuur_post.module_path).exists():
        verstuur_post.enqueue()
