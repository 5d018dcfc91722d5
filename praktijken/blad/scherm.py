"""One screen that changes or adds a part: the form, what somebody else did meanwhile, and the way back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.db import IntegrityError, models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from mantelzorg.samenloop import laatste_bewerkingen, verschillen, zelfde
from praktijken.avg.zonder_script import let_op
from praktijken.blad import acties
from praktijken.blad.forms import Bladformulier
from praktijken.models import Praktijk

Klasse = Callable[..., Bladformulier]


class Plek(Protocol):
    """Where a part is changed from: its title, and the page to go back to, by its name, address and part.

    `praktijken`: whose participants' names do not belong in what one writes there.
    """

    @property
    def titel(self) -> str: ...
    @property
    def kruimel(self) -> str: ...
    @property
    def terug(self) -> str: ...
    @property
    def anker(self) -> str: ...
    @property
    def praktijken(self) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Scherm:
    """What the screen is about. `anker`: the part of the page to go back to; of a new record, what its key follows."""

    praktijk: Praktijk
    titel: str
    anker: str

    @property
    def kruimel(self) -> str:
        """The page to go back to, by its name."""
        return self.praktijk.naam

    @property
    def terug(self) -> str:
        """The address of the practice's page."""
        return reverse("praktijken:praktijk", args=[self.praktijk.pk])

    @property
    def praktijken(self) -> Sequence[int]:
        """This practice alone."""
        return [self.praktijk.pk]


def wijzigen(request: HttpRequest, scherm: Plek, klasse: Klasse, record: models.Model) -> HttpResponse:
    """Show the form with what is stored; save what comes back, unless somebody else was first."""
    if request.method != "POST":
        return _toon(request, scherm, klasse(instance=record))
    form = klasse(request.POST, instance=record)
    if not zelfde(form.afdruk, request.POST.get("gezien", "")):
        return _beide_versies(request, scherm, form)
    gemerkt = let_op(request, form, type(record), scherm.praktijken)
    if gemerkt or not form.is_valid():
        return _toon(request, scherm, form, let_op=gemerkt)
    try:
        _bewaar(form, scherm)
    except (acties.IntussenGewijzigd, IntegrityError):  # between reading and writing: look once more
        return _opnieuw(request, scherm, klasse, record)
    return _terug(request, scherm, scherm.anker, _bewaard(scherm))


def _bewaar(form: Bladformulier, scherm: Plek) -> None:
    if form.changed_data:
        acties.bewaar(
            record=form.instance,
            velden=form.eigen_velden,
            nieuw={naam: form.cleaned_data[naam] for naam in form.changed_data},
            gezien=form.afdruk,
            reden=form.cleaned_data["reden"] or f"gewijzigd: {scherm.titel.lower()}",
        )


def _opnieuw(request: HttpRequest, scherm: Plek, klasse: Klasse, record: models.Model) -> HttpResponse:
    """The form on what is stored by now: a newer version, or a rule that somebody else's new record breaks."""
    actueel = get_object_or_404(type(record)._default_manager.all(), pk=record.pk)
    form = klasse(request.POST, instance=actueel)
    if zelfde(form.afdruk, request.POST.get("gezien", "")):
        return _toon(request, scherm, _getoetst(form))
    return _beide_versies(request, scherm, form)


def _beide_versies(request: HttpRequest, scherm: Plek, form: Bladformulier) -> HttpResponse:
    """Both versions side by side; saving again takes the one in the form. The same form sent twice is no clash."""
    if not form.changed_data:
        return _terug(request, scherm, scherm.anker, _bewaard(scherm))
    anders = verschillen(form)
    laatst = laatste_bewerkingen(type(form.instance), [form.instance.pk]).get(form.instance.pk)
    data = request.POST.copy()
    data["gezien"] = form.afdruk
    form.data = data
    return _toon(request, scherm, form, verschillen=anders, laatst=laatst)


def toevoegen(
    request: HttpRequest, scherm: Plek, klasse: Klasse, record: models.Model, bekend: Mapping[str, Any]
) -> HttpResponse:
    """Show the form with what is known; store what comes back once, however often it is sent."""
    if request.method != "POST":
        return _toon(request, scherm, klasse(instance=record, initial=dict(bekend)))
    form = klasse(request.POST, instance=record)
    gemerkt = let_op(request, form, type(record), scherm.praktijken)
    if form.is_valid() and not gemerkt:
        try:
            nieuw = _voeg_toe(form, scherm)
        except IntegrityError:  # between looking and writing its key was taken
            form = _getoetst(klasse(request.POST, instance=record))
        else:
            return _terug(request, scherm, f"{scherm.anker}-{nieuw.pk}", "Toegevoegd.")
    bestaand = form.bestaand()
    if bestaand is not None and form.zegt_hetzelfde_als(bestaand):
        return _terug(request, scherm, f"{scherm.anker}-{bestaand.pk}", "Dit stond er al; het is één keer bewaard.")
    dubbel = {"bestaand": bestaand, "bestaand_anker": bestaand and f"{scherm.anker}-{bestaand.pk}"}
    return _toon(request, scherm, form, let_op=gemerkt, **dubbel)


def _getoetst(form: Bladformulier) -> Bladformulier:
    """A form that the database refused, with what is wrong by now."""
    if form.is_valid():
        form.add_error(None, "Het bewaren is niet gelukt. Probeer het nog eens.")
    return form


def _voeg_toe(form: Bladformulier, scherm: Plek) -> models.Model:
    lijsten = {lijst.name for lijst in form.instance._meta.many_to_many} & set(form.eigen_velden)
    record: models.Model = form.instance
    return acties.voeg_toe(
        record=record,
        lijsten={naam: form.cleaned_data[naam] for naam in lijsten},
        reden=form.cleaned_data["reden"] or f"toegevoegd: {scherm.titel.lower()}",
    )


def _bewaard(scherm: Plek) -> str:
    return f"Bewaard: {scherm.titel[:1].lower()}{scherm.titel[1:]}."


def _terug(request: HttpRequest, scherm: Plek, anker: str, melding: str) -> HttpResponse:
    messages.success(request, melding)
    return redirect(f"{scherm.terug}#{anker}")


def _toon(request: HttpRequest, scherm: Plek, form: Bladformulier, **extra: Any) -> HttpResponse:
    return render(request, "praktijken/blad/bewerken.html", {"scherm": scherm, "form": form} | extra)
