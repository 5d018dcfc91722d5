"""The checklist of a measurement: what it finds, what holds it up, and how that is accepted."""

from uuid import uuid4

import pytest

from mantelzorg.toegang import Rol
from monitor.controlelijst.lijst import controlelijst
from monitor.controlelijst.uitzonderingen import WEG, aanvaard
from monitor.meten.opstellen import KanNiet, controleer, uitkomst_nu
from monitor.meten.vaststellen import stel_vast
from monitor.models import Controleuitzondering
from monitor.ronde.acties import ga_zonder_verder
from praktijken.models import Antwoord, Importbatch, Uitvraag
from tests import gegevens
from tests.gegevens import gebruiker
from tests.monitor.meten.gegevens import OP, VANDAAG, controleur, gecontroleerd, maker, meting, vastgesteld
from tests.monitor.ronde.gegevens import bevestigd, ronde

pytestmark = pytest.mark.django_db
DUBBEL = "2 praktijken hebben een naam die vaker voorkomt. Is er een dubbel?"


@pytest.fixture
def programma():
    return gegevens.programma()


@pytest.fixture
def arnhem(programma):
    return gegevens.praktijk(programma, "ARN", naam="Arnhem", gemeenten=["GM0202"])


def gezegd(een):
    """What is found, whether it holds the measurement up, and its effect."""
    return [
        (punt.bevinding.tekst, punt.houdt_tegen, [str(band) for band in punt.bevinding.banden])
        for punt in controlelijst(een)
    ]


def los(een):
    return {punt.bevinding.regel: punt.bevinding for punt in controlelijst(een)}


def doe_aanvaard(een, regel, *, door=None, inzending=None, reden="Ede begon nooit."):
    waarover = los(een)[regel].waarover
    return aanvaard(
        meting=een.pk, regel=regel, waarover=waarover, reden=reden, door=door or maker(), op=OP,
        inzending=inzending or uuid4(),
    )  # fmt: skip


def stel(een):
    return stel_vast(meting=een.pk, notitie="", door=controleur(), op=OP, vandaag=VANDAAG)


def test_where_nothing_is_wrong_nothing_is_found(programma, arnhem):
    een = meting(programma)
    bevestigd(ronde(programma), arnhem, controleur())
    assert gezegd(een) == []


def test_what_is_found_of_practices_says_between_which_bounds_the_figure_lies(programma, arnhem):
    gegevens.praktijk(programma, "EDE", naam="Ede", start=None)
    gegevens.praktijk(programma, "TIE", naam="Tiel", start=None)
    gegevens.praktijk(programma, "ZUT", naam="Zutphen")
    gegevens.praktijk(programma, "ELS", naam="Elst", start="2020-07-14", gemeenten=["GM0228"])
    gegevens.praktijk(programma, "LAA", naam="Later", start="2020-07-15", gemeenten=["GM0228"])
    weg = gegevens.praktijk(
        programma, "WEG", naam="Arnhem ", gemeenten=["GM0202"], eind="2020-01-01", afloop="samengevoegd",
        gaat_verder_in=programma.praktijken.get(code="ELS"),
    )  # fmt: skip
    gegevens.experiment(gegevens.ontwerpvraag(arnhem), start=None)
    assert gezegd(meting(programma)) == [
        ("2 praktijken zonder startdatum", True, ["de indicator ligt tussen 3 en 5"]),
        ("1 praktijk zonder gemeente telt mee", True, ["het aantal gemeenten is minstens 1"]),
        (
            "2 praktijken hebben een naam die vaker voorkomt. Is er een dubbel?",
            True,
            ["de indicator ligt tussen 2 en 3"],
        ),
        (
            "1 praktijk ging verder in een praktijk die op de peildatum niet is gestart",
            True,
            ["de indicator ligt tussen 3 en 4"],
        ),
        (
            "1 praktijk start binnen 14 dagen na de peildatum. Klopt die dag?",
            False,
            ["de indicator ligt tussen 3 en 4"],
        ),
        ("1 experiment zonder startdatum", False, ["het aantal opgestarte experimenten ligt tussen 0 en 1"]),
        ("Er is geen meetronde gehouden op deze peildatum", False, []),
    ]
    assert weg.status_op(VANDAAG) == "samengevoegd"


