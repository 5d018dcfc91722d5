"""Where one application stands, and what the office does about it by hand."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aanmeldingen.models import Aanmelding, Oproep, Plaatsstand
from aanmeldingen.plaatsen import bureau, lezen
from aanmeldingen.plaatsen.acties import AanbodVerlopen, GeenAanbod, GeenPlaats
from aanmeldingen.plaatsen.formulieren import AANBIEDEN, ACHTERAAN, HANDELINGEN, JA, NEE, OUDE_RANG, HandForm
from aanmeldingen.plaatsen.post import uiterlijk
from aanmeldingen.plaatsen.views.toegang import voor_bureau
from mantelzorg.ingevuld import ingevuld
from mantelzorg.models import User

INTUSSEN = "Er is intussen iets veranderd met deze plaats. Op deze pagina staat hoe het nu is."
_FOUTEN: dict[type[Exception], str] = {
    bureau.IntussenGewijzigd: INTUSSEN,
    bureau.DoetNietMee: "Deze aanmelding doet niet meer mee. Kijk op de pagina van de aanmelding.",
    bureau.AanDeBeurt: (
        "Op die plek is deze aanmelding meteen weer aan de beurt. Kies achteraan, of laat de plaats zoals zij is."
    ),
    AanbodVerlopen: "De termijn van het aanbod is voorbij. Zet de aanmelding terug op de wachtlijst als zij nog wil.",
    GeenAanbod: INTUSSEN,
    GeenPlaats: "Er is geen plaats vrij. Zet de aanmelding terug op de wachtlijst, of verhoog het aantal plaatsen.",
}
_MAG = {
    Plaatsstand.GEEN: (OUDE_RANG, ACHTERAAN, AANBIEDEN),
    Plaatsstand.AANGEBODEN: (JA, NEE, OUDE_RANG, ACHTERAAN),
    Plaatsstand.BEZET: (OUDE_RANG, ACHTERAAN),
}


@require_http_methods(["GET", "HEAD", "POST"])
@voor_bureau
def plaats(request: HttpRequest, user: User, oproep: Oproep, pk: int) -> HttpResponse:
    """Its lines, and the form; sent twice, the second time says how it stands now."""
    ingediend = Aanmelding.objects.zichtbaar_voor(user).ingediend().filter(oproep=oproep)
    aanmelding = get_object_or_404(ingediend.select_related("sector"), pk=pk)
    if request.method != "POST":
        return _toon(request, oproep, aanmelding, HandForm(handelingen=_handelingen(aanmelding)))
    form = HandForm(request.POST, handelingen=tuple(HANDELINGEN))
    fout = _doe(form, user, aanmelding) if form.is_valid() else ""
    if form.is_valid() and not fout:
        messages.success(request, "Het staat in het plaatsenboek.")
        return redirect("aanmeldingen:plaats", oproep.slug, pk)
    if fout:
        form.add_error(None, fout)
    return _toon(request, oproep, aanmelding, form)


def _doe(form: HandForm, user: User, aanmelding: Aanmelding) -> str:
    """Why it could not be done; empty where it was."""
    schoon = form.cleaned_data
    vast: dict[str, Any] = {
        "aanmelding": aanmelding,
        "reden": schoon["reden"],
        "gezien": schoon["gezien"],
        "door": user,
        "op": timezone.now(),
    }
    try:
        _handel(schoon["handeling"], vast)
    except tuple(_FOUTEN) as fout:
        return _FOUTEN[type(fout)]
    return ""


def _handel(handeling: str, vast: dict[str, Any]) -> None:
    if handeling == AANBIEDEN:
        bureau.bied_met_de_hand_aan(**vast)
    elif handeling in (JA, NEE):
        bureau.antwoord_namens(ja=handeling == JA, **vast)
    else:
        bureau.zet_terug(achteraan=handeling == ACHTERAAN, **vast)


def _handelingen(aanmelding: Aanmelding) -> tuple[str, ...]:
    """What can be done where it stands."""
    plek = lezen.plek(aanmelding)
    if not plek.stand or not bureau.doet_mee(aanmelding):
        return ()
    return _MAG.get(Plaatsstand(plek.stand), ())


def _toon(request: HttpRequest, oproep: Oproep, aanmelding: Aanmelding, form: HandForm) -> HttpResponse:
    regels = list(aanmelding.plaatsregels.select_related("door").order_by("nummer"))
    plek, handelingen = lezen.plek(aanmelding), _handelingen(aanmelding)
    form.beperk_tot(handelingen)
    context = {
        "oproep": oproep,
        "aanmelding": aanmelding,
        "regels": regels,
        "laatste": regels[-1].nummer if regels else 0,
        "plek": plek,
        "uiterlijk": uiterlijk(plek.antwoord_voor),
        "form": form,
        "handelingen": handelingen,
        "velden": [] if handelingen else ingevuld(request),
    }
    return render(request, "aanmeldingen/plaatsen/plaats.html", context)
