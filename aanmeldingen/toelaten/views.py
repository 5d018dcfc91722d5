"""Make a practice of an admitted application."""

import datetime
import re

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from aanmeldingen.belangstelling.adviseurs import kandidaten
from aanmeldingen.beoordelen.toegang import aanmelding_van, voor_beoordelaars
from aanmeldingen.models import Aanmelding, Toelating
from aanmeldingen.toelaten.acties import IntussenGewijzigd, NietToelaatbaar, bezwaar, laat_toe
from aanmeldingen.toelaten.forms import Toelaatform
from aanmeldingen.toelaten.voorstel import voorstel
from deelnemers.models import Organisatietype
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles

NIEUWE_NAAM = re.compile(r"huis_\d{1,2}_naam")
INTUSSEN = (
    "De aanmelding is gewijzigd nadat u dit formulier opende. Kijk na of alles nog klopt en verstuur het opnieuw."
)


@require_http_methods(["GET", "HEAD", "POST"])
@voor_beoordelaars
def toelaten(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The form with all that the application tells; the practice it became once there is one."""
    if not mag_alles(user, Recht.PRAKTIJKEN_WIJZIGEN):
        raise Http404
    een, nu = aanmelding_van(user, pk), timezone.now()
    eerder = Toelating.objects.filter(aanmelding=een).select_related("praktijk").first()
    if eerder is not None:
        return _naar_praktijk(request, eerder, "Deze aanmelding is al een praktijk.")
    if waarom := bezwaar(een):
        return _toon(request, een, None, waarom)
    form = _formulier(request, een, nu)
    if not form.is_valid():
        return _toon(request, een, form)
    return _laat_toe(request, user, een, form, nu)


def _formulier(request: HttpRequest, een: Aanmelding, nu: datetime.datetime) -> Toelaatform:
    getypt = [request.POST.get(naam, "") for naam in request.POST if NIEUWE_NAAM.fullmatch(naam)][:20]
    return Toelaatform(
        request.POST if request.method == "POST" else None,
        voorstel=voorstel(een, localdate(nu), getypt),
        kandidaten=kandidaten(een.sector, nu),
        typen=list(Organisatietype.objects.filter(verbonden_aan_organisatie=True).order_by("naam")),
    )


def _laat_toe(
    request: HttpRequest, user: User, een: Aanmelding, form: Toelaatform, nu: datetime.datetime
) -> HttpResponse:
    sleutel, gezien = form.cleaned_data["inzending"], form.cleaned_data["gezien"]
    try:
        toelating = laat_toe(
            aanmelding=een.pk, opdracht=form.opdracht, gezien=gezien, inzending=sleutel, door=user, op=nu
        )
    except IntussenGewijzigd:
        form.add_error(None, INTUSSEN)
        form.data = {**form.data.dict(), "gezien": form.voorstel.gezien}  # type: ignore[attr-defined]  # a QueryDict
    except NietToelaatbaar as fout:
        return _toon(request, een, None, fout.tekst)
    except ValidationError as fout:
        for melding in fout.messages:
            form.add_error(None, melding)
    else:
        return _naar_praktijk(request, toelating, "De praktijk is gemaakt. De mails staan klaar in de uitgaande post.")
    return _toon(request, een, form)


def _naar_praktijk(request: HttpRequest, toelating: Toelating, melding: str) -> HttpResponse:
    messages.success(request, melding)
    return redirect("praktijken:praktijk", toelating.praktijk_id)


def _toon(request: HttpRequest, een: Aanmelding, form: Toelaatform | None, waarom: str = "") -> HttpResponse:
    context = {"aanmelding": een, "oproep": een.oproep, "form": form, "waarom": waarom}
    return render(request, "aanmeldingen/toelaten/toelaten.html", context)
