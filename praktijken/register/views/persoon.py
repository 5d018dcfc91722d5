"""One participant: own fields, participations through time, history; changed in place by who may."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.beheer.geschiedenis import Lezer, Spoor, Wijziging
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.samenloop import VELDNAAM, Verschil, opgeslagen, verschillen, vingerafdruk, zelfde
from mantelzorg.toegang import Recht, mag_alles
from praktijken.kloptdit.verleden import van_deelnemer
from praktijken.models import Deelname
from praktijken.register.acties import GEWIJZIGD, bewaar_velden
from praktijken.register.forms import DeelnameForm, Keuzes, PersoonForm, soortkeuzes
from praktijken.register.lijst import met_deelnames, met_soort
from praktijken.register.views.toegang import voor_lezers

_NET_BEWAARD = (
    "Iemand anders bewaarde op hetzelfde moment iets dat hiermee botst. Kijk de gegevens na en bewaar opnieuw."
)
_MEESTE_WIJZIGINGEN = 100

Formulier = PersoonForm | DeelnameForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewerkbaar:
    """A record with its form, where one may change it. `verschillen`: what somebody else saved meanwhile."""

    record: Any
    form: Formulier | None
    vingerafdruk: str = ""
    verschillen: list[Verschil] | None = None
    open: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
@voor_lezers
def persoon(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The person's page; a POST saves their own fields."""
    if request.method != "POST":
        return _toon(request, user, pk)
    with transaction.atomic():
        rijen = Deelnemer.objects.wijzigbaar_door(user).select_for_update(of=("self",)).select_related("programma")
        gevonden = get_object_or_404(rijen, pk=pk)
        gezien = vingerafdruk(opgeslagen(gevonden))
        bewerkt = _bewaar(request, PersoonForm(request.POST, instance=gevonden, prefix="persoon"), gezien)
    return redirect("praktijken:deelnemer", pk) if bewerkt is None else _toon(request, user, pk, bewerkt)


@require_POST
@voor_lezers
def deelname(request: HttpRequest, user: User, pk: int, deelname_pk: int) -> HttpResponse:
    """Save one participation."""
    with transaction.atomic():
        rijen = Deelname.objects.wijzigbaar_door(user).filter(deelnemer=pk).select_for_update(of=("self",))
        gevonden = get_object_or_404(rijen.select_related("deelnemer", "praktijk"), pk=deelname_pk)
        gezien = vingerafdruk(opgeslagen(gevonden))
        form = DeelnameForm(request.POST, instance=gevonden, prefix=f"deelname-{deelname_pk}")
        bewerkt = _bewaar(request, form, gezien)
    return redirect("praktijken:deelnemer", pk) if bewerkt is None else _toon(request, user, pk, bewerkt)


def _bewaar(request: HttpRequest, form: Formulier, nu: str) -> Bewerkbaar | None:
    """Save what differs; None when done, else what to show. Somebody else's change is never overwritten unseen."""
    if form.has_changed() and not zelfde(nu, request.POST.get(VELDNAAM, "")):
        return Bewerkbaar(record=form.instance, form=form, vingerafdruk=nu, verschillen=verschillen(form), open=True)
    if form.is_valid():
        try:
            with transaction.atomic():
                if form.changed_data:
                    bewaar_velden(form.instance, form.changed_data, GEWIJZIGD)
        except IntegrityError:
            form.add_error(None, _NET_BEWAARD)
        else:
            messages.success(request, "De gegevens zijn bewaard.")
            return None
    return Bewerkbaar(record=form.instance, form=form, vingerafdruk=nu, open=True)


def _toon(request: HttpRequest, user: User, pk: int, bewerkt: Bewerkbaar | None = None) -> HttpResponse:
    rijen = met_soort(Deelnemer.objects.zichtbaar_voor(user), Deelname.objects.zichtbaar_voor(user), vandaag())
    gevonden = met_deelnames(rijen, user).filter(pk=pk).first()
    if gevonden is None:
        return _opgegaan(user, pk)
    bureau = mag_alles(user, Recht.PERSONEN_WIJZIGEN)
    geschiedenis = _geschiedenis(user, gevonden)
    context = {
        "deelnemer": gevonden,
        "persoon": _persoon(user, gevonden, bewerkt),
        "deelnames": _deelnames(user, gevonden, bewerkt),
        "geschiedenis": geschiedenis[:_MEESTE_WIJZIGINGEN],
        "bureau": bureau,
        "gevraagd": van_deelnemer(gevonden) if bureau else (),
        "samenvoegingen": gevonden.samengevoegd_met.select_related("gebruiker") if bureau else (),
    }
    return render(request, "praktijken/register/persoon.html", context)


def _opgegaan(user: User, pk: int) -> HttpResponse:
    """Where a merged record's page was: the record it went up in."""
    rij = Samenvoeging.objects.filter(verdween__id=pk, ongedaan_op=None).first()
    if rij is None or not Deelnemer.objects.zichtbaar_voor(user).filter(pk=rij.blijft_id).exists():
        raise Http404
    return redirect("praktijken:deelnemer", rij.blijft_id)


def _persoon(user: User, gevonden: Deelnemer, bewerkt: Bewerkbaar | None) -> Bewerkbaar:
    if bewerkt is not None and isinstance(bewerkt.form, PersoonForm):
        return bewerkt
    if not Deelnemer.objects.wijzigbaar_door(user).filter(pk=gevonden.pk).exists():
        return Bewerkbaar(record=gevonden, form=None)
    form = PersoonForm(instance=gevonden, prefix="persoon")
    return Bewerkbaar(record=gevonden, form=form, vingerafdruk=vingerafdruk(opgeslagen(gevonden)))


def _deelnames(user: User, gevonden: Deelnemer, bewerkt: Bewerkbaar | None) -> list[Bewerkbaar]:
    zichtbaar: list[Deelname] = gevonden.zichtbare_deelnames  # type: ignore[attr-defined]  # prefetched
    mag = set(Deelname.objects.wijzigbaar_door(user).filter(deelnemer=gevonden).values_list("pk", flat=True))
    soorten = soortkeuzes()
    return [_deelname(een, soorten if een.pk in mag else None, bewerkt) for een in zichtbaar]


def _deelname(een: Deelname, soorten: Keuzes | None, bewerkt: Bewerkbaar | None) -> Bewerkbaar:
    if bewerkt is not None and bewerkt.record == een:
        return replace(bewerkt, record=een)
    if soorten is None:
        return Bewerkbaar(record=een, form=None)
    form = DeelnameForm(instance=een, prefix=f"deelname-{een.pk}", soorten=soorten)
    return Bewerkbaar(record=een, form=form, vingerafdruk=vingerafdruk(opgeslagen(een)))


def _geschiedenis(user: User, gevonden: Deelnemer) -> list[Wijziging]:
    """What changed in the record and in the participations that were this person's once."""
    beheer: Any = admin.site
    van_persoon = Spoor(beheer=beheer.get_model_admin(Deelnemer), voorwaarde=Q(id=gevonden.pk))
    van_deelnames = Spoor(beheer=beheer.get_model_admin(Deelname), voorwaarde=Q(deelnemer_id=gevonden.pk))
    return Lezer(admin.site, user).wijzigingen([van_persoon, van_deelnames])
