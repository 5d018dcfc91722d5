"""A round: opened, confirmed by advisers, reopened by changes, followed and closed by the office."""

import datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from mantelzorg.models import Bericht
from mantelzorg.post.links import weigering
from mantelzorg.toegang import Rol
from monitor.canoniek import canoniek
from monitor.models import Bevestiging, Meetronde, Zonderbevestiging
from monitor.ronde.acties import IntussenGewijzigd, KanNiet, Opzet, bevestig, ga_zonder_verder, open_ronde, sluit
from monitor.ronde.post import BEVESTIGD, GESLOTEN, Herinnerd, herinner
from monitor.ronde.stand import Rondestand, voortgang
from monitor.ronde.taken import VAN_ADVISEUR, VAN_KANTOOR
from monitor.uitkomst import als_uitkomst
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor.meten.gegevens import controleur
from tests.monitor.ronde.gegevens import DAG, OP, afdruk, bevestigd, ronde

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return gebruiker(Rol.ADVISEUR)


@pytest.fixture
def programma():
    return gegevens.programma()


@pytest.fixture
def arnhem(programma, ada):
    praktijk = gegevens.praktijk(programma, "ARN", naam="Arnhem", gemeenten=["GM0202"])
    gegevens.adviseurschap(praktijk, ada)
    gegevens.experiment(gegevens.ontwerpvraag(praktijk))
    return praktijk


def stand(een, wanneer=DAG):
    return {regel.praktijk.praktijk.code: regel.stand for regel in voortgang(een, wanneer).regels}


def test_asked_are_practices_that_began_by_the_day_or_have_no_first_day(programma):
    gegevens.praktijk(programma, "ARN")
    gegevens.praktijk(programma, "EDE", start=None)
    gegevens.praktijk(programma, "TIE", start="2020-07-01")
    gegevens.praktijk(programma, "ZUT", start="2019-09-02", eind="2020-01-31")
    assert stand(ronde(programma)) == dict.fromkeys(["ARN", "EDE", "ZUT"], Rondestand.OPEN)


def test_confirming_keeps_who_when_and_the_figures_that_were_seen(programma, arnhem, ada):
    een = ronde(programma)
    bevestiging = bevestigd(een, arnhem, ada)
    regel = voortgang(een, DAG).regels[0]
    assert (bevestiging.door, bevestiging.op) == (ada, OP)
    assert bevestiging.cijfers == canoniek(als_uitkomst(regel.praktijk.cijfers))
    assert (regel.stand, regel.laatste) == (Rondestand.BEVESTIGD, bevestiging)
    assert voortgang(een, DAG).zin == "1 van 1 praktijken bevestigd"


def test_confirming_twice_is_confirming_once(programma, arnhem, ada):
    een = ronde(programma)
    assert bevestigd(een, arnhem, ada) == bevestigd(een, arnhem, ada)
    assert Bevestiging.objects.count() == 1


def test_what_changed_after_the_page_was_shown_is_not_confirmed(programma, arnhem, ada):
    een = ronde(programma)
    gezien = afdruk(een, arnhem)
    gegevens.ontwerpvraag(arnhem, 2)
    with pytest.raises(IntussenGewijzigd):
        bevestig(ronde=een.pk, praktijk=arnhem.pk, gezien=gezien, door=ada, op=OP)
    assert not Bevestiging.objects.exists()


def test_a_change_after_confirming_reopens_that_practice_and_undoing_it_closes_it_again(programma, arnhem, ada):
    gegevens.praktijk(programma, "EDE", naam="Ede")
    een = ronde(programma)
    bevestigd(een, arnhem, ada)
    bevestigd(een, programma.praktijken.get(code="EDE"), controleur())
    vraag = gegevens.ontwerpvraag(arnhem, 2)
    assert stand(een) == {"ARN": Rondestand.HEROPEND, "EDE": Rondestand.BEVESTIGD}
    vraag.delete()
    assert stand(een) == {"ARN": Rondestand.BEVESTIGD, "EDE": Rondestand.BEVESTIGD}


