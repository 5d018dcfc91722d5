"""Begin an application, in time or late; and ask for its link again."""

import datetime

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from aanmeldingen.formulier.beginnen import begin
from aanmeldingen.formulier.forms.organisatie import Beginform
from aanmeldingen.formulier.forms.slot import Linkform
from aanmeldingen.formulier.laat import AlGebruikt, begin_laat, begonnen, ga_verder
from aanmeldingen.formulier.post import mail_link_opnieuw
from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.formulier.views.metlink import besloten, geen_link
from aanmeldingen.models import Aanmelding, Contactpersoon, Laattoegang, Oproep
from aanmeldingen.openbaar.tempo import begrensd
from mantelzorg.ingevuld import ingevuld
from mantelzorg.momenten import moment, tot_en_met

VELDEN = ("organisatie", "kvk", "geen_kvk", "naam", "email", "inzending")
_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])


@_SCHRIJVEN
@begrensd("beginnen")
def aanmelden(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin an application to an open call."""
    nu = timezone.now()
    oproep = get_object_or_404(Oproep.objects.zichtbaar_voor(AnonymousUser()), slug=slug)
    if not oproep.is_open(nu):
        return _niet_open(request, oproep, nu)
    form = Beginform(request.POST if request.method == "POST" else None, nu=nu)
    if form.is_valid():
        aanmelding = begin(oproep=oproep, op=nu, **{naam: form.cleaned_data[naam] for naam in VELDEN})
        return _verder(aanmelding)
    return besloten(render(request, "aanmeldingen/formulier/beginnen.html", _kader(oproep, nu) | {"form": form}))


@_SCHRIJVEN
@begrensd("beginnen")
def laat_aanmelden(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The same after closing, with a link of the office: opening it uses nothing up, beginning does."""
    nu = timezone.now()
    toegang = Laattoegang.objects.met_sleutel(sleutel, localdate(nu)).filter(ingetrokken_op=None)
    gevonden = toegang.select_related("oproep").first()
    if gevonden is None or (gevonden.aanmelding_id is not None and request.method != "POST"):
        return besloten(geen_link(request))
    try:
        return besloten(_laat(request, gevonden, nu))
    except AlGebruikt:
        return besloten(geen_link(request))


def _laat(request: HttpRequest, toegang: Laattoegang, nu: datetime.datetime) -> HttpResponse:
    if "verder" in request.POST:
        return _verder(ga_verder(toegang=toegang.pk, op=nu))
    form = Beginform(request.POST if request.method == "POST" else None, nu=nu, initial={"email": toegang.email})
    if form.is_valid():
        schoon = {naam: form.cleaned_data[naam] for naam in VELDEN}
        return _verder(begin_laat(toegang=toegang.pk, op=nu, **schoon))
    context = {"form": form, "laat": toegang, "begonnen": begonnen(toegang)}
    return render(request, "aanmeldingen/formulier/beginnen.html", _kader(toegang.oproep, nu) | context)


@_SCHRIJVEN
@begrensd("beginnen")
def link_vragen(request: HttpRequest) -> HttpResponse:
    """The same answer, whatever the address: who has applications gets their links by mail."""
    nu = timezone.now()
    form = Linkform(request.POST if request.method == "POST" else None, nu=nu)
    verstuurd = form.is_valid()
    if verstuurd:
        _mail_links(form.cleaned_data["email"], nu)
    return besloten(render(request, "aanmeldingen/formulier/link_vragen.html", {"form": form, "verstuurd": verstuurd}))


def _mail_links(email: str, nu: datetime.datetime) -> None:
    levend = Aanmelding.objects.filter(ingetrokken_op=None, gewist_op=None)
    eersten = Contactpersoon.objects.filter(volgorde=1, email__iexact=email, aanmelding__in=levend)
    for eerste in eersten.select_related("aanmelding__oproep"):
        mail_link_opnieuw(eerste.aanmelding, eerste, uur=f"{nu:%Y%m%d%H}")


def _verder(aanmelding: Aanmelding) -> HttpResponse:
    return besloten(redirect("aanmeldingen:aanmelding-stap", aanmelding.sleutel, Stap.SECTOR.value))


def _niet_open(request: HttpRequest, oproep: Oproep, nu: datetime.datetime) -> HttpResponse:
    context = _kader(oproep, nu) | {
        "gesloten": nu >= oproep.sluit_op,
        "opent": moment(oproep.opent_op),
        "velden": ingevuld(request),
    }
    return render(request, "aanmeldingen/formulier/niet_open.html", context, status=403)


def _kader(oproep: Oproep, nu: datetime.datetime) -> dict[str, object]:
    return {"oproep": oproep, "nu": moment(nu), "sluiting": tot_en_met(oproep.sluit_op)}
