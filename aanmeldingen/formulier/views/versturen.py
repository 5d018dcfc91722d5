"""Check and send in, answer a question for more, withdraw."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from aanmeldingen.formulier.dossier import Dossier, vrije_tekst
from aanmeldingen.formulier.forms.slot import Intrekform, Knopform, Verstuurform
from aanmeldingen.formulier.indienen import AndereVoorwaarden, Gesloten, Ingetrokken, NietCompleet, dien_in, leg_vast
from aanmeldingen.formulier.intrekken import AlToegelaten, trek_in
from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.formulier.termijn import huidige_voorwaarden, mag_wijzigen, open_verzoek
from aanmeldingen.formulier.views.kader import kader
from aanmeldingen.formulier.views.metlink import met_link
from aanmeldingen.formulier.views.stappen import te_laat
from aanmeldingen.models import Aanmelding
from aanmeldingen.openbaar.aanwijzen import aangewezen, let_op
from aanmeldingen.openbaar.tempo import begrensd
from praktijken.avg.aanwijzen import Aanwijzing

VOORWAARDEN_ANDERS = (
    "De voorwaarden zijn gewijzigd terwijl u het formulier invulde. Hieronder staat de nieuwe versie. "
    "Lees die, en geef opnieuw aan of u akkoord gaat."
)
NIET_OPEN = "Uw aanmelding is niet verstuurd: aanmelden kan op dit moment niet. Wat u invulde, is bewaard."
_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])


@_SCHRIJVEN
@begrensd("stap")
@met_link
def controleren(request: HttpRequest, aanmelding: Aanmelding, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """All that was filled in, the conditions, and the button. `nu` was read before waiting for anybody."""
    if aanmelding.ingediend_op is not None or aanmelding.ingetrokken_op is not None:
        return redirect("aanmeldingen:mijn-aanmelding", sleutel)
    if request.method != "POST":
        return _toon(request, aanmelding, sleutel, nu)
    form = Verstuurform(request.POST, nu=nu)
    if not form.is_valid():
        return _toon(request, aanmelding, sleutel, nu, form)
    try:
        dien_in(aanmelding=aanmelding.pk, versie=form.gezien, op=nu)
    except Gesloten:
        form.add_error(None, NIET_OPEN)
    except AndereVoorwaarden:
        return _toon(request, aanmelding, sleutel, nu, fout=VOORWAARDEN_ANDERS)
    except NietCompleet:
        form.add_error(None, "Uw aanmelding is nog niet compleet. Bij de stappen staat wat u nog invult.")
    except Ingetrokken:
        return redirect("aanmeldingen:mijn-aanmelding", sleutel)
    if form.errors:
        return _toon(request, aanmelding, sleutel, nu, form)
    return redirect("aanmeldingen:mijn-aanmelding", sleutel)


def _toon(
    request: HttpRequest,
    aanmelding: Aanmelding,
    sleutel: str,
    nu: datetime.datetime,
    form: Verstuurform | None = None,
    fout: str = "",
) -> HttpResponse:
    voorwaarden = huidige_voorwaarden(aanmelding.oproep)
    vers = voorwaarden is not None and (voorwaarden.vastgesteld_op or nu) > aanmelding.begonnen_op
    dossier = Dossier.van(aanmelding)
    context: dict[str, Any] = {
        "dossier": dossier,
        "voorwaarden": voorwaarden,
        "criteria": list(voorwaarden.criteria.all()) if voorwaarden else [],
        "gewijzigd": vers and not fout,
        "fout": fout,
        "form": form or Verstuurform(nu=nu),
        "versie": voorwaarden.nummer if voorwaarden else "",
        "let_op": aangewezen(*vrije_tekst(aanmelding)),
    }
    kader_ = kader(dossier, sleutel, nu, huidig=Stap.CONTROLE)
    return render(request, "aanmeldingen/formulier/controleren.html", kader_ | context)


@require_POST
@begrensd("stap")
@met_link
def aanvullen(request: HttpRequest, aanmelding: Aanmelding, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """What was changed is the answer to the question for more."""
    if not mag_wijzigen(aanmelding, aanmelding.oproep, nu):
        return te_laat(request, aanmelding, sleutel)
    if Knopform(request.POST, nu=nu).is_valid() and open_verzoek(aanmelding, nu) is not None:
        leg_vast(aanmelding=aanmelding, op=nu, door=None)
        if open_verzoek(aanmelding, nu) is None:
            messages.success(request, "Uw aanvulling is verstuurd.")
        else:
            messages.error(request, "U heeft nog niets gewijzigd. Wijzig eerst wat wij u vroegen.")
    return redirect("aanmeldingen:mijn-aanmelding", sleutel)


@_SCHRIJVEN
@begrensd("stap")
@met_link
def intrekken(request: HttpRequest, aanmelding: Aanmelding, sleutel: str, nu: datetime.datetime) -> HttpResponse:
    """Withdraw, after a page that says what that means."""
    if aanmelding.ingetrokken_op is not None:
        return redirect("aanmeldingen:mijn-aanmelding", sleutel)
    form = Intrekform(request.POST if request.method == "POST" else None, nu=nu)
    gevonden = let_op(request, form.cleaned_data["reden"]) if form.is_valid() else []
    if form.is_valid() and not gevonden:
        try:
            trek_in(aanmelding=aanmelding.pk, reden=form.cleaned_data["reden"], door=None, op=nu)
        except AlToegelaten:
            form.add_error(None, "Uw organisatie is al toegelaten. Neem contact met ons op als u wilt stoppen.")
        else:
            return redirect("aanmeldingen:mijn-aanmelding", sleutel)
    return _toon_intrekken(request, aanmelding, sleutel, form, gevonden)


def _toon_intrekken(
    request: HttpRequest, aanmelding: Aanmelding, sleutel: str, form: Intrekform, gevonden: list[Aanwijzing]
) -> HttpResponse:
    context = {
        "aanmelding": aanmelding,
        "oproep": aanmelding.oproep,
        "sleutel": sleutel,
        "form": form,
        "let_op": gevonden,
    }
    return render(request, "aanmeldingen/formulier/intrekken.html", context)
