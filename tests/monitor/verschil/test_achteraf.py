"""Records that change after a measurement was fixed: the figure stands, the change is listed, the office decides."""

import datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from monitor.meten import lezen
from monitor.meten.opstellen import KanNiet
from monitor.models import Meting, Metingstaat, Staatsoort, Vaststelling
from monitor.oordelen import NU
from monitor.verschil.achteraf import Achteraf, achteraf
from monitor.verschil.besluiten import Besluit, besluit
from monitor.verschil.onbeslist import onbeslist
from monitor.verschil.soorten import Oorzaak
from monitor.verschil.taken import BRON
from praktijken.avg.wissen import Opdracht, wis
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor.meten.gegevens import OP, VANDAAG, controleur, vastgesteld
from tests.monitor.verschil.gegevens import praktijk, programma_2020

pytestmark = pytest.mark.django_db


@pytest.fixture
def vaststelling() -> Vaststelling:
    """2020, with eleven practices."""
    return vastgesteld(programma_2020())


def _adres(vaststelling: Vaststelling) -> str:
    return f"/monitor/metingen/{vaststelling.meting_id}/wijzigingen/"


def _metingen():
    return Meting.objects.geldend().select_related("vaststelling", "programma").prefetch_related("vaststelling__staten")


def _nu() -> Achteraf:
    (een,) = achteraf(_metingen(), timezone.now())
    return een


def _stop_ede(door: User | None = None) -> None:
    """Ede turns out to have stopped before the day."""
    ede = praktijk("Ede")
    ede.einddatum, ede.afloop = dag("2020-05-31"), "voortijdig gestopt"
    ede._history_user = door
    ede.save()


def _besluit(soort: Staatsoort = Staatsoort.BLIJFT, **velden) -> Besluit:
    openbaar = "Ede was al gestopt." if soort is Staatsoort.ERRATUM else ""
    basis = {"soort": soort, "reden": "Klopte toen.", "openbaar": openbaar, "gezien": _nu().afdruk}
    return Besluit(**basis | {"inzending": uuid4()} | velden)


def test_a_record_changes_afterwards_and_the_figure_stands_while_the_change_is_listed(vaststelling):
    assert (_nu().wijzigingen, _nu().afdruk, onbeslist(_metingen(), timezone.now())) == ((), "", {})
    _stop_ede()
    ede, els = praktijk("Ede"), Deelnemer.objects.get(nummer="D3")
    assert lezen.rapport(vaststelling).indicator.praktijken.actief == 11
    assert [(een.record, een.oorzaken, een.effecten) for een in _nu().wijzigingen] == [
        (
            ("deelnemer", str(els.pk)),
            (Oorzaak.GECORRIGEERD,),
            (
                (("deelnemers.bekend", ""), -1),
                ((NU, ""), -1),
                (("organisatietypen.aantal", "Zorg"), -1),
                (("per_praktijk.deelnemers", "EDE"), -1),
            ),
        ),
        (
            ("praktijk", str(ede.pk)),
            (Oorzaak.GECORRIGEERD,),
            ((("praktijken.actief", ""), -1), (("praktijken.voortijdig_gestopt", ""), 1)),
        ),
    ]
    assert onbeslist(_metingen(), timezone.now()) == {vaststelling.meting_id: 2}


def test_erasing_a_person_is_no_change_of_a_figure(vaststelling):
    piet = Deelnemer.objects.get(nummer="D2")
    wis(Opdracht(deelnemer=piet.pk, inzending=uuid4()), user=controleur(), nu=OP, dag=VANDAAG)
    assert _nu().wijzigingen == ()
    assert vaststelling.persoonssleutels.filter(sleutel="").count() == 1


