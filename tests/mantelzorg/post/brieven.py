"""A letter to Noor, with everything a test doesn't care about filled in."""

from mantelzorg.models import Programma
from mantelzorg.post.klaarzetten import Brief
from tests.gegevens import programma


def brief(**velden: object) -> Brief:
    """A letter about a programme."""
    gegevens = {
        "soort": "herinnering",
        "aan": "noor@voorbeeld.example",
        "aan_naam": "Noor de Wit",
        "onderwerp": "Wat er\nwacht",
        "tekst": "Beste Noor,\n\nEr wacht iets.",
        "over": Programma.objects.filter(slug="thuis").first() or programma(),
    }
    return Brief(**gegevens | velden)  # type: ignore[arg-type]
