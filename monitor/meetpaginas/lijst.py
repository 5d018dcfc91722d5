"""The list of measurements with their series, and making one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht
from monitor.definities import Definitie
from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Indicatorsoort
from monitor.meetpaginas.forms import MetingForm
from monitor.meetpaginas.toegang import met_recht
from monitor.meten.opstellen import maak
from monitor.meten.overzicht import Stand, met_vaststelling, reeks, stand_van, waarde_van
from monitor.models import Meting
from monitor.reeks import Punt, is_breuk
from monitor.verschil.onbeslist import onbeslist
from monitor.weergave.reeksgrafiek import reeks_svg


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A measurement in the list. `gewijzigd`: records that changed since, of which nobody decided."""

    meting: Meting
    stand: Stand
    waarde: str
    gewijzigd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarpunt:
    """A year of the series. `breuk`: what changed in the definition since the year before; empty where nothing did."""

    punt: Punt
    breuk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmadeel:
    """The measurements of one indicator and programme, newest first, and the series of those of the Monitor."""

    programma: Programma
    indicator: Indicatorsoort
    rijen: tuple[Rij, ...]
    reeks: tuple[Jaarpunt, ...]
    grafiek: str

    @property
    def anker(self) -> str:
        """What its place on the page goes by."""
        slug = self.programma.slug
        return slug if self.indicator.eigen_vormen else f"{slug}-{self.indicator.code}"


@require_safe
@met_recht(Recht.METINGEN_ZIEN)
def lijst(request: HttpRequest, user: User) -> HttpResponse:
    """All measurements one may see, by programme and year."""
    rijen = met_vaststelling(Meting.objects.zichtbaar_voor(user))
    alle = rijen.order_by("programma__naam", "programma", "indicator", "-jaar", "-nummer")
    open_ = onbeslist((een for een in alle if stand_van(een) is Stand.VASTGESTELD), timezone.now())
    delen = [_deel(list(groep), open_) for _, groep in groupby(alle, key=lambda een: (een.programma, een.indicator))]
    return render(request, "monitor/metingen/lijst.html", {"delen": delen})


@require_http_methods(["GET", "HEAD", "POST"])
@met_recht(Recht.METINGEN_MAKEN)
def nieuw(request: HttpRequest, user: User) -> HttpResponse:
    """Make one; it is a concept until somebody else has checked it and it is fixed."""
    form = MetingForm(request.POST if request.method == "POST" else None, user=user, initial=_begin(request, user))
    if not form.is_valid():
        return render(request, "monitor/metingen/nieuw.html", {"form": form})
    meting = maak(form.opzet, door=user, op=timezone.now())
    messages.success(request, f"De meting is gemaakt: nummer {meting.nummer} van {meting.jaar}.")
    if form.ligt_na(vandaag()):
        messages.warning(request, "De peildatum ligt na vandaag. U kunt deze meting pas vaststellen als die dag er is.")
    return redirect("monitor:meting", meting.pk)


def _begin(request: HttpRequest, user: User) -> dict[str, Any]:
    """What the form starts with: of a measurement to replace its programme, year and day."""
    geldend = Meting.objects.zichtbaar_voor(user).geldend().select_related("programma")
    oud = next((een for een in geldend if str(een.pk) == request.GET.get("vervangt")), None)
    if oud is None:
        gekozen = {een: request.GET.get(een) for een in ("indicator", "programma") if een in request.GET}
        return {"jaar": vandaag().year} | gekozen
    velden = {"indicator": oud.indicator} | {
        "jaar": oud.jaar,
        "peildatum": oud.peildatum,
        "voor_monitor": oud.voor_monitor,
        "vervangt": oud.pk,
    }
    return velden | {"programma": oud.programma.slug, "aanleiding": oud.aanleiding}


def _deel(metingen: list[Meting], open_: dict[int, int]) -> Programmadeel:
    punten, soort = reeks(metingen), indicator(metingen[0].indicator)
    programma = metingen[0].programma
    return Programmadeel(
        programma=programma,
        indicator=soort,
        rijen=tuple(_rij(een, open_.get(een.pk, 0)) for een in metingen),
        reeks=tuple(_jaarpunten(soort, punten)),
        grafiek=reeks_svg(punten, sleutel=f"reeks-{programma.pk}-{soort.code}", wat=soort.hoofdlabel),
    )


def _rij(meting: Meting, gewijzigd: int) -> Rij:
    return Rij(meting=meting, stand=stand_van(meting), waarde=waarde_van(meting), gewijzigd=gewijzigd)


def _jaarpunten(soort: Indicatorsoort, punten: list[Punt]) -> Iterable[Jaarpunt]:
    for eerder, punt in zip([None, *punten], punten, strict=False):
        anders = eerder is not None and is_breuk(eerder, punt)
        yield Jaarpunt(punt=punt, breuk=_wijziging(soort.definitie(punt.definitie)) if anders else "")


def _wijziging(definitie: Definitie) -> str:
    return f"Versie {definitie.versie} van de definitie. {definitie.wijziging}".strip()
