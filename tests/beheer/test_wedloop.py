"""Two people who press Opslaan at the very same moment, each on a connection of their own."""

from importlib import import_module
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.db import connection

from mantelzorg.toegang import Rol
from praktijken.models import Experiment
from tests.beheer.pagina import ingelogd, open_formulier, verstuur
from tests.gegevens import experiment, gebruiker, ontwerpvraag, praktijk, programma


@pytest.fixture
def tegelijk(transactional_db):  # noqa: ARG001  # threads see only what is committed
    """`tegelijk(een, ander)`: run both at once; their results."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory refuses a second writer at once; one in a file, or PostgreSQL, lets it wait")
    migratie = import_module("mantelzorg.migrations.0002_rollen_en_gemeenten")
    migratie.maak_rollen(apps, None)

    def voer_uit(*werk):
        start, uitkomsten = Barrier(len(werk)), {}

        def doe(nummer, taak):
            start.wait()
            try:
                uitkomsten[nummer] = taak()
            finally:
                connection.close()

        draden = [Thread(target=doe, args=paar) for paar in enumerate(werk)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(timeout=60)
        return [uitkomsten[nummer] for nummer in range(len(werk))]

    return voer_uit


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_once_one_is_kept_and_the_other_is_asked(tegelijk):
    proef = experiment(ontwerpvraag(praktijk(programma())), "E1", naam="Maatjes")
    anja, mo = ingelogd(gebruiker(Rol.BEHEERDER)), ingelogd(gebruiker(Rol.MEDEWERKER))
    van_anja = open_formulier(anja, proef) | {"naam": "Van Anja"}
    van_mo = open_formulier(mo, proef) | {"opbrengst": "Van Mo"}

    antwoorden = tegelijk(lambda: verstuur(anja, proef, van_anja), lambda: verstuur(mo, proef, van_mo))

    assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 302]
    nu = Experiment.objects.get()
    eerst = ("Van Anja", "") if antwoorden[0].status_code == 302 else ("Maatjes", "Van Mo")
    assert (nu.naam, nu.opbrengst) == eerst
    tweede = next(antwoord for antwoord in antwoorden if antwoord.status_code == 200)
    assert len(tweede.context["botsing"].records) == 1


@pytest.mark.django_db(transaction=True)
def test_a_practice_and_an_experiment_on_it_saved_at_once_do_not_overwrite_each_other(tegelijk):
    arnhem = praktijk(programma(), naam="Arnhem")
    proef = experiment(ontwerpvraag(arnhem), "E1", naam="Maatjes")
    anja, mo = ingelogd(gebruiker(Rol.BEHEERDER)), ingelogd(gebruiker(Rol.MEDEWERKER))
    van_anja = open_formulier(anja, proef) | {"naam": "Van Anja"}
    van_mo = open_formulier(mo, arnhem) | {"experimenten-0-naam": "Van Mo"}

    antwoorden = tegelijk(lambda: verstuur(anja, proef, van_anja), lambda: verstuur(mo, arnhem, van_mo))

    assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 302]
    assert Experiment.objects.get().naam == ("Van Anja" if antwoorden[0].status_code == 302 else "Van Mo")


@pytest.mark.django_db(transaction=True)
def test_the_same_code_given_out_twice_at_once_is_an_error_for_one_of_them(tegelijk):
    arnhem = praktijk(programma())
    vraag, tweede = ontwerpvraag(arnhem, 1), ontwerpvraag(arnhem, 2)
    anja, mo = ingelogd(gebruiker(Rol.BEHEERDER)), ingelogd(gebruiker(Rol.MEDEWERKER))
    nieuw = {"experimenten-0-code": "E9", "experimenten-0-naam": "Negen"}
    van_anja, van_mo = open_formulier(anja, vraag) | nieuw, open_formulier(mo, tweede) | nieuw

    antwoorden = tegelijk(lambda: verstuur(anja, vraag, van_anja), lambda: verstuur(mo, tweede, van_mo))

    assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 302]
    assert [proef.code for proef in Experiment.objects.all()] == ["E9"]
    fout = next(antwoord for antwoord in antwoorden if antwoord.status_code == 200)
    assert "Dit programma heeft al een experiment met deze code." in fout.content.decode()
