"""The page of one application, and any two of its versions side by side."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aanmeldingen.beoordelen.blad import blad_van
from aanmeldingen.beoordelen.delen import delen
from aanmeldingen.beoordelen.toegang import aanmelding_van, bewaard, voor_lezers
from aanmeldingen.beoordelen.verschil import naast_elkaar
from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.models import Aanmelding, Indiening
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.leren.verzoek import getal


@require_safe
@voor_lezers
def pagina(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Everything about one application."""
    return toon_pagina(request, user, aanmelding_van(user, pk))


def toon_pagina(request: HttpRequest, user: User, een: Aanmelding, **context: Any) -> HttpResponse:
    """The page, with what was said to go wrong in `context`."""
    nu, dag = timezone.now(), vandaag()
    blad = blad_van(een, user, nu, dag)
    alles = {
        "aanmelding": een,
        "oproep": een.oproep,
        "blad": blad,
        "delen": delen(een, user, blad, nu, dag),
        "beoordeelt": mag(user, Recht.AANMELDINGEN_BEOORDELEN),
        "stappen": [stap for stap in Stap if stap != Stap.CONTROLE],
        "leest_post": mag(user, Recht.POST_BEHEREN),
        "nu": nu,
        "bewaard": bewaard(request),
        "zelf_voorgesteld": blad.voorstel is not None and blad.voorstel.voorgesteld_door_id == user.pk,
        **context,
    }
    return render(request, "aanmeldingen/beoordelen/aanmelding.html", alles)


@require_safe
@voor_lezers
def versies(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Two versions that were sent in, side by side: those the address names, else the last two."""
    een = aanmelding_van(user, pk)
    alle = list(een.indieningen.select_related("door"))
    naar = _gekozen(alle, request.GET.get("naar", ""), -1)
    van = _gekozen(alle, request.GET.get("van", ""), -2)
    regels = naast_elkaar(van, naar) if van is not None and naar is not None else ()
    context = {"aanmelding": een, "versies": alle, "van": van, "naar": naar, "regels": regels}
    return render(request, "aanmeldingen/beoordelen/versies.html", context)


def _gekozen(alle: list[Indiening], gevraagd: str, anders: int) -> Indiening | None:
    nummer = getal(gevraagd)
    gevonden = next((een for een in alle if een.nummer == nummer), None)
    if gevonden is not None or not alle:
        return gevonden
    return alle[max(anders, -len(alle))]