@pytest.mark.usefixtures("arnhem")
def test_practices_that_run_on_after_the_programme_are_told(programma):
    een = meting(programma, 2021, "2021-06-30")
    assert gezegd(een)[0] == (
        "1 praktijk is nog actief, terwijl het programma eindigde op 31 mei 2021",
        False,
        ["het aantal actieve praktijken ligt tussen 0 en 1"],
    )


def test_people_of_unknown_kind_and_people_of_one_name(programma, arnhem):
    zorg = gegevens.organisatietype("Zorg")
    for nummer, (naam, soort) in enumerate([("Jan Jansen", zorg), ("jansen, jan", None), ("", None), ("", None)]):
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}", naam=naam), arnhem, organisatietype=soort)
    een = meting(programma)
    assert gezegd(een)[1:] == [
        (
            "Van 3 deelnemers is het organisatietype niet of pas later bekend",
            False,
            ["het aantal bekende deelnemers ligt tussen 1 en 4", "Zorg ligt tussen 1 en 4"],
        ),
        (
            "2 deelnemers hebben een naam die vaker voorkomt. Is er een dubbel?",
            False,
            ["het aantal deelnemers tot nu toe ligt tussen 3 en 4"],
        ),
    ]
    assert [plek.naam for plek in los(een)["deelnemer-dubbel"].plekken] == ["Deelnemer D0", "Deelnemer D1"]


def test_a_round_that_is_not_done_holds_it_up_until_confirmed_or_noted(programma, arnhem):
    ede = gegevens.praktijk(programma, "EDE", naam="Ede", gemeenten=["GM0228"])
    een, de_ronde = meting(programma), ronde(programma)
    assert gezegd(een) == [
        ("2 praktijken zijn niet bevestigd in de meetronde, zonder reden waarom u verdergaat", True, [])
    ]
    bevestigd(de_ronde, arnhem, controleur())
    assert [plek.naam for plek in los(een)["meetronde-onvolledig"].plekken] == ["De meetronde", "Ede"]
    ga_zonder_verder(ronde=de_ronde.pk, praktijk=ede, reden="Verlof.", door=controleur(), op=OP, inzending=uuid4())
    assert gezegd(een) == []


def test_figures_that_changed_since_the_check_cannot_be_accepted(programma, arnhem):
    een = gecontroleerd(meting(programma))
    gegevens.ontwerpvraag(arnhem)
    een.refresh_from_db()
    regel = "gewijzigd-sinds-controle"
    assert los(een)[regel].blokkeert
    with pytest.raises(KanNiet, match="niet meer, of is veranderd"):
        doe_aanvaard(een, regel)


@pytest.mark.usefixtures("arnhem")
def test_it_is_not_fixed_before_what_holds_it_up_is_accepted_with_a_reason(programma):
    gegevens.praktijk(programma, "EDE", naam="Ede", start=None)
    een = meting(programma)
    controleer(meting=een.pk, gezien=uitkomst_nu(een), notitie="", door=controleur(), op=OP)
    with pytest.raises(KanNiet, match="houdt het vaststellen tegen: 1 praktijk zonder startdatum"):
        stel(een)
    inzending = uuid4()
    for _ in range(2):
        uitzondering = doe_aanvaard(een, "zonder-startdatum", inzending=inzending)
    assert Controleuitzondering.objects.get() == uitzondering
    assert (uitzondering.door, uitzondering.op, uitzondering.reden) == (maker(), OP, "Ede begon nooit.")
    assert uitzondering.bevinding == "1 praktijk zonder startdatum"
    assert stel(een).meting == een


@pytest.mark.usefixtures("arnhem")
def test_an_exception_holds_for_exactly_what_was_found(programma):
    gegevens.praktijk(programma, "EDE", naam="Ede", start=None)
    een = meting(programma)
    waarover = los(een)["zonder-startdatum"].waarover
    doe_aanvaard(een, "zonder-startdatum")
    assert not any(punt.houdt_tegen for punt in controlelijst(een))
    gegevens.praktijk(programma, "TIE", naam="Tiel", start=None)
    assert [punt.bevinding.tekst for punt in controlelijst(een) if punt.houdt_tegen] == [
        "2 praktijken zonder startdatum"
    ]
    with pytest.raises(KanNiet, match=WEG):
        aanvaard(
            meting=een.pk, regel="zonder-startdatum", waarover=waarover, reden="x", door=maker(), op=OP,
            inzending=uuid4(),
        )  # fmt: skip


ADRES = "/monitor/metingen/{}/controlelijst/"


