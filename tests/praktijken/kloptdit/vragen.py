"""Asking somebody, and answering, as the pages do."""

from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.kloptdit.brief import ONDERWERP, TEKST
from praktijken.kloptdit.link import maak_link
from praktijken.kloptdit.plan import Doel, maak_plan
from praktijken.kloptdit.uitvragen import Opdracht, verstuur
from praktijken.models import Uitvraag
from tests.gegevens import gebruiker


def opdracht(doel: Doel, user: User, **anders: object) -> Opdracht:
    gezien = maak_plan(user, doel, vandaag()).afdruk
    velden = {"onderwerp": ONDERWERP, "tekst": TEKST, "gezien": gezien, "inzending": uuid4()} | anders
    return Opdracht(doel=doel, **velden)  # type: ignore[arg-type]


def link_van(deelnemer: Deelnemer) -> str:
    """The address in a mail to this person that goes out now, sent by an office worker."""
    mo = gebruiker(Rol.MEDEWERKER)
    verstuur(opdracht(Doel(programma=deelnemer.programma, deelnemer=deelnemer), mo), user=mo, nu=timezone.now())
    return maak_link(Uitvraag.objects.filter(deelnemer=deelnemer).first().bericht)


def stuur(adres: str, **velden: object) -> HttpResponse:
    """Send a form of the participant's page, from a browser that knows nobody."""
    return Client().post(adres, {"inzending": uuid4()} | velden)


def verbeter(link: str, deelname: int, **velden: object) -> HttpResponse:
    """Send a correction as filled in; what is not said stays as it is held."""
    adres = f"{link}verbeteren/{deelname}/"
    begin = Client().get(adres).context["form"].initial
    return stuur(adres, **{naam: waarde for naam, waarde in begin.items() if waarde is not None} | velden)
