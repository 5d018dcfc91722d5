"""The page with the records behind one figure, live or of a fixed measurement."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht, mag
from mantelzorg.volgorde import alfabetisch
from monitor.bron import momentopname
from monitor.definities import Definitie
from monitor.feiten import Feiten
from monitor.herleiding import vergelijking
from monitor.herleiding.figuren import VERGELIJKING, Figuurkeuze, kies, over_personen
from monitor.herleiding.lijst import Lijst, Regel, lijst
from monitor.herleiding.personen import Wie, sleutels_van, wie_zijn
from monitor.indicatoren.figuren import PERSOON
from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Indicatorsoort
from monitor.meetpaginas.indicator import pagina_van
from monitor.meetpaginas.toegang import met_meting, zichtbaar_of_404
from monitor.meten import lezen
from monitor.meten.feitregels import feiten_uit, oordelen_uit
from monitor.meten.kop import vorige_uit
from monitor.meten.overzicht import vaststelling_van
from monitor.models import Meting, Vaststelling
from monitor.oordelen import Oordeel
from monitor.peildatum import OngeldigePeildatum, lees_peildatum
from monitor.rapport import jaar_eerder
from monitor.tabellen import Tabel
from praktijken.models import Praktijk

_PER_PAGINA = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """What the lists are made of. `sleutels`: the record of each person in the facts; `toen`: a year earlier."""

    indicator: Indicatorsoort
    programma: int
    feiten: Feiten
    oordelen: list[Oordeel]
    tabellen: tuple[Tabel, ...]
    definitie: Definitie
    sleutels: Mapping[str, int]
    peildatum: datetime.date
    toen: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A line of the page: its name, and the record one may open, a practice or a person; neither: none."""

    regel: Regel
    naam: str
    praktijk: int | None = None
    persoon: int | None = None


@require_safe
@login_required
def live(request: HttpRequest, code: str) -> HttpResponse:
    """The records behind a figure of the indicator, as they stand now."""
    user, soort = _lezer(request, code)
    programma = get_object_or_404(Programma.objects.zichtbaar_voor(user), slug=request.GET.get("programma", ""))
    try:
        peildatum = lees_peildatum(request.GET.get("peildatum", ""))
    except OngeldigePeildatum as fout:
        raise Http404 from fout
    with momentopname():
        feiten = soort.lees(programma)
    oordelen = soort.huidige.oordelen(feiten, peildatum)
    bron = Bron(
        indicator=soort,
        programma=programma.pk,
        feiten=feiten,
        oordelen=oordelen,
        tabellen=soort.cijfers(soort.uitkomst(programma.slug, peildatum, feiten, oordelen)).tabellen,
        definitie=soort.huidige,
        sleutels={een.persoon: int(een.persoon) for een in feiten.deelnemers},
        peildatum=peildatum,
        toen=jaar_eerder(peildatum),
    )
    terug = f"{pagina_van(soort)}?{urlencode({'programma': programma.slug, 'peildatum': peildatum})}"
    return _toon(request, user, bron, {"terug": terug, "waarvan": programma.naam, "peildatum": peildatum})


@require_safe
@met_meting
def van_meting(request: HttpRequest, user: User, meting: Meting) -> HttpResponse:
    """The records behind a figure of a fixed measurement, as they were fixed."""
    vaststelling = vaststelling_van(meting)
    if vaststelling is None or not indicator(meting.indicator).mag_records(user):
        raise Http404
    over = {
        "terug": reverse("monitor:meting", args=[meting.pk]),
        "waarvan": meting.programma.naam,
        "meting": meting,
        "peildatum": meting.peildatum,
    }
    return _toon(request, user, _vaste_bron(vaststelling, _figuur(request)), over)


def _vaste_bron(vaststelling: Vaststelling, figuur: str) -> Bron:
    kop, inhouden = vaststelling.inhoud, lezen.inhouden(vaststelling)
    soort = indicator(kop["indicator"])
    cijfers = soort.cijfers(kop["uitkomst"])
    return Bron(
        indicator=soort,
        programma=vaststelling.meting.programma_id,
        feiten=feiten_uit(inhouden),
        oordelen=list(oordelen_uit(inhouden)),
        tabellen=cijfers.tabellen,
        definitie=soort.definitie(kop["definitie"]),
        sleutels=sleutels_van(vaststelling) if over_personen(figuur, soort) else {},
        peildatum=cijfers.peildatum,
        toen=vorige_uit(kop).peildatum,
    )


def _lezer(request: HttpRequest, code: str) -> tuple[User, Indicatorsoort]:
    user, soort = request.user, zichtbaar_of_404(code, request.user)
    if not isinstance(user, User) or not soort.mag_records(user):
        raise Http404
    return user, soort


def _figuur(request: HttpRequest) -> str:
    return request.GET.get("figuur", "")


def _toon(request: HttpRequest, user: User, bron: Bron, over: dict[str, Any]) -> HttpResponse:
    if over_personen(_figuur(request), bron.indicator) and not mag(user, Recht.PERSONEN_ZIEN):
        raise Http404
    keuze, alle = _lijst(bron, _figuur(request), request.GET.get("sleutel", ""))
    if keuze.soort == PERSOON:
        wie = wie_zijn((*alle.telt, *alle.niet), bron.sleutels, bron.programma, user)
        telt, niet = _personen(alle.telt, wie), _personen(alle.niet, wie)
    else:
        te_openen = _praktijken(user, bron.programma)
        telt, niet = _records(alle.telt, te_openen), _records(alle.niet, te_openen)
    inhoud = {
        "indicator": bron.indicator,
        "keuze": keuze,
        "verborgen": len(alle.telt) - len(telt) + len(alle.niet) - len(niet),
        "telt": Paginator(telt, _PER_PAGINA).get_page(request.GET.get("pagina")),
        "niet": Paginator(niet, _PER_PAGINA).get_page(request.GET.get("niet")),
    }
    return render(request, "monitor/feiten.html", over | inhoud)


def _lijst(bron: Bron, figuur: str, sleutel: str) -> tuple[Figuurkeuze, Lijst]:
    """The figure asked for and its list; Http404 where the report has no such figure."""
    if figuur in VERGELIJKING and bron.indicator.eigen_vormen:
        alle = vergelijking.praktijken_bij(
            figuur, bron.feiten, bron.definitie, toen=bron.toen, peildatum=bron.peildatum
        )
        return vergelijking.keuze(figuur, alle, bron.toen), alle
    keuze = kies(bron.tabellen, figuur, sleutel, bron.indicator)
    if keuze is None:
        raise Http404
    return keuze, lijst(keuze, bron.feiten, bron.oordelen, bron.indicator)


def _records(regels: Iterable[Regel], te_openen: set[int]) -> list[Rij]:
    """Each line, with the page of its practice where one may open that."""
    return [
        Rij(regel=regel, naam=regel.naam, praktijk=regel.praktijk if regel.praktijk in te_openen else None)
        for regel in regels
    ]


def _personen(regels: Iterable[Regel], wie: Mapping[str, Wie]) -> list[Rij]:
    """The persons one may know of by name, those that are erased last; others are left out."""
    rijen = [
        Rij(regel=regel, naam=een.naam, persoon=een.pk)
        for regel in regels
        if (een := wie.get(regel.sleutel)) is not None
    ]
    return sorted(rijen, key=lambda rij: (rij.persoon is None, alfabetisch(rij.naam), rij.regel.sleutel))


def _praktijken(user: User, programma: int) -> set[int]:
    """The practices whose page the user may open."""
    return set(Praktijk.objects.zichtbaar_voor(user).filter(programma=programma).values_list("pk", flat=True))
