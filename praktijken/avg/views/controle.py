"""Pointing out personal data while somebody types. Nothing of it is kept or logged."""

from dataclasses import asdict

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from mantelzorg.velden import LENGTE_TEKST
from praktijken.avg.aanwijzen import Aanwijzing, wijs_aan

_MEESTE_NAMEN = 2_000


@login_required
@require_POST
def controle(request: HttpRequest) -> JsonResponse:
    """What in `tekst` looks like personal data; names of participants of `praktijk` that one may see."""
    gevonden = aanwijzingen(request, request.POST.get("tekst", ""), request.POST.get("praktijk", ""))
    return JsonResponse({"aanwijzingen": [asdict(een) for een in gevonden]}, headers={"Cache-Control": "no-store"})


def aanwijzingen(request: HttpRequest, tekst: str, praktijk: str) -> list[Aanwijzing]:
    """The same for a form that was sent without JavaScript."""
    if not isinstance(request.user, User):
        raise Http404
    return wijs_aan(tekst[:LENGTE_TEKST], _namen(request.user, praktijk))


def _namen(user: User, praktijk: str) -> list[str]:
    if not (praktijk.isascii() and praktijk.isdecimal() and len(praktijk) < 19):
        return []
    personen = Deelnemer.objects.zichtbaar_voor(user).filter(deelnames__praktijk=int(praktijk)).exclude(naam="")
    return list(personen.values_list("naam", flat=True).distinct().order_by()[:_MEESTE_NAMEN])
