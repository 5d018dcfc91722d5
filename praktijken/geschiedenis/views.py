"""The pages of history: what changed, two moments side by side, and putting back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mantelzorg.geschiedenis.waarden import SOORTEN as WAT_ER_GEBEURDE
from mantelzorg.geschiedenis.waarden import Versie, lijstregels
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.geschiedenis import terugzetten as acties
from praktijken.geschiedenis.forms import MomentenForm, TerugzettenForm
from praktijken.geschiedenis.lezen import Plek, bladzijde
from praktijken.geschiedenis.soorten import Soort, sporen
from praktijken.geschiedenis.vergelijken import vergelijk
from praktijken.geschiedenis.vinden import Gevonden, vind

_MEESTE_VERSIES = 100
"""Versions to choose from; older ones by their day."""


@require_safe
@login_required
def geschiedenis(request: HttpRequest, soort: str, pk: int) -> HttpResponse:
    """What changed in a record and in what hangs on it, newest first."""
    user = _user(request)
    gevonden = vind(soort, pk, user)
    vanaf = Plek.uit(request.GET.get("ouder", ""))
    context = {
        "gevonden": gevonden,
        "bladzijde": bladzijde(sporen(gevonden.soort, pk), user, vanaf),
        "vanaf": vanaf,
        "adviseurs_zichtbaar": mag(user, Recht.PERSONEN_ZIEN),
    }
    return render(request, "praktijken/geschiedenis/geschiedenis.html", context)


@require_safe
@login_required
def vergelijken(request: HttpRequest, soort: str, pk: int) -> HttpResponse:
    """Two moments, by the address; without any the form alone."""
    user = _user(request)
    gevonden = vind(soort, pk, user)
    versies = list(_eigen_versies(gevonden, user)[:_MEESTE_VERSIES])
    labels = {versie.pk: f"{acties.moment(versie)} {WAT_ER_GEBEURDE[versie.history_type]}" for versie in versies}
    form = MomentenForm(_gevraagd(request), versies=versies, labels=labels)
    context: dict[str, Any] = {"gevonden": gevonden, "form": form}
    if form.is_valid():
        momenten = form.cleaned_data["moment_van"], form.cleaned_data["moment_naar"]
        context |= {
            "van": momenten[0].label,
            "naar": momenten[1].label,
            "vergelijking": vergelijk(sporen(gevonden.soort, pk), user, *momenten),
        }
    return render(request, "praktijken/geschiedenis/vergelijken.html", context)


def _gevraagd(request: HttpRequest) -> Any:
    """The choice in the address; where it names only a beginning, up to today."""
    if not set(request.GET) & {"van", "van_versie", "naar", "naar_versie"}:
        return None
    gevraagd = request.GET.copy()
    if not gevraagd.get("naar") and not gevraagd.get("naar_versie"):
        gevraagd["naar"] = f"{vandaag():%Y-%m-%d}"
    return gevraagd


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def terugzetten(request: HttpRequest, soort: str, pk: int, versie: int) -> HttpResponse:
    """What putting back to this version changes; a POST does it."""
    user = _user(request)
    gevonden = vind(soort, pk, user)
    oude = _versie(gevonden, user, versie)
    form = TerugzettenForm(request.POST if request.method == "POST" else None)
    gewijzigd = False
    if form.is_valid():
        try:
            gedaan = _zet_terug(gevonden.soort, oude, user, form)
        except acties.IntussenGewijzigd:
            gewijzigd = True
        except acties.NietToegestaan as fout:
            raise Http404 from fout
        except ValidationError as fout:
            form.add_error(None, fout)
        else:
            messages.success(request, "Teruggezet." if gedaan else acties.AL_ZO)
            return redirect("praktijken:geschiedenis", soort, pk)
    return _toon_voorstel(request, gevonden, oude, form, gewijzigd=gewijzigd)


def _zet_terug(soort: Soort, versie: Versie, user: User, form: TerugzettenForm) -> bool:
    schoon = form.cleaned_data
    return acties.zet_terug(soort=soort, versie=versie, user=user, gezien=schoon["gezien"], reden=schoon["reden"])


def _toon_voorstel(
    request: HttpRequest, gevonden: Gevonden, versie: Versie, form: TerugzettenForm, *, gewijzigd: bool
) -> HttpResponse:
    """The record as it stands now beside the version; what was typed stays."""
    try:
        plan = acties.voorstel(gevonden.soort, versie, _user(request))
    except acties.NietToegestaan as fout:
        raise Http404 from fout
    context = {"gevonden": gevonden, "plan": plan, "form": form, "gewijzigd": gewijzigd}
    return render(request, "praktijken/geschiedenis/terugzetten.html", context)


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _eigen_versies(gevonden: Gevonden, user: User) -> Any:
    eigen = gevonden.soort.versies(user).filter(**{gevonden.soort.sleutel: gevonden.pk})
    return eigen.order_by("-history_date", "-history_id")


def _versie(gevonden: Gevonden, user: User, sleutel: int) -> Versie:
    """The version with this key, to go back to: of this record, and not its removal."""
    rijen = _eigen_versies(gevonden, user).filter(history_id=sleutel).exclude(history_type="-")
    versie = rijen.prefetch_related(*lijstregels(gevonden.soort.model)).first()
    if versie is None:
        raise Http404
    return versie
