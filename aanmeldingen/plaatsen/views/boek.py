"""The ledger of a call: numbers, who waits, and every line; to print and as Excel."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aanmeldingen.models import Oproep, Plaatsregel, Plaatsstand, Verdeling
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.als_xlsx import als_xlsx
from aanmeldingen.plaatsen.grootboek import bladzijde, heel, wachtenden
from aanmeldingen.plaatsen.post import uiterlijk
from aanmeldingen.plaatsen.views.toegang import voor_bureau
from mantelzorg.excel import XLSX
from mantelzorg.models import User


@require_safe
@voor_bureau
def plaatsen(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """How many places there are and who has them, who waits, and the lines it follows from."""
    context = {
        "oproep": oproep,
        "stand": lezen.stand(oproep),
        "wachtlijst": wachtenden(oproep),
        "aangeboden": [(regel, uiterlijk(regel.antwoord_voor)) for regel in _aangeboden(oproep)],
        "pagina": bladzijde(oproep, na=_nummer(request, "na"), voor=_nummer(request, "voor")),
        "met_selectie": oproep.verdeling == Verdeling.SELECTIE,
    }
    return render(request, "aanmeldingen/plaatsen/plaatsen.html", context)


@require_safe
@voor_bureau
def verantwoording(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # idem
    """The whole ledger on paper, without names of persons."""
    context = {"oproep": oproep, "stand": lezen.stand(oproep), "regels": heel(oproep), "nu": timezone.now()}
    return render(request, "aanmeldingen/plaatsen/verantwoording.html", context)


@require_safe
@voor_bureau
def excel(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # idem
    """The same as Excel."""
    nu = timezone.now()
    antwoord = HttpResponse(als_xlsx(oproep, heel(oproep), nu), content_type=XLSX)
    naam = f"plaatsenboek-{oproep.slug}-{timezone.localtime(nu):%Y-%m-%d}.xlsx"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _aangeboden(oproep: Oproep) -> QuerySet[Plaatsregel]:
    """The open offers, the first to end first."""
    laatste = lezen.laatste_regels(oproep).select_related("aanmelding", "sector")
    return laatste.filter(naar=Plaatsstand.AANGEBODEN).order_by("antwoord_voor", "nummer")


def _nummer(request: HttpRequest, naam: str) -> int | None:
    """The line to go on from; None where the address names none."""
    gevraagd = request.GET.get(naam, "")
    return int(gevraagd) if gevraagd.isdecimal() and len(gevraagd) < 10 else None
