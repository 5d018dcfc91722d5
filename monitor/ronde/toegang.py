"""Who gets to which round: staff to all, an adviser to those about a practice they guide; for others there is none."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from monitor.models import Meetronde
from monitor.ronde.stand import Voortgang
from praktijken.models import Praktijk
from praktijken.querysets import praktijken_binnen

View = Callable[..., HttpResponse]


def is_bureau(user: User) -> bool:
    """Whether this person opens, follows and closes rounds."""
    return mag_alles(user, Recht.MEETRONDES_BEHEREN)


def te_bevestigen_door(user: User) -> QuerySet[Praktijk]:
    """The practices whose figures `user` may confirm."""
    binnen = praktijken_binnen(user, Recht.MEETRONDES_BEVESTIGEN)
    return Praktijk.objects.all() if binnen is None else Praktijk.objects.filter(binnen)


def rondes_van(user: User) -> QuerySet[Meetronde]:
    """The rounds `user` may see."""
    rondes = Meetronde.objects.select_related("programma", "geopend_door", "gesloten_door")
    if is_bureau(user):
        return rondes
    return rondes.filter(programma__in=te_bevestigen_door(user).values("programma"))


def voor_zover(standen: Iterable[Voortgang], user: User) -> list[Voortgang]:
    """Those rounds with the practices `user` may confirm alone."""
    if is_bureau(user):
        return list(standen)
    eigen = set(te_bevestigen_door(user).values_list("pk", flat=True))
    return [
        replace(stand, regels=tuple(een for een in stand.regels if een.praktijk.praktijk.id in eigen))
        for stand in standen
    ]


def voor_bevestigers(view: View) -> View:
    """The view gets the user who may confirm anything at all."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag(request.user, Recht.MEETRONDES_BEVESTIGEN):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst


def voor_bureau(view: View) -> View:
    """The view gets the user of the office."""

    @voor_bevestigers
    @wraps(view)
    def getoetst(request: HttpRequest, user: User, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_bureau(user):
            raise Http404
        return view(request, user, *args, **kwargs)

    return getoetst


def met_ronde(view: View) -> View:
    """The view gets the round in the place of its key."""

    @wraps(view)
    def gevonden(request: HttpRequest, user: User, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, user, get_object_or_404(rondes_van(user), pk=pk), *args, **kwargs)

    return gevonden
