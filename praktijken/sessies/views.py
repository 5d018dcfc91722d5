"""The list of sessions, and the screen of one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.leren.verzoek import getal
from praktijken.models import Afspraak, Ontwerpvraag, Praktijk, Sessie, Stand
from praktijken.sessies import aanwezigheid
from praktijken.sessies.aanwezigheid import Wens
from praktijken.sessies.deelforms import AfspraakForm, NieuweVraagForm, SessieKernthemaForm, VerwoordForm, themakeuzes
from praktijken.sessies.forms import ZoekForm
from praktijken.sessies.lezen import Sessieblad, blad_van, gezocht, met_rijen
from praktijken.sessies.presentielijst.forms import LijstForm
from praktijken.sessies.toegang import alleen_verzenden, bewaard, inzending_van, voor_lezers, voor_schrijvers
from praktijken.voortgang.bewaren import bewaarsleutel

_KOMEND = 50  # sessions ahead, the nearest first
_GEWEEST = 50  # sessions past on a page, the newest first
_LAATSTE_PAGINA = 1_000_000  # far beyond any list; keeps a made-up number out of the database


@require_safe
@voor_lezers
def lijst(request: HttpRequest, user: User) -> HttpResponse:
    """Coming and past sessions, found by what the address asks; one row more tells of a next page."""
    form = ZoekForm(request.GET)
    dag = vandaag()
    sessies = Sessie.objects.zichtbaar_voor(user)
    sessies = gezocht(sessies, user, dag, form.cleaned_data) if form.is_valid() else sessies.none()
    rijen = met_rijen(sessies, user)
    nummer = min(getal(request.GET.get("pagina", "")) or 1, _LAATSTE_PAGINA)
    begin = (nummer - 1) * _GEWEEST
    geweest = list(rijen.filter(datum__lt=dag)[begin : begin + _GEWEEST + 1])
    context = {
        "form": form,
        "gefilterd": any(form.cleaned_data.values()) if form.is_valid() else True,
        "komend": rijen.filter(datum__gte=dag).order_by("datum", "pk")[:_KOMEND],
        "geweest": geweest[:_GEWEEST],
        "nummer": nummer,
        "vorige": nummer - 1 if nummer > 1 else None,
        "volgende": nummer + 1 if len(geweest) > _GEWEEST else None,
        "mag_houden": mag(user, Recht.PRAKTIJKEN_WIJZIGEN),
    }
    return render(request, "praktijken/sessies/lijst.html", context)


@require_safe
@voor_lezers
def sessie(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The screen on the table: what is worded, agreed, and who is there. A meeting of a call has pages of its own."""
    gevonden = get_object_or_404(_zichtbaar(user), pk=pk)
    if (bijeenkomst := getattr(gevonden, "bijeenkomst", None)) is not None:
        return _naar_bijeenkomst(user, bijeenkomst)
    return _toon(request, user, gevonden)


@voor_schrijvers
@alleen_verzenden
def standen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Who came, for all rows that were sent; `rest` gives everybody of whom nothing is known that one."""
    gevonden = get_object_or_404(Sessie.objects.mede_wijzigbaar_door(user).select_related("programma"), pk=pk)
    mogelijk = aanwezigheid.wijzigbaar(gevonden, user)
    wensen = {sleutel: wens for sleutel, wens in _wensen(request).items() if sleutel in mogelijk}
    try:
        botsend = aanwezigheid.zet_standen(sessie=gevonden, wensen=wensen, vandaag=vandaag())
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return _toon(request, user, gevonden, wensen=wensen)
    if botsend:
        return _toon(request, user, gevonden, wensen=botsend)
    messages.success(request, "De aanwezigheid is bewaard.")
    return redirect(f"{reverse('praktijken:sessie', args=[pk])}?bewaard={inzending_van(request)}#aanwezig")


def _zichtbaar(user: User) -> Any:
    return Sessie.objects.zichtbaar_voor(user).select_related("programma", "bijeenkomst__oproep")


def _naar_bijeenkomst(user: User, bijeenkomst: Any) -> HttpResponse:
    """To the office's page; to the public one for who does not plan meetings."""
    if mag(user, Recht.OPROEPEN_BEHEREN):
        return redirect("aanmeldingen:bijeenkomst", bijeenkomst.pk)
    return redirect("aanmeldingen:bijeenkomst-inschrijven", bijeenkomst.oproep.slug, bijeenkomst.pk)


