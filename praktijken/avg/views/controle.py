"""Pointing out personal data while somebody types. Nothing of it is kept or logged."""

from collections.abc import Iterable
from dataclasses import asdict

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from mantelzorg.velden import LENGTE_TEKST
from praktijken.avg.aanwijzen import Aanwijzing, wijs_aan

_MEESTE_NAMEN = 2_000
_MEESTE_PRAKTIJKEN = 100


@login_required
@require_POST
def controle(request: HttpRequest) -> JsonResponse:
    """What in `tekst` looks like personal data; of `praktijk` (keys, with spaces) the participants' names too."""
    sleutels = [int(deel) for deel in request.POST.get("praktijk", "").split() if _is_sleutel(deel)]
    gevonden = aanwijzingen(request, request.POST.get("tekst", ""), sleutels[:_MEESTE_PRAKTIJKEN])
    return JsonResponse({"aanwijzingen": [asdict(een) for een in gevonden]}, headers={"Cache-Control": "no-store"})


def aanwijzingen(request: HttpRequest, tekst: str, praktijken: Iterable[int]) -> list[Aanwijzing]:
    """The same for a form that was sent without JavaScript."""
    if not isinstance(request.user, User):
        raise Http404
    return wijs_aan(tekst[:LENGTE_TEKST], _namen(request.user, praktijken))


def _is_sleutel(tekst: str) -> bool:
    return tekst.isascii() and tekst.isdecimal() and len(tekst) < 19


def _namen(user: User, praktijken: Iterable[int]) -> list[str]:
    personen = Deelnemer.objects.zichtbaar_voor(user).filter(deelnames__praktijk__in=praktijken).exclude(naam="")
    return list(personen.values_list("naam", flat=True).distinct().order_by()[:_MEESTE_NAMEN])
