"""The brake on all mail: while it is on, nothing goes out."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from mantelzorg.models import Postrem, User
from mantelzorg.post.versturen import verstuur_post


def rem() -> Postrem | None:
    """The brake that is on, with who put it on; None where mail goes out."""
    return Postrem.objects.filter(opgeheven_op=None).select_related("door").first()


def houd_alles_vast(*, reden: str, door: User) -> Postrem:
    """Put the brake on, or the one that is on already: of two at once the first one's reason stands."""
    nieuw = Postrem(reden=reden, door=door)
    nieuw._change_reason = "alle post vastgehouden"  # type: ignore[attr-defined]  # read by simple-history
    try:
        with transaction.atomic():
            nieuw.save()
    except IntegrityError:
        return rem() or houd_alles_vast(reden=reden, door=door)
    return nieuw


@transaction.atomic
def laat_alles_gaan(*, door: User) -> None:
    """Lift the brake; what waits and is due goes out at once."""
    huidig = Postrem.objects.select_for_update().filter(opgeheven_op=None).first()
    if huidig is None:
        return
    huidig.opgeheven_op, huidig.opgeheven_door = timezone.now(), door
    huidig._change_reason = "alle post vrijgegeven"  # type: ignore[attr-defined]  # read by simple-history
    huidig.save(update_fields=["opgeheven_op", "opgeheven_door"])
    verstuur_post.enqueue()
