"""The list of participants, and names of organisations to choose from as one types."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.register.forms import ZoekForm
from praktijken.register.lijst import Personen, bladzijde, met_deelnames, vind
from praktijken.register.views.toegang import voor_lezers

_VOORSTELLEN = 20


@require_http_methods(["GET", "HEAD", "POST"])
@voor_lezers
def lijst(request: HttpRequest, user: User) -> HttpResponse:
    """The people one may see. Searched by POST, so that no name gets into an address or a log."""
    form = ZoekForm(request.POST if request.method == "POST" else _zonder_zoekwoord(request), user=user)
    gevonden: Personen = Deelnemer.objects.none()
    if form.is_valid():
        gevonden = vind(user, form.keuze, vandaag())
    pagina = bladzijde(
        met_deelnames(gevonden, user), na=form.cleaned_data.get("na"), voor=form.cleaned_data.get("voor")
    )
    context = {
        "form": form,
        "velden": list(form.visible_fields()),
        "pagina": pagina,
        "gefilterd": any(form.cleaned_data.values()),
        "bureau": mag_alles(user, Recht.PERSONEN_WIJZIGEN),
    }
    return render(request, "praktijken/register/lijst.html", context)


def _zonder_zoekwoord(request: HttpRequest) -> dict[str, str]:
    """The filters of the address; a name does not belong there and is passed over."""
    return {naam: str(waarde) for naam, waarde in request.GET.items() if naam != "zoek"}


@require_safe
@voor_lezers
def organisaties(request: HttpRequest, user: User) -> JsonResponse:  # noqa: ARG001  # the decorator hands it over
    """Names of organisations in which `zoek` occurs, those that begin with it first."""
    zoek = request.GET.get("zoek", "").strip()
    namen = Organisatie.objects.order_by("naam").values_list("naam", flat=True)
    vooraan = list(namen.filter(naam__istartswith=zoek)[:_VOORSTELLEN]) if zoek else []
    verder = list(namen.filter(naam__icontains=zoek)[:_VOORSTELLEN]) if zoek else []
    return JsonResponse({"organisaties": list(dict.fromkeys([*vooraan, *verder]))[:_VOORSTELLEN]})