def test_what_begins_after_the_day_reopens_nothing(programma, arnhem, ada):
    een = ronde(programma)
    bevestigd(een, arnhem, ada)
    gegevens.ontwerpvraag(arnhem, 2, geformuleerd="2020-07-01")
    gegevens.deelname(gegevens.deelnemer(programma), arnhem, vanaf="2020-07-01")
    assert stand(een) == {"ARN": Rondestand.BEVESTIGD}


def test_a_day_to_come_is_not_confirmed(programma, arnhem, ada):
    een = ronde(programma, peildatum="2020-07-03")
    with pytest.raises(KanNiet, match="vanaf de peildatum, 3 juli 2020"):
        bevestigd(een, arnhem, ada)


def test_the_office_goes_on_without_one_until_a_confirmed_one_is_changed(programma, arnhem, ada):
    een, inzending = ronde(programma), uuid4()
    velden = {"ronde": een.pk, "praktijk": arnhem, "reden": "Ada is met verlof.", "door": controleur()}
    for _ in range(2):
        ga_zonder_verder(op=OP, inzending=inzending, **velden)
    assert stand(een) == {"ARN": Rondestand.ZONDER}
    assert voortgang(een, DAG).zin == "0 van 1 praktijken bevestigd en 1 zonder bevestiging verder"
    assert Zonderbevestiging.objects.count() == 1
    bevestigd(een, arnhem, ada, op=OP + datetime.timedelta(hours=1))
    assert stand(een) == {"ARN": Rondestand.BEVESTIGD}
    gegevens.ontwerpvraag(arnhem, 2)
    assert stand(een) == {"ARN": Rondestand.HEROPEND}


def test_a_programme_has_one_open_round_a_day_and_the_same_form_twice_is_one(programma):
    mo = controleur()
    opzet = Opzet(programma=programma, aanleiding="Monitor", peildatum=DAG, deadline=DAG, inzending=uuid4())
    een = open_ronde(opzet, door=mo, op=OP)
    assert open_ronde(opzet, door=mo, op=OP) == een
    ander = Opzet(programma=programma, aanleiding="Kamervraag", peildatum=DAG, deadline=DAG, inzending=uuid4())
    with pytest.raises(KanNiet, match="staat al een ronde met deze peildatum open"):
        open_ronde(ander, door=mo, op=OP)
    sluit(ronde=een.pk, door=mo, op=OP)
    assert open_ronde(ander, door=mo, op=OP).is_open


def test_the_database_refuses_a_deadline_before_the_day(programma):
    with pytest.raises(IntegrityError), transaction.atomic():
        ronde(programma, deadline="2020-06-29")


def test_in_a_closed_round_nothing_is_said_any_more(programma, arnhem, ada):
    een, mo = ronde(programma), controleur()
    for _ in range(2):
        dicht = sluit(ronde=een.pk, door=mo, op=OP)
    assert (dicht.gesloten_door, dicht.gesloten_op) == (mo, OP)
    assert Meetronde.history.filter(id=een.pk).count() == 2
    for daad in (
        lambda: bevestigd(een, arnhem, ada),
        lambda: ga_zonder_verder(ronde=een.pk, praktijk=arnhem, reden="x", door=mo, op=OP, inzending=uuid4()),
        lambda: herinner(ronde=een.pk, door=mo, op=OP),
    ):
        with pytest.raises(KanNiet, match="gesloten"):
            daad()


