"""Saving one part of a session, and back to the screen on the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.avg.aanwijzen import Aanwijzing
from praktijken.avg.zonder_script import let_op
from praktijken.blad.scherm import wijzigen
from praktijken.models import Afspraak, Ontwerpvraag, Praktijk, Sessie
from praktijken.sessies import acties
from praktijken.sessies.deelforms import AfspraakForm, Deel, NieuweVraagForm, SessieKernthemaForm, VerwoordForm
from praktijken.sessies.toegang import alleen_verzenden, inzending_van, voor_schrijvers

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessiescherm:
    """A part of a session: where it is saved from, the form that was sent, and the practices it is about."""

    sessie: Sessie
    titel: str
    anker: str
    inzending: str
    praktijken: Sequence[int]

    @property
    def kruimel(self) -> str:
        return str(self.sessie).capitalize()

    @property
    def terug(self) -> str:
        """The session, where the browser forgets what it kept of this form."""
        return f"{reverse('praktijken:sessie', args=[self.sessie.pk])}?bewaard={self.inzending}"


@_SCHRIJVEN
@voor_schrijvers
def kernthema(request: HttpRequest, user: User, pk: int, praktijk: int) -> HttpResponse:
    """The theme of a practice, worded in this session; earlier wordings stay in the history."""
    sessie, record = _met_praktijk(user, pk, praktijk)
    scherm = _scherm(request, sessie, f"Kernthema van {record.naam}", f"kernthema-{record.pk}", [praktijk])
    return wijzigen(request, scherm, partial(SessieKernthemaForm, sessie=sessie), record)


@_SCHRIJVEN
@voor_schrijvers
def vraag(request: HttpRequest, user: User, pk: int, vraag: int) -> HttpResponse:
    """A design question in other words, with other themes, or lapsed."""
    eigen = Ontwerpvraag.objects.wijzigbaar_door(user).select_related("praktijk")
    record = get_object_or_404(eigen, pk=vraag, praktijk__sessies=pk)
    sessie = get_object_or_404(Sessie, pk=pk)
    titel = f"Ontwerpvraag {record.nummer} van {record.praktijk.naam}"
    scherm = _scherm(request, sessie, titel, f"vraag-{record.pk}", [record.praktijk_id])
    return wijzigen(request, scherm, partial(VerwoordForm, sessie=sessie), record)


@_SCHRIJVEN
@voor_schrijvers
def vraag_nieuw(request: HttpRequest, user: User, pk: int, praktijk: int) -> HttpResponse:
    """One more design question of a practice."""
    sessie, van = _met_praktijk(user, pk, praktijk)
    scherm = _scherm(request, sessie, f"Nieuwe ontwerpvraag van {van.naam}", f"praktijk-{van.pk}", [praktijk])
    record = Ontwerpvraag(praktijk=van)
    if request.method != "POST":
        begin = {"geformuleerd_op": sessie.datum}
        return _toon(request, scherm, NieuweVraagForm(instance=record, sessie=sessie, initial=begin))
    form = NieuweVraagForm(request.POST, instance=record, sessie=sessie)
    gemerkt = let_op(request, form, Ontwerpvraag, scherm.praktijken)
    if gemerkt or not form.is_valid():
        return _toon(request, scherm, form, gemerkt)
    themas = form.cleaned_data["themas"]
    nieuw = acties.voeg_vraag_toe(vraag=record, themas=themas, reden=f"de {sessie}")
    return _terug(request, scherm, f"vraag-{nieuw.pk}", f"Ontwerpvraag {nieuw.nummer} staat erbij.")


@_SCHRIJVEN
@voor_schrijvers
def afspraak_nieuw(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """One more agreement."""
    sessie = get_object_or_404(Sessie.objects.mede_wijzigbaar_door(user), pk=pk)
    scherm = _scherm(request, sessie, "Nieuwe afspraak", "afspraken", _praktijken_van(sessie))
    record = Afspraak(sessie=sessie, inzending=inzending_van(request))
    form = _afspraakform(user, sessie, record, request.POST if request.method == "POST" else None)
    gemerkt = let_op(request, form, Afspraak, scherm.praktijken)
    if gemerkt or not form.is_valid():
        return _toon(request, scherm, form, gemerkt)
    nieuw = acties.voeg_afspraak_toe(afspraak=record, reden=f"de {sessie}")
    return _terug(request, scherm, f"afspraak-{nieuw.pk}", "De afspraak staat erbij.")


@_SCHRIJVEN
@voor_schrijvers
def afspraak(request: HttpRequest, user: User, pk: int, afspraak: int) -> HttpResponse:
    """An agreement in other words, of others, or for another day."""
    record = _eigen_afspraak(user, pk, afspraak)
    sessie = record.sessie
    scherm = _scherm(request, sessie, "Afspraak", f"afspraak-{record.pk}", _praktijken_van(sessie))

    def klasse(data: Any = None, *, instance: Afspraak) -> AfspraakForm:
        return _afspraakform(user, sessie, instance, data)

    return wijzigen(request, scherm, klasse, record)


@voor_schrijvers
@alleen_verzenden
def afspraak_gedaan(request: HttpRequest, user: User, pk: int, afspraak: int) -> HttpResponse:
    """One tap: done today, or not done after all. `terug` names the session whose screen was open."""
    record = _eigen_afspraak(user, pk, afspraak)
    gedaan = "gedaan" in request.POST
    acties.zet_gedaan(afspraak=record.pk, dag=vandaag() if gedaan else None)
    messages.success(request, "De afspraak is gedaan." if gedaan else "De afspraak staat weer open.")
    terug = request.POST.get("terug", "")
    sessie = int(terug) if terug.isascii() and terug.isdigit() and len(terug) < 19 else pk
    return redirect(f"{reverse('praktijken:sessie', args=[sessie])}#afspraken")


def _met_praktijk(user: User, pk: int, praktijk: int) -> tuple[Sessie, Praktijk]:
    """The session and a practice of it that `user` may change; else there is no such page."""
    record = get_object_or_404(Praktijk.objects.wijzigbaar_door(user), pk=praktijk, sessies=pk)
    return get_object_or_404(Sessie, pk=pk), record


def _eigen_afspraak(user: User, pk: int, afspraak: int) -> Afspraak:
    eigen = Afspraak.objects.wijzigbaar_door(user).select_related("sessie")
    gevonden: Afspraak = get_object_or_404(eigen, pk=afspraak, sessie=pk)
    return gevonden


def _afspraakform(user: User, sessie: Sessie, record: Afspraak, data: Any) -> AfspraakForm:
    praktijken = list(Praktijk.objects.wijzigbaar_door(user).filter(sessies=sessie).order_by("naam", "code"))
    samen = len(praktijken) != 1 and Sessie.objects.wijzigbaar_door(user).filter(pk=sessie.pk).exists()
    if not praktijken and not samen:
        raise Http404
    return AfspraakForm(data, instance=record, sessie=sessie, praktijken=praktijken, samen=samen)


def _praktijken_van(sessie: Sessie) -> Sequence[int]:
    """An agreement can be of any of them, or of all."""
    return list(sessie.praktijken.order_by("pk").values_list("pk", flat=True))


def _scherm(request: HttpRequest, sessie: Sessie, titel: str, anker: str, praktijken: Sequence[int]) -> Sessiescherm:
    inzending = str(inzending_van(request))
    return Sessiescherm(sessie=sessie, titel=titel, anker=anker, inzending=inzending, praktijken=praktijken)


def _terug(request: HttpRequest, scherm: Sessiescherm, anker: str, melding: str) -> HttpResponse:
    messages.success(request, melding)
    return redirect(f"{scherm.terug}#{anker}")


def _toon(request: HttpRequest, scherm: Sessiescherm, form: Deel, gemerkt: Sequence[Aanwijzing] = ()) -> HttpResponse:
    return render(request, "praktijken/blad/bewerken.html", {"scherm": scherm, "form": form, "let_op": gemerkt})
