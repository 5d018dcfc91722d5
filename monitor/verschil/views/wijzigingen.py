"""The page of late changes behind a fixed measurement, and what the office decides about them."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from monitor.meetpaginas.toegang import met_recht
from monitor.meten.opstellen import KanNiet
from monitor.meten.overzicht import Stand, stand_van
from monitor.models import Meting, Staatsoort
from monitor.publicatie.erratum import KanZoNietOpenbaar
from monitor.verschil.achteraf import BESLUITEN, Achteraf, achteraf
from monitor.verschil.besluiten import Besluit, besluit
from monitor.verschil.forms import BesluitForm
from monitor.verschil.inzage import Inzage, Recordregel
from monitor.verschil.rapport import met_teken
from monitor.verschil.wie import Laatste, laatste_wijzigingen
from monitor.verschil.wijzigingen import Wijziging

NAAM = "monitor:meting-wijzigingen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A changed record as the page shows it. `wat` None: one may not see which."""

    wat: Recordregel | None
    oorzaken: str
    effecten: list[str]
    laatste: Laatste | None


@require_http_methods(["GET", "HEAD", "POST"])
@met_recht(Recht.METINGEN_ZIEN)
def wijzigingen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The list, for who sees measurements; a POST decides about it, of who publishes figures."""
    rijen = Meting.objects.zichtbaar_voor(user).vastgesteld().select_related("vaststelling", "programma")
    meting = get_object_or_404(rijen.prefetch_related("vaststelling__staten__door"), pk=pk)
    if request.method != "POST":
        return _toon(request, user, meting, BesluitForm())
    if not mag_alles(user, Recht.CIJFERS_PUBLICEREN):
        raise Http404
    return _besluit(request, user, meting)


def _besluit(request: HttpRequest, user: User, meting: Meting) -> HttpResponse:
    form = BesluitForm(request.POST)
    if not form.is_valid():
        return _toon(request, user, meting, form)
    wat = Besluit(
        soort=Staatsoort(form.cleaned_data["besluit"]),
        reden=form.cleaned_data["reden"],
        openbaar=form.cleaned_data["openbaar"],
        gezien=request.POST.get("gezien", ""),
        inzending=form.cleaned_data["inzending"],
    )
    try:
        gedaan = besluit(meting.pk, wat, door=user, op=timezone.now())
    except KanNiet as fout:
        form.add_error("openbaar" if isinstance(fout, KanZoNietOpenbaar) else None, str(fout))
        return _toon(request, user, meting, form, status=409)
    erratum = gedaan.soort == Staatsoort.ERRATUM
    messages.success(request, f"Erratum {gedaan.nummer} is vastgelegd." if erratum else "Het cijfer blijft staan.")
    return redirect(NAAM, meting.pk)


def _toon(request: HttpRequest, user: User, meting: Meting, form: BesluitForm, status: int = 200) -> HttpResponse:
    (gevonden,) = achteraf([meting], timezone.now())
    staten = meting.vaststelling.staten.all()
    inhoud = {
        "meting": meting,
        "achteraf": gevonden,
        "rijen": _rijen(gevonden, user),
        "besluiten": [een for een in staten if een.soort in BESLUITEN],
        "form": form,
        "geldt": stand_van(meting) is Stand.VASTGESTELD,
    }
    return render(request, "monitor/verschil/wijzigingen.html", inhoud, status=status)


def _rijen(gevonden: Achteraf, user: User) -> list[Rij]:
    verschil = gevonden.verschil
    inzage = Inzage(verschil, verschil.bijdragen, user)
    laatste = laatste_wijzigingen(verschil.indicator, gevonden.wijzigingen, gevonden.meting.vaststelling.op)
    namen = {regel.figuur.sleutel: regel.figuur.heel for regel in verschil.regels}
    met_naam = mag(user, Recht.PERSONEN_ZIEN)
    return [_rij(een, inzage, laatste.get(een.record), namen, met_naam=met_naam) for een in gevonden.wijzigingen]


def _rij(een: Wijziging, inzage: Inzage, laatste: Laatste | None, namen: dict[Any, str], *, met_naam: bool) -> Rij:
    return Rij(
        wat=inzage.record(een.feit),
        oorzaken=", ".join(een.oorzaken),
        effecten=[f"{namen[figuur]} {met_teken(bij)}" for figuur, bij in een.effecten],
        laatste=laatste if laatste is None or met_naam else Laatste(op=laatste.op, door=""),
    )