def test_what_was_reckoned_is_kept_until_the_records_say_something_else(vaststelling):
    _stop_ede()
    with CaptureQueriesContext(connection) as eerst:
        assert onbeslist(_metingen(), timezone.now()) == {vaststelling.meting_id: 2}
    with CaptureQueriesContext(connection) as daarna:
        assert onbeslist(_metingen(), timezone.now()) == {vaststelling.meting_id: 2}
    assert len(daarna) == len(eerst) - len(["facts that were fixed", "keys of persons"])
    els = Deelnemer.objects.get(nummer="D3")
    wis(Opdracht(deelnemer=els.pk, inzending=uuid4()), user=controleur(), nu=OP, dag=VANDAAG)
    gegevens.praktijk(vaststelling.meting.programma, "UTR", naam="Utrecht")
    assert onbeslist(_metingen(), timezone.now()) == {vaststelling.meting_id: 3} == {_nu().meting.pk: _nu().onbeslist}


def test_what_was_decided_is_not_asked_again_until_something_else_changes(vaststelling):
    _stop_ede()
    mo = controleur()
    besluit(vaststelling.meting_id, _besluit(), door=mo, op=OP)
    assert (_nu().onbeslist, _nu().besluit) == (0, vaststelling.staten.get())
    gegevens.praktijk(vaststelling.meting.programma, "UTR", naam="Utrecht")
    assert (_nu().onbeslist, _nu().besluit) == (3, None)
    besluit(vaststelling.meting_id, _besluit(Staatsoort.ERRATUM), door=mo, op=OP)
    assert [(staat.soort, staat.nummer) for staat in vaststelling.staten.all()] == [
        (Staatsoort.BLIJFT, 1),
        (Staatsoort.ERRATUM, 1),
    ]
    assert onbeslist(_metingen(), timezone.now()) == {}
    assert lezen.rapport(vaststelling).indicator.praktijken.opgestart == 11


def test_a_decision_is_about_what_was_seen_and_made_once(vaststelling):
    _stop_ede()
    wat = _besluit()
    gegevens.praktijk(vaststelling.meting.programma, "UTR", naam="Utrecht")
    with pytest.raises(KanNiet, match="veranderd terwijl u keek"):
        besluit(vaststelling.meting_id, wat, door=controleur(), op=OP)
    goed = _besluit()
    eerste = besluit(vaststelling.meting_id, goed, door=controleur(), op=OP)
    assert besluit(vaststelling.meting_id, goed, door=controleur(), op=OP) == eerste
    with pytest.raises(KanNiet, match="al besloten"):
        besluit(vaststelling.meting_id, _besluit(), door=controleur(), op=OP)
    assert Metingstaat.objects.count() == 1


def test_a_measurement_that_was_replaced_is_not_asked_about(vaststelling):
    _stop_ede()
    wat = _besluit()
    nieuw = vastgesteld(vaststelling.meting.programma, vervangt=vaststelling.meting)
    with pytest.raises(KanNiet, match="geldt niet meer"):
        besluit(vaststelling.meting_id, wat, door=controleur(), op=OP)
    assert [een.meting for een in achteraf(_metingen(), timezone.now())] == [nieuw.meting]


def test_the_office_gets_it_as_a_task_and_an_adviser_does_not(vaststelling):
    mo, ada = controleur(), gebruiker(Rol.ADVISEUR)
    assert list(BRON.taken(mo, VANDAAG)) == []
    _stop_ede()
    (taak,) = BRON.taken(mo, VANDAAG)
    assert (taak.tekst, taak.adres) == (
        "2 gegevens zijn gewijzigd na het vaststellen van meting 1 van 2020.",
        _adres(vaststelling),
    )
    assert (BRON.voor(mo), BRON.voor(ada), BRON.voor(gebruiker(Rol.ANALIST))) == (True, False, False)


