"""Plan, move and cancel talks, and report on them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format

from aanmeldingen.beoordelen import gesprekken
from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.beoordelen.delen import afzeg_deel, gesprek_deel, verslag_deel, verzet_deel
from aanmeldingen.beoordelen.gesprekken import AFSPRAAK, UITKOMST, Afspraak
from aanmeldingen.beoordelen.toegang import (
    aanmelding_van,
    inzending_van,
    voor_beoordelaars,
    voor_gespreksvoerders,
    zichtbaar,
)
from aanmeldingen.beoordelen.views.deel import Deel, klaar, toon
from aanmeldingen.models import Intakegesprek
from aanmeldingen.models.beoordeling import IntakegesprekQuerySet
from mantelzorg.models import User
from praktijken.blad.acties import IntussenGewijzigd, afdruk


@voor_beoordelaars
def plannen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """A talk with an applicant."""
    een, nu = aanmelding_van(user, pk), timezone.now()
    deel = gesprek_deel(een, user, nu, request.POST or None)
    if deel.form.is_valid():
        try:
            sleutel = inzending_van(request)
            gesprekken.plan(aanmelding=pk, afspraak=_afspraak(deel), inzending=sleutel, door=user, op=nu)
        except KanNiet as niet:
            deel.form.add_error(None, niet.tekst)
        else:
            return klaar(request, een, "Het gesprek is gepland.", "gesprekken")
    return toon(request, een, deel)


@voor_beoordelaars
def verzetten(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Another moment, place or adviser."""
    gesprek, nu = _gesprek(user, pk), timezone.now()
    deel = verzet_deel(gesprek, user, nu, request.POST or None)
    if deel.form.is_valid():
        try:
            gezien = deel.form.cleaned_data["gezien"]
            gesprekken.verzet(gesprek=pk, afspraak=_afspraak(deel), gezien=gezien, door=user, op=nu)
        except KanNiet as niet:
            deel.form.add_error(None, niet.tekst)
        except IntussenGewijzigd:
            actueel = _gesprek(user, pk)
            staat_er = f"{date_format(actueel.moment, 'DATETIME_FORMAT')}, {actueel.adviseur}. {actueel.waar}"
            deel.form.meld_intussen(afdruk(actueel, AFSPRAAK), staat_er)
        else:
            return klaar(request, gesprek.aanmelding, "Het gesprek is verzet.", "gesprekken")
    return toon(request, gesprek.aanmelding, deel, gesprek=gesprek)


@voor_beoordelaars
def afzeggen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The talk does not take place."""
    gesprek, nu = _gesprek(user, pk), timezone.now()
    deel = afzeg_deel(gesprek, user, request.POST or None)
    if deel.form.is_valid():
        try:
            gesprekken.zeg_af(gesprek=pk, reden=deel.form.cleaned_data["reden"], door=user, op=nu)
        except KanNiet as niet:
            deel.form.add_error(None, niet.tekst)
        else:
            return klaar(request, gesprek.aanmelding, "Het gesprek is afgezegd.", "gesprekken")
    return toon(request, gesprek.aanmelding, deel, gesprek=gesprek)


@voor_gespreksvoerders
def verslag(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """What came of the talk: by who held it, or by the office."""
    gesprek = get_object_or_404(_zichtbare(user).wijzigbaar_door(user), pk=pk)
    deel = verslag_deel(gesprek, user, request.POST or None)
    if deel.form.is_valid():
        schoon = deel.form.cleaned_data
        try:
            gesprekken.leg_verslag_vast(
                gesprek=pk, verslag=schoon["verslag"], advies=schoon["advies"], gezien=schoon["gezien"]
            )
        except KanNiet as niet:
            deel.form.add_error(None, niet.tekst)
        except IntussenGewijzigd:
            actueel = _gesprek(user, pk)
            staat_er = f"{actueel.verslag} Advies: {actueel.advies or 'nog geen'}."
            deel.form.meld_intussen(afdruk(actueel, UITKOMST), staat_er)
        else:
            return klaar(request, gesprek.aanmelding, "Het verslag is bewaard.", "gesprekken")
    return toon(request, gesprek.aanmelding, deel, gesprek=gesprek)


def _zichtbare(user: User) -> IntakegesprekQuerySet:
    eigen = zichtbaar(user).values("pk")
    return Intakegesprek.objects.filter(aanmelding__in=eigen).select_related("adviseur", "aanmelding__oproep")


def _gesprek(user: User, pk: int) -> Intakegesprek:
    return get_object_or_404(_zichtbare(user), pk=pk)


def _afspraak(deel: Deel) -> Afspraak:
    schoon = deel.form.cleaned_data
    return Afspraak(adviseur=schoon["adviseur"], moment=schoon["moment"], waar=schoon["waar"])
