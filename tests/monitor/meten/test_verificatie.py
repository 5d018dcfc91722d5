"""What is fixed stays what it was: the database refuses, and what got past it is found."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from monitor import alleen_toevoegen
from monitor.meten.staten import zet_staat
from monitor.meten.verificatie import Bevinding, controleer
from monitor.models import Metingstaat, Staatsoort, Vastgesteldfeit, Vaststelling
from praktijken.avg.wissen import Opdracht, wis
from tests import gegevens
from tests.monitor.meten.gegevens import OP, VANDAAG, controleur, vastgesteld

pytestmark = pytest.mark.django_db
ZEGEL = Bevinding(zin="Het zegel klopt niet: er is iets gewijzigd na het vaststellen.")


@pytest.fixture
def vaststelling() -> Vaststelling:
    programma = gegevens.programma()
    praktijk = gegevens.praktijk(programma, "ARN", gemeenten=["GM0202"])
    gegevens.deelname(gegevens.deelnemer(programma, "D1", naam="Vera Vrij"), praktijk)
    een = vastgesteld(programma)
    with transaction.atomic():
        zet_staat(een, Staatsoort.BLIJFT, reden="Klopt.", door=controleur(), op=OP)
    return een


def test_untouched_it_verifies(vaststelling):
    assert controleer(vaststelling) == []


@pytest.mark.parametrize("model", [Vaststelling, Vastgesteldfeit, Metingstaat])
@pytest.mark.parametrize("opdracht", ["DELETE FROM {}", "UPDATE {} SET id = id"])
@pytest.mark.usefixtures("vaststelling")
def test_the_database_refuses_to_change_or_delete_what_is_fixed(model, opdracht):
    with pytest.raises(DatabaseError, match="vastgesteld"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht.format(model._meta.db_table))
    assert model.objects.exists()


@pytest.mark.parametrize(("tabel", "veld"), [("monitor_vastgesteldfeit", "inhoud"), ("monitor_vaststelling", "kop")])
def test_a_byte_changed_past_the_triggers_is_found(vaststelling, tabel, veld):
    with alleen_toevoegen.opgeheven(connection, tabel), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {tabel} SET {veld} = replace({veld}, 'ARN', 'ARM')")  # noqa: S608  # a table of our own
    vaststelling.refresh_from_db()
    assert ZEGEL in controleer(vaststelling)


def test_figures_changed_with_a_seal_made_to_fit_are_found_by_counting_again(vaststelling):
    from monitor.canoniek import canoniek, zegel

    kop = vaststelling.inhoud
    kop["uitkomst"]["praktijken"]["opgestart"] = 12
    regels = [f"{een.soort}\t{een.sleutel}\t{een.inhoud}" for een in vaststelling.feiten.all()]
    vaststelling.kop = canoniek(kop)
    vaststelling.zegel = zegel([vaststelling.kop, *regels])
    assert controleer(vaststelling) == [Bevinding(zin="De cijfers zijn niet wat de vastgelegde feiten samen tellen.")]


def _breek_in(tabel: str, opdracht: str, *waarden: object) -> None:
    """Write past the triggers, as who owns the database can."""
    with alleen_toevoegen.opgeheven(connection, tabel), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


def test_rows_swapped_between_two_measurements_are_found_in_both(vaststelling):
    ander = vastgesteld(gegevens.programma("ander"))
    tabel = "monitor_vastgesteldfeit"
    naar = f"UPDATE {tabel} SET vaststelling_id = %s WHERE vaststelling_id = %s AND soort = 'deelnemer'"  # noqa: S608
    _breek_in(tabel, naar, ander.pk, vaststelling.pk)
    assert ZEGEL in controleer(vaststelling)
    assert ZEGEL in controleer(ander)


def test_a_row_added_is_found(vaststelling):
    een = vaststelling.feiten.get(soort="deelnemer")
    Vastgesteldfeit.objects.create(
        vaststelling=vaststelling, soort="deelnemer", sleutel="f" * 32, inhoud=een.inhoud.replace(een.sleutel, "f" * 32)
    )
    assert [een.zin for een in controleer(vaststelling)] == [
        ZEGEL.zin,
        "Er zijn 3 feiten; bij het vaststellen waren het er 2.",
        "De cijfers zijn niet wat de vastgelegde feiten samen tellen.",
    ]


def test_two_rows_made_into_one_with_the_same_seal_are_found(vaststelling):
    """The seal is over lines: a line break within a row would give the same lines."""
    deelnemer, praktijk = vaststelling.feiten.order_by("soort")
    inhoud = f"{deelnemer.inhoud}\n{praktijk.soort}\t{praktijk.sleutel}\t{praktijk.inhoud}"
    tabel = "monitor_vastgesteldfeit"
    _breek_in(tabel, f"DELETE FROM {tabel} WHERE id = %s", praktijk.pk)  # noqa: S608
    _breek_in(tabel, f"UPDATE {tabel} SET inhoud = %s WHERE id = %s", inhoud, deelnemer.pk)  # noqa: S608
    assert [een.zin for een in controleer(vaststelling)] == [
        "De vastgelegde gegevens zijn niet te lezen (JSONDecodeError)."
    ]


def test_a_fact_that_says_something_else_than_the_rules_is_named(vaststelling):
    feit = vaststelling.feiten.get(soort="deelnemer")
    tabel = "monitor_vastgesteldfeit"
    inhoud = feit.inhoud.replace('["deelnemers.onbekend",""]', '["deelnemers.bekend",""]')
    _breek_in(tabel, f"UPDATE {tabel} SET inhoud = %s WHERE id = %s", inhoud, feit.pk)  # noqa: S608
    assert [een.zin for een in controleer(vaststelling)][1] == (
        f"Van een of meer feiten zeggen de telregels iets anders dan is vastgelegd: deelnemer {feit.sleutel}."
    )


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("jaar", 2021, "Het veld 'jaar' is 2021; vastgesteld is 2020."),
        ("nummer", 7, "Het veld 'nummer' is 7; vastgesteld is 1."),
        ("peildatum", "2020-07-01", "Het veld 'peildatum' is 2020-07-01; vastgesteld is 2020-06-30."),
        ("voor_monitor", False, "Het veld 'meting van de Monitor' is nee; vastgesteld is ja."),
        ("nvt", "niet gemeten", "Het veld 'niet van toepassing' is niet gemeten; vastgesteld is leeg."),
    ],
)
def test_a_measurement_row_that_no_longer_agrees_with_what_was_fixed_is_found(vaststelling, veld, waarde, zin):
    type(vaststelling.meting).objects.filter(pk=vaststelling.meting_id).update(**{veld: waarde})
    assert controleer(Vaststelling.objects.get(pk=vaststelling.pk)) == [Bevinding(zin=zin)]


def test_a_measurement_put_with_another_programme_is_found_and_a_programme_renamed_is_not(vaststelling):
    meting = vaststelling.meting
    meting.programma.slug = "hernoemd"
    meting.programma.save()
    assert controleer(vaststelling) == []
    meting.programma = gegevens.programma("vreemd")
    assert controleer(vaststelling) == [Bevinding(zin="Het veld 'programma' is vreemd; vastgesteld is thuis.")]


@pytest.mark.parametrize("kop", ["[]", "1", "{}", "[" * 100_000, '{"definitie":1,"programma":[]}', "null", ""])
def test_whatever_stands_in_the_place_of_the_kop_is_a_finding(vaststelling, kop):
    vaststelling.kop = kop
    assert [een.zin.partition("(")[0] for een in controleer(vaststelling)][:2] == [
        ZEGEL.zin,
        "De vastgelegde gegevens zijn niet te lezen ",
    ]


@pytest.mark.parametrize("inhoud", ["[]", '{"feit":[],"telt":[],"niet":[]}', '{"feit":{"deelnames":1}}', "[" * 100_000])
def test_whatever_stands_in_the_place_of_a_fact_is_a_finding(vaststelling, inhoud):
    tabel = "monitor_vastgesteldfeit"
    _breek_in(tabel, f"UPDATE {tabel} SET inhoud = %s WHERE soort = 'deelnemer'", inhoud)  # noqa: S608
    gevonden = [een.zin.partition("(")[0] for een in controleer(vaststelling)]
    assert gevonden == [ZEGEL.zin, "De vastgelegde gegevens zijn niet te lezen "]


def test_facts_are_read_in_stacks_however_many_there_are(vaststelling, monkeypatch):
    """A stack of one gives the same as a stack of all."""
    monkeypatch.setattr("monitor.meten.verificatie.STAPEL", 1)
    assert controleer(vaststelling) == []


def test_a_row_thrown_away_is_found(vaststelling):
    with alleen_toevoegen.opgeheven(connection, "monitor_vastgesteldfeit"):
        vaststelling.feiten.filter(soort="deelnemer").delete()
    assert ZEGEL in controleer(vaststelling)


def test_what_cannot_be_read_is_a_finding_and_no_failure(vaststelling):
    vaststelling.kop = "{}"
    assert controleer(vaststelling)[-1].zin.startswith("De vastgelegde gegevens zijn niet te lezen")


def test_a_counted_person_is_erased_and_everything_still_verifies(vaststelling):
    from uuid import uuid4

    from deelnemers.models import Deelnemer

    persoon = Deelnemer.objects.get(nummer="D1")
    wis(Opdracht(deelnemer=persoon.pk, inzending=uuid4()), user=controleur(), nu=OP, dag=VANDAAG)
    assert controleer(vaststelling) == []
    assert [(een.sleutel, een.deelnemer) for een in vaststelling.persoonssleutels.all()] == [("", persoon.pk)]


def test_a_trigger_of_the_right_name_that_does_nothing_is_reported_and_replaced():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION monitor_alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RETURN NEW; END $$"
            )
        else:
            cursor.execute("DROP TRIGGER monitor_vaststelling_geen_update")
            cursor.execute(
                "CREATE TRIGGER monitor_vaststelling_geen_update BEFORE UPDATE ON monitor_vaststelling "
                "BEGIN SELECT 1; END"
            )
    assert "monitor.E001" in [fout.id for fout in alleen_toevoegen.controleer(databases=["default"])]
    alleen_toevoegen.zet(connection)
    assert alleen_toevoegen.controleer(databases=["default"]) == []


def test_a_missing_trigger_is_reported_and_put_back_by_migrating():
    with connection.cursor() as cursor:
        van = " ON monitor_vaststelling" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER monitor_vaststelling_geen_update{van}")
    assert [fout.id for fout in alleen_toevoegen.controleer(databases=["default"])] == ["monitor.E001"]
    call_command("migrate", verbosity=0, stdout=StringIO())
    assert alleen_toevoegen.controleer(databases=["default"]) == []
