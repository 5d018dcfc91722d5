"""The overview on a page and in Excel."""

import datetime
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mantelzorg.excel import XLSX
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from praktijken.models import Weergave
from praktijken.overzicht.als_xlsx import als_xlsx
from praktijken.overzicht.filters import OverzichtFilter
from praktijken.overzicht.forms import Actiekeuze, WeergaveForm
from praktijken.overzicht.kolommen import Kolom, Waarde
from praktijken.overzicht.rijen import Rij, alle_rijen, rijen
from praktijken.overzicht.vraag import als_vraag

_PER_PAGINA = 50
_LAATSTE_PAGINA = 1_000_000  # far beyond any list; keeps a made-up number out of the database


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A heading. `sorteer`: what its link asks (empty: it cannot order); `richting`: how it is ordered now."""

    kolom: Kolom
    sorteer: str
    richting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """A value with its column, for the page to show."""

    kolom: Kolom
    waarde: Waarde

    @property
    def is_datum(self) -> bool:
        return isinstance(self.waarde, datetime.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A line of the table: the practice, and its cells beside the name."""

    rij: Rij
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """A page of the list. Nothing is counted: whether there is a next one shows by asking for one row more."""

    nummer: int
    sleutels: tuple[int, ...]
    vorige: int | None
    volgende: int | None

    @property
    def eerste(self) -> int:
        """The number in the whole list of the first row."""
        return (self.nummer - 1) * _PER_PAGINA + 1

    @property
    def laatste(self) -> int:
        return self.eerste + len(self.sleutels) - 1


def lezer(request: HttpRequest) -> User:
    """Who asks, if they may see practices at all; else there is no such page."""
    if not isinstance(request.user, User) or not mag(request.user, Recht.PRAKTIJKEN_ZIEN):
        raise Http404
    return request.user


@require_safe
@login_required
def overzicht(request: HttpRequest) -> HttpResponse:
    """All practices one may see, with what the address asks of them, 50 a page."""
    user = lezer(request)
    praktijkfilter = OverzichtFilter(request.GET, user=user, vandaag=vandaag())
    bladzijde = _bladzijde(praktijkfilter, request.GET)
    kolommen = praktijkfilter.gekozen
    context = {
        "filter": praktijkfilter,
        "dag": praktijkfilter.dag,
        "bladzijde": bladzijde,
        "koppen": [_kop(kolom, praktijkfilter.sortering) for kolom in kolommen],
        "regels": [_regel(rij, kolommen) for rij in rijen(bladzijde.sleutels, praktijkfilter.dag, user)],
        "vraag": als_vraag(request.GET),
        "weergaven": Weergave.objects.filter(gebruiker=user),
        "bewaren": WeergaveForm(initial={"vraag": als_vraag(request.GET)}, auto_id="weergave_%s"),
        "actiekeuze": Actiekeuze() if mag_alles(user, Recht.PRAKTIJKEN_WIJZIGEN) else None,
    }
    return render(request, "praktijken/overzicht/overzicht.html", context)


@require_safe
@login_required
def excel(request: HttpRequest) -> HttpResponse:
    """The whole list as the page shows it: the same columns, order and filters. It holds no names of participants."""
    user = lezer(request)
    praktijkfilter = OverzichtFilter(request.GET, user=user, vandaag=vandaag())
    if not praktijkfilter.form.is_valid():
        raise Http404
    dag = praktijkfilter.dag
    sleutels = list(praktijkfilter.qs.values_list("pk", flat=True))
    inhoud = als_xlsx(praktijkfilter.gekozen, alle_rijen(sleutels, dag, user), dag)
    antwoord = HttpResponse(inhoud, content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="overzicht-praktijken-{dag:%Y-%m-%d}.xlsx"'
    return antwoord


def _bladzijde(praktijkfilter: OverzichtFilter, vraag: QueryDict) -> Bladzijde:
    gevraagd = vraag.get("pagina", "1")
    nummer = min(max(int(gevraagd), 1), _LAATSTE_PAGINA) if gevraagd.isdecimal() and len(gevraagd) < 10 else 1
    begin = (nummer - 1) * _PER_PAGINA
    sleutels = list(praktijkfilter.qs.values_list("pk", flat=True)[begin : begin + _PER_PAGINA + 1])
    return Bladzijde(
        nummer=nummer,
        sleutels=tuple(sleutels[:_PER_PAGINA]),
        vorige=nummer - 1 if nummer > 1 else None,
        volgende=nummer + 1 if len(sleutels) > _PER_PAGINA else None,
    )


def _kop(kolom: Kolom, sortering: str) -> Kop:
    """The heading's link turns the order round where the list is ordered by it already."""
    richting = {kolom.sleutel: "ascending", f"-{kolom.sleutel}": "descending"}.get(sortering, "")
    sorteer = f"-{kolom.sleutel}" if richting == "ascending" else kolom.sleutel
    return Kop(kolom=kolom, sorteer=sorteer if kolom.veld else "", richting=richting)


def _regel(rij: Rij, kolommen: list[Kolom]) -> Regel:
    cellen = (Cel(kolom=kolom, waarde=kolom.waarde(rij)) for kolom in kolommen if kolom.te_kiezen)
    return Regel(rij=rij, cellen=tuple(cellen))
