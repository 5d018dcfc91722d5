"""Writing progress down, correcting it, and reading one entry with all that hangs on it."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.avg.aanwijzen import Aanwijzing
from praktijken.avg.zonder_script import let_op
from praktijken.models import Bijlage, Experiment, Reactie, Voortgang
from praktijken.voortgang import acties
from praktijken.voortgang.acties import Botsing, Vastgelegd
from praktijken.voortgang.bewaren import bewaarsleutel
from praktijken.voortgang.bijlagen import download
from praktijken.voortgang.forms import ReactieFormulier, VoortgangFormulier
from praktijken.voortgang.formulier import toon_botsing, toon_formulier
from praktijken.voortgang.invoer import Invoer, Inzending, voorstel
from praktijken.voortgang.lezen import bladzijde

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@_SCHRIJVEN
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new entry for `?experiment=`, filled with what is known."""
    experiment = _te_wijzigen(request, request.GET.get("experiment", ""))
    laatste = acties.laatste_voortgang(experiment)
    formulier = _formulier(request, voorstel(laatste, vandaag()))
    gemerkt = let_op(request, formulier, Voortgang, [experiment.ontwerpvraag.praktijk_id])
    if formulier.is_valid() and not gemerkt:
        try:
            vast = acties.leg_vast(
                experiment=experiment,
                invoer=formulier.invoer,
                bijlage=formulier.cleaned_data["bijlage"],
                inzending=_inzending(request),
            )
        except Botsing as botsing:
            return toon_botsing(request, botsing.nieuwste, formulier)
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            return _klaar(request, vast)
    return toon_formulier(request, formulier, experiment=experiment, laatste=laatste, gemerkt=gemerkt)


@login_required
@_SCHRIJVEN
def verbeteren(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version of an entry: always of its newest, whatever version the address names."""
    eigen = Voortgang.objects.wijzigbaar_door(_user(request)).select_related("experiment__ontwerpvraag__praktijk")
    voortgang = get_object_or_404(eigen, pk=pk)
    keten = acties.versies(voortgang)
    formulier = _formulier(request, Invoer.van(keten[-1]))
    gemerkt = let_op(request, formulier, Voortgang, [voortgang.experiment.ontwerpvraag.praktijk_id])
    if formulier.is_valid() and not gemerkt:
        try:
            vast = acties.verbeter(
                voortgang=voortgang,
                gezien=_getal(request.POST.get("versie", "")),
                invoer=formulier.invoer,
                bijlage=formulier.cleaned_data["bijlage"],
                inzending=_inzending(request),
            )
        except Botsing as botsing:
            return toon_botsing(request, botsing.nieuwste, formulier)
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            return _klaar(request, vast)
    return toon_formulier(request, formulier, experiment=voortgang.experiment, keten=keten, gemerkt=gemerkt)


@login_required
@require_POST
def geen_verandering(request: HttpRequest) -> HttpResponse:
    """One tap: nothing changed in `experiment`. Goes back to `terug`, or to the practice."""
    experiment = _te_wijzigen(request, request.POST.get("experiment", ""))
    vast = acties.geen_verandering(experiment=experiment, dag=vandaag(), door=_user(request))
    if vast.nieuw:
        messages.success(request, f"Bewaard: geen verandering in {experiment.code}.")
    else:
        messages.info(request, f"Het stond er al: vandaag geen verandering in {experiment.code}.")
    terug = request.POST.get("terug", "")
    if url_has_allowed_host_and_scheme(terug, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return redirect(terug)
    return redirect("praktijken:praktijk", experiment.ontwerpvraag.praktijk_id)


@login_required
@require_safe
def voortgang(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry with all its versions, its attachments and what colleagues say of it."""
    return _toon(request, _zichtbaar(request, pk), ReactieFormulier())


@login_required
@_SCHRIJVEN
def reactie(request: HttpRequest, pk: int) -> HttpResponse:
    """A comment by who may see the entry. Who opens the address (after logging in again) gets the entry."""
    gevonden = _zichtbaar(request, pk)
    if request.method != "POST":
        return redirect("praktijken:voortgang", pk)
    formulier = ReactieFormulier(request.POST)
    gemerkt = let_op(request, formulier, Reactie, [gevonden.experiment.ontwerpvraag.praktijk_id])
    if formulier.is_valid() and not gemerkt:
        try:
            acties.reageer(voortgang=gevonden, tekst=formulier.inhoud, inzending=_inzending(request))
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            return redirect(reverse("praktijken:voortgang", args=[pk]) + "#reacties")
    return _toon(request, gevonden, formulier, gemerkt)


@login_required
@require_safe
def bijlage(request: HttpRequest, pk: int) -> HttpResponse:
    """An attachment, as a download, for who may see the entry."""
    return download(get_object_or_404(Bijlage.objects.zichtbaar_voor(_user(request)), pk=pk))


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _getal(tekst: str) -> int | None:
    """A key from an address or form; None where it is none."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 19 else None


def _te_wijzigen(request: HttpRequest, sleutel: str) -> Experiment:
    """The experiment with this key, for who may change its practice; else there is no such page."""
    experimenten = Experiment.objects.wijzigbaar_door(_user(request)).select_related("ontwerpvraag__praktijk")
    return get_object_or_404(experimenten, pk=_getal(sleutel))


def _zichtbaar(request: HttpRequest, pk: int) -> Voortgang:
    return get_object_or_404(Voortgang.objects.zichtbaar_voor(_user(request)), pk=pk)


def _formulier(request: HttpRequest, begin: Invoer) -> VoortgangFormulier:
    gestuurd = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return VoortgangFormulier(*gestuurd, vandaag=vandaag(), begin=begin)


def _inzending(request: HttpRequest) -> Inzending:
    """Who sends, with the form's own key; a form without a readable key is a form of its own."""
    try:
        sleutel = UUID(request.POST.get("inzending", ""))
    except ValueError:
        sleutel = uuid4()
    return Inzending(door=_user(request), sleutel=sleutel)


def _klaar(request: HttpRequest, vast: Vastgelegd) -> HttpResponse:
    messages.success(request, "Bewaard." if vast.nieuw else "Dit was al bewaard. Er is niets dubbel vastgelegd.")
    return redirect("praktijken:voortgang", vast.voortgang.pk)


def _toon(
    request: HttpRequest, gevonden: Voortgang, formulier: ReactieFormulier, gemerkt: Sequence[Aanwijzing] = ()
) -> HttpResponse:
    adres = reverse("praktijken:voortgang", args=[gevonden.pk])
    context = {
        "bladzijde": bladzijde(gevonden, _user(request)),
        "formulier": formulier,
        "let_op": gemerkt,
        "gevonden": gevonden,
        "inzending": uuid4(),
        "bewaarsleutel": bewaarsleutel(_user(request), f"{adres}reactie/"),
    }
    return render(request, "praktijken/voortgang/voortgang.html", context)
