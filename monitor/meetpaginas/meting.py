"""The page of one measurement, its files, and what is done with it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from monitor.canoniek import canoniek
from monitor.meetpaginas.forms import NotitieForm, VervalForm
from monitor.meetpaginas.toegang import alleen_verzenden, met_meting
from monitor.meetpaginas.weergave import vast_bestand, weergave
from monitor.meten.daden import daden
from monitor.meten.opstellen import KanNiet, controleer, laat_vervallen
from monitor.meten.overzicht import met_vaststelling, nvt_van, stand_van, vaststelling_van
from monitor.meten.vaststellen import stel_vast
from monitor.models import Meting

_FORMS: dict[str, type[Form]] = {"controle": NotitieForm, "vaststelling": NotitieForm, "verval": VervalForm}


@dataclass(frozen=True, slots=True, kw_only=True)
class Handeling:
    """What was done with the measurement. `door` None: it was not told."""

    wat: str
    op: datetime
    door: User | None
    notitie: str


@require_safe
@met_meting
def meting(request: HttpRequest, user: User, gevonden: Meting) -> HttpResponse:
    """One measurement: live figures while it is a concept, what was fixed once it is."""
    return toon(request, user, gevonden)


@require_safe
@met_meting
@cache_control(private=True, no_store=True)
def bestand(request: HttpRequest, user: User, gevonden: Meting, formaat: str) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """The report as it was fixed, as a file."""
    vaststelling = vaststelling_van(gevonden)
    gemaakt = None if vaststelling is None else vast_bestand(vaststelling, formaat, timezone.localtime())
    if gemaakt is None:
        raise Http404
    return HttpResponse(
        gemaakt.inhoud,
        content_type=gemaakt.mediatype,
        headers={"Content-Disposition": f'attachment; filename="{gemaakt.naam}"'},
    )


@alleen_verzenden
def controleren(request: HttpRequest, user: User, gevonden: Meting) -> HttpResponse:
    """Checked by somebody else than the maker, on the figures that the page showed."""
    form = _form("controle", request.POST)
    if form.is_valid():
        gezien, notitie = request.POST.get("gezien", ""), form.cleaned_data["notitie"]
        try:
            controleer(meting=gevonden.pk, gezien=gezien, notitie=notitie, door=user, op=timezone.now())
        except KanNiet as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, "De meting is gecontroleerd.")
            return redirect("monitor:meting", gevonden.pk)
    return toon(request, user, gevonden, controle=form)


@alleen_verzenden
def vaststellen(request: HttpRequest, user: User, gevonden: Meting) -> HttpResponse:
    """Fix it, for good."""
    form = _form("vaststelling", request.POST)
    if form.is_valid():
        notitie = form.cleaned_data["notitie"]
        try:
            stel_vast(meting=gevonden.pk, notitie=notitie, door=user, op=timezone.now(), vandaag=vandaag())
        except KanNiet as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, "De meting is vastgesteld.")
            return redirect("monitor:meting", gevonden.pk)
    return toon(request, user, gevonden, vaststelling=form)


@alleen_verzenden
def vervallen(request: HttpRequest, user: User, gevonden: Meting) -> HttpResponse:
    """Let it go no further, with a reason."""
    form = _form("verval", request.POST)
    if form.is_valid():
        try:
            laat_vervallen(meting=gevonden.pk, reden=form.cleaned_data["reden"], op=timezone.now())
        except KanNiet as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, "De meting is vervallen.")
            return redirect("monitor:meting", gevonden.pk)
    return toon(request, user, gevonden, verval=form)


def toon(request: HttpRequest, user: User, gevonden: Meting, **geweigerd: Form) -> HttpResponse:
    """The page, with a form that was refused where there is one: `controle`, `vaststelling` or `verval`."""
    een = met_vaststelling(Meting.objects.filter(pk=gevonden.pk)).select_related("vervangt").get()
    getoond = weergave(een, user)
    uitkomst = canoniek(getoond.uitkomst)
    context = {
        "meting": een,
        "vaststelling": vaststelling_van(een),
        "stand": stand_van(een),
        "nvt": nvt_van(een),
        "handelingen": _handelingen(een),
        "uitkomst": uitkomst,
        "daden": daden(een, user, uitkomst, vandaag()),
        "forms": {naam: geweigerd.get(naam) or _form(naam) for naam in _FORMS},
        "geweigerd": bool(geweigerd),
        "geschiedenis": een.history.select_related("history_user"),
    }
    return render(request, "monitor/metingen/meting.html", context | getoond.context)


def _form(naam: str, data: Any = None) -> Form:
    """Two forms of the page ask for a note: each with ids of its own."""
    return _FORMS[naam](data, auto_id=f"{naam}_%s")


def _handelingen(een: Meting) -> list[Handeling]:
    """Made, checked, fixed or let lapse; and what became of it since."""
    alle = [Handeling(wat="gemaakt", op=een.gemaakt_op, door=een.gemaakt_door, notitie=een.notitie)]
    if een.gecontroleerd_op is not None:
        wie = een.gecontroleerd_door
        alle.append(Handeling(wat="gecontroleerd", op=een.gecontroleerd_op, door=wie, notitie=een.controlenotitie))
    if een.vervallen_op is not None:
        alle.append(
            Handeling(wat="vervallen", op=een.vervallen_op, door=_wie_liet_vervallen(een), notitie=een.vervallen_omdat)
        )
    vast = vaststelling_van(een)
    if vast is not None:
        alle.append(Handeling(wat="vastgesteld", op=vast.op, door=vast.door, notitie=een.vaststelnotitie))
        staten = vast.staten.select_related("door")
        alle += [Handeling(wat=str(staat), op=staat.op, door=staat.door, notitie=staat.reden) for staat in staten]
    return alle


def _wie_liet_vervallen(een: Meting) -> User | None:
    laatste = een.history.filter(vervallen_op=een.vervallen_op).select_related("history_user").earliest()
    return laatste.history_user  # type: ignore[no-any-return]  # simple-history has no types
