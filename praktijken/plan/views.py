"""Changing the plan in place: a small form for what was promised and for each step."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from mantelzorg.klok import vandaag
from praktijken.blad.scherm import Scherm, wijzigen
from praktijken.blad.views import van_wie_mag
from praktijken.models import Praktijk, Traject
from praktijken.plan.forms import PlanstapForm, TrajectForm


@van_wie_mag
def traject(request: HttpRequest, praktijk: Praktijk) -> HttpResponse:
    """The planned start and how many months."""
    record = get_object_or_404(Traject, praktijk=praktijk)
    return wijzigen(
        request, Scherm(praktijk=praktijk, titel="Geplande start en duur", anker="plan"), TrajectForm, record
    )


@van_wie_mag
def stap(request: HttpRequest, praktijk: Praktijk, stap: int) -> HttpResponse:
    """A step of the plan."""
    record = get_object_or_404(praktijk.planstappen.all(), pk=stap)
    scherm = Scherm(praktijk=praktijk, titel=f"Stap van het plan: {record.soort}", anker=f"stap-{record.pk}")
    return wijzigen(request, scherm, partial(PlanstapForm, dag=vandaag()), record)
