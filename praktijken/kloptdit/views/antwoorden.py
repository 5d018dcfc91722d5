"""The answers that wait for staff: what is held and what is proposed side by side, and a click for each."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.kloptdit import beslissen
from praktijken.kloptdit.beslissen import Afhandeling, AlBesloten, Besluit, Gewijzigd
from praktijken.kloptdit.forms import Besluitform
from praktijken.kloptdit.voorstel import Voorstel, voorstellen
from praktijken.models import Antwoord, Antwoordsoort, Verzoek, Verzoeksoort
from praktijken.register.views.toegang import voor_bureau

PER_PAGINA = 25
_GETYPT = ("reden", "organisatie", "nieuwe_organisatie", "verzoek_uitkomst")
"""What stays in the form when the records changed meanwhile; what is taken over is chosen anew."""
_INTUSSEN = "Deze gegevens zijn intussen gewijzigd. Er is nog niets overgenomen. Kijk wat er nu staat."
_REDEN_NODIG = "Schrijf voor de deelnemer op waarom u dit niet overneemt."


@require_safe
@voor_bureau
def open_antwoorden(request: HttpRequest, user: User) -> HttpResponse:  # noqa: ARG001  # the decorator hands it over
    """Those that wait, the longest first."""
    wachtend = voorstellen(Antwoord.objects.open().order_by("ontvangen_op", "pk")[: PER_PAGINA + 1])
    context = {"voorstellen": wachtend[:PER_PAGINA], "meer": len(wachtend) > PER_PAGINA}
    return render(request, "praktijken/kloptdit/antwoorden.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor_bureau
def antwoord(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """One answer; a POST takes it over, declines it, or says that it was dealt with."""
    get_object_or_404(Antwoord, pk=pk)
    voorstel = _voorstel(pk)
    open_verzoek = _open_verzoek(voorstel.antwoord, user)
    if request.method != "POST":
        return _toon(request, voorstel, Besluitform(voorstel=voorstel, verzoek=open_verzoek))
    form = Besluitform(request.POST, voorstel=voorstel, verzoek=open_verzoek)
    if not form.is_valid():
        return _toon(request, voorstel, form)
    try:
        gedaan = _beslis(request, user, voorstel, form, open_verzoek)
    except AlBesloten as fout:
        messages.info(request, f"Dit antwoord was al behandeld: {fout.antwoord.besluit}.")
    except Gewijzigd:
        messages.warning(request, _INTUSSEN)
        voorstel = _voorstel(pk)
        opnieuw = Besluitform(voorstel=voorstel, verzoek=open_verzoek)
        opnieuw.initial.update({naam: request.POST[naam] for naam in _GETYPT if naam in request.POST})
        return _toon(request, voorstel, opnieuw, status=409)
    except ValidationError as fout:
        _neem_over(form, fout)
        return _toon(request, voorstel, form)
    else:
        gezegd = f"Het antwoord van {gedaan.uitvraag.deelnemer.nummer} is {gedaan.besluit}."
        messages.success(request, f"{gezegd}{_van_verzoek(form, open_verzoek)}")
    return redirect("praktijken:klopt-dit-antwoorden")


def _voorstel(pk: int) -> Voorstel:
    return voorstellen(Antwoord.objects.filter(pk=pk))[0]


def _beslis(
    request: HttpRequest, user: User, voorstel: Voorstel, form: Besluitform, verzoek: Verzoek | None
) -> Antwoord:
    pk, reden = voorstel.antwoord.pk, form.cleaned_data["reden"]
    besluit = Besluit(door=user, op=timezone.now())
    if "afwijzen" in request.POST:
        if not reden:
            raise ValidationError({"reden": _REDEN_NODIG})
        return beslissen.wijs_af(pk, reden, besluit)
    if "behandeld" in request.POST:
        uitkomst = form.cleaned_data.get("verzoek_uitkomst")
        einde = Afhandeling(verzoek=verzoek.pk, uitkomst=uitkomst) if verzoek and uitkomst else None
        return beslissen.behandel(pk, reden, besluit, einde)
    return beslissen.neem_over(pk, form.overname(voorstel), besluit)


def _neem_over(form: Besluitform, fout: ValidationError) -> None:
    """Errors of the records at a field of the form, or above it."""
    if not hasattr(fout, "error_dict"):
        form.add_error(None, fout)
        return
    for veld, fouten in fout.message_dict.items():
        form.add_error(veld if veld in form.fields else None, fouten)


def _verzoek(antwoord: Antwoord) -> Verzoek | None:
    """The request that an objection became: the one still open, else the newest."""
    if antwoord.soort != Antwoordsoort.BEZWAAR:
        return None
    van_deze = Verzoek.objects.filter(deelnemer=antwoord.uitvraag.deelnemer_id, soort=Verzoeksoort.BEZWAAR)
    return van_deze.order_by(F("afgehandeld_op").desc(nulls_first=True), "-pk").first()


def _open_verzoek(antwoord: Antwoord, user: User) -> Verzoek | None:
    """The request that may end along with this answer."""
    verzoek = _verzoek(antwoord) if mag_alles(user, Recht.VERZOEKEN_BEHEREN) else None
    return verzoek if verzoek and verzoek.afgehandeld_op is None else None


def _van_verzoek(form: Besluitform, verzoek: Verzoek | None) -> str:
    """What became of the request, after the message about the answer."""
    if verzoek is None:
        return ""
    uitkomst = form.cleaned_data["verzoek_uitkomst"]
    return f" Verzoek {verzoek.pk} is {uitkomst}." if uitkomst else f" Verzoek {verzoek.pk} staat nog open."


def _toon(request: HttpRequest, voorstel: Voorstel, form: Besluitform, status: int = 200) -> HttpResponse:
    context = {
        "voorstel": voorstel,
        "antwoord": voorstel.antwoord,
        "form": form,
        "verzoek": _verzoek(voorstel.antwoord),
    }
    return render(request, "praktijken/kloptdit/antwoord.html", context, status=status)
