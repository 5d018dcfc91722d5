"""Publishing a fixed measurement: its texts, the preview that is exactly what will be published, and the button."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.meten.opstellen import KanNiet
from monitor.models import Meting, Publicatietekst, Vaststelling
from monitor.publicatie.afscherming import afgeschermd
from monitor.publicatie.forms import Getallenform, Publicatietekstform, Publiceerform
from monitor.publicatie.inhoud import TEKSTVELDEN
from monitor.publicatie.nakijken import aanvaard
from monitor.publicatie.publiceren import Voorbeeld, maak_voorbeeld, publiceer, teksten_van
from monitor.publicatie.weergave.bladzijde import maak_bladzijde
from praktijken.blad.scherm import toevoegen, wijzigen

View = Callable[..., HttpResponse]
_VORMEN = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scherm:
    """Where the texts are changed from. They are of no practice."""

    titel: str
    kruimel: str
    terug: str
    anker: str = "teksten"
    praktijken: Sequence[int] = ()


def met_vaststelling(view: View) -> View:
    """The view gets who may publish, and the fixed measurement in the place of its key; for others there is none."""

    @login_required
    @wraps(view)
    def gevonden(request: HttpRequest, pk: int) -> HttpResponse:
        user = request.user
        if not isinstance(user, User) or not mag_alles(user, Recht.CIJFERS_PUBLICEREN):
            raise Http404
        meting = get_object_or_404(Meting.objects.zichtbaar_voor(user).vastgesteld().openbaar_te_maken(), pk=pk)
        vaststelling = Vaststelling.objects.select_related("meting__programma").get(meting=meting)
        return view(request, user, vaststelling)

    return gevonden


@require_http_methods(_VORMEN)
@met_vaststelling
def publiceren(request: HttpRequest, user: User, vaststelling: Vaststelling) -> HttpResponse:
    """The preview, what is in the way, and the button that publishes just that."""
    nu = timezone.now()
    if request.method != "POST":
        return _toon(request, vaststelling, nu)
    form = Publiceerform(request.POST)
    if not form.is_valid():
        return _toon(request, vaststelling, nu, "Het publiceren is niet gelukt. Probeer het nog eens.", 400)
    try:
        gedaan = publiceer(meting=vaststelling.meting_id, door=user, op=nu, **form.cleaned_data)
    except KanNiet as reden:
        return _toon(request, vaststelling, nu, str(reden), 409, waarom=form.cleaned_data["waarom"])
    messages.success(request, f"Gepubliceerd: versie {gedaan.versie} van {gedaan.jaar}.")
    return redirect("cijfers:versie", gedaan.programma.slug, gedaan.jaar, gedaan.versie)


@require_http_methods(_VORMEN)
@met_vaststelling
def teksten(request: HttpRequest, user: User, vaststelling: Vaststelling) -> HttpResponse:  # noqa: ARG001  # who may
    """Threshold and texts, of the programme: also for its other years."""
    terug = reverse("monitor:publiceren", args=[vaststelling.meting_id])
    scherm = Scherm(titel="Teksten en drempel", kruimel="Publiceren", terug=terug)
    tekst = teksten_van(vaststelling.meting.programma)
    if tekst.pk:
        return wijzigen(request, scherm, Publicatietekstform, tekst)
    leeg = Publicatietekst(programma=tekst.programma)
    return toevoegen(request, scherm, Publicatietekstform, leeg, {naam: getattr(tekst, naam) for naam in TEKSTVELDEN})


@require_http_methods(_VORMEN)
@met_vaststelling
def getallen(request: HttpRequest, user: User, vaststelling: Vaststelling) -> HttpResponse:
    """Numbers in the texts that are as much as a protected count: which stay, and why."""
    nu = timezone.now()
    gevonden = maak_voorbeeld(vaststelling, nu).getallen
    form = Getallenform(request.POST if request.method == "POST" else None, tegen=gevonden.tegen)
    if form.is_valid():
        aanvaard(vaststelling, form.gekozen, reden=form.cleaned_data["reden"], door=user, op=nu)
        messages.success(request, "De reden is bewaard. Deze getallen mogen blijven.")
        return redirect("monitor:publiceren", vaststelling.meting_id)
    context = {"meting": vaststelling.meting, "gevonden": gevonden, "form": form}
    return render(request, "monitor/publicatie/getallen.html", context)


def _toon(
    request: HttpRequest,
    vaststelling: Vaststelling,
    nu: datetime.datetime,
    fout: str = "",
    status: int = 200,
    waarom: str = "",
) -> HttpResponse:
    voorbeeld = maak_voorbeeld(vaststelling, nu)
    context: dict[str, Any] = {
        "meting": vaststelling.meting,
        "tekst": teksten_van(vaststelling.meting.programma),
        "fout": fout,
        "voorbeeld": voorbeeld,
        "pagina": maak_bladzijde(voorbeeld.inhoud, voorbeeld.zegel),
        "afgeschermd": afgeschermd(voorbeeld.inhoud),
        "invulnamen": _invulnamen(voorbeeld),
        "form": Publiceerform(initial={"gezien": voorbeeld.zegel, "inzending": uuid4(), "waarom": waarom}),
        "gepubliceerd": list(vaststelling.publicaties.select_related("door", "programma")),
    }
    return render(request, "monitor/publicatie/publiceren.html", context, status=status)


def _invulnamen(voorbeeld: Voorbeeld) -> list[tuple[str, str]]:
    """Every name for in a text, with what it says now."""
    namen = voorbeeld.invulling
    return [(naam, namen.waarden.get(naam, "afgeschermd")) for naam in sorted(namen.namen)]
