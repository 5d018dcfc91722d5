"""The page of a difference."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht
from monitor.indicatoren.register import EERSTE, zichtbare
from monitor.meetpaginas.toegang import met_recht, zichtbaar_of_404
from monitor.verschil import keuze
from monitor.verschil.brug import brug_svg
from monitor.verschil.forms import VerschilForm
from monitor.verschil.inzage import Inzage, Recordregel
from monitor.verschil.rapport import Deel, Regel, Verschil, met_teken

LEEG = "monitor/verschil/leeg.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoond:
    """A part with the records one may see, each with its sign; `verborgen`: how many one may not."""

    deel: Deel
    regels: list[tuple[str, Recordregel]]

    @property
    def verborgen(self) -> int:
        return len(self.deel.bijdragen) - len(self.regels)


@require_safe
@met_recht(Recht.METINGEN_ZIEN)
def verschil(request: HttpRequest, user: User) -> HttpResponse:
    """Why a figure differs between two measurements, or between a measurement and now."""
    programmas = list(Programma.objects.zichtbaar_voor(user))
    if not programmas:
        return render(request, LEEG)
    indicator = zichtbaar_of_404(request.GET.get("indicator") or EERSTE, user)
    programma = _programma(request, programmas)
    metingen = keuze.metingen(programma, user, indicator.code)
    gekozen = keuze.kies(metingen, request.GET.get("van", ""), request.GET.get("naar", ""), vandaag())
    if gekozen is None:
        leeg = {"programma": programma, "programmas": programmas, "indicator": indicator}
        return render(request, LEEG, leeg | {"indicatoren": zichtbare(user)})
    gelezen = keuze.lees(gekozen, timezone.now())
    regel = gelezen.regel((request.GET.get("figuur", ""), request.GET.get("sleutel", "")))
    figuur, sleutel = regel.figuur.sleutel
    begin = {"indicator": indicator.code, "programma": programma.slug, "figuur": figuur, "sleutel": sleutel}
    form = VerschilForm(zichtbare(user), programmas, metingen, gekozen, **begin)
    return render(request, "monitor/verschil/verschil.html", {"form": form} | _inhoud(gelezen, regel, user))


def _programma(request: HttpRequest, programmas: list[Programma]) -> Programma:
    slug = request.GET.get("programma") or programmas[0].slug
    gevonden = next((een for een in programmas if een.slug == slug), None)
    if gevonden is None:
        raise Http404
    return gevonden


def _inhoud(gelezen: Verschil, regel: Regel, user: User) -> dict[str, object]:
    delen = gelezen.delen(regel.figuur.sleutel)
    inzage = Inzage(gelezen, (een for deel in delen for een in deel.bijdragen), user)
    return {
        "verschil": gelezen,
        "regel": regel,
        "zin": gelezen.zin(regel),
        "over_personen": gelezen.indicator.over_personen(regel.figuur.sleutel[0]),
        "zonder_delen": [een.label.lower() for een in gelezen.indicator.figuren.values() if not een.telt_op],
        "brug": brug_svg(gelezen, regel),
        "delen": [Getoond(deel=deel, regels=_regels(deel, inzage)) for deel in delen],
        "tabellen": [
            (titel, list(rijen)) for titel, rijen in groupby(gelezen.regels, key=lambda een: een.figuur.tabel)
        ],
    }


def _regels(deel: Deel, inzage: Inzage) -> list[tuple[str, Recordregel]]:
    gezien = ((met_teken(een.bij), inzage.record(een.feit)) for een in deel.bijdragen)
    return [(teken, record) for teken, record in gezien if record is not None]
