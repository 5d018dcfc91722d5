"""The page of what is handed over of a fixed measurement: have it made, download it, and write down who has it."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mantelzorg.klok import vandaag
from mantelzorg.taken.hartslag import werkerstand
from mantelzorg.toegang import Recht, mag_alles
from monitor.aanlevering.forms import NavraagForm, OverhandigingForm
from monitor.aanlevering.leveren import vraag
from monitor.aanlevering.lezen import dossier_van
from monitor.aanlevering.opschrijven import bewaar
from monitor.aanlevering.pakket import LOS, bestandsnaam
from monitor.models import Levering, Leverstand, Meting, Navraag, Overhandiging

ZIP = "application/zip"
_lezen_of_schrijven = require_http_methods(["GET", "HEAD", "POST"])


def _meting(request: HttpRequest, pk: int, recht: Recht = Recht.METINGEN_ZIEN) -> Meting:
    """The fixed measurement, for who has the right; for others it is not there."""
    if not mag_alles(request.user, recht):
        raise Http404
    metingen = Meting.objects.zichtbaar_voor(request.user).vastgesteld().openbaar_te_maken()
    return get_object_or_404(metingen.select_related("vaststelling", "programma"), pk=pk)


def _levering(request: HttpRequest, meting: Meting, nummer: int) -> Levering:
    """A version that is ready, without its content."""
    leveringen = Levering.objects.zichtbaar_voor(request.user).filter(vaststelling=meting.vaststelling)
    return get_object_or_404(leveringen.defer("inhoud"), nummer=nummer, klaar_op__isnull=False)


@login_required
@require_safe
def pagina(request: HttpRequest, pk: int) -> HttpResponse:
    """All versions with who received them, the files alone, questions and answers."""
    meting = _meting(request, pk)
    leveringen = list(meting.vaststelling.leveringen.defer("inhoud").select_related("gevraagd_door"))
    overhandigd = Overhandiging.objects.filter(levering__vaststelling=meting.vaststelling).select_related("door")
    per_levering: dict[int, list[Overhandiging]] = {}
    for een in overhandigd:
        per_levering.setdefault(een.levering_id, []).append(een)
    context = {
        "meting": meting,
        "leveringen": [(levering, per_levering.get(levering.pk, [])) for levering in leveringen],
        "navragen": meting.navragen.select_related("door"),
        "stukken": LOS,
        "inzending": uuid4(),
        "mag_maken": mag_alles(request.user, Recht.METINGEN_MAKEN),
        "geschiedenis": _geschiedenis(meting),
    }
    return render(request, "monitor/aanlevering/pagina.html", context | _onderweg(leveringen))


def _geschiedenis(meting: Meting) -> list[Any]:
    """What was written down and changed, the latest first."""
    navragen = Navraag.history.filter(meting=meting).select_related("history_user")
    gegeven = Overhandiging.history.filter(levering__vaststelling=meting.vaststelling)
    return sorted(
        [*navragen, *gegeven.select_related("history_user", "levering").defer("levering__inhoud")],
        key=lambda regel: regel.history_date,
        reverse=True,
    )


def _onderweg(leveringen: list[Levering]) -> dict[str, Any]:
    bezig = {Leverstand.WACHT, Leverstand.LOOPT}
    levering = next((een for een in leveringen if een.stand in bezig), None)
    return {"onderweg": levering, "stil": levering is not None and werkerstand(timezone.now()).stil}


@login_required
@require_safe
def stand(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, as a piece of the page; 204 once nothing is being made."""
    context = _onderweg(list(_meting(request, pk).vaststelling.leveringen.defer("inhoud")))
    if context["onderweg"] is None:
        return HttpResponse(status=204)
    return render(request, "monitor/aanlevering/stand.html", context)


