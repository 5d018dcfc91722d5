"""What somebody typed in a form that could not be handled, to give it back: text they can copy, nothing secret."""

import re
from dataclasses import dataclass

from django.http import HttpRequest

GEHEIM = ("password", "wachtwoord", "token")
SPELLING = {"email": "e-mailadres", "username": "e-mailadres", "kvk": "KvK-nummer", "themas": "thema’s"}
MACHINERIE = {"gezien", "getoond", "inzending", "vingerafdruk", "website"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A field of the form as it was sent, and what stood in it."""

    naam: str
    waarde: str

    @property
    def label(self) -> str:
        """The name in words: `persoon-tot_en_met` is "Persoon tot en met"; keys of records are left out."""
        woorden = [SPELLING.get(woord, woord) for woord in re.split(r"[-_\s]+", self.naam) if not woord.isdecimal()]
        return " ".join(woorden)[:1].upper() + " ".join(woorden)[1:]


def ingevuld(request: HttpRequest) -> tuple[Veld, ...]:
    """The fields with something in them, without passwords, files and the form's own machinery."""
    return tuple(
        Veld(naam=naam, waarde=waarde)
        for naam, waarden in request.POST.lists()
        if naam not in MACHINERIE and not any(deel in naam.lower() for deel in GEHEIM)
        for waarde in waarden
        if waarde.strip()
    )