def _wensen(request: HttpRequest) -> dict[int, Wens]:
    rest = request.POST.get("rest", "")
    wensen = {}
    for naam, stand in request.POST.items():
        sleutel = naam.removeprefix("stand-")
        if naam != sleutel and sleutel.isascii() and sleutel.isdigit() and len(sleutel) < 19:
            nieuw = stand or rest
            if nieuw in ("", *Stand.values):
                wensen[int(sleutel)] = Wens(gezien=request.POST.get(f"gezien-{sleutel}", ""), stand=nieuw)
    return wensen


def _toon(
    request: HttpRequest, user: User, gevonden: Sessie, *, wensen: Mapping[int, Wens] | None = None
) -> HttpResponse:
    blad = blad_van(gevonden, user)
    personen = aanwezigheid.personen(gevonden, user, wensen) if mag(user, Recht.PERSONEN_ZIEN) else []
    geweest = gevonden.datum <= vandaag()
    context = {
        "blad": blad,
        "sessie": gevonden,
        "delen": _delen(blad),
        "afspraakform": _afspraakform(blad),
        "telling": aanwezigheid.telling(gevonden, user),
        "personen": personen,
        "botst": any(een.botst is not None for een in personen),
        "standen": Stand.values if geweest else [Stand.AFGEMELD.value],
        "geweest": geweest,
        "lijstform": LijstForm() if blad.mede and geweest else None,
        "namen_zichtbaar": mag(user, Recht.PERSONEN_ZIEN),
        "afspraken_zichtbaar": mag(user, Recht.VOORTGANG_ZIEN),
        "standen_inzending": uuid4(),
        "bewaarsleutel": bewaarsleutel(user, reverse("praktijken:sessie", args=[gevonden.pk])),
        "bewaard": bewaard(request),
    }
    return render(request, "praktijken/sessies/sessie.html", context)


def _delen(blad: Sessieblad) -> list[dict[str, Any]]:
    """Of each practice its forms, for who may change it."""
    themas = themakeuzes() if blad.mede else []
    return [_deel(blad.sessie, praktijk, themas) for praktijk in blad.praktijken]


def _deel(sessie: Sessie, praktijk: Praktijk, themas: list[tuple[int, str]]) -> dict[str, Any]:
    vragen = list(praktijk.ontwerpvragen.all())
    if not praktijk.wijzigbaar:  # type: ignore[attr-defined]  # annotated
        return {"praktijk": praktijk, "vragen": [(vraag, None) for vraag in vragen]}
    begin = {} if praktijk.kernthema else {"kernthema_vastgesteld_op": sessie.datum}
    nieuw = Ontwerpvraag(praktijk=praktijk)
    return {
        "praktijk": praktijk,
        "kernthema": SessieKernthemaForm(instance=praktijk, sessie=sessie, initial=begin),
        "vragen": [(vraag, _met_themas(VerwoordForm(instance=vraag, sessie=sessie), themas)) for vraag in vragen],
        "nieuw": _met_themas(
            NieuweVraagForm(instance=nieuw, sessie=sessie, initial={"geformuleerd_op": sessie.datum}), themas
        ),
    }


def _met_themas(form: Any, themas: list[tuple[int, str]]) -> Any:
    form.fields["themas"].choices = themas
    return form


def _afspraakform(blad: Sessieblad) -> AfspraakForm | None:
    eigen = [praktijk for praktijk in blad.praktijken if praktijk.wijzigbaar]  # type: ignore[attr-defined]  # annotated
    samen = blad.gedeeld and len(eigen) != 1
    if not eigen and not samen:
        return None
    record = Afspraak(sessie=blad.sessie, inzending=UUID(int=0))
    return AfspraakForm(instance=record, sessie=blad.sessie, praktijken=eigen, samen=samen)
