"""A part of the page that is filled in: its form stands on the page, and on a page of its own where it is wrong."""

from dataclasses import dataclass
from typing import Any, Self

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aanmeldingen.beoordelen.toegang import inzending_van
from aanmeldingen.models import Aanmelding
from mantelzorg.models import User
from praktijken.voortgang.bewaren import bewaarsleutel


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """`adres`: where the form goes, and stands by itself; `bewaarsleutel`: under which the browser keeps it."""

    titel: str
    form: Any
    knop: str
    adres: str
    bewaarsleutel: str
    uitleg: str = ""

    @classmethod
    def maak(cls, user: User, form: Any, naam: str, *sleutels: Any, **rest: Any) -> Self:
        """The part whose page is called `naam`."""
        adres = reverse(f"aanmeldingen:{naam}", args=sleutels)
        return cls(form=form, adres=adres, bewaarsleutel=bewaarsleutel(user, adres), **rest)


def toon(request: HttpRequest, een: Aanmelding, deel: Deel, **context: Any) -> HttpResponse:
    """The form by itself, with what is wrong with it."""
    alles = {"aanmelding": een, "deel": deel, **context}
    return render(request, "aanmeldingen/beoordelen/formulier.html", alles)


def klaar(request: HttpRequest, een: Aanmelding, wat: str, plek: str) -> HttpResponse:
    """Back to the page, where it says what was done and the browser forgets what it kept."""
    messages.success(request, wat)
    adres = reverse("aanmeldingen:aanmelding", args=[een.pk])
    return redirect(f"{adres}?bewaard={inzending_van(request)}#{plek}")
