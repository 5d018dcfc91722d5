"""Reading practices: the list with its filters, and one practice on a page."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from mantelzorg.volgorde import alfabetisch
from praktijken.blad.lezen import Verslag, eerdere_verwoordingen, tijdlijn_van, verloop
from praktijken.filters import PraktijkFilter
from praktijken.leren.lezen import over_themas, van_praktijk
from praktijken.models import Deelname, Ontwerpvraag, Praktijk, Sessie, Thema
from praktijken.plan.lezen import planblad
from praktijken.samenstelling import samenstelling
from praktijken.tijdlijn import als_svg

_PRAKTIJKEN_PER_PAGINA = 50
_NAMEN_PER_PAGINA = 100
_VERSLAGEN_PER_PAGINA = 20
_SESSIES = 50  # the newest; the list of sessions gives the rest
_OOK_HIERAAN = 20  # practices; the filter on a thema gives the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column heading that orders the list. `sorteer`: what its link asks; `richting`: how it is ordered now."""

    sleutel: str
    label: str
    cijfer: bool = False
    sorteer: str
    richting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwant:
    """Another practice, with the themes it shares."""

    praktijk: Praktijk
    themas: str


@require_safe
@login_required
def lijst(request: HttpRequest) -> HttpResponse:
    """All practices one may see, filtered and ordered by the address, 50 a page."""
    user = _lezer(request)
    praktijkfilter = PraktijkFilter(request.GET, user=user, vandaag=vandaag())
    praktijken = praktijkfilter.qs.select_related("programma").met_gemeenten()
    context = {
        "filter": praktijkfilter,
        "dag": praktijkfilter.dag,
        "pagina": Paginator(praktijken, _PRAKTIJKEN_PER_PAGINA).get_page(request.GET.get("pagina")),
        "kolommen": _kolommen(praktijkfilter.sortering),
    }
    return render(request, "praktijken/lijst.html", context)


@require_safe
@login_required
def praktijk(request: HttpRequest, pk: int) -> HttpResponse:
    """One practice: what it works on, what it tries, how that goes and who work along."""
    user, dag = _lezer(request), vandaag()
    zichtbaar = Praktijk.objects.zichtbaar_voor(user)
    gevonden = get_object_or_404(zichtbaar.voor_pagina(user, dag), pk=pk)
    sessies = list(Sessie.objects.filter(praktijken=gevonden)[:_SESSIES])
    context = {
        "praktijk": gevonden,
        "sessies": sessies,
        "dag": dag,
        "adviseurs_zichtbaar": mag(user, Recht.PERSONEN_ZIEN),  # an analyst: figures and practices, never persons
        "kantoor": mag_alles(user, Recht.PRAKTIJKEN_WIJZIGEN),
        "bureau": mag_alles(user, Recht.PERSONEN_WIJZIGEN),
        "plan": planblad(gevonden, dag),
        "delen": [import_string(naam)(gevonden, user) for naam in settings.PRAKTIJKDELEN],
        "eerdere_verwoordingen": eerdere_verwoordingen(gevonden),
        "tijdlijn": (lijn := tijdlijn_van(gevonden, dag, sessies)),
        "tijdlijn_svg": als_svg(lijn, sleutel="tijdlijn"),
        "verslagen": _verslagen(gevonden, request.GET),
        "samenstelling": samenstelling(Deelname.objects.filter(praktijk=gevonden), dag),
        "deelnames": _deelnames(gevonden, user, request.GET.get("deelnemers")),
        "ook_hieraan": _ook_hieraan(gevonden, user, dag),
        "lessen": van_praktijk(gevonden, user),
        "lessen_hierover": over_themas(_themas(gevonden), gevonden, user),
    }
    return render(request, "praktijken/praktijk.html", context)


def _lezer(request: HttpRequest) -> User:
    """Who asks, if they may see practices at all; else there is no such page."""
    if not isinstance(request.user, User) or not mag(request.user, Recht.PRAKTIJKEN_ZIEN):
        raise Http404
    return request.user


def _verslagen(gevonden: Praktijk, vraag: QueryDict) -> Page[Verslag]:
    """Progress, newest first; of one experiment where the address asks for it."""
    alle = verloop(gevonden)
    een = vraag.get("experiment")
    van_een = [verslag for verslag in alle if str(verslag.voortgang.experiment_id) == een]
    return Paginator(van_een or alle, _VERSLAGEN_PER_PAGINA).get_page(vraag.get("voortgang"))


def _kolommen(sortering: str) -> list[Kolom]:
    return [
        _kolom("naam", "Praktijk", sortering),
        _kolom("code", "Code", sortering),
        _kolom("programma", "Programma", sortering),
        _kolom("status", "Status", sortering),
        _kolom("ontwerpvragen", "Ontwerpvragen", sortering, cijfer=True),
        _kolom("experimenten", "Experimenten", sortering, cijfer=True),
    ]


def _kolom(sleutel: str, label: str, sortering: str, *, cijfer: bool = False) -> Kolom:
    """The heading's link turns the order round where the list is ordered by it already."""
    richting = {sleutel: "ascending", f"-{sleutel}": "descending"}.get(sortering, "")
    sorteer = f"-{sleutel}" if richting == "ascending" else sleutel
    return Kolom(sleutel=sleutel, label=label, cijfer=cijfer, sorteer=sorteer, richting=richting)


def _deelnames(gevonden: Praktijk, user: User, pagina: str | None) -> Page[Deelname]:
    """The people of this practice by name, for who may see them; else none."""
    deelnames = Deelname.objects.zichtbaar_voor(user).filter(praktijk=gevonden)
    relaties = ("deelnemer", "organisatietype", "organisatie__organisatietype")
    volgorde = ("deelnemer__naam", "deelnemer__nummer", "vanaf")
    return Paginator(deelnames.select_related(*relaties).order_by(*volgorde), _NAMEN_PER_PAGINA).get_page(pagina)


def _themas(gevonden: Praktijk) -> set[int]:
    return {thema.pk for vraag in gevonden.ontwerpvragen.all() for thema in vraag.themas.all()}


def _ook_hieraan(gevonden: Praktijk, user: User, dag: datetime.date) -> list[Verwant]:
    """Other practices `user` may see with a thema of this one, most themes shared first."""
    themas = _themas(gevonden)
    gedeeld = Prefetch("themas", Thema.objects.filter(pk__in=themas))
    vragen = Ontwerpvraag.objects.filter(themas__in=themas).distinct().prefetch_related(gedeeld)
    aantal = Count("ontwerpvragen__themas", filter=Q(ontwerpvragen__themas__in=themas), distinct=True)
    andere = Praktijk.objects.zichtbaar_voor(user).met_thema(themas).exclude(pk=gevonden.pk)
    praktijken = (
        andere.met_status_op(dag)
        .annotate(gedeeld=aantal)
        .select_related("programma")
        .prefetch_related(Prefetch("ontwerpvragen", vragen))
        .order_by("-gedeeld", "naam", "code", "pk")[:_OOK_HIERAAN]
    )
    return [_verwant(praktijk) for praktijk in praktijken]


def _verwant(praktijk: Praktijk) -> Verwant:
    namen = {thema.naam for vraag in praktijk.ontwerpvragen.all() for thema in vraag.themas.all()}
    return Verwant(praktijk=praktijk, themas=", ".join(sorted(namen, key=alfabetisch)))
