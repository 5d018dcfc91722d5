"""What is filled in and what is stored, as plain values to compare."""

from typing import Any
from uuid import uuid4

from django.urls import reverse

from praktijken.models import Experiment, Voortgang

NIEUW = reverse("praktijken:voortgang-nieuw")
GEEN_VERANDERING = reverse("praktijken:geen-verandering")
KOLOMMEN = ("ronde", "fase", "verslag", "geleerd", "besluit", "volgende_stap", "door__naam")


def nieuw(experiment: Experiment) -> str:
    """The address of the form."""
    return f"{NIEUW}?experiment={experiment.pk}"


def pagina(voortgang: Voortgang, wat: str = "") -> str:
    """An address of this entry: its page, or that of `-verbeteren` or `-reactie`."""
    return reverse(f"praktijken:voortgang{wat}", args=[voortgang.pk])


def ingevuld(**anders: Any) -> dict[str, Any]:
    """A form filled in whole, with a key of its own."""
    return {
        "inzending": str(uuid4()),
        "datum": "2020-03-01",
        "ronde": "2",
        "fase": "uitvoeren",
        "verslag": "Zes gezinnen deden mee.",
        "geleerd": "Bellen werkt beter dan mailen.",
        "besluit": "doorgaan",
        "volgende_stap": "Nog zes gezinnen vragen.",
        **anders,
    }


def bewaard() -> list[tuple[Any, ...]]:
    """All entries, oldest first."""
    return list(Voortgang.objects.order_by("pk").values_list(*KOLOMMEN))


REGEL = (
    2,
    "uitvoeren",
    "Zes gezinnen deden mee.",
    "Bellen werkt beter dan mailen.",
    "doorgaan",
    "Nog zes gezinnen vragen.",
    "Ada Adviseur",
)
"""What `ingevuld()` leaves, sent by Ada."""
