"""The plan as tasks of the adviser: a start that has passed, and steps past their day."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from praktijken.herinneringen.taak import Regel, Taak
from praktijken.models import Planstap, Praktijk, Traject
from praktijken.plan.lezen import is_voorbij, stapzin, start_voorbij, startzin

START: Final = Regel(
    naam="geplande-start-voorbij",
    kop="Geplande start voorbij",
    wanneer="Vanaf de dag na de geplande start van een praktijk, zolang er geen startbijeenkomst is.",
    doel="Een praktijk telt pas mee vanaf haar startbijeenkomst. Plan die, of kies een andere geplande start.",
    stap_terug="Een geplande start die naar voren wordt gehaald: de latere dag blijft tellen.",
)
STAP: Final = Regel(
    naam="planstap-over-datum",
    kop="Stap van het plan over de datum",
    wanneer="Vanaf de dag na de laatste dag van een stap, zolang bij de stap niet staat dat zij klaar is. Niet als de "
    "praktijk is geëindigd.",
    doel="Zo blijft het plan kloppen. Is de stap klaar? Vul de dag in. Anders kiest u een andere laatste dag.",
    stap_terug="Een stap die al klaar was, of een laatste dag die naar voren wordt gehaald.",
)
REGELS: Final = (START, STAP)


def taken_per_praktijk(
    praktijken: Collection[Praktijk], heropend: Collection[int], dag: datetime.date
) -> Iterator[tuple[int, Taak]]:
    """(key of one of `praktijken`, task); of those in `heropend` nothing is mailed. Two queries, for any number."""
    open_ = {een.pk: een for een in praktijken if not is_voorbij(een, dag)}
    for traject in _trajecten(open_, dag):
        if start_voorbij(open_[traject.praktijk_id], traject, dag):
            yield _taak(START, open_[traject.praktijk_id], startzin(traject), traject, "plan", heropend)
    for stap in _stappen(open_, dag):
        yield _taak(STAP, open_[stap.praktijk_id], stapzin(stap), stap, f"stap-{stap.pk}", heropend)


def _trajecten(praktijken: Collection[int], dag: datetime.date) -> Iterator[Any]:
    later = Traject.history.filter(id=OuterRef("pk"), geplande_start__gte=dag)
    rijen = Traject.objects.filter(praktijk__in=praktijken, geplande_start__lt=dag)
    yield from rijen.annotate(terug=Exists(later)).order_by("pk")


def _stappen(praktijken: Collection[int], dag: datetime.date) -> Iterator[Any]:
    eerder = Planstap.history.filter(Q(klaar_op__isnull=False) | Q(tot_en_met__gte=dag), id=OuterRef("pk"))
    rijen = Planstap.objects.filter(praktijk__in=praktijken, klaar_op=None, tot_en_met__lt=dag)
    yield from rijen.annotate(terug=Exists(eerder)).order_by("tot_en_met", "pk")


def _taak(
    regel: Regel, praktijk: Praktijk, tekst: str, record: Any, anker: str, heropend: Collection[int]
) -> tuple[int, Taak]:
    """`record`: what it is about, with `terug`, whether it came about by a step back."""
    adres = f"{reverse('praktijken:praktijk', args=[praktijk.pk])}#{anker}"
    mailtekst = "" if record.terug or praktijk.pk in heropend else tekst
    taak = Taak(
        regel=regel, onderwerp=str(record.pk), waar=praktijk.naam, tekst=tekst, mailtekst=mailtekst, adres=adres
    )
    return praktijk.pk, taak
