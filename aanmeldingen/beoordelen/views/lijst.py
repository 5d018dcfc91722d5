"""The list of a call's applications, on a page and in Excel."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aanmeldingen.beoordelen.als_xlsx import als_xlsx
from aanmeldingen.beoordelen.kolommen import kolommen_voor, per_cel
from aanmeldingen.beoordelen.lijst import PER_PAGINA, Zoekformulier, als_rijen, gevonden
from aanmeldingen.beoordelen.toegang import voor_lezers
from aanmeldingen.models import Oproep
from mantelzorg.excel import XLSX
from mantelzorg.models import User
from praktijken.leren.verzoek import getal

_LAATSTE_PAGINA = 1_000_000  # far beyond any list; keeps a made-up number out of the database


@require_safe
@voor_lezers
def lijst(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """The applications one may see, with what the address asks of them; one row more tells of a next page."""
    oproep = get_object_or_404(Oproep, slug=slug)
    form = Zoekformulier(request.GET, oproep=oproep)
    aanmeldingen = gevonden(form, oproep, user, timezone.now())
    nummer = min(getal(request.GET.get("pagina", "")) or 1, _LAATSTE_PAGINA)
    begin = (nummer - 1) * PER_PAGINA
    rijen = list(aanmeldingen[begin : begin + PER_PAGINA + 1])
    cellen = per_cel(kolommen_voor(user))
    context = {
        "oproep": oproep,
        "form": form,
        "gefilterd": not form.is_valid() or form.gefilterd,
        "aantal": aanmeldingen.count(),
        "cellen": cellen,
        "regels": [
            (rij, [[(kolom, kolom.waarde(rij)) for kolom in cel] for cel in cellen])
            for rij in als_rijen(rijen[:PER_PAGINA], oproep)
        ],
        "nummer": nummer,
        "vorige": nummer - 1 if nummer > 1 else None,
        "volgende": nummer + 1 if len(rijen) > PER_PAGINA else None,
        "vraag": request.GET.urlencode(),
    }
    return render(request, "aanmeldingen/beoordelen/lijst.html", context)


@require_safe
@voor_lezers
def excel(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """The whole list as the page shows it: the same columns, order and filters."""
    oproep = get_object_or_404(Oproep, slug=slug)
    form = Zoekformulier(request.GET, oproep=oproep)
    if not form.is_valid():
        raise Http404
    nu = timezone.now()
    rijen = als_rijen(gevonden(form, oproep, user, nu), oproep)
    titel = f"Aanmeldingen voor {oproep} op {timezone.localdate(nu):%d-%m-%Y}"
    antwoord = HttpResponse(als_xlsx(kolommen_voor(user), rijen, titel), content_type=XLSX)
    bestand = f"aanmeldingen-{oproep.slug}-{timezone.localdate(nu):%Y-%m-%d}.xlsx"
    antwoord["Content-Disposition"] = f'attachment; filename="{bestand}"'
    return antwoord
