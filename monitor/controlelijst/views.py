"""The page of a checklist: what is found, and accepting what holds a measurement up."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aanmeldingen.openbaar.bescherming import Inzendingveld
from aanmeldingen.openbaar.velden import Tekstveld
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.controlelijst.lijst import Punt, controlelijst
from monitor.controlelijst.links import links
from monitor.controlelijst.uitzonderingen import aanvaard
from monitor.meetpaginas.toegang import met_meting
from monitor.meten.opstellen import KanNiet
from monitor.meten.overzicht import vaststelling_van
from monitor.models import Meting


class AanvaardForm(forms.Form):
    """Why a finding does not hold the measurement up. `waarover`: the fingerprint of what was seen."""

    niet_gelukt = "De bevinding is nog niet aanvaard."
    inzending = Inzendingveld(required=False, initial=uuid4)
    regel = forms.CharField(widget=forms.HiddenInput)
    waarover = forms.CharField(widget=forms.HiddenInput)
    reden = Tekstveld(
        label="Waarom mag de meting zo worden vastgesteld?",
        help_text="Wie de meting later leest, ziet dit. Noem geen namen.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A finding as the page shows it; `form` None: there is nothing to accept, or not for this reader."""

    punt: Punt
    links: list[tuple[str, str]]
    form: AanvaardForm | None


@require_http_methods(["GET", "HEAD", "POST"])
@met_meting
def lijst(request: HttpRequest, user: User, gevonden: Meting) -> HttpResponse:
    """The list; who may make measurements accepts a finding with a reason."""
    form = None
    if request.method == "POST":
        if not mag_alles(user, Recht.METINGEN_MAKEN):
            raise Http404
        form = AanvaardForm(request.POST, auto_id=f"{request.POST.get('regel', '')}_%s")
        if form.is_valid() and _aanvaard(form, gevonden, user):
            messages.success(request, "De bevinding is aanvaard.")
            return redirect("monitor:controlelijst", gevonden.pk)
    return render(request, "monitor/controlelijst/pagina.html", _context(gevonden, user, form))


def _aanvaard(form: AanvaardForm, gevonden: Meting, user: User) -> bool:
    try:
        aanvaard(meting=gevonden.pk, door=user, op=timezone.now(), **form.cleaned_data)
    except KanNiet as fout:
        form.add_error(None, str(fout))
        return False
    return True


def _context(gevonden: Meting, user: User, geweigerd: AanvaardForm | None) -> dict[str, Any]:
    """The finding of a refused form keeps what was typed; where it is gone, the form stands above the list."""
    klaar = vaststelling_van(gevonden) is not None or gevonden.vervallen_op is not None
    punten = [] if klaar else controlelijst(gevonden)
    mag_maken = not klaar and mag_alles(user, Recht.METINGEN_MAKEN)
    regels = [
        Regel(punt=een, links=links(een.bevinding, user), form=_form(een, geweigerd) if mag_maken else None)
        for een in punten
    ]
    return {
        "meting": gevonden,
        "klaar": klaar,
        "regels": regels,
        "tegen": sum(een.houdt_tegen for een in punten),
        "uitzonderingen": gevonden.uitzonderingen.select_related("door"),
        "los": geweigerd if geweigerd and not any(regel.form is geweigerd for regel in regels) else None,
        "geweigerd": geweigerd is not None,
    }


def _form(punt: Punt, geweigerd: AanvaardForm | None) -> AanvaardForm | None:
    een = punt.bevinding
    if not punt.houdt_tegen or not een.aanvaardbaar:
        return None
    if geweigerd is not None and geweigerd.data.get("waarover") == een.waarover:
        return geweigerd
    return AanvaardForm(initial={"regel": een.regel, "waarover": een.waarover}, auto_id=f"{een.regel}_%s")
