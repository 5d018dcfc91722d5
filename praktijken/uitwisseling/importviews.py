"""The pages of one uploaded file: how far the worker is, the preview, what came of it."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deelnemers.models import NamenUitvoer
from mantelzorg.taken.hartslag import werkerstand
from praktijken.models import Blokdeel, Importbatch, Importstand
from praktijken.models.importbatch import WACHT
from praktijken.uitwisseling.batches import (
    VoorbeeldVerouderd,
    annuleer,
    bevestig,
    probeer_opnieuw,
    vraag_terug,
    zoals_nu,
)
from praktijken.uitwisseling.blokken import bladzijde
from praktijken.uitwisseling.vervolgtekst import getoond
from praktijken.uitwisseling.views import als_bestand, uitwisselaar
from praktijken.uitwisseling.werkplaats import Werkplaats

LANG = 60
"""Seconds in the queue after which the page says why it may take so long."""
VEROUDERD = "De gegevens zijn intussen gewijzigd. Kijk het voorbeeld opnieuw na."


def batch_van(request: HttpRequest, pk: int) -> Importbatch:
    """The batch, for who may exchange records; without its content."""
    uitwisselaar(request)
    batches = Importbatch.objects.select_related("door", "bevestigd_door", "terug_door")
    return zoals_nu(get_object_or_404(batches.defer("inhoud", "met_fouten"), pk=pk))


@login_required
@require_safe
def importeren(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, the preview, or what came of it: where the batch stands now."""
    batch = batch_van(request, pk)
    inhoud: dict[str, Any] = {"batch": batch}
    if batch.is_bezig:
        inhoud |= _voortgang(batch)
    elif batch.stand in (Importstand.FOUTEN, Importstand.VOORBEELD):
        inhoud |= {deel.value: _deel(request, batch, deel) for deel in _delen(batch)}
    elif batch.stand is Importstand.KLAAR:
        inhoud["vervolg"] = getoond(batch.resultaat.get("terug", {}).get("vervolg", []))
    return render(request, "praktijken/import.html", inhoud)


def _delen(batch: Importbatch) -> list[Blokdeel]:
    """What the page lists: of a file with errors not what it would have changed."""
    delen = [Blokdeel.FOUTEN, Blokdeel.WAARSCHUWINGEN, Blokdeel.WIJZIGINGEN]
    return delen[:2] if batch.heeft_fouten else delen[1:]


def _voortgang(batch: Importbatch) -> dict[str, Any]:
    wacht = batch.stand in WACHT
    lang = wacht and (timezone.now() - batch.gevraagd_op).total_seconds() > LANG
    inhoud: dict[str, Any] = {"voortgang": None if wacht else Werkplaats(batch.pk).voortgang, "wacht": wacht}
    return inhoud | ({"wacht_lang": True, "stil": werkerstand(timezone.now()).stil} if lang else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """A page of a part of the preview; `vorige` and `volgende` are addresses, empty at an end."""

    rijen: list[Any]
    aantal: int
    nummer: int
    bladen: int
    vorige: str
    volgende: str


def _deel(request: HttpRequest, batch: Importbatch, deel: Blokdeel) -> Bladzijde:
    bladen = batch.voorbeeld["bladen"][deel.value]
    gevraagd = request.GET.get(deel.value, "")
    nummer = min(max(int(gevraagd), 1), bladen) if gevraagd.isdecimal() and len(gevraagd) < 8 else 1
    return Bladzijde(
        rijen=bladzijde(batch, deel, nummer) if bladen else [],
        aantal=batch.voorbeeld[deel.value],
        nummer=nummer,
        bladen=bladen,
        vorige=_adres(request, deel, nummer - 1) if nummer > 1 else "",
        volgende=_adres(request, deel, nummer + 1) if nummer < bladen else "",
    )


def _adres(request: HttpRequest, deel: Blokdeel, nummer: int) -> str:
    vraag = request.GET.copy()
    vraag[deel.value] = str(nummer)
    return f"?{vraag.urlencode()}#kop-{deel.value}"


@login_required
@require_safe
def stand(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, as a piece of the page; 204 once the page has something else to show."""
    batch = batch_van(request, pk)
    if not batch.is_bezig:
        return HttpResponse(status=204)
    return render(request, "praktijken/onderdelen/import_stand.html", {"batch": batch} | _voortgang(batch))


@login_required
@require_POST
def met_fouten(request: HttpRequest, pk: int) -> HttpResponse:
    """The same file with a column of what is wrong; it holds names, so it is logged."""
    batch = batch_van(request, pk)
    if batch.stand is not Importstand.FOUTEN or not batch.voorbeeld.get("foutbestand"):
        raise Http404
    personen = next((sum(telling[1:]) for telling in batch.voorbeeld["tellingen"] if telling[0] == "deelnemers"), 0)
    NamenUitvoer.objects.create(
        gebruiker=uitwisselaar(request), wat="geüpload bestand met foutenkolom (Excel)", aantal_personen=personen
    )
    return als_bestand(bytes(batch.met_fouten), f"{PurePath(batch.bestandsnaam).stem}-met-fouten.xlsx")


@login_required
@require_POST
def bevestigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Import the file as previewed; a second click finds it on its way."""
    batch = batch_van(request, pk)
    try:
        bevestig(batch.pk, uitwisselaar(request), request.POST.get("vingerafdruk", ""))
    except VoorbeeldVerouderd:
        messages.warning(request, VEROUDERD)
    return redirect("praktijken:import", pk)


@login_required
@require_POST
def intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop what goes on, or drop the file without importing it."""
    batch = batch_van(request, pk)
    if batch.is_bezig:
        annuleer(pk)
        return redirect("praktijken:import", pk)
    if batch.wacht_op_mens and annuleer(pk):
        messages.success(request, "Het bestand is weggegooid. Er is niets veranderd.")
    return redirect("praktijken:gegevens")


@login_required
@require_POST
def opnieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a file anew whose work broke off."""
    probeer_opnieuw(batch_van(request, pk).pk)
    return redirect("praktijken:import", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ongedaan(request: HttpRequest, pk: int) -> HttpResponse:
    """What undoing the import does, and asking for it; a second click changes nothing."""
    batch = batch_van(request, pk)
    if request.method == "POST":
        vraag_terug(batch.pk, uitwisselaar(request))
        return redirect("praktijken:import", pk)
    if batch.stand is not Importstand.KLAAR or batch.bevestigd_op is None:
        return redirect("praktijken:import", pk)
    nieuw, gewijzigd = (sum(telling[plek] for telling in batch.resultaat["tellingen"]) for plek in (1, 2))
    inhoud = {"batch": batch, "nieuw": nieuw, "gewijzigd": gewijzigd}
    return render(request, "praktijken/import_ongedaan.html", inhoud)
