"""The steps, and the page they hang on."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aanmeldingen.formulier.bewaren import FORMULIEREN, MagNietMeer, bewaar_stap, stapform
from aanmeldingen.formulier.dossier import Dossier, vrije_tekst
from aanmeldingen.formulier.forms.basis import Stapform
from aanmeldingen.formulier.forms.slot import Knopform
from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.formulier.termijn import mag_wijzigen, open_verzoek
from aanmeldingen.formulier.views.kader import kader
from aanmeldingen.formulier.views.metlink import geen_link, met_link
from aanmeldingen.formulier.woorden import plaatszin
from aanmeldingen.models import Aanmelding, Plaatsstand
from aanmeldingen.openbaar.aanwijzen import aangewezen
from aanmeldingen.openbaar.tempo import begrensd
from aanmeldingen.plaatsen.lezen import Plek, plek
from mantelzorg.ingevuld import ingevuld
from mantelzorg.samenloop import VELDNAAM

_VOLGORDE = list(Stap)


@require_safe
@met_link
def mijn_aanmelding(request: HttpRequest, aanmelding: Aanmelding, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """What was filled in, what is missing, where it stands, and what one can do."""
    dossier = Dossier.van(aanmelding)
    ingediend = aanmelding.ingediend_op is not None
    waar = plek(aanmelding) if ingediend else Plek(stand="")
    verzoek = open_verzoek(aanmelding, nu) if ingediend else None
    context = {
        "dossier": dossier,
        "plaatszin": plaatszin(waar),
        "aangeboden": waar.stand == Plaatsstand.AANGEBODEN,
        "versies": list(aanmelding.indieningen.only("nummer", "op")) if ingediend else [],
        "verzoek": verzoek,
        "aangevuld": verzoek is not None and aanmelding.indieningen.filter(nummer__gt=verzoek.gezien.nummer).exists(),
        "wijzigbaar": mag_wijzigen(aanmelding, aanmelding.oproep, nu),
        "knopform": Knopform(nu=nu),
        "let_op": aangewezen(*vrije_tekst(aanmelding)),
    }
    return render(request, "aanmeldingen/formulier/mijn.html", kader(dossier, sleutel, nu) | context)


@require_http_methods(["GET", "HEAD", "POST"])
@begrensd("stap")
@met_link
def stap(request: HttpRequest, aanmelding: Aanmelding, sleutel: str, nu: datetime.datetime, stap: str) -> HttpResponse:
    """One step: filled in, saved, and on to the next; a draft may stay incomplete."""
    if stap not in FORMULIEREN:
        return geen_link(request)
    if not mag_wijzigen(aanmelding, aanmelding.oproep, nu):
        return te_laat(request, aanmelding, sleutel)
    if request.method != "POST":
        return _toon(request, stapform(aanmelding, stap, nu=nu), stap, sleutel)
    try:
        form, bewaard = bewaar_stap(aanmelding=aanmelding.pk, stap=stap, data=request.POST, nu=nu)
    except MagNietMeer:
        return te_laat(request, aanmelding, sleutel)
    if not bewaard:
        return _toon(request, form, stap, sleutel)
    return _verder(request, aanmelding, sleutel, stap)


def _verder(request: HttpRequest, aanmelding: Aanmelding, sleutel: str, stap: str) -> HttpResponse:
    """Where the button that was pressed leads."""
    match request.POST.get("verder", ""):
        case "erbij":
            return redirect("aanmeldingen:aanmelding-stap", sleutel, stap)
        case "later":
            messages.success(request, "Uw aanmelding is bewaard. U gaat verder met de link in onze mail.")
        case _ if aanmelding.ingediend_op is None:
            volgende = _VOLGORDE[_VOLGORDE.index(Stap(stap)) + 1]
            return redirect("aanmeldingen:aanmelding-stap", sleutel, volgende.value)
        case _:
            messages.success(request, "Uw wijziging is bewaard.")
    return redirect("aanmeldingen:mijn-aanmelding", sleutel)


def _toon(request: HttpRequest, form: Stapform, stap: str, sleutel: str) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "stap": Stap(stap), "veldnaam": VELDNAAM}
    kader_ = kader(form.dossier, sleutel, form.nu, huidig=Stap(stap))
    return render(request, f"aanmeldingen/formulier/{stap}.html", kader_ | context)


def te_laat(request: HttpRequest, aanmelding: Aanmelding, sleutel: str) -> HttpResponse:
    """It can be read, not changed; what was typed stands on the page to copy, with whom to write to."""
    context = {"aanmelding": aanmelding, "oproep": aanmelding.oproep, "sleutel": sleutel, "velden": ingevuld(request)}
    return render(request, "aanmeldingen/formulier/te_laat.html", context, status=403)