def test_mo_sees_what_changed_with_its_effect_and_who_did_it_and_decides(client, vaststelling):
    _stop_ede(gebruiker(Rol.BEHEERDER))
    client.force_login(controleur(), backend="mantelzorg.inloggen.AccountBackend")
    adres = _adres(vaststelling)
    bladzijde = client.get(adres).content.decode()
    assert f'<a href="/praktijken/{praktijk("Ede").pk}/">Ede (EDE)</a>' in bladzijde
    assert "<li>Praktijken: actief −1</li><li>Praktijken: voortijdig gestopt +1</li>" in bladzijde
    assert "door <bdi>Anja de Beheerder</bdi>" in bladzijde
    assert "D3 Els Eg" in bladzijde
    assert f'/monitor/metingen/nieuw/?vervangt={vaststelling.meting_id}"' in bladzijde

    vorm = {"besluit": "erratum", "reden": "Ede was al gestopt.", "openbaar": "Het waren er {praktijken.opgestart}."}
    leeg = client.post(adres, vorm | {"reden": "", "openbaar": "", "gezien": _nu().afdruk}).content.decode()
    assert "Er is nog niets besloten." in leeg
    assert "Vul in wat lezers over dit erratum moeten weten." in leeg
    blijft = client.post(adres, vorm | {"besluit": "blijft staan", "gezien": _nu().afdruk}).content.decode()
    assert "Alleen een erratum heeft een tekst voor lezers." in blijft
    verouderd = client.post(adres, vorm | {"gezien": "iets anders"})
    assert verouderd.status_code == 409
    assert "Ede was al gestopt.</textarea>" in verouderd.content.decode()
    onbekend = client.post(adres, vorm | {"openbaar": "Er waren er {praktijken.geteld}.", "gezien": _nu().afdruk})
    assert "staat {praktijken.geteld}. Dat cijfer bestaat niet in deze meting." in onbekend.content.decode()
    klaar = client.post(adres, vorm | {"gezien": _nu().afdruk}, follow=True)
    assert "Erratum 1 is vastgelegd." in klaar.content.decode()
    staat = Metingstaat.objects.get()
    assert (staat.reden, staat.openbaar) == ("Ede was al gestopt.", "Het waren er 11.")


def test_ben_sees_the_changes_without_names_and_decides_nothing_and_ada_finds_nothing(client, vaststelling):
    _stop_ede(gebruiker(Rol.BEHEERDER))
    adres = _adres(vaststelling)
    client.force_login(gebruiker(Rol.ANALIST), backend="mantelzorg.inloggen.AccountBackend")
    bladzijde = client.get(adres).content.decode()
    assert "Ede (EDE)" in bladzijde
    assert "Een persoon" in bladzijde
    for geheim in ("Els", "D3", "Anja", "Besluit vastleggen"):
        assert geheim not in bladzijde
    assert client.post(adres, {"besluit": "erratum", "reden": "x", "gezien": _nu().afdruk}).status_code == 404
    client.force_login(gebruiker(Rol.ADVISEUR), backend="mantelzorg.inloggen.AccountBackend")
    assert client.get(adres).status_code == 404
    assert Metingstaat.objects.count() == 0


def test_a_new_measurement_starts_from_the_one_it_replaces(client, vaststelling):
    client.force_login(controleur(), backend="mantelzorg.inloggen.AccountBackend")
    form = client.get("/monitor/metingen/nieuw/", {"vervangt": vaststelling.meting_id}).context["form"]
    assert (form["vervangt"].initial, form["jaar"].initial, form["peildatum"].initial) == (
        vaststelling.meting_id,
        2020,
        datetime.date(2020, 6, 30),
    )
    assert client.get("/monitor/metingen/nieuw/", {"vervangt": "9" * 5000}).status_code == 200


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_and_the_count_take_a_constant_number_of_queries(client, vaststelling, aantal):
    for nummer in range(aantal):
        plek = gegevens.praktijk(vaststelling.meting.programma, f"X{nummer}", gemeenten=["GM0344"])
        gegevens.experiment(gegevens.ontwerpvraag(plek), f"E{nummer}")
        gegevens.deelname(gegevens.deelnemer(vaststelling.meting.programma, f"X{nummer}"), plek)
        vastgesteld(vaststelling.meting.programma, voor_monitor=False)
        gegevens.praktijkpartner(plek, gegevens.organisatie(f"Zorg {nummer}"))
    client.force_login(controleur(), backend="mantelzorg.inloggen.AccountBackend")
    with CaptureQueriesContext(connection) as van_pagina:
        assert client.get(_adres(vaststelling)).status_code == 200
    with CaptureQueriesContext(connection) as van_telling:
        assert len(onbeslist(_metingen(), timezone.now())) == aantal + 1
    assert (len(van_pagina), len(van_telling)) == (24, 14)
