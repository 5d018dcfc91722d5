"""Verdicts on the criteria, and questions for more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from aanmeldingen.beoordelen.aanvullen import Vraag, sluit_af, vraag_aan
from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.beoordelen.delen import aanvul_deel, oordelen_deel, sluit_deel
from aanmeldingen.beoordelen.oordelen import criteriumrijen, leg_vast
from aanmeldingen.beoordelen.toegang import aanmelding_van, inzending_van, voor_beoordelaars
from aanmeldingen.beoordelen.views.deel import klaar, toon
from mantelzorg.klok import vandaag
from mantelzorg.models import User


@voor_beoordelaars
def oordelen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """A verdict on each criterion; of what somebody else changed meanwhile, both are shown."""
    een = aanmelding_van(user, pk)
    deel = oordelen_deel(een, user, criteriumrijen(een), request.POST or None)
    form = deel.form
    if form.is_valid():
        try:
            botst = leg_vast(aanmelding=pk, wensen=form.wensen, door=user, op=timezone.now())
        except KanNiet as niet:
            form.add_error(None, niet.tekst)
        else:
            if not botst:
                return klaar(request, een, "De oordelen zijn bewaard.", "criteria")
            form.meld_botsing(botst)
    return toon(request, een, deel)


@voor_beoordelaars
def aanvullen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Ask the applicant for more."""
    een = aanmelding_van(user, pk)
    deel = aanvul_deel(een, user, vandaag(), request.POST or None)
    if deel.form.is_valid():
        schoon = deel.form.cleaned_data
        vraag = Vraag(tekst=schoon["vraag"], uiterlijk=schoon["uiterlijk"], inzending=inzending_van(request))
        try:
            vraag_aan(aanmelding=pk, vraag=vraag, door=user, op=timezone.now())
        except KanNiet as niet:
            deel.form.add_error(None, niet.tekst)
        else:
            return klaar(request, een, "De vraag staat klaar om te mailen.", "aanvullingen")
    return toon(request, een, deel)


@voor_beoordelaars
def sluiten(request: HttpRequest, user: User, pk: int, verzoek: int) -> HttpResponse:
    """Wait no longer for an answer."""
    een = aanmelding_van(user, pk)
    rij = get_object_or_404(een.aanvulverzoeken, pk=verzoek)
    deel = sluit_deel(een, user, verzoek, request.POST or None)
    if deel.form.is_valid():
        sluit_af(verzoek=rij.pk, reden=deel.form.cleaned_data["reden"], op=timezone.now())
        return klaar(request, een, "De vraag om aanvulling is afgesloten.", "aanvullingen")
    return toon(request, een, deel, tekst=rij.vraag)
