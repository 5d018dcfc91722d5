"""Making two records of one person one: choose, look at what it does, confirm, and take it back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.models import Deelname
from praktijken.register import samenvoegacties
from praktijken.register.dubbelen import Gezocht, zoek
from praktijken.register.forms import SamenvoegForm
from praktijken.register.lijst import met_soort
from praktijken.register.samenvoegacties import IntussenGewijzigd, KanNietTerug, Opdracht, redenen_tegen
from praktijken.register.samenvoegen import Voorstel, maak_voorstel
from praktijken.register.views.toegang import voor_bureau

_INTUSSEN = "Iemand heeft deze gegevens intussen gewijzigd. Er is nog niets samengevoegd: kijk opnieuw wat er gebeurt."


@require_http_methods(["GET", "HEAD", "POST"])
@voor_bureau
def samenvoegen(request: HttpRequest, user: User) -> HttpResponse:
    """The preview of `blijft` and `verdwijnt` in the address; a POST confirms it."""
    if request.method == "POST" and (eerder := _eerder(request.POST.get("inzending", ""))):
        return redirect("praktijken:samenvoeging", eerder.pk)
    blijft = _deelnemer(request.GET.get("blijft", ""))
    if not request.GET.get("verdwijnt"):
        return _kies(request, user, blijft)
    verdwijnt = _deelnemer(request.GET["verdwijnt"])
    if blijft.programma_id != verdwijnt.programma_id or blijft == verdwijnt:
        raise Http404
    if blijft.gewist_op or verdwijnt.gewist_op:
        messages.error(request, "Een gewiste persoon kan niet worden samengevoegd.")
        return redirect("praktijken:deelnemer", blijft.pk)
    voorstel = maak_voorstel(blijft, verdwijnt, vandaag())
    if request.method != "POST":
        return _toon(request, voorstel, SamenvoegForm(voorstel=voorstel))
    return _bevestig(request, user, voorstel)


def _bevestig(request: HttpRequest, user: User, voorstel: Voorstel) -> HttpResponse:
    form = SamenvoegForm(request.POST, voorstel=voorstel)
    if not form.is_valid():
        return _toon(request, voorstel, form)
    opdracht = Opdracht(
        blijft=voorstel.blijft.pk,
        verdwijnt=voorstel.verdwijnt.pk,
        gekozen=form.gekozen,
        gezien=form.cleaned_data["gezien"],
        inzending=form.cleaned_data["inzending"],
    )
    try:
        gedaan = samenvoegacties.voeg_samen(opdracht, user=user, dag=vandaag())
    except (IntussenGewijzigd, IntegrityError):
        messages.error(request, _INTUSSEN)
        return redirect(request.get_full_path())
    messages.success(request, f"{voorstel.verdwijnt.nummer} is samengevoegd met {voorstel.blijft.nummer}.")
    return redirect("praktijken:samenvoeging", gedaan.pk)


def _eerder(inzending: str) -> Samenvoeging | None:
    """What the same form did before."""
    try:
        return Samenvoeging.objects.filter(inzending=inzending).first()
    except ValidationError:
        return None


def _deelnemer(sleutel: str) -> Deelnemer:
    if not sleutel.isdecimal() or len(sleutel) > 18:
        raise Http404
    personen = met_soort(Deelnemer.objects.select_related("programma"), Deelname.objects.all(), vandaag())
    gevonden: Deelnemer = get_object_or_404(personen, pk=int(sleutel))
    return gevonden


def _kies(request: HttpRequest, user: User, blijft: Deelnemer) -> HttpResponse:
    """With whom: those who look like this person, or by number."""
    nummer = request.GET.get("nummer", "").strip()
    if nummer:
        ander = Deelnemer.objects.filter(programma=blijft.programma_id, nummer__iexact=nummer).exclude(pk=blijft.pk)
        if gevonden := ander.first():
            return redirect(f"{request.path}?blijft={blijft.pk}&verdwijnt={gevonden.pk}")
    organisatie = Deelname.objects.filter(deelnemer=blijft).exclude(organisatie=None).values_list("organisatie__naam")
    gezocht = Gezocht(naam=blijft.naam, organisatie=next((naam for (naam,) in organisatie[:1]), ""), email=blijft.email)
    context = {
        "deelnemer": blijft,
        "nummer": nummer,
        "gelijkenissen": zoek(user, blijft.programma, gezocht, behalve=blijft.pk),
    }
    return render(request, "praktijken/register/samenvoegen_kiezen.html", context)


def _toon(request: HttpRequest, voorstel: Voorstel, form: SamenvoegForm) -> HttpResponse:
    context: dict[str, Any] = {
        "voorstel": voorstel,
        "form": form,
        "persoonvelden": form.velden(voorstel.keuzes),
        "botsingen": [(botsing, form.velden(botsing.keuzes)) for botsing in voorstel.botsingen],
        "dag": vandaag(),
    }
    return render(request, "praktijken/register/samenvoegen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor_bureau
def samenvoeging(request: HttpRequest, user: User, pk: int) -> HttpResponse:  # noqa: ARG001  # the decorator hands it over
    """What was merged, by whom; a POST takes it back, or says why that cannot be."""
    rij = get_object_or_404(Samenvoeging.objects.select_related("blijft__programma", "gebruiker"), pk=pk)
    if request.method == "POST":
        return _neem_terug(request, rij)
    redenen = [] if rij.ongedaan_op else redenen_tegen(rij)
    return render(request, "praktijken/register/samenvoeging.html", {"samenvoeging": rij, "redenen": redenen})


def _neem_terug(request: HttpRequest, rij: Samenvoeging) -> HttpResponse:
    try:
        samenvoegacties.maak_ongedaan(samenvoeging=rij.pk, nu=timezone.now())
    except KanNietTerug:
        messages.error(request, "Dit samenvoegen kan niet meer ongedaan worden gemaakt. Hieronder staat waarom.")
    else:
        messages.success(request, f"{rij.verdween['nummer']} en {rij.blijft.nummer} zijn weer twee deelnemers.")
    return redirect("praktijken:samenvoeging", rij.pk)