def test_each_adviser_gets_one_mail_a_day_about_the_practices_that_wait(programma, arnhem, ada):
    ede, tiel = (gegevens.praktijk(programma, code, naam=naam) for code, naam in (("EDE", "Ede"), ("TIE", "Tiel")))
    gegevens.adviseurschap(ede, ada)
    gegevens.adviseurschap(
        gegevens.praktijk(programma, "ZUT", naam="Zutphen"), gebruiker(Rol.ADVISEUR, "Bo", is_active=False)
    )
    een, mo = ronde(programma), controleur()
    bevestigd(een, ede, ada)
    eerste, tweede = (herinner(ronde=een.pk, door=mo, op=OP) for _ in range(2))
    assert eerste == Herinnerd(nieuw=1, al_gemaild=0, zonder_adviseur=("Tiel", "Zutphen"))
    assert tweede == Herinnerd(nieuw=0, al_gemaild=1, zonder_adviseur=("Tiel", "Zutphen"))
    assert herinner(ronde=een.pk, door=mo, op=OP + datetime.timedelta(days=1)).nieuw == 1
    bericht = Bericht.objects.earliest("pk")
    assert (bericht.aan, bericht.onderwerp, bericht.over) == (ada.email, "Kloppen de cijfers per 30-06-2020?", een)
    assert f"/monitor/rondes/{een.pk}/praktijken/{arnhem.pk}/" in bericht.tekst
    assert "Ede" not in bericht.tekst
    assert tiel.naam not in bericht.tekst


def test_a_reminder_that_is_no_longer_needed_does_not_go(programma, arnhem, ada):
    een, mo = ronde(programma), controleur()
    herinner(ronde=een.pk, door=mo, op=OP)
    assert weigering(Bericht.objects.get()) == ""
    bevestigd(een, arnhem, ada)
    assert weigering(Bericht.objects.get()) == BEVESTIGD
    gegevens.ontwerpvraag(arnhem, 2)
    assert weigering(Bericht.objects.get()) == ""
    sluit(ronde=een.pk, door=mo, op=OP)
    assert weigering(Bericht.objects.get()) == GESLOTEN


def test_the_task_list_asks_the_adviser_to_confirm_and_the_mail_not_what_was_changed_afterwards(programma, arnhem, ada):
    een = ronde(programma)
    gegevens.praktijk(programma, "EDE", naam="Ede")
    tekst = "Bevestig de cijfers per 30 juni 2020, tot en met 10 juli 2020."
    assert list(VAN_ADVISEUR.taken(ada, dag("2020-06-29"))) == []
    assert [(taak.waar, taak.tekst, taak.mailtekst) for taak in VAN_ADVISEUR.taken(ada, DAG)] == [
        ("Arnhem", tekst, tekst)
    ]
    bevestigd(een, arnhem, ada)
    assert list(VAN_ADVISEUR.taken(ada, DAG)) == []
    gegevens.ontwerpvraag(arnhem, 2)
    opnieuw = "De cijfers zijn gewijzigd. Bevestig ze opnieuw per 30 juni 2020, tot en met 10 juli 2020."
    assert [(taak.tekst, taak.mailtekst) for taak in VAN_ADVISEUR.taken(ada, DAG)] == [(opnieuw, "")]


def test_the_task_list_of_the_office_has_the_round_once_its_last_day_is_over(programma, arnhem, ada):
    een, mo = ronde(programma), controleur()
    assert list(VAN_KANTOOR.taken(mo, een.deadline)) == []
    na = een.deadline + datetime.timedelta(days=1)
    assert [taak.tekst for taak in VAN_KANTOOR.taken(mo, na)] == [
        "0 van 1 praktijken bevestigd. Noteer waarom u zonder de rest verdergaat."
    ]
    bevestigd(een, arnhem, ada)
    assert [taak.tekst for taak in VAN_KANTOOR.taken(mo, na)] == ["1 van 1 praktijken bevestigd. Sluit de ronde."]
    sluit(ronde=een.pk, door=mo, op=OP)
    assert list(VAN_KANTOOR.taken(mo, na)) == []


def test_who_tasks_are_for():
    rollen = {rol: gebruiker(rol) for rol in Rol}
    assert [rol for rol, wie in rollen.items() if VAN_ADVISEUR.voor(wie)] == [Rol.ADVISEUR]
    assert [rol for rol, wie in rollen.items() if VAN_KANTOOR.voor(wie)] == [Rol.BEHEERDER, Rol.MEDEWERKER]
