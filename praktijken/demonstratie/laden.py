"""Load the demonstration programme through the import engine, as an uploaded file would be."""

import datetime
from collections.abc import Iterator

from django.contrib.auth.models import Group

from mantelzorg.excel.lezer import Rij
from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from praktijken.demonstratie.bladen import bladen
from praktijken.uitwisseling.importeren import Opdracht, Wijze, importeer
from praktijken.uitwisseling.soort import Herkomst

SLUG = "in-voor-mantelzorg-thuis"
NAMEN = {
    Rol.BEHEERDER: "Bente de Beheerder",
    Rol.MEDEWERKER: "Mees de Medewerker",
    Rol.ADVISEUR: "Ada de Adviseur",
    Rol.ANALIST: "Anne de Analist",
}


class DemonstratieFout(Exception):
    """The shipped demonstration breaks a rule of the records."""


def maak_accounts() -> None:
    """One account a role, without a password of its own (see `mantelzorg.inloggen.DemonstratieBackend`)."""
    for email, rol in DEMONSTRATIEACCOUNTS.items():
        if not User.objects.filter(email=email).exists():
            user = User.objects.create_user(email, naam=NAMEN[rol])
            user.groups.add(Group.objects.get(name=rol))


def laad_programma(vandaag: datetime.date) -> Programma:
    """The programme, loaded where it isn't there yet; what users changed in it since is kept."""
    if not Programma.objects.filter(slug=SLUG).exists():
        herkomst = Herkomst(gebruiker=None, reden="demonstratie")
        verslag = importeer(Opdracht(bron=_rijen, vandaag=vandaag, herkomst=herkomst, wijze=Wijze.BEWAAR))
        if verslag.fouten:
            raise DemonstratieFout("\n".join(map(str, verslag.fouten)))
    return Programma.objects.get(slug=SLUG)


def _rijen() -> Iterator[tuple[str, Rij]]:
    for blad, rijen in bladen().items():
        for nummer, cellen in enumerate(rijen, start=1):
            yield blad, Rij(nummer=nummer, cellen=tuple(cellen))
