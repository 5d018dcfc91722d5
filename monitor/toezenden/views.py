"""Pages on which one has links to measurements sent: all plans with what became of them, and one to change."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht
from monitor.meetpaginas.toegang import met_recht
from monitor.models import Meting, Toezending
from monitor.toezenden.acties import trek_in
from monitor.toezenden.forms import Toezendingform
from monitor.toezenden.stand import regels
from praktijken.blad.scherm import toevoegen, wijzigen

_lezen_of_schrijven = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scherm:
    """Where a plan is made or changed from. It is of no practice."""

    titel: str
    anker: str = "toezending"
    kruimel: str = "Links versturen"
    praktijken: Sequence[int] = ()

    @property
    def terug(self) -> str:
        """The list of all plans."""
        return reverse("monitor:toezendingen")


@require_safe
@met_recht(Recht.METINGEN_MAKEN)
def lijst(request: HttpRequest, user: User) -> HttpResponse:
    """All plans, with what each waits for and what became of it."""
    context = {
        "regels": regels(user, timezone.now(), vandaag()),
        "programmas": Programma.objects.zichtbaar_voor(user).order_by("naam"),
    }
    return render(request, "monitor/toezenden/lijst.html", context)


@_lezen_of_schrijven
@met_recht(Recht.METINGEN_MAKEN)
def nieuw_programma(request: HttpRequest, user: User, programma: str) -> HttpResponse:
    """A plan for every measurement of the Monitor that is still to come."""
    een = get_object_or_404(Programma.objects.zichtbaar_voor(user), slug=programma)
    return _nieuw(request, user, f"Link bij elke nieuwe meting van {een.naam}", programma=een)


@_lezen_of_schrijven
@met_recht(Recht.METINGEN_MAKEN)
def nieuw_meting(request: HttpRequest, user: User, meting: int) -> HttpResponse:
    """A plan for one measurement, fixed or not."""
    metingen = (
        Meting.objects.zichtbaar_voor(user).openbaar_te_maken().filter(vervallen_op=None).select_related("programma")
    )
    een = get_object_or_404(metingen, pk=meting)
    titel = f"Link naar meting {een.nummer} van {een.jaar} versturen"
    return _nieuw(request, user, titel, programma=een.programma, meting=een)


def _nieuw(
    request: HttpRequest, user: User, titel: str, *, programma: Programma, meting: Meting | None = None
) -> HttpResponse:
    leeg = Toezending(programma=programma, meting=meting, gemaakt_door=user, gemaakt_op=timezone.now())
    return toevoegen(request, Scherm(titel=titel), Toezendingform, leeg, {})


@_lezen_of_schrijven
@met_recht(Recht.METINGEN_MAKEN)
def wijzig(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Change when it goes and to whom; what has gone stays as it was."""
    lopend = Toezending.objects.zichtbaar_voor(user).filter(ingetrokken_op=None)
    een = get_object_or_404(lopend.select_related("meting", "programma"), pk=pk)
    return wijzigen(request, Scherm(titel="Toezending", anker=f"toezending-{pk}"), Toezendingform, een)


@require_POST
@met_recht(Recht.METINGEN_MAKEN)
def intrekken(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Withdraw it; the same form a second time changes nothing."""
    een = get_object_or_404(Toezending.objects.zichtbaar_voor(user), pk=pk)
    trek_in(een.pk, op=timezone.now())
    messages.success(request, "De toezending is ingetrokken. Wat nog niet uit was, gaat niet meer uit.")
    return redirect(f"{reverse('monitor:toezendingen')}#toezending-{pk}")
