"""Changing a practice part by part: a small form a part, and back to that part of the page."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Recht, mag_alles
from praktijken.blad.forms import (
    ExperimentForm,
    GegevensForm,
    KernthemaForm,
    NieuwePartnerForm,
    OntwerpvraagForm,
    PartnerForm,
    PeriodeForm,
    PrangendeVragenForm,
)
from praktijken.blad.scherm import Scherm, toevoegen, wijzigen
from praktijken.models import Experiment, Ontwerpvraag, Praktijk, Praktijkpartner

View = Callable[..., HttpResponse]


def van_wie_mag(view: View) -> View:
    """Hands the view the practice, of who may change it; for anybody else there is no such page."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @login_required
    @wraps(view)
    def met_praktijk(request: HttpRequest, pk: int, **sleutels: Any) -> HttpResponse:
        praktijken = Praktijk.objects.wijzigbaar_door(request.user).select_related("programma")
        return view(request, get_object_or_404(praktijken, pk=pk), **sleutels)

    return met_praktijk


@van_wie_mag
def kernthema(request: HttpRequest, praktijk: Praktijk) -> HttpResponse:
    """The theme in the practice's own words; earlier wordings stay in the history."""
    scherm = Scherm(praktijk=praktijk, titel="Kernthema", anker="kernthema")
    return wijzigen(request, scherm, KernthemaForm, praktijk)


@van_wie_mag
def gegevens(request: HttpRequest, praktijk: Praktijk) -> HttpResponse:
    """Name and working area; programme, code and advisers are the office's."""
    scherm = Scherm(praktijk=praktijk, titel="Naam en werkgebied", anker="gegevens")
    return wijzigen(request, scherm, GegevensForm, copy(praktijk))  # the name above the form stays what it is


@van_wie_mag
def prangende_vragen(request: HttpRequest, praktijk: Praktijk) -> HttpResponse:
    """Which of the programme's questions the practice works on."""
    scherm = Scherm(praktijk=praktijk, titel="Prangende vragen", anker="prangende-vragen")
    return wijzigen(request, scherm, PrangendeVragenForm, praktijk)


@van_wie_mag
def periode(request: HttpRequest, praktijk: Praktijk) -> HttpResponse:
    """When it began and how it ended: for the office alone."""
    if not mag_alles(request.user, Recht.PRAKTIJKEN_WIJZIGEN):
        raise Http404
    scherm = Scherm(praktijk=praktijk, titel="Periode en afloop", anker="gegevens")
    return wijzigen(request, scherm, PeriodeForm, praktijk)


@van_wie_mag
def ontwerpvraag_nieuw(request: HttpRequest, praktijk: Praktijk) -> HttpResponse:
    """One more design question; the next free number stands there already."""
    hoogste = praktijk.ontwerpvragen.aggregate(hoogste=Max("nummer"))["hoogste"] or 0
    scherm = Scherm(praktijk=praktijk, titel="Nieuwe ontwerpvraag", anker="vraag")
    bekend = {"nummer": hoogste + 1, "geformuleerd_op": vandaag()}
    return toevoegen(request, scherm, OntwerpvraagForm, Ontwerpvraag(praktijk=praktijk), bekend)


@van_wie_mag
def ontwerpvraag(request: HttpRequest, praktijk: Praktijk, vraag: int) -> HttpResponse:
    """A design question: its words, themes, and when it lapsed."""
    record = get_object_or_404(praktijk.ontwerpvragen.all(), pk=vraag)
    scherm = Scherm(praktijk=praktijk, titel=f"Ontwerpvraag {record.nummer}", anker=f"vraag-{record.pk}")
    return wijzigen(request, scherm, OntwerpvraagForm, record)


@van_wie_mag
def experiment_nieuw(request: HttpRequest, praktijk: Praktijk, vraag: int) -> HttpResponse:
    """One more experiment with a design question."""
    record = get_object_or_404(praktijk.ontwerpvragen.select_related("praktijk"), pk=vraag)
    titel = f"Nieuw experiment bij ontwerpvraag {record.nummer}"
    scherm = Scherm(praktijk=praktijk, titel=titel, anker="experiment")
    return toevoegen(request, scherm, ExperimentForm, Experiment(ontwerpvraag=record), {})


@van_wie_mag
def experiment(request: HttpRequest, praktijk: Praktijk, experiment: int) -> HttpResponse:
    """An experiment: what is expected, when it runs, how it ended and what it brought."""
    experimenten = Experiment.objects.filter(ontwerpvraag__praktijk=praktijk)
    record = get_object_or_404(experimenten.select_related("ontwerpvraag__praktijk"), pk=experiment)
    scherm = Scherm(praktijk=praktijk, titel=f"Experiment {record.code}", anker=f"experiment-{record.pk}")
    return wijzigen(request, scherm, ExperimentForm, record)


@van_wie_mag
def partner_nieuw(request: HttpRequest, praktijk: Praktijk) -> HttpResponse:
    """One more organisation that works along."""
    scherm = Scherm(praktijk=praktijk, titel="Nieuwe partner", anker="partner")
    return toevoegen(request, scherm, NieuwePartnerForm, Praktijkpartner(praktijk=praktijk), {"vanaf": vandaag()})


@van_wie_mag
def partner(request: HttpRequest, praktijk: Praktijk, partner: int) -> HttpResponse:
    """A partner: its role, and when it worked along."""
    record = get_object_or_404(praktijk.partners.select_related("organisatie"), pk=partner)
    scherm = Scherm(praktijk=praktijk, titel=f"Partner {record.organisatie}", anker=f"partner-{record.pk}")
    return wijzigen(request, scherm, PartnerForm, record)
