"""The advisers of a practice (for the office), and its breaks (for who may change the practice)."""

import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from mantelzorg.klok import vandaag
from mantelzorg.samenloop import VELDNAAM
from mantelzorg.toegang import Recht, mag_alles
from praktijken.begeleiding.acties import IntussenGewijzigd, afdruk, beeindig, beurt, voeg_toe
from praktijken.begeleiding.forms import AdviseurForm, EindeForm, OnderbrekingForm, Termijn, WieForm, periode
from praktijken.begeleiding.wie import wie_begeleidde
from praktijken.models import Adviseurschap, Onderbreking, Praktijk

_lezen_of_schrijven = require_http_methods(["GET", "HEAD", "POST"])


@_lezen_of_schrijven
@login_required
def adviseurs(request: HttpRequest, pk: int) -> HttpResponse:
    """Who guides the practice and when; add somebody; who guided on the day in the address."""
    praktijk = _praktijk_van_kantoor(request, pk)
    form = AdviseurForm(request.POST or None, praktijk=praktijk, initial={"vanaf": vandaag()})
    if request.method == "POST" and voeg_toe(form, praktijk=praktijk):
        messages.success(request, f"{form.cleaned_data['adviseur']} staat bij deze praktijk.")
        return redirect("praktijken:adviseurs", praktijk.pk)
    wie = WieForm(request.GET) if "op" in request.GET else WieForm()
    op: datetime.date | None = wie.cleaned_data["op"] if wie.is_valid() else None
    schappen = Adviseurschap.objects.filter(praktijk=praktijk).select_related("adviseur")
    context = {
        "praktijk": praktijk,
        "form": form,
        "schappen": [(schap, schap.loopt_op(vandaag())) for schap in schappen],
        "wie": wie,
        "op": op,
        "begeleiders": wie_begeleidde(praktijk, op) if op else (),
    }
    return render(request, "praktijken/begeleiding/adviseurs.html", context)


@_lezen_of_schrijven
@login_required
def adviseur_einde(request: HttpRequest, pk: int, schap: int) -> HttpResponse:
    """The last day of somebody's guiding."""
    praktijk = _praktijk_van_kantoor(request, pk)
    rijen = Adviseurschap.objects.filter(praktijk=praktijk, pk=schap).select_related("adviseur")
    return _einde(request, praktijk, rijen, terug="praktijken:adviseurs")


@_lezen_of_schrijven
@login_required
def onderbrekingen(request: HttpRequest, pk: int) -> HttpResponse:
    """The breaks of the practice; add one."""
    praktijk = get_object_or_404(Praktijk.objects.wijzigbaar_door(request.user), pk=pk)
    form = OnderbrekingForm(request.POST or None, praktijk=praktijk, initial={"vanaf": vandaag()})
    if request.method == "POST" and voeg_toe(form, praktijk=praktijk):
        messages.success(request, "De onderbreking is vastgelegd. In de cijfers blijft de praktijk actief.")
        return redirect("praktijken:onderbreking", praktijk.pk)
    context = {
        "praktijk": praktijk,
        "form": form,
        "onderbrekingen": [(een, een.loopt_op(vandaag())) for een in praktijk.onderbrekingen.all()],
    }
    return render(request, "praktijken/begeleiding/onderbrekingen.html", context)


@_lezen_of_schrijven
@login_required
def onderbreking_einde(request: HttpRequest, pk: int, onderbreking: int) -> HttpResponse:
    """The last day of a break."""
    praktijk = get_object_or_404(Praktijk.objects.wijzigbaar_door(request.user), pk=pk)
    rijen = Onderbreking.objects.filter(praktijk=praktijk, pk=onderbreking).select_related("praktijk")
    return _einde(request, praktijk, rijen, terug="praktijken:onderbreking")


def _praktijk_van_kantoor(request: HttpRequest, pk: int) -> Praktijk:
    """Who guides is for the office to say; for others the page is not there."""
    if not mag_alles(request.user, Recht.REGISTERS_WIJZIGEN):
        raise Http404
    return get_object_or_404(Praktijk.objects.zichtbaar_voor(request.user), pk=pk)


def _einde(request: HttpRequest, praktijk: Praktijk, rijen: QuerySet[Any], *, terug: str) -> HttpResponse:
    """Ask for the last day of the one record in `rijen` and store it, in turn; what was typed stays on the page."""
    if request.method != "POST":
        termijn: Termijn = get_object_or_404(rijen)
        form = EindeForm(termijn=termijn, initial={"tot_en_met": termijn.tot_en_met or vandaag()})
        return _toon_einde(request, praktijk, form, terug=terug)
    with beurt(praktijk):
        form = EindeForm(request.POST, termijn=get_object_or_404(rijen))
        bewaard = form.is_valid() and _bewaar_einde(form, request.POST.get(VELDNAAM, ""))
    if not bewaard:
        return _toon_einde(request, praktijk, form, terug=terug)
    messages.success(request, f"De laatste dag is {date_format(form.cleaned_data['tot_en_met'])}.")
    return redirect(terug, praktijk.pk)


def _bewaar_einde(form: EindeForm, gezien: str) -> bool:
    try:
        beeindig(form.termijn, tot_en_met=form.cleaned_data["tot_en_met"], gezien=gezien)
    except IntussenGewijzigd as fout:
        form.add_error(
            None,
            f"Iemand anders heeft dit net gewijzigd. Nu staat er: {periode(fout.nu)}. "
            "Klopt uw dag nog? Bewaar dan opnieuw.",
        )
    return not form.errors


def _toon_einde(request: HttpRequest, praktijk: Praktijk, form: EindeForm, *, terug: str) -> HttpResponse:
    context: dict[str, Any] = {
        "praktijk": praktijk,
        "form": form,
        "termijn": form.termijn,
        "periode": periode(form.termijn),
        "terug": terug,
        "vingerafdruk": afdruk(form.termijn),
        "veldnaam": VELDNAAM,
    }
    return render(request, "praktijken/begeleiding/einde.html", context)
