"""Handing over a list of attendance, checking it, and confirming it once."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from deelnemers.models import Organisatie
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht
from praktijken.models import Praktijk, Presentielijst, Sessie, Stand
from praktijken.querysets import praktijken_binnen
from praktijken.register.forms import soortkeuzes
from praktijken.sessies.aanwezigheid import NOG_NIET, zichtbaar
from praktijken.sessies.presentielijst import acties
from praktijken.sessies.presentielijst.acties import Besluit, IntussenToegevoegd
from praktijken.sessies.presentielijst.forms import Lijsten, LijstForm, RijForm
from praktijken.sessies.presentielijst.koppelen import Koppeling, koppel
from praktijken.sessies.presentielijst.lezen import MEESTE, Regel
from praktijken.sessies.toegang import alleen_verzenden, inzending_van, voor_schrijvers
from praktijken.voortgang.bewaren import bewaarsleutel

_BEKEND = 200  # names of organisations on the page itself


@voor_schrijvers
@alleen_verzenden
def inlezen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The list, matched: who is found, who perhaps, and who is new."""
    sessie = _sessie(user, pk)
    form = LijstForm(request.POST, request.FILES)
    if sessie.datum > vandaag():
        form.add_error(None, NOG_NIET)
    if not form.is_valid():
        return _plak(request, user, sessie, form)
    koppelingen = koppel(form.regels, sessie, user)
    return _controleer(request, user, sessie, _rijen(user, sessie, koppelingen, None))


@voor_schrijvers
@alleen_verzenden
def bevestigen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Store what was checked; what still needs a choice comes back with everything as it was filled in."""
    sessie = _sessie(user, pk)
    inzending = inzending_van(request)
    if Presentielijst.objects.filter(sessie=sessie, inzending=inzending, door=user).exists():
        return _klaar(request, sessie, "Deze lijst was al bewaard. Er is niets dubbel vastgelegd.")
    koppelingen = koppel(_teruggekregen(request), sessie, user)
    rijen = _rijen(user, sessie, koppelingen, request.POST)
    if not all(rij.is_valid() for rij in rijen):
        return _controleer(request, user, sessie, rijen)
    besluiten = [besluit for rij in rijen if (besluit := rij.besluit) is not None]
    try:
        lijst = acties.bevestig(sessie=sessie, besluiten=besluiten, door=user, inzending=inzending, vandaag=vandaag())
    except IntussenToegevoegd:
        opnieuw = _rijen(user, sessie, koppel(_teruggekregen(request), sessie, user), request.POST)
        return _controleer(request, user, sessie, opnieuw)
    except ValidationError as fout:
        return _controleer(request, user, sessie, rijen, " ".join(fout.messages))
    nieuw = f" Nieuw: {lijst.nieuw}." if lijst.nieuw else ""
    telling = f"Aanwezig: {lijst.aanwezig}.{_afwezig(besluiten)}{nieuw}"
    return _klaar(request, sessie, f"De presentielijst is bewaard. {telling}")


def _afwezig(besluiten: Iterable[Besluit]) -> str:
    """How many did not come, each person once."""
    aantal = Counter(stand for _, stand in {(een.deelnemer, een.stand) for een in besluiten})
    return "".join(
        f" {stand.value.capitalize()}: {aantal[stand]}."
        for stand in (Stand.AFGEMELD, Stand.NIET_GEKOMEN)
        if aantal[stand]
    )


def _sessie(user: User, pk: int) -> Sessie:
    eigen = Sessie.objects.mede_wijzigbaar_door(user).select_related("programma")
    gevonden: Sessie = get_object_or_404(eigen, pk=pk)
    return gevonden


def _teruggekregen(request: HttpRequest) -> list[Regel]:
    """The lines as they stood on the list, which the screen carries along: they are kept nowhere else."""

    def veld(nr: int, naam: str) -> str:
        return request.POST.get(f"rij{nr}-lijst{naam}", "")

    aantal = request.POST.get("aantal", "")
    aantal_rijen = min(int(aantal), MEESTE) if aantal.isascii() and aantal.isdigit() and len(aantal) < 9 else 0
    return [
        Regel(
            naam=veld(nr, "naam"),
            organisatie=veld(nr, "organisatie"),
            email=veld(nr, "email"),
            status=veld(nr, "status"),
            stand=veld(nr, "stand"),
        )
        for nr in range(aantal_rijen)
    ]


def _rijen(user: User, sessie: Sessie, koppelingen: list[Koppeling], data: Any) -> list[RijForm]:
    voorwaarde = praktijken_binnen(user, Recht.PERSONEN_WIJZIGEN)
    praktijken = Praktijk.objects.filter(sessies=sessie).order_by("naam", "code")
    namen = {koppeling.regel.organisatie for koppeling in koppelingen} - {""}
    lijsten = Lijsten(
        praktijken=list(praktijken if voorwaarde is None else praktijken.filter(voorwaarde)),
        soorten=soortkeuzes(),
        organisaties={een.naam.casefold(): een for een in Organisatie.objects.filter(naam__in=namen)},
        standen=dict(zichtbaar(sessie, user).values_list("deelnemer", "stand")),
    )
    return [
        RijForm(data, koppeling=koppeling, lijsten=lijsten, prefix=f"rij{nr}")
        for nr, koppeling in enumerate(koppelingen)
    ]


def _plak(request: HttpRequest, user: User, sessie: Sessie, form: LijstForm) -> HttpResponse:
    """The list once more, as it was pasted, with what is wrong."""
    context = {"sessie": sessie, "form": form, "bewaarsleutel": bewaarsleutel(user, request.path)}
    return render(request, "praktijken/sessies/lijst_plakken.html", context)


def _controleer(request: HttpRequest, user: User, sessie: Sessie, rijen: list[RijForm], fout: str = "") -> HttpResponse:
    inzending = inzending_van(request)
    bekend = Organisatie.objects.filter(deelnames__praktijk__sessies=sessie) | Organisatie.objects.filter(
        partnerschappen__praktijk__sessies=sessie
    )
    context = {
        "sessie": sessie,
        "rijen": rijen,
        "zeker": [rij for rij in rijen if rij.is_zeker],
        "te_kiezen": [rij for rij in rijen if not rij.is_zeker],
        "telling": _telling(rijen),
        "fout": fout,
        "is_fout": bool(fout) or any(rij.errors for rij in rijen),
        "inzending": inzending,
        "organisaties": bekend.distinct().order_by("naam").values_list("naam", flat=True)[:_BEKEND],
        "bewaarsleutel": bewaarsleutel(user, f"{request.path}{inzending}"),
        "vers": any(rij.is_bound for rij in rijen),
    }
    return render(request, "praktijken/sessies/lijst_controleren.html", context)


def _telling(rijen: Iterable[RijForm]) -> list[tuple[str, int]]:
    """How many lines are taken as what, before anything is stored."""
    aantal = Counter(rij["stand"].value() for rij in rijen)
    return [
        *((stand.value.capitalize(), aantal.pop(stand, 0)) for stand in Stand),
        ("Status onbekend", aantal.total()),
    ]


def _klaar(request: HttpRequest, sessie: Sessie, melding: str) -> HttpResponse:
    messages.success(request, melding)
    adres = reverse("praktijken:sessie", args=[sessie.pk])
    return redirect(f"{adres}?bewaard={inzending_van(request)}#aanwezig")
