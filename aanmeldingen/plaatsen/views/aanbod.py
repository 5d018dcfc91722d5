"""The applicant answers an offer, behind the personal link of the application."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aanmeldingen.formulier.views.metlink import met_link
from aanmeldingen.formulier.woorden import plaatszin
from aanmeldingen.models import Aanmelding, Gebeurtenis, Plaatsregel
from aanmeldingen.openbaar.tempo import begrensd
from aanmeldingen.plaatsen.aanbod import AanbodVerlopen, GeenAanbod, antwoord
from aanmeldingen.plaatsen.forms import JA, Antwoordform
from aanmeldingen.plaatsen.lezen import plek
from aanmeldingen.plaatsen.post import uiterlijk
from mantelzorg.momenten import moment


@require_http_methods(["GET", "HEAD", "POST"])
@begrensd("stap")
@met_link
def aanbod(request: HttpRequest, aanmelding: Aanmelding, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """Yes or no, once; afterwards, and after the term, what holds now."""
    form = Antwoordform(request.POST if request.method == "POST" else None, nu=nu)
    if not form.is_valid():
        return _toon(request, aanmelding, sleutel, nu, form)
    try:
        antwoord(aanmelding=aanmelding, ja=form.cleaned_data["antwoord"] == JA, door=None, op=nu)
    except (AanbodVerlopen, GeenAanbod):
        return _toon(request, aanmelding, sleutel, nu, form)
    return redirect("aanmeldingen:aanbod", sleutel)


def _toon(
    request: HttpRequest, aanmelding: Aanmelding, sleutel: str, nu: datetime.datetime, form: Antwoordform
) -> HttpResponse:
    laatste = aanmelding.plaatsregels.order_by("-nummer").first()
    stand = _stand(laatste, nu)
    context = {
        "aanmelding": aanmelding,
        "oproep": aanmelding.oproep,
        "sleutel": sleutel,
        "form": form,
        "stand": stand,
        "op": moment(laatste.op) if laatste else "",
        "uiterlijk": uiterlijk(laatste.antwoord_voor) if laatste else "",
        "nu": moment(nu),
        "plaatszin": plaatszin(plek(aanmelding)) if stand == "anders" and laatste else "",
    }
    return render(request, "aanmeldingen/plaatsen/aanbod.html", context)


def _stand(laatste: Plaatsregel | None, nu: datetime.datetime) -> str:
    """Which of the texts of the page holds: an open offer, one whose term is over, its answer, or none of these."""
    if laatste is None:
        return "anders"
    if laatste.antwoord_voor is not None:
        return "open" if nu < laatste.antwoord_voor else "verlopen"
    standen = {Gebeurtenis.VERLOPEN: "verlopen", Gebeurtenis.AANVAARD: "ja", Gebeurtenis.AFGESLAGEN: "nee"}
    return standen.get(Gebeurtenis(laatste.gebeurtenis), "anders")