@pytest.mark.usefixtures("arnhem")
def test_who_sees_the_list_and_who_accepts(als, programma):
    gegevens.praktijk(programma, "EDE", naam="Ede", start=None)
    een = meting(programma)
    adres = ADRES.format(een.pk)
    ben, ada = als(maker()), als(gebruiker(Rol.ADVISEUR))
    assert (ben.get(adres).status_code, ada.get(adres).status_code, ada.post(adres).status_code) == (200, 404, 404)
    pagina = ben.get(adres).content.decode()
    assert "1 bevinding houdt het vaststellen tegen." in pagina
    assert "Gevolg: de indicator ligt tussen 1 en 2." in pagina
    velden = {"regel": "zonder-startdatum", "waarover": los(een)["zonder-startdatum"].waarover}
    leeg = ben.post(adres, velden | {"reden": ""}).content.decode()
    assert "De bevinding is nog niet aanvaard." in leeg
    antwoord = ben.post(adres, velden | {"reden": "Ede begon nooit."})
    assert (antwoord.status_code, antwoord["Location"]) == (302, adres)
    assert "Niets houdt het vaststellen tegen." in ben.get(adres).content.decode()


@pytest.mark.usefixtures("arnhem")
def test_what_was_typed_for_a_finding_that_is_gone_comes_back(als, programma):
    een = meting(programma)
    pagina = als(maker()).post(
        ADRES.format(een.pk), {"regel": "zonder-startdatum", "waarover": "0" * 64, "reden": "Ede begon nooit."}
    )
    assert WEG in pagina.content.decode()
    assert "Ede begon nooit." in pagina.content.decode()


def test_an_analyst_is_led_to_no_person(als, programma, arnhem):
    for nummer in range(2):
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}", naam="Jan Jansen"), arnhem)
    adres = ADRES.format(meting(programma).pk)
    ben, mo = (als(wie).get(adres).content.decode() for wie in (maker(), controleur()))
    assert "Deelnemer D0" in mo
    assert "Deelnemer D0" not in ben
    assert "Jansen" not in ben + mo


@pytest.mark.usefixtures("arnhem")
def test_of_what_is_fixed_the_list_shows_what_was_accepted(als, programma):
    gegevens.praktijk(programma, "EDE", naam="Ede", start=None)
    vast = vastgesteld(programma)
    pagina = als(maker()).get(ADRES.format(vast.meting_id)).content.decode()
    assert "Er valt niets meer te controleren." in pagina
    assert '1 praktijk zonder startdatum: <q dir="auto">Zo is het.</q>' in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_takes_as_many_queries_with_one_and_with_three(als, programma, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        gegevens.praktijk(programma, f"P{nummer}", naam=f"Praktijk {nummer}", start=None)
        praktijk = gegevens.praktijk(programma, f"Z{nummer}", naam="Zelfde naam")
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}", naam="Jan Jansen"), praktijk)
    een = meting(programma)
    ronde(programma)
    ben = als(maker())
    ben.get("/sneltoetsen/")
    with django_assert_num_queries(21):
        assert ben.get(ADRES.format(een.pk)).status_code == 200


@pytest.mark.usefixtures("arnhem")
def test_open_imports_and_answers_of_this_programme_are_told(als, programma):
    een, mo = meting(programma), controleur()
    for plek, soort in ((programma, "correctie"), (programma, "klopt"), (gegevens.programma("elders"), "correctie")):
        persoon = gegevens.deelnemer(plek, f"D-{soort}")
        uitvraag = Uitvraag.objects.create(deelnemer=persoon, gemaakt_door=mo, inzending=uuid4())
        Antwoord.objects.create(uitvraag=uitvraag, soort=soort, ontvangen_op=OP, inzending=uuid4())
    Importbatch.objects.create(bestandsnaam="mei.xlsx", inhoud=b"", door=mo)
    Importbatch.objects.create(bestandsnaam="april.xlsx", inhoud=b"", door=mo, verwerkt_op=OP)
    assert [tekst for tekst, *_ in gezegd(een)][1:] == [
        "1 import is nog niet verwerkt of weggegooid",
        "1 antwoord op Klopt dit? wacht nog op u",
    ]
    pagina = als(mo).get(ADRES.format(een.pk)).content.decode()
    assert 'href="/gegevens/"' in pagina
    assert 'href="/klopt-dit/antwoorden/"' in pagina
