"""One page on which unknown kinds of organisation are filled in."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from deelnemers.models import Organisatietype
from mantelzorg.models import Programma, User
from mantelzorg.samenloop import opgeslagen, vingerafdruk
from mantelzorg.toegang import Recht, mag_alles
from praktijken.models import Deelname, Praktijk
from praktijken.querysets import DeelnameQuerySet
from praktijken.register.onbekenden import PER_PAGINA, SOORT, Ingevuld, Uitslag, onbekend, organisaties_van, vul_in
from praktijken.register.views.toegang import voor_lezers

KEUZE, GEZIEN = "keuze-", "gezien-"

Keuzes = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A participation without a known kind: what was chosen for it, and what is wrong with that."""

    deelname: Deelname
    vingerafdruk: str
    keuze: str
    fout: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """The rows of one practice, with the organisations to choose from there."""

    praktijk: Praktijk
    organisaties: Keuzes
    rijen: list[Rij]


@require_http_methods(["GET", "HEAD", "POST"])
@voor_lezers
def onbekende_soorten(request: HttpRequest, user: User) -> HttpResponse:
    """All of one programme, 100 rows a page; the button saves all rows with a choice, that of a row only that row."""
    programmas = list(Programma.objects.zichtbaar_voor(user, Recht.PERSONEN_WIJZIGEN))
    gevraagd = request.GET.get("programma")
    programma = next((een for een in programmas if een.slug == gevraagd), programmas[0] if programmas else None)
    if programma is None:
        return render(request, "praktijken/register/onbekend.html", {"programmas": []})
    ingevuld = _ingevuld(request)
    uitslag = Uitslag(bewaard=0, fouten={})
    if request.method == "POST":
        bewaren = _te_bewaren(request, ingevuld)
        uitslag = vul_in(user, bewaren)
        _meld(request, uitslag)
        blijft_staan = any(rij.keuze for pk, rij in ingevuld.items() if pk not in bewaren)
        if not uitslag.fouten and not blijft_staan:
            return redirect(f"{reverse('praktijken:deelnemers-onbekend')}?programma={programma.slug}")
    return _toon(request, user, programmas, programma, ingevuld, uitslag)


def _ingevuld(request: HttpRequest) -> dict[int, Ingevuld]:
    return {
        int(naam.removeprefix(KEUZE)): Ingevuld(
            keuze=str(waarde), gezien=request.POST.get(f"{GEZIEN}{naam.removeprefix(KEUZE)}", "")
        )
        for naam, waarde in request.POST.items()
        if naam.startswith(KEUZE) and naam.removeprefix(KEUZE).isdecimal() and len(naam) < 19 + len(KEUZE)
    }


def _te_bewaren(request: HttpRequest, ingevuld: dict[int, Ingevuld]) -> dict[int, Ingevuld]:
    alleen = request.POST.get("alleen", "")
    return {pk: rij for pk, rij in ingevuld.items() if not alleen or str(pk) == alleen}


def _meld(request: HttpRequest, uitslag: Uitslag) -> None:
    """What was saved; of what was not, the page itself says where it stands."""
    if uitslag.bewaard:
        messages.success(request, f"{uitslag.bewaard} rij{'' if uitslag.bewaard == 1 else 'en'} bewaard.")
    elif not uitslag.fouten:
        messages.warning(request, "Er is niets gekozen, dus niets bewaard.")


def _toon(
    request: HttpRequest,
    user: User,
    programmas: list[Programma],
    programma: Programma,
    ingevuld: dict[int, Ingevuld],
    uitslag: Uitslag,
) -> HttpResponse:
    alle = onbekend(user, programma)
    rijen = list(_vanaf(alle, request.GET.get("na", ""))[: PER_PAGINA + 1])
    getoond = [_rij(deelname, ingevuld, uitslag) for deelname in rijen[:PER_PAGINA]]
    laatste = rijen[PER_PAGINA - 1] if len(rijen) > PER_PAGINA else None
    context = {
        "programmas": programmas,
        "programma": programma,
        "groepen": _groepen(getoond),
        "soorten": [(f"{SOORT}-{pk}", naam) for pk, naam in Organisatietype.objects.values_list("pk", "naam")],
        "volgende": f"{laatste.praktijk_id}.{laatste.pk}" if laatste else "",
        "bureau": mag_alles(user, Recht.PERSONEN_WIJZIGEN),
        "niet_bewaard": len(uitslag.fouten),
        "foute_rijen": [rij for rij in getoond if rij.fout],
        "weg": _weg(uitslag, getoond),
    }
    return render(request, "praktijken/register/onbekend.html", context)


def _vanaf(alle: DeelnameQuerySet, na: str) -> DeelnameQuerySet:
    """The rows after the one that `na` names: practice and participation, for a seek in the index."""
    praktijk, _, deelname = na.partition(".")
    if not (praktijk.isdecimal() and deelname.isdecimal() and len(na) < 38):
        return alle
    return alle.filter(Q(praktijk__gt=int(praktijk)) | Q(praktijk=int(praktijk), pk__gt=int(deelname)))


def _rij(deelname: Deelname, ingevuld: dict[int, Ingevuld], uitslag: Uitslag) -> Rij:
    eerder = ingevuld.get(deelname.pk)
    return Rij(
        deelname=deelname,
        vingerafdruk=vingerafdruk(opgeslagen(deelname)),
        keuze=eerder.keuze if eerder else "",
        fout=uitslag.fouten.get(deelname.pk, ""),
    )


def _weg(uitslag: Uitslag, getoond: list[Rij]) -> list[int]:
    """Rows with an error that stand on the page no more: somebody else filled them in."""
    return sorted(set(uitslag.fouten) - {rij.deelname.pk for rij in getoond})


def _groepen(rijen: list[Rij]) -> list[Groep]:
    organisaties = organisaties_van({rij.deelname.praktijk_id for rij in rijen})
    per_praktijk = groupby(rijen, key=lambda rij: rij.deelname.praktijk)
    return [
        Groep(praktijk=praktijk, organisaties=organisaties.get(praktijk.pk, []), rijen=list(van_praktijk))
        for praktijk, van_praktijk in per_praktijk
    ]
