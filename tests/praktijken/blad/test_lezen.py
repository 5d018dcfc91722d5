"""What the page shows beyond its records: the line, progress with its versions, earlier wordings."""

import datetime
from uuid import uuid4

import pytest
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Rol
from praktijken.blad.lezen import eerdere_verwoordingen, tijdlijn_van, verloop
from praktijken.models import Onderbreking, Praktijk, Reactie, Voortgang
from praktijken.tijdlijn import Periode, Proeflijn, Tijdlijn, Vraaglijn
from tests.gegevens import adviseurschap, dag, experiment, gebruiker, ontwerpvraag, praktijk, programma
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


@pytest.fixture
def arnhem():
    return praktijk(programma(), "ARN", naam="Arnhem", kernthema="Eerst")


@pytest.fixture
def ada(arnhem):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(arnhem, ada)
    return ada


def verslag(experiment, datum, tekst, **velden):
    return Voortgang.objects.create(experiment=experiment, datum=dag(datum), verslag=tekst, **velden)


def voor(user, praktijk):
    return Praktijk.objects.voor_pagina(user, vandaag()).get(pk=praktijk.pk)


def pagina(client, praktijk, vraag=""):
    return client.get(reverse("praktijken:praktijk", args=[praktijk.pk]) + vraag)


def test_the_line_holds_questions_experiments_reports_and_breaks(arnhem, ada):
    eerste = ontwerpvraag(arnhem, 1, geformuleerd="2019-10-01", vervallen="2020-03-01")
    proef = experiment(eerste, "E1", naam="Maatjes", start="2020-01-06", eind="2020-02-28")
    ontwerpvraag(arnhem, 2, geformuleerd="2019-11-01")
    oud = verslag(proef, "2020-01-20", "Begonnen")
    verslag(proef, "2020-01-21", "Toch begonnen", vervangt=oud)
    Onderbreking.objects.create(praktijk=arnhem, vanaf=dag("2020-03-15"), reden="Lockdown")

    lijn = tijdlijn_van(voor(ada, arnhem), dag("2020-06-30"))

    afgerond = Proeflijn(
        code="E1", naam="Maatjes", status="afgerond", van=dag("2020-01-06"), tot=dag("2020-02-28"),
        verslagen=(dag("2020-01-21"),),
    )  # fmt: skip
    assert lijn == Tijdlijn(
        praktijk="Arnhem",
        dag=dag("2020-06-30"),
        vragen=(
            Vraaglijn(nummer=1, van=dag("2019-10-01"), vervallen_op=dag("2020-03-01"), proeven=(afgerond,)),
            Vraaglijn(nummer=2, van=dag("2019-11-01"), vervallen_op=None, proeven=()),
        ),
        onderbrekingen=(Periode(van=dag("2020-03-15"), tot=None),),
    )


def test_the_line_ends_with_the_practice_once_its_last_day_is_past(arnhem):
    ede = voor(gebruiker(Rol.MEDEWERKER), praktijk(arnhem.programma, "EDE", eind="2020-04-30"))

    assert [tijdlijn_van(ede, dag(een)).einde for een in ("2020-04-30", "2020-05-01")] == [None, dag("2020-04-30")]


def test_the_table_says_what_the_line_shows(als, arnhem, ada):
    vraag = ontwerpvraag(arnhem, 1)
    verslag(experiment(vraag, "E1", naam="Maatjes"), "2020-02-01", "Goed")
    experiment(vraag, "E2", naam="Later", start=None)
    Onderbreking.objects.create(
        praktijk=arnhem, vanaf=dag("2020-03-15"), tot_en_met=dag("2020-05-31"), reden="Geheime reden"
    )

    gezien = gelezen(pagina(als(ada), arnhem))

    assert gezien.tabellen["Tijdlijn"] == [
        ["Wat", "Status", "Periode", "Verslagen"],
        ["Ontwerpvraag 1", "geldig", "vanaf 1 oktober 2019", "–"],
        ["E1 Maatjes", "lopend", "vanaf 6 januari 2020", "1 februari 2020"],
        ["E2 Later", "gepland", "nog geen startdatum", "–"],
        ["Onderbreking", "–", "15 maart 2020 tot en met 31 mei 2020", "–"],
    ]