@login_required
@require_POST
def maken(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a version made; the same form a second time makes no other one."""
    meting = _meting(request, pk, Recht.METINGEN_MAKEN)
    try:
        inzending = UUID(request.POST.get("inzending", ""))
    except ValueError:
        messages.error(request, "Het formulier is niet volledig aangekomen. Probeer het opnieuw.")
    else:
        vraag(meting.vaststelling, inzending=inzending, door=request.user, op=timezone.now())  # type: ignore[arg-type]  # logged in
    return redirect("monitor:aanlevering", pk)


@login_required
@require_safe
@cache_control(private=True, no_store=True)
def zip_bestand(request: HttpRequest, pk: int, nummer: int) -> HttpResponse:
    """A version, as it was made."""
    meting = _meting(request, pk)
    levering = _levering(request, meting, nummer)
    return _als_bestand(meting, bytes(levering.inhoud), ZIP, f"aanlevering-versie-{nummer}.zip")


@login_required
@require_safe
@cache_control(private=True, no_store=True)
def los(request: HttpRequest, pk: int, stuk: str) -> HttpResponse:
    """One file alone, made now."""
    meting = _meting(request, pk)
    gekozen = LOS.get(stuk)
    if gekozen is None:
        raise Http404
    dossier = dossier_van(meting.vaststelling, op=timezone.now())
    return _als_bestand(meting, gekozen.maak(dossier), gekozen.mediatype, gekozen.naam)


def _als_bestand(meting: Meting, inhoud: bytes, mediatype: str, stuk: str) -> HttpResponse:
    naam = bestandsnaam(meting.programma.slug, meting.jaar, meting.nummer, stuk)
    wijze = content_disposition_header(as_attachment=True, filename=naam) or "attachment"
    return HttpResponse(inhoud, content_type=mediatype, headers={"Content-Disposition": wijze})


@login_required
@_lezen_of_schrijven
def overhandigen(request: HttpRequest, pk: int, nummer: int) -> HttpResponse:
    """Write down who received a version."""
    meting = _meting(request, pk, Recht.METINGEN_MAKEN)
    nieuw = Overhandiging(levering=_levering(request, meting, nummer))
    return _formulier(request, meting, OverhandigingForm, nieuw, f"Versie {nummer} overhandigd")


@login_required
@_lezen_of_schrijven
def overhandiging(request: HttpRequest, pk: int, overhandiging: int) -> HttpResponse:
    """Correct who received a version."""
    meting = _meting(request, pk, Recht.METINGEN_MAKEN)
    rijen = Overhandiging.objects.filter(levering__vaststelling=meting.vaststelling).select_related("levering")
    record = get_object_or_404(rijen.defer("levering__inhoud"), pk=overhandiging)
    return _formulier(request, meting, OverhandigingForm, record, f"Versie {record.levering.nummer} overhandigd")


@login_required
@_lezen_of_schrijven
def navraag_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a question about the measurement."""
    meting = _meting(request, pk, Recht.METINGEN_MAKEN)
    return _formulier(request, meting, NavraagForm, Navraag(meting=meting), "Vraag over deze meting")


@login_required
@_lezen_of_schrijven
def navraag(request: HttpRequest, pk: int, navraag: int) -> HttpResponse:
    """Answer or correct a question."""
    meting = _meting(request, pk, Recht.METINGEN_MAKEN)
    record = get_object_or_404(meting.navragen, pk=navraag)
    return _formulier(request, meting, NavraagForm, record, "Vraag over deze meting")


def _formulier(
    request: HttpRequest,
    meting: Meting,
    soort: type[OverhandigingForm] | type[NavraagForm],
    record: Overhandiging | Navraag,
    titel: str,
) -> HttpResponse:
    """Ask and keep; what was typed stays on the page."""
    form = soort(request.POST if request.method == "POST" else None, instance=record, vandaag=vandaag())
    if request.method == "POST" and bewaar(form, meting=meting.pk, door=request.user):  # type: ignore[arg-type]  # logged in
        messages.success(request, "Bewaard.")
        return redirect("monitor:aanlevering", meting.pk)
    context = {"meting": meting, "form": form, "titel": titel}
    return render(request, "monitor/aanlevering/formulier.html", context, status=409 if form.botsing else 200)
