"""The list of interest, and the page of one: who calls, what was said, what came of it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from aanmeldingen.belangstelling import acties
from aanmeldingen.belangstelling.adviseurs import kandidaten
from aanmeldingen.belangstelling.forms import Contactform, Toewijsform, Uitkomstform, Zoekform
from aanmeldingen.belangstelling.laat import kan_na_sluiting
from aanmeldingen.belangstelling.lijst import bladzijde, gevonden, lijkt_op
from aanmeldingen.belangstelling.verloop import verloop
from aanmeldingen.belangstelling.views.toegang import (
    belangstelling_van,
    mag_toegang_geven,
    mag_verdelen,
    voor_lezers,
    voor_schrijvers,
    voor_verdelers,
)
from aanmeldingen.formulier.forms.slot import Toegangform
from aanmeldingen.models import Aanmelding, Belangstelling, Oproep, Vervolg
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.leren.verzoek import getal

LAAT_ID = "id_laat_%s"
"""The form about access after closing stands beside others, which also have a reason or a day."""
INTUSSEN = "Iemand anders heeft dit intussen gewijzigd. Kijk wat er nu staat, en kies."


@require_safe
@voor_lezers
def lijst(request: HttpRequest, user: User) -> HttpResponse:
    """Those one may see, found by what the address asks."""
    zichtbaar = Belangstelling.objects.zichtbaar_voor(user)
    form = Zoekform(request.GET, oproepen=Oproep.objects.filter(pk__in=zichtbaar.values("oproep")))
    rijen = gevonden(user, form.cleaned_data, vandaag()) if form.is_valid() else zichtbaar.none()
    blad = bladzijde(rijen, na=getal(request.GET.get("na", "")), voor=getal(request.GET.get("voor", "")))
    context = {
        "form": form,
        "blad": blad,
        "gefilterd": not form.is_valid() or any(form.cleaned_data.values()),
        "kantoor": mag_verdelen(user),
    }
    return render(request, "aanmeldingen/belangstelling/lijst.html", context)


@require_safe
@voor_lezers
def belangstelling(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """One of them."""
    return toon(request, user, belangstelling_van(user, pk))


@voor_verdelers
def toewijzen(request: HttpRequest, user: User, rij: Belangstelling) -> HttpResponse:
    """Choose who makes contact."""
    form = Toewijsform(request.POST, kandidaten=kandidaten(rij.sector, timezone.now()))
    if form.is_valid():
        try:
            acties.wijs_toe(belangstelling=rij.pk, adviseur=form.gekozen.user, gezien=form.cleaned_data["gezien"])
        except acties.IntussenGewijzigd:
            return _intussen(request, user, rij, toewijzen=form)
        return terug(request, rij, f"{form.gekozen.user} neemt contact op.", "adviseur")
    return toon(request, user, rij, toewijzen=form)


@voor_schrijvers
def contact(request: HttpRequest, user: User, rij: Belangstelling) -> HttpResponse:
    """Write down an attempt."""
    form = Contactform(request.POST, dag=vandaag())
    if form.is_valid():
        acties.leg_contact_vast(belangstelling=rij.pk, door=user, **form.cleaned_data)
        return terug(request, rij, "Het contact is bewaard.", "contact")
    return toon(request, user, rij, contact=form)


@voor_schrijvers
def uitkomst(request: HttpRequest, user: User, rij: Belangstelling) -> HttpResponse:
    """Say what came of it."""
    form = Uitkomstform(request.POST, dag=vandaag())
    if form.is_valid():
        try:
            acties.leg_uitkomst_vast(
                belangstelling=rij.pk,
                vervolg=Vervolg(form.cleaned_data["vervolg"]),
                later_op=form.cleaned_data["later_op"],
                op=vandaag(),
                gezien=form.cleaned_data["gezien"],
            )
        except acties.IntussenGewijzigd:
            return _intussen(request, user, rij, uitkomst=form)
        except acties.KanNiet as fout:
            messages.error(request, fout.tekst)
            return toon(request, user, rij)
        return terug(request, rij, "De uitkomst is bewaard.", "uitkomst")
    return toon(request, user, rij, uitkomst=form)


@voor_schrijvers
def aanmelding(request: HttpRequest, user: User, rij: Belangstelling) -> HttpResponse:
    """Make an application of it, with the link by mail."""
    try:
        acties.word_aanmelding(belangstelling=rij.pk, op=timezone.now())
    except acties.KanNiet as fout:
        messages.error(request, fout.tekst)
        return toon(request, user, rij)
    melding = "Er is een aanmelding begonnen met alles wat bekend is. De link staat klaar in de uitgaande post."
    return terug(request, rij, melding, "uitkomst")


def _intussen(request: HttpRequest, user: User, rij: Belangstelling, **botst: forms.Form) -> HttpResponse:
    """As it stands now, with what was filled in; sending it again chooses that."""
    actueel = belangstelling_van(user, rij.pk)
    for naam, form in botst.items():
        form.add_error(None, INTUSSEN)
        form.data = {**form.data.dict(), "gezien": _afdrukken(actueel)[naam]}  # type: ignore[attr-defined]  # a QueryDict
    return toon(request, user, actueel, **botst)


def _afdrukken(rij: Belangstelling) -> dict[str, str]:
    return {
        "toewijzen": acties.afdruk(rij, "adviseur_id"),
        "uitkomst": acties.afdruk(rij, *acties.UITKOMST),
    }


def terug(request: HttpRequest, rij: Belangstelling, melding: str, anker: str) -> HttpResponse:
    """To that part of the page, with what was done."""
    messages.success(request, melding)
    return redirect(f"{reverse('aanmeldingen:belangstelling', args=[rij.pk])}#{anker}")


def toon(request: HttpRequest, user: User, rij: Belangstelling, **ingevuld: forms.Form) -> HttpResponse:
    """The page of one, with the forms that were refused where there are any."""
    aanmelding = getattr(rij, "aanmelding", None)
    context = {
        "rij": rij,
        "aanmelding": aanmelding,
        "contacten": rij.contactmomenten.select_related("door").order_by("-op", "-pk"),
        "lijkt_op": lijkt_op(rij, user),
        "verloop": verloop(rij),
        "gesloten": timezone.now() >= rij.oproep.sluit_op,
        "formulieren": _formulieren(user, rij, aanmelding) | ingevuld,
    }
    return render(request, "aanmeldingen/belangstelling/belangstelling.html", context)


def _formulieren(user: User, rij: Belangstelling, aanmelding: Aanmelding | None) -> dict[str, forms.Form]:
    """What `user` can fill in about it now; an erased one is only read."""
    if rij.gewist_op is not None:
        return {}
    afdrukken, klaar = _afdrukken(rij), aanmelding is not None
    formulieren: dict[str, forms.Form] = {}
    if mag_verdelen(user) and not klaar:
        keuze = {"adviseur": rij.adviseur_id, "gezien": afdrukken["toewijzen"]}
        formulieren["toewijzen"] = Toewijsform(initial=keuze, kandidaten=kandidaten(rij.sector, timezone.now()))
    if mag(user, Recht.GESPREKKEN_VOEREN):
        formulieren["contact"] = Contactform(dag=vandaag())
        if not klaar:
            begin = {"vervolg": rij.vervolg, "later_op": rij.later_op, "gezien": afdrukken["uitkomst"]}
            formulieren["uitkomst"] = Uitkomstform(initial=begin, dag=vandaag())
    if mag_toegang_geven(user) and kan_na_sluiting(rij, aanmelding, timezone.now()):
        formulieren["na_sluiting"] = Toegangform(dag=vandaag(), auto_id=LAAT_ID)
    return formulieren
