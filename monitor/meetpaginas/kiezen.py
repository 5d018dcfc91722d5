"""Which programme and day somebody asks figures of: as the address says, else the latest programme, today."""

import datetime
from dataclasses import dataclass

from django.http import Http404, HttpRequest

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from monitor.forms import IndicatorForm
from monitor.peildatum import standaard_peildatum


@dataclass(frozen=True, slots=True, kw_only=True)
class Gekozen:
    """The choice, with its form. `peildatum` None: what was typed is no date, and the form says so."""

    form: IndicatorForm
    programma: Programma
    peildatum: datetime.date | None


def gekozen(request: HttpRequest) -> Gekozen | None:
    """The choice made; None where there is no programme to choose. Http404 for one that may not be seen."""
    programmas = list(Programma.objects.zichtbaar_voor(request.user))
    slug = request.GET.get("programma") or next((programma.slug for programma in programmas), None)
    if slug is None:
        return None
    programma = next((programma for programma in programmas if programma.slug == slug), None)
    if programma is None:
        raise Http404
    dag = request.GET.get("peildatum", "").strip() or standaard_peildatum(programma, vandaag())
    form = IndicatorForm(programmas, programma, dag)
    return Gekozen(
        form=form, programma=programma, peildatum=form.cleaned_data["peildatum"] if form.is_valid() else None
    )
