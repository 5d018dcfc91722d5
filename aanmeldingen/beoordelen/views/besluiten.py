"""Decide on taking part: admit or propose to reject, confirm or send back, and go back on a decision."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from aanmeldingen.beoordelen.besluiten import IntussenBesloten, Voornemen, afdruk, besluit, bevestig, neem_terug
from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.beoordelen.blad import blad_van
from aanmeldingen.beoordelen.delen import IN_ADRES, besluit_deel, terugneem_deel
from aanmeldingen.beoordelen.toegang import aanmelding_van, inzending_van, voor_beoordelaars, zichtbaar
from aanmeldingen.beoordelen.views.deel import Deel, klaar, toon
from aanmeldingen.beoordelen.views.pagina import toon_pagina
from aanmeldingen.models import Aanmelding, Besluit, Besluitsoort
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.samenloop import zelfde

GEDAAN = {
    Besluitsoort.TOELATEN: "De aanmelding is toegelaten. De mail gaat over een uur uit.",
    Besluitsoort.AFWIJZEN: "De afwijzing is voorgesteld. Een collega bevestigt haar.",
    Besluitsoort.HEROPENEN: "De afwijzing is vervallen. De mail gaat over een uur uit.",
}
VERVALLEN = "Dit voorstel ligt er niet meer: er is intussen over beslist. Hieronder staat wat er nu geldt."


@voor_beoordelaars
def besluiten(request: HttpRequest, user: User, pk: int, wat: str) -> HttpResponse:
    """One decision; `wat` says which. Where somebody was first, what they decided stands beside what was typed."""
    een = aanmelding_van(user, pk)
    soort = IN_ADRES.get(wat)
    if soort is None:
        raise Http404
    deel = _deel(een, user, soort, request)
    if een.besluiten.filter(inzending=inzending_van(request), voorgesteld_door=user).exists():
        return klaar(request, een, GEDAAN[soort], "besluiten")
    if request.method == "POST" and not zelfde(afdruk(een), request.POST.get("gezien", "")):
        deel.form.meld_intussen(afdruk(een), _staat_er(een))
    elif deel.form.is_valid():
        try:
            besluit(aanmelding=pk, voornemen=_voornemen(request, soort, deel), door=user, op=timezone.now())
        except KanNiet as niet:
            deel.form.add_error(None, niet.tekst)
        except IntussenBesloten:
            deel.form.meld_intussen(afdruk(een), _staat_er(een))
        else:
            return klaar(request, een, GEDAAN[soort], "besluiten")
    return toon(request, een, deel)


@voor_beoordelaars
def bevestigen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """A second person confirms a rejection."""
    voorstel = _voorstel(user, pk)
    een = aanmelding_van(user, voorstel.aanmelding_id)
    if request.method != "POST":
        return redirect("aanmeldingen:aanmelding", een.pk)
    try:
        bevestig(besluit=pk, door=user, op=timezone.now())
    except KanNiet as niet:
        return toon_pagina(request, user, een, fout=niet.tekst)
    except IntussenBesloten:
        return toon_pagina(request, user, een, fout=VERVALLEN)
    return klaar(request, een, "De afwijzing geldt. De mail gaat over een uur uit.", "besluiten")


@voor_beoordelaars
def terugnemen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The proposal is not confirmed, for a reason."""
    voorstel = _voorstel(user, pk)
    een = aanmelding_van(user, voorstel.aanmelding_id)
    deel = terugneem_deel(voorstel, user, request.POST or None)
    if deel.form.is_valid():
        try:
            neem_terug(besluit=pk, reden=deel.form.cleaned_data["reden"], door=user, op=timezone.now())
        except IntussenBesloten:
            deel.form.add_error(None, f"{VERVALLEN} {_staat_er(een)}")
        else:
            return klaar(request, een, "Het voorstel is teruggestuurd.", "besluiten")
    return toon(request, een, deel, tekst=voorstel.motivering)


def _voorstel(user: User, pk: int) -> Besluit:
    return get_object_or_404(Besluit, pk=pk, aanmelding__in=zichtbaar(user).values("pk"))


def _deel(een: Aanmelding, user: User, soort: Besluitsoort, request: HttpRequest) -> Deel:
    blad = blad_van(een, user, timezone.now(), vandaag())
    return besluit_deel(een, user, soort, blad, request.POST or None)


def _voornemen(request: HttpRequest, soort: Besluitsoort, deel: Deel) -> Voornemen:
    schoon = deel.form.cleaned_data
    return Voornemen(
        soort=soort,
        motivering=schoon["motivering"],
        inzending=inzending_van(request),
        gezien=schoon["gezien"],
        criteria=frozenset(schoon.get("criteria", ())),
        reden_herziening=schoon.get("reden_herziening", ""),
    )


def _staat_er(een: Aanmelding) -> str:
    """What was decided last, in Dutch."""
    laatste = een.besluiten.select_related("voorgesteld_door", "bevestigd_door").order_by("pk").last()
    if laatste is None:
        return "nog geen besluit."
    if laatste.teruggenomen_op is not None:
        return f"een voorstel van {laatste.voorgesteld_door} dat is teruggestuurd."
    if laatste.bevestigd_op is None:
        return f"{laatste.voorgesteld_door} stelde voor: {laatste.soort}. {laatste.motivering}"
    return f"{laatste.bevestigd_door} besloot: {laatste.soort}. {laatste.motivering}"
