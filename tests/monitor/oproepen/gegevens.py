"""Builders of what happens to a call by a moment of its own, and one call with a bit of everything."""

import datetime
from itertools import count
from typing import Any
from uuid import uuid4

from aanmeldingen.models import (
    Aanmelding,
    Aanmeldpartner,
    Belangstelling,
    Besluit,
    Besluitsoort,
    Bijeenkomst,
    Contactmoment,
    Contactwijze,
    Gebeurtenis,
    Inschrijving,
    Oproep,
    Partnersoort,
    Plaatsregel,
    Plaatsstand,
)
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Sessie, Sessiesoort, Stand
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import ingediend, moment, sector
from tests.gegevens import dag, gebruiker

GEHEIM = "Geheime Zorggroep"
PERSOON = "Geheime Naam"
_nummer = count(1)


def regel(een: Aanmelding, naar: Plaatsstand, gebeurtenis: Gebeurtenis, op: str) -> Plaatsregel:
    """The next line of the ledger for this application, written at that moment."""
    return gegevens.plaatsregel(een, naar, gebeurtenis, op=moment(op))


def capaciteit(oproep: Oproep, erbij: int, op: str) -> Plaatsregel:
    """A line that makes it so many places more, or fewer."""
    return Plaatsregel.objects.create(
        oproep=oproep,
        nummer=oproep.plaatsregels.count() + 1,
        op=moment(op),
        gebeurtenis=Gebeurtenis.CAPACITEIT,
        capaciteit=erbij,
        reden="Zo is het afgesproken.",
    )


def besluit(
    een: Aanmelding, soort: Besluitsoort, door: tuple[User, User], op: str, vervangt: Besluit | None = None
) -> Besluit:
    """A decision, confirmed at that moment by the second of the two."""
    return Besluit.objects.create(
        aanmelding=een,
        soort=soort,
        motivering="Zo is besloten.",
        voorgesteld_door=door[0],
        voorgesteld_op=moment(op),
        bevestigd_door=door[1],
        bevestigd_op=moment(op),
        vervangt=vervangt,
        reden_herziening="Er was meer bekend." if vervangt else "",
        inzending=uuid4(),
    )


def bijeenkomst(oproep: Oproep, op: str, plaatsen: int, **velden: Any) -> Bijeenkomst:
    """An information meeting on a day, with so many chairs."""
    sessie = Sessie.objects.create(
        programma=oproep.programma, soort=Sessiesoort.INFORMATIEBIJEENKOMST, datum=dag(op), inzending=uuid4()
    )
    tijd = {"begin": datetime.time(13), "eind": datetime.time(16)}
    return Bijeenkomst.objects.create(sessie=sessie, oproep=oproep, capaciteit=plaatsen, **tijd | velden)


def inschrijving(bij: Bijeenkomst, stand: str = "", **velden: Any) -> Inschrijving:
    """Somebody of whom this is known."""
    nieuw = Inschrijving(bijeenkomst=bij, naam=PERSOON, organisatie=GEHEIM, stand=stand, inzending=uuid4(), **velden)
    nieuw.maak_link(geldig_tot=dag("2034-01-01"))
    nieuw.save()
    return nieuw


def belangstelling(oproep: Oproep, op: str) -> Belangstelling:
    """Interest of a hospital, stated at that moment."""
    nieuw = Belangstelling.objects.create(
        oproep=oproep,
        sector=sector("ziekenhuis"),
        organisatie=GEHEIM,
        naam=PERSOON,
        email="geheim@ziekenhuis.example",
        inzending=uuid4(),
    )
    Belangstelling.objects.filter(pk=nieuw.pk).update(op=moment(op))
    return nieuw


def contact(met: Belangstelling, op: str, hoe: Contactwijze, door: User) -> Contactmoment:
    """An attempt to reach them on a day."""
    return Contactmoment.objects.create(
        belangstelling=met, op=dag(op), hoe=hoe, verslag="Besproken.", door=door, inzending=uuid4()
    )


def partner(een: Aanmelding, soort: Partnersoort) -> Aanmeldpartner:
    """A partner of that kind."""
    return Aanmeldpartner.objects.create(aanmelding=een, soort=soort, naam=f"{GEHEIM} partner {next(_nummer)}")


def kantoor() -> tuple[User, User]:
    """Two who decide together."""
    return gebruiker(Rol.MEDEWERKER), gebruiker(Rol.MEDEWERKER)


def voorbeeldoproep(slug: str = "oproep-2014", **velden: Any) -> Oproep:
    """A call of three places: five applications of three sectors, one meeting held and one not, two with interest."""
    een = gegevens.oproep(slug=slug, sectoren=("thuiszorg", "ggz", "ziekenhuis"), te_bereiken=200, **velden)
    capaciteit(een, 3, "2014-03-20 09:00")
    vul_aan(een)
    return een