def test_progress_is_newest_first_and_a_corrected_entry_keeps_its_versions(arnhem, ada):
    proef = experiment(ontwerpvraag(arnhem))
    eerste = verslag(proef, "2020-02-01", "Eerste")
    tweede = verslag(proef, "2020-02-01", "Tweede", vervangt=eerste)
    derde = verslag(proef, "2020-02-02", "Derde", vervangt=tweede)
    later = verslag(experiment(ontwerpvraag(arnhem, 2), "E2"), "2020-03-01", "Later")

    gelezen = verloop(voor(ada, arnhem))

    assert [(regel.voortgang, regel.eerdere) for regel in gelezen] == [(later, ()), (derde, (tweede, eerste))]


def test_the_page_shows_all_of_an_entry_its_versions_and_how_many_answered(als, arnhem, ada):
    proef = experiment(ontwerpvraag(arnhem), "E1", naam="Maatjes")
    oud = verslag(proef, "2020-02-01", "Drie maatjes", door=ada)
    nieuw = verslag(
        proef, "2020-02-01", "Vier maatjes", door=ada, vervangt=oud, ronde=2, fase="evalueren",
        geleerd="Bellen helpt", besluit="borgen", volgende_stap="Folder maken",
    )  # fmt: skip
    for tekst in ("Mooi", "Knap"):
        Reactie.objects.create(voortgang=nieuw, door=ada, tekst=tekst, inzending=uuid4())

    tekst = gelezen(pagina(als(ada), arnhem)).tekst

    assert (
        "Voortgang 1 februari 2020 E1: Maatjes verbeterd Ronde 2. Fase: evalueren. Door Ada de Adviseur . Vier maatjes "
        "Geleerd Bellen helpt Besluit borgen Volgende stap Folder maken 2 reacties. "
        "Eerdere versie: 1 1 februari 2020, door Ada de Adviseur Drie maatjes"
    ) in tekst


def test_twenty_entries_a_page_and_those_of_one_experiment_on_request(als, arnhem, ada):
    vraag = ontwerpvraag(arnhem)
    een, ander = experiment(vraag, "E1"), experiment(vraag, "E2")
    for nummer in range(21):
        verslag(een, dag("2020-01-01") + datetime.timedelta(days=nummer), f"verslag-{nummer}.")
    verslag(ander, "2019-12-01", "verslag-ander.")
    client = als(ada)

    def op(vraag):
        tekst = gelezen(pagina(client, arnhem, vraag)).tekst
        return [naam for naam in (*map(str, range(21)), "ander") if f"verslag-{naam}." in tekst]

    assert op("") == [str(nummer) for nummer in range(1, 21)]
    assert op("?voortgang=2") == ["0", "ander"]
    assert op(f"?experiment={ander.pk}") == ["ander"]
    assert op("?experiment=onzin&voortgang=x") == op("")


def test_earlier_wordings_tell_who_wrote_them_and_when(arnhem, ada):
    with freeze_time("2030-01-10 12:00"):
        _verwoord(arnhem, "Toen", ada, kernthema_vastgesteld_op=dag("2030-01-09"))
    with freeze_time("2030-02-10 12:00"):
        _verwoord(arnhem, "Toen", None, werkgebied="wijk")
    with freeze_time("2030-03-10 12:00"):
        _verwoord(arnhem, "Nu", None)

    eerder = eerdere_verwoordingen(arnhem)

    assert [(regel.kernthema, regel.vastgesteld_op, regel.door) for regel in eerder] == [
        ("Toen", dag("2030-01-09"), "Ada de Adviseur"),
        ("Eerst", None, ""),
    ]
    assert eerder[0].sinds.date() == dag("2030-01-10")


def _verwoord(praktijk, kernthema, door, **velden):
    for naam, waarde in ({"kernthema": kernthema} | velden).items():
        setattr(praktijk, naam, waarde)
    praktijk._history_user = door
    praktijk.save()


@pytest.mark.usefixtures("ada")
def test_an_analyst_reads_earlier_wordings_but_no_names_no_progress_and_no_way_to_change(als, arnhem, ada):
    _verwoord(arnhem, "Nu", ada)
    verslag(experiment(ontwerpvraag(arnhem)), "2020-02-01", "Geheim verslag", door=ada)

    response = pagina(als(gebruiker(Rol.ANALIST)), arnhem)

    html, gezien = response.content.decode(), gelezen(response)
    assert ["Eerst" in gezien.tekst, "Geheim" in html, "Ada" in html, "1 februari 2020" in html] == [True] + [False] * 3
    assert [link for link in gezien.links if f"/praktijken/{arnhem.pk}/" in link] == []
