"""Publications for tests: one call each, by named people."""

from uuid import uuid4

from django.test import Client

from mantelzorg.models import Programma
from monitor.models import Publicatie, Publicatietekst, Vaststelling
from monitor.publicatie.publiceren import maak_voorbeeld, publiceer
from monitor.publicatie.standaard import standaardteksten
from tests import gegevens
from tests.monitor.meten.gegevens import OP, controleur

GEHEIM = 4
"""How many participants are of the Gemeente, and how many are in Epe; no other figure is."""


def teksten(programma: Programma, **velden) -> Publicatietekst:
    """The texts of the programme, those to begin with unless said otherwise."""
    standaard = standaardteksten(programma) | {"beleidsdoel": "Samenwerken."} | velden
    tekst, _ = Publicatietekst.objects.update_or_create(programma=programma, defaults=standaard)
    return tekst


def gepubliceerd(vaststelling: Vaststelling, *, op=OP) -> Publicatie:
    """The next version, published by Mo as it was previewed."""
    gezien = maak_voorbeeld(vaststelling, op).zegel
    return publiceer(meting=vaststelling.meting_id, gezien=gezien, inzending=uuid4(), door=controleur(), op=op)


def met_kleine_aantallen() -> Programma:
    """21 participants: 4 in Epe, 10 in Ede, 7 in Leiden; 14 of the Zorg, 3 of Welzijn and 4 of the Gemeente."""
    programma = gegevens.programma(slug="thuis", uitvoerders="Movisie; Vilans")
    plaatsen = (("EPE", "Epe", "GM0232", GEHEIM), ("EDE", "Ede", "GM0228", 10), ("LEI", "Leiden", "GM0546", 7))
    zorg, welzijn, gemeente = (gegevens.organisatietype(naam) for naam in ("Zorg", "Welzijn", "Gemeente"))
    soorten = iter([zorg] * 14 + [welzijn] * 3 + [gemeente] * GEHEIM)
    for code, naam, gebied, aantal in plaatsen:
        praktijk = gegevens.praktijk(programma, code, naam=naam, gemeenten=[gebied])
        for nummer in range(aantal):
            een = gegevens.deelnemer(programma, f"{code}{nummer}")
            gegevens.deelname(een, praktijk, organisatietype=next(soorten))
    return programma


def kantoor():
    """A client of Mo de Medewerker."""
    return client_van(controleur())


def client_van(user):
    """A client that is logged in as `user`."""
    client = Client()
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client
