"""Every page of the intake is reached by clicking, and every link and button on one leads somewhere."""

import datetime
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from freezegun import freeze_time

from aanmeldingen.beoordelen.gesprekken import Afspraak, plan
from aanmeldingen.formulier.laat import geef_toegang
from aanmeldingen.models import Aanmelding, Besluitsoort, Bijeenkomststuk, Instroom, Oproepsector, Verdeling
from aanmeldingen.plaatsen.acties import bevestig
from aanmeldingen.urls import urlpatterns
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.beoordelen.gegevens import beoordeel, met_plaats
from tests.aanmeldingen.bijeenkomsten.avond import bijeenkomst, ingeschreven
from tests.aanmeldingen.gegevens import (
    aanmelding,
    aanvulverzoek,
    belangstelling,
    besluit,
    moment,
    oproep,
    sector,
)
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met, trek_in
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db
JUNI = moment("2014-06-02 12:00")
JULI = moment("2014-07-02 12:00")


class _Adressen(HTMLParser):
    """Where the links and the forms of a page lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.formulieren: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = dict(attrs)
        if tag == "a" and "href" in kenmerken:
            self.links.append(kenmerken["href"] or "")
        if tag == "form" and "action" in kenmerken:
            self.formulieren.append(kenmerken["action"] or "")


def naam_van(pad: str) -> str:
    """What an address of the intake is called; empty for one of another app, `?` where there is none."""
    try:
        gevonden = resolve(pad)
    except Resolver404:
        return "?"
    return gevonden.url_name or "" if gevonden.namespace == "aanmeldingen" else ""


def loop_door(client: Client, begin: Iterable[str]) -> tuple[set[str], list[str]]:
    """The names of the pages of the intake that clicking reaches, and what led nowhere (`adres op pagina`)."""
    namen, dood = set(), []
    te_doen, gezien = [(pad, "") for pad in begin], set(begin)
    while te_doen:
        pad, vandaan = te_doen.pop()
        antwoord = client.get(pad)
        if antwoord.status_code not in (200, 302):
            dood.append(f"{pad} op {vandaan}")
        namen.add(naam_van(urlsplit(pad).path))
        if antwoord.status_code != 200 or not antwoord["Content-Type"].startswith("text/html"):
            continue
        op_pagina = _Adressen(antwoord.content.decode())
        for link in (*op_pagina.links, *op_pagina.formulieren):
            delen = urlsplit(urljoin(f"http://testserver{pad}", link))
            naam = naam_van(delen.path) if delen.netloc == "testserver" else ""
            dood += [f"{link or 'een leeg adres'} op {pad}"] if naam == "?" or not link else []
            namen.add(naam)
            if naam not in ("", "?") and link in op_pagina.links and delen.path not in gezien:
                gezien.add(delen.path)
                te_doen.append((f"{delen.path}?{delen.query}" if delen.query else delen.path, pad))
    return namen - {""}, dood


def als(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER, "Mo Medewerker")


@pytest.fixture
def persoonlijk(mo: User) -> list[str]:
    """A call in which everything happens; the addresses that people got by mail."""
    open_ = oproep_met(4, door=mo)
    Oproepsector.objects.create(oproep=open_, sector=sector("ziekenhuis"), instroom=Instroom.BELANGSTELLING)
    belangstelling(open_)
    avond = bijeenkomst(open_, stukken_vooraf=True)
    Bijeenkomststuk.objects.create(
        bijeenkomst=avond, naam="Toolkit.pdf", soort="application/pdf", inhoud=b"%PDF-", door=mo, inzending=uuid4()
    )
    later = bijeenkomst(open_, datum=JULI.date() - datetime.timedelta(days=3))
    carla, afgemeld = ingeschreven(avond, "Carla", "Dirk", op=JUNI)
    [els] = ingeschreven(later, "Els", op=JUNI)
    afgemeld.stand = "afgemeld"
    afgemeld.save()
    allen = [met_plaats(open_, f"Zorggroep {nummer}") for nummer in range(6)]
    _beslis(mo, *allen)
    concept = aanmelding(open_)
    toegang = geef_toegang(
        oproep=open_, email="laat@zorg.example", reden="Storing.", geldig_tot=JULI.date(), inzending=uuid4(), door=mo
    )
    oproep(open_.programma, slug="nog-niet", gepubliceerd=None)
    oproep(open_.programma, slug="na-selectie", verdeling=Verdeling.SELECTIE)
    aanbod = Aanmelding.objects.filter(oproep=open_).met_plaatsstand().get(plaatsstand="aangeboden")
    return [
        *(f"/aanmelding/{een.sleutel}/" for een in (concept, aanbod, allen[1])),
        *(f"/inschrijving/{een.sleutel}/" for een in (carla, afgemeld, els)),
        f"/aanmelding/laat/{toegang.sleutel}/",
    ]


def _beslis(mo: User, toegelaten: Aanmelding, gevraagd: Aanmelding, voorgesteld: Aanmelding, *rest: Aanmelding) -> None:
    """Each stands at another point of the assessment; the last offer goes to the first who waits."""
    beoordeel(toegelaten, mo, "voldaan")
    besluit(toegelaten, Besluitsoort.TOELATEN, mo, mo)
    bevestig(aanmelding=toegelaten, door=mo, op=JUNI)
    aanvulverzoek(gevraagd, mo)
    ada = gebruiker(Rol.ADVISEUR, "Ada Adviseur")
    wanneer = Afspraak(adviseur=ada, moment=moment("2014-06-20 10:00"), waar="online")
    plan(aanmelding=gevraagd.pk, afspraak=wanneer, inzending=uuid4(), door=mo, op=JUNI)
    [criterium] = beoordeel(voorgesteld, mo, "niet voldaan")
    besluit(voorgesteld, Besluitsoort.AFWIJZEN, gebruiker(Rol.BEHEERDER, "Bo Beheerder"), None).criteria.add(criterium)
    trek_in(rest[0], op=JUNI)


NIET_GEKLIKT = {
    "aanmelding-aanvullen": "a button once something was changed after the question",
    "aanmelding-versies": "a link once there are two versions",
    "belangstelling-bedankt": "where the form leads once it is sent",
    "belangstelling-na-sluiting": "a button after closing",
    "bijeenkomst-ingeschreven": "where the form leads once it is sent",
    "inschrijving": "the outbox, of another app, leads there",
    "oproep-publiceren": "a button once nothing is missing",
    "oproep-vaststellen": "a button once nothing is missing",
    "tekstcontrole": "for a script",
}
"""What no page here leads to, and why."""


@freeze_time(moment("2014-06-24 17:00"))
def test_every_page_is_reached_by_clicking_and_every_link_leads_somewhere(persoonlijk, mo):
    kantoor, van_kantoor = loop_door(als(mo), ["/", "/intake/", "/persoonsgegevens/"])
    openbaar, van_buiten = loop_door(als(None), ["/", "/oproepen/", *persoonlijk])
    namen = {een.name for deel in urlpatterns for een in deel.url_patterns}

    assert (van_kantoor, van_buiten) == ([], [])
    assert sorted(namen - kantoor - openbaar) == sorted(NIET_GEKLIKT)