def vul_aan(een: Oproep) -> None:
    """The five applications, two interests and three meetings of `voorbeeldoproep`; once more where they are there."""
    door = kantoor()
    _toegelaten(een, door)
    _herzien(een, door)
    _ingetrokken(een)
    _aanbod_vervallen(een)
    gesproken, niet_bereikt = belangstelling(een, "2014-04-20 12:00"), belangstelling(een, "2014-05-02 12:00")
    contact(gesproken, "2014-04-25", Contactwijze.TELEFOON, door[0])
    contact(niet_bereikt, "2014-05-06", Contactwijze.NIET_BEREIKT, door[0])
    _uit_belangstelling(een, gesproken)
    _bijeenkomsten(een)


def _aanmelding(oproep: Oproep, op: str, sector_naam: str, medewerkers: int, **velden: Any) -> Aanmelding:
    naam = f"{GEHEIM} {next(_nummer)}"
    contactpersoon = (PERSOON, "geheim@zorg.example")
    return ingediend(
        oproep, naam, op=op, sector_naam=sector_naam, medewerkers=medewerkers, contact=contactpersoon, **velden
    )


def _toegelaten(oproep: Oproep, door: tuple[User, User]) -> None:
    """Received on 2 April, admitted on 10 July: 99 days."""
    een = _aanmelding(oproep, "2014-04-02 10:00", "thuiszorg", 25)
    regel(een, Plaatsstand.BEZET, Gebeurtenis.AANMELDING, "2014-04-02 10:00")
    besluit(een, Besluitsoort.TOELATEN, door, "2014-07-10 10:00")
    regel(een, Plaatsstand.BEVESTIGD, Gebeurtenis.TOEGELATEN, "2014-07-10 10:00")


def _herzien(oproep: Oproep, door: tuple[User, User]) -> None:
    """Received on 2 April, rejected on 22 April (20 days), admitted after all on 1 May."""
    een = _aanmelding(oproep, "2014-04-02 11:00", "thuiszorg", 30)
    regel(een, Plaatsstand.BEZET, Gebeurtenis.AANMELDING, "2014-04-02 11:00")
    eerst = besluit(een, Besluitsoort.AFWIJZEN, door, "2014-04-22 10:00")
    regel(een, Plaatsstand.GEEN, Gebeurtenis.AFGEWEZEN, "2014-04-22 10:00")
    besluit(een, Besluitsoort.TOELATEN, door, "2014-05-01 10:00", vervangt=eerst)
    regel(een, Plaatsstand.BEZET, Gebeurtenis.HERZIEN, "2014-05-01 10:00")
    regel(een, Plaatsstand.BEVESTIGD, Gebeurtenis.TOEGELATEN, "2014-05-01 10:00")


def _ingetrokken(oproep: Oproep) -> None:
    """Received on 3 June, about thuiszorg too, withdrawn on 10 June."""
    een = _aanmelding(oproep, "2014-06-03 10:00", "ggz", 50, ingetrokken_op=moment("2014-06-10 10:00"))
    een.sectoren.set([sector("thuiszorg")])
    regel(een, Plaatsstand.BEZET, Gebeurtenis.AANMELDING, "2014-06-03 10:00")
    regel(een, Plaatsstand.GEEN, Gebeurtenis.INGETROKKEN, "2014-06-10 10:00")


def _aanbod_vervallen(oproep: Oproep) -> None:
    """Received on the last minute, with a municipality; waits, is offered a place on 12 July, which lapses."""
    een = _aanmelding(oproep, "2014-06-30 23:59", "ggz", 40, gemeente_id="GM0363")
    partner(een, Partnersoort.GEMEENTE)
    regel(een, Plaatsstand.WACHT, Gebeurtenis.AANMELDING, "2014-06-30 23:59")
    regel(een, Plaatsstand.AANGEBODEN, Gebeurtenis.AANBOD, "2014-07-12 10:00")
    regel(een, Plaatsstand.GEEN, Gebeurtenis.VERLOPEN, "2014-07-20 00:00")


def _uit_belangstelling(oproep: Oproep, van: Belangstelling) -> None:
    """Received on 15 May from the interest of a hospital; holds a place and waits for its decision."""
    een = _aanmelding(oproep, "2014-05-15 10:00", "ziekenhuis", 10, belangstelling=van)
    partner(een, Partnersoort.ANDERS)
    regel(een, Plaatsstand.BEZET, Gebeurtenis.AANMELDING, "2014-05-15 10:00")


def _bijeenkomsten(oproep: Oproep) -> None:
    """On 20 June: 8 chairs, five signed up of whom one signed off and one waited, and one walked in. On 1 July: none.

    On 12 June one that was called off.
    """
    eerste = bijeenkomst(oproep, "2014-06-20", 8)
    for stand in (Stand.AANWEZIG, Stand.AANWEZIG, Stand.NIET_GEKOMEN, Stand.AFGEMELD):
        inschrijving(eerste, stand)
    inschrijving(eerste, op_wachtlijst=True)
    inschrijving(eerste, Stand.AANWEZIG, aan_de_deur=True)
    inschrijving(bijeenkomst(oproep, "2014-07-01", 20))
    bijeenkomst(oproep, "2014-06-12", 30, afgelast_op=moment("2014-06-11 09:00"), afgelast_omdat="Ziek.")
