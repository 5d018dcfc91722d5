"""Adding a participant to a practice, with those who may be the same person in sight."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht
from praktijken.models import Praktijk
from praktijken.querysets import praktijken_binnen
from praktijken.register import acties
from praktijken.register.acties import DoetAlMee, NummerBezet
from praktijken.register.dubbelen import Gelijkenis, zoek
from praktijken.register.forms import NieuwForm
from praktijken.register.nummers import volgende
from praktijken.register.views.toegang import voor_lezers

_PRAKTIJKEN = 25
_BEKEND = 200  # names of organisations on the page itself, to choose from without JavaScript


@require_http_methods(["GET", "HEAD", "POST"])
@voor_lezers
def nieuw(request: HttpRequest, user: User) -> HttpResponse:
    """The form for the practice in the address; without one, which practice it is for."""
    if not request.GET.get("praktijk"):
        return _kies(request, user)
    praktijk = _praktijk(user, request.GET["praktijk"])
    if request.method != "POST":
        begin = {"nummer": volgende(praktijk.programma), "vanaf": vandaag()}
        return _toon(request, praktijk, NieuwForm(initial=begin))
    form = NieuwForm(request.POST)
    gelijkenissen = zoek(user, praktijk.programma, form.gezocht)
    geldig = form.is_valid()
    if "zoek" in request.POST or not geldig:
        return _toon(request, praktijk, form, gelijkenissen, gezocht="zoek" in request.POST)
    return _bewaar(request, user, praktijk, form, gelijkenissen)


@require_POST
@voor_lezers
def dubbelen(request: HttpRequest, user: User) -> HttpResponse:
    """The part of the page with likenesses, for who types; by POST, for names are in it."""
    praktijk = _praktijk(user, request.GET.get("praktijk", ""))
    gelijkenissen = zoek(user, praktijk.programma, NieuwForm(request.POST).gezocht)
    return render(request, "praktijken/register/dubbelen.html", {"gelijkenissen": gelijkenissen})


def _wijzigbaar(user: User) -> Any:
    """The practices to which `user` may add people."""
    voorwaarde = praktijken_binnen(user, Recht.PERSONEN_WIJZIGEN)
    alle = Praktijk.objects.select_related("programma")
    return alle if voorwaarde is None else alle.filter(voorwaarde)


def _praktijk(user: User, sleutel: str) -> Praktijk:
    if not sleutel.isdecimal() or len(sleutel) > 18:
        raise Http404
    gevonden: Praktijk = get_object_or_404(_wijzigbaar(user), pk=int(sleutel))
    return gevonden


def _kies(request: HttpRequest, user: User) -> HttpResponse:
    gevraagd = request.GET.get("zoek", "").strip()
    praktijken = _wijzigbaar(user)
    if gevraagd:
        praktijken = praktijken.filter(naam__icontains=gevraagd) | praktijken.filter(code__iexact=gevraagd)
    gevonden = list(praktijken.order_by("naam", "code", "pk")[: _PRAKTIJKEN + 1])
    context = {"zoek": gevraagd, "praktijken": gevonden[:_PRAKTIJKEN], "meer": len(gevonden) > _PRAKTIJKEN}
    return render(request, "praktijken/register/nieuw_kiezen.html", context)


def _bewaar(
    request: HttpRequest, user: User, praktijk: Praktijk, form: NieuwForm, gelijkenissen: list[Gelijkenis]
) -> HttpResponse:
    """Save as the button says: this known person, or somebody new; likenesses are shown before somebody new is made."""
    bestaand = request.POST.get("bestaand", "")
    if not bestaand and gelijkenissen and "toch_nieuw" not in request.POST and not _is_verzonden(form, praktijk):
        return _toon(request, praktijk, form, gelijkenissen, gezocht=True)
    try:
        persoon = _schrijf(user, praktijk, form, bestaand)
    except NummerBezet:
        data = request.POST.copy()
        data["nummer"] = volgende(praktijk.programma)
        opnieuw = NieuwForm(data)
        opnieuw.add_error(
            "nummer", f"Het nummer {form.persoon.nummer} is al van iemand. Het volgende vrije staat er nu."
        )
        return _toon(request, praktijk, opnieuw, gelijkenissen)
    except DoetAlMee as fout:
        form.add_error(None, f"Deze persoon doet al mee aan deze praktijk, vanaf {fout.deelname.vanaf:%d-%m-%Y}.")
    except ValidationError as fout:
        _neem_over(form, fout)
    except IntegrityError:
        form.add_error(None, "Iemand anders bewaarde net iets dat hiermee botst. Bewaar opnieuw.")
    else:
        return redirect("praktijken:deelnemer", persoon.pk)
    return _toon(request, praktijk, form, gelijkenissen)


def _schrijf(user: User, praktijk: Praktijk, form: NieuwForm, bestaand: str) -> Deelnemer:
    if not bestaand:
        return acties.voeg_persoon_toe(persoon=form.persoon, deelname=form.deelname(praktijk))
    binnen = Deelnemer.objects.wijzigbaar_door(user).filter(programma=praktijk.programma)
    if not bestaand.isdecimal() or len(bestaand) > 18:
        raise Http404
    gevonden = get_object_or_404(binnen, pk=int(bestaand))
    return acties.voeg_deelname_toe(deelnemer=gevonden.pk, deelname=form.deelname(praktijk))


def _is_verzonden(form: NieuwForm, praktijk: Praktijk) -> bool:
    """Whether the likeness is the very record that this form made: sent twice."""
    return acties.eerder_verzonden(praktijk.programma, form.persoon, form.deelname(praktijk)) is not None


def _neem_over(form: NieuwForm, fout: ValidationError) -> None:
    """Errors of the records, each at its field where the form has it."""
    for veld, fouten in fout.message_dict.items():
        form.add_error(veld if veld in form.fields else None, fouten)


def _toon(
    request: HttpRequest,
    praktijk: Praktijk,
    form: NieuwForm,
    gelijkenissen: list[Gelijkenis] | None = None,
    *,
    gezocht: bool = False,
) -> HttpResponse:
    bekend = Organisatie.objects.filter(deelnames__praktijk=praktijk) | Organisatie.objects.filter(
        partnerschappen__praktijk=praktijk
    )
    context = {
        "praktijk": praktijk,
        "form": form,
        "gelijkenissen": gelijkenissen or [],
        "gezocht": gezocht,
        "organisaties": bekend.distinct().order_by("naam").values_list("naam", flat=True)[:_BEKEND],
    }
    return render(request, "praktijken/register/nieuw.html", context)
