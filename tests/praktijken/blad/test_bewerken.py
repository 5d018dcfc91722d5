"""Changing a practice part by part: what is stored, what is said at which field, and sending twice."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Experiment, Ontwerpvraag, Praktijkpartner, PrangendeVraag, Thema
from tests.gegevens import dag, gebruiker, ontwerpvraag, organisatie, praktijk, programma
from tests.praktijken.blad.formulieren import adressen, geopend
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


def stuur(client, adres, **velden):
    return client.post(adres, geopend(client, adres) | velden)


def fouten(antwoord):
    return {naam: list(lijst) for naam, lijst in antwoord.context["form"].errors.items()}


def waarden(record, *velden):
    record.refresh_from_db()
    return tuple(getattr(record, veld) for veld in velden)


def test_a_kernthema_is_stored_with_its_day_and_reason_and_leads_back_to_its_place(als, arnhem, ada):
    antwoord = stuur(
        als(ada),
        adressen(arnhem)["kernthema"],
        kernthema="Samen zorgen\r\nen blijven werken",
        kernthema_vastgesteld_op="2020-02-03",
        reden="Verwoord op de startbijeenkomst",
    )

    assert (antwoord.status_code, antwoord.url) == (302, f"/praktijken/{arnhem.pk}/#kernthema")
    assert waarden(arnhem.praktijk, "kernthema", "kernthema_vastgesteld_op") == (
        "Samen zorgen\nen blijven werken",
        dag("2020-02-03"),
    )
    laatste = arnhem.praktijk.history.first()
    assert (laatste.history_user, laatste.history_change_reason) == (ada, "Verwoord op de startbijeenkomst")
    assert arnhem.praktijk.history.count() == 1 + 1


def test_saving_without_a_change_leaves_no_trace(als, arnhem, ada):
    arnhem.praktijk.kernthema = "Een\nTwee"
    arnhem.praktijk.save()

    antwoord = stuur(als(ada), adressen(arnhem)["kernthema"], reden="zomaar")

    assert (antwoord.status_code, arnhem.praktijk.history.count()) == (302, 2)


def test_name_and_working_area_change_and_other_fields_that_are_sent_along_do_not(als, arnhem, ada):
    stuur(
        als(ada), adressen(arnhem)["gegevens"], naam="Arnhem-Zuid", werkgebied="wijk", code="HACK", kernthema="Gekaapt"
    )

    assert waarden(arnhem.praktijk, "naam", "werkgebied", "code", "kernthema") == (
        "Arnhem-Zuid",
        "wijk",
        "ARN",
        "Samen",
    )


def test_questions_of_carers_are_chosen_in_one_entry_of_the_history(als, arnhem, ada):
    een, twee = arnhem.prangend
    stuur(als(ada), adressen(arnhem)["prangende-vragen"], prangende_vragen=[een.pk, twee.pk], reden="Gekozen")

    laatste = arnhem.praktijk.history.first()
    assert list(arnhem.praktijk.prangende_vragen.all()) == [een, twee]
    assert (arnhem.praktijk.history.count(), laatste.history_change_reason) == (2, "Gekozen")
    assert {keuze.prangendevraag_id for keuze in laatste.prangende_vragen.all()} == {een.pk, twee.pk}


def test_questions_of_another_programme_cannot_be_chosen(als, arnhem, ada):
    elders = PrangendeVraag.objects.create(programma=programma("elders"), nummer=1, vraag="Elders?")

    antwoord = stuur(als(ada), adressen(arnhem)["prangende-vragen"], prangende_vragen=[elders.pk])

    assert (list(fouten(antwoord)), list(arnhem.praktijk.prangende_vragen.all())) == (["prangende_vragen"], [])


def test_the_office_ends_a_practice_and_hears_what_is_missing_at_the_field(als, arnhem):
    client = als(gebruiker(Rol.MEDEWERKER))
    adres = adressen(arnhem)["periode"]

    zonder = stuur(client, adres, einddatum="2020-05-31")
    te_vroeg = stuur(client, adres, einddatum="2019-01-01", afloop="afgerond")
    nergens = stuur(client, adres, einddatum="2020-05-31", afloop="samengevoegd")
    breda = praktijk(arnhem.praktijk.programma, "BRE")
    goed = stuur(client, adres, einddatum="2020-05-31", afloop="samengevoegd", gaat_verder_in=breda.pk)

    assert [fouten(antwoord) for antwoord in (zonder, te_vroeg, nergens)] == [
        {"afloop": ["Einddatum en afloop horen bij elkaar: vul beide in of geen van beide."]},
        {"einddatum": ["De einddatum ligt voor de startdatum, of er is geen startdatum."]},
        {"gaat_verder_in": ["‘Samengevoegd’ en ‘gaat verder in’ horen bij elkaar: vul beide in of geen van beide."]},
    ]
    assert goed.url == f"/praktijken/{arnhem.pk}/#gegevens"
    assert waarden(arnhem.praktijk, "einddatum", "afloop", "gaat_verder_in") == (
        dag("2020-05-31"),
        "samengevoegd",
        breda,
    )


def test_a_question_is_added_with_the_next_number_and_its_themes(als, arnhem, ada):
    thema = Thema.objects.create(naam="respijtzorg")

    antwoord = stuur(
        als(ada), adressen(arnhem)["ontwerpvraag-nieuw"], vraag="Wie zorgt?", themas=[thema.pk], reden="Ontwerpsessie"
    )

    nieuw = Ontwerpvraag.objects.get(nummer=2)
    assert antwoord.url == f"/praktijken/{arnhem.pk}/#vraag-{nieuw.pk}"
    assert (nieuw.praktijk, nieuw.vraag, list(nieuw.themas.all())) == (arnhem.praktijk, "Wie zorgt?", [thema])
    assert {regel.history_change_reason for regel in nieuw.history.all()} == {"Ontwerpsessie"}


def test_the_same_addition_sent_twice_is_stored_once(als, arnhem, ada):
    client, thema = als(ada), Thema.objects.create(naam="respijtzorg")
    zorg = organisatie("Zorg")
    proeven = {
        "ontwerpvraag-nieuw": ("vraag", Ontwerpvraag, {"vraag": "Een\r\nTwee", "themas": [thema.pk]}),
        "experiment-nieuw": ("experiment", Experiment, {"code": "E2", "naam": "Maatjes", "startdatum": "2020-01-01"}),
        "partner-nieuw": ("partner", Praktijkpartner, {"organisatie": zorg.naam, "vanaf": "2020-01-01"}),
    }

    for naam, (anker, soort, velden) in proeven.items():
        adres = adressen(arnhem)[naam]
        data = geopend(client, adres) | velden
        adressen_terug = [client.post(adres, data).url for _ in range(2)]
        nieuw = soort.objects.latest("pk")
        tekst = gelezen(client.get(f"/praktijken/{arnhem.pk}/")).tekst

        assert adressen_terug == [f"/praktijken/{arnhem.pk}/#{anker}-{nieuw.pk}"] * 2
        assert soort.objects.count() == 1 + 1
        assert "Toegevoegd. Dit stond er al; het is één keer bewaard." in tekst


def test_two_people_who_add_the_same_number_see_what_stands_there(als, arnhem, ada):
    client, adres = als(ada), adressen(arnhem)["ontwerpvraag-nieuw"]
    data = geopend(client, adres) | {"vraag": "Mijn vraag"}
    ander = ontwerpvraag(arnhem.praktijk, 2, vraag="Van een collega")

    antwoord = client.post(adres, data)

    assert fouten(antwoord) == {"nummer": ["Deze praktijk heeft al een ontwerpvraag met dit nummer."]}
    assert (antwoord.context["bestaand"], antwoord.context["form"]["vraag"].value()) == (ander, "Mijn vraag")
    assert f"#vraag-{ander.pk}" in antwoord.content.decode()


def test_a_code_of_the_programme_is_taken_even_where_another_question_has_it(als, arnhem, ada):
    ander = ontwerpvraag(praktijk(arnhem.praktijk.programma, "BRE"))
    Experiment.objects.create(ontwerpvraag=ander, code="E7", naam="Elders")

    antwoord = stuur(als(ada), adressen(arnhem)["experiment-nieuw"], code="E7", naam="Nieuw")

    assert fouten(antwoord) == {"code": ["Dit programma heeft al een experiment met deze code."]}
    assert "Elders" not in antwoord.content.decode()


def test_a_question_lapses_and_not_before_it_was_worded(als, arnhem, ada):
    client, adres = als(ada), adressen(arnhem)["ontwerpvraag"]

    te_vroeg = stuur(client, adres, vervallen_op="2019-01-01")
    goed = stuur(client, adres, vervallen_op="2020-03-01", reden="Beantwoord")

    assert fouten(te_vroeg) == {
        "vervallen_op": ["De vraag is vervallen voordat zij is geformuleerd. Verbeter een van beide dagen."]
    }
    assert goed.url == f"/praktijken/{arnhem.pk}/#vraag-{arnhem.vraag.pk}"
    assert waarden(arnhem.vraag, "vervallen_op", "vraag") == (dag("2020-03-01"), "Wie helpt?")


def test_an_experiment_ends_with_its_outcome_and_what_it_brought(als, arnhem, ada):
    client, adres = als(ada), adressen(arnhem)["experiment"]

    zonder = stuur(client, adres, einddatum="2020-03-31")
    goed = stuur(client, adres, einddatum="2020-03-31", afloop="voortijdig gestopt", opbrengst="Bellen helpt")

    assert fouten(zonder) == {"afloop": ["Einddatum en afloop horen bij elkaar: vul beide in of geen van beide."]}
    assert goed.url == f"/praktijken/{arnhem.pk}/#experiment-{arnhem.experiment.pk}"
    assert waarden(arnhem.experiment, "startdatum", "einddatum", "afloop", "opbrengst", "code") == (
        dag("2020-01-06"),
        dag("2020-03-31"),
        "voortijdig gestopt",
        "Bellen helpt",
        "E1",
    )


def test_a_partner_is_found_by_name_and_ended(als, arnhem, ada):
    client = als(ada)
    zorg = organisatie("Zorg en Welzijn")
    organisatie("Welzijn Noord")

    bijna = stuur(client, adressen(arnhem)["partner-nieuw"], organisatie="welzijn", vanaf="2020-01-01")
    onbekend = stuur(client, adressen(arnhem)["partner-nieuw"], organisatie="Bakker", vanaf="2020-01-01")
    stuur(client, adressen(arnhem)["partner-nieuw"], organisatie=" zorg en welzijn ", vanaf="2020-01-01")
    nieuw = Praktijkpartner.objects.get(organisatie=zorg)
    stuur(client, f"/praktijken/{arnhem.pk}/partners/{nieuw.pk}/", rol="penvoerder", tot_en_met="2020-06-30")

    assert [fouten(antwoord)["organisatie"] for antwoord in (bijna, onbekend)] == [
        [
            "De organisatie ‘welzijn’ staat niet in de lijst. Bedoelt u: Welzijn Noord; Zorg en Welzijn? "
            "Vul de hele naam in."
        ],
        ["De organisatie ‘Bakker’ staat niet in de lijst. Het programmabureau kan haar toevoegen."],
    ]
    assert waarden(nieuw, "praktijk", "rol", "vanaf", "tot_en_met") == (
        arnhem.praktijk,
        "penvoerder",
        dag("2020-01-01"),
        dag("2020-06-30"),
    )


def test_what_was_typed_stands_there_still_when_something_is_wrong(als, arnhem, ada):
    aanval, arabisch = '<script>alert("x")</script>', "رعاية غير رسمية"

    antwoord = stuur(
        als(ada), adressen(arnhem)["experiment"], naam="", verwachting=f"{aanval} {arabisch}", startdatum="gisteren"
    )

    html = antwoord.content.decode()
    assert sorted(fouten(antwoord)) == ["naam", "startdatum"]
    assert ("<script>" in html, arabisch in html, 'value="gisteren"' in html) == (False, True, True)


def test_hostile_text_is_kept_as_typed_and_shown_as_text(als, arnhem, ada):
    aanval = '<img src=x onerror="alert(1)">'
    client = als(ada)

    stuur(client, adressen(arnhem)["experiment"], naam=aanval, opbrengst=aanval)
    stuur(client, adressen(arnhem)["kernthema"], kernthema=aanval)
    stuur(client, adressen(arnhem)["kernthema"], kernthema="Nu")

    html = client.get(f"/praktijken/{arnhem.pk}/").content.decode()
    assert waarden(arnhem.experiment, "naam", "opbrengst") == (aanval, aanval)
    assert ("<img" in html, html.count("&lt;img src=x onerror=")) == (False, 6)
