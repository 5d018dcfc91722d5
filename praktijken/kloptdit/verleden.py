"""What one participant was asked and answered, for the page of staff."""

from dataclasses import dataclass

from django.db.models import Prefetch

from deelnemers.models import Deelnemer
from praktijken.models import Antwoord, Uitvraag


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One request, with its answers in the order they came."""

    uitvraag: Uitvraag
    antwoorden: list[Antwoord]


def van_deelnemer(deelnemer: Deelnemer) -> list[Vraag]:
    """The newest first; two queries."""
    antwoorden = Antwoord.objects.select_related("deelname__praktijk", "organisatietype", "besloten_door")
    gevraagd = Uitvraag.objects.filter(deelnemer=deelnemer).select_related(
        "praktijk", "bericht", "gemaakt_door", "ingetrokken_door"
    )
    rijen = gevraagd.prefetch_related(Prefetch("antwoorden", antwoorden.order_by("ontvangen_op", "pk")))
    return [Vraag(uitvraag=een, antwoorden=list(een.antwoorden.all())) for een in rijen]
