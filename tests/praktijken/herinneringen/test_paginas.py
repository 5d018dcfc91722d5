"""The task list, one's own choices, and stopping the mail without logging in."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core import signing
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from praktijken.herinneringen.afmelden import maak_link
from praktijken.herinneringen.beschrijving import als_markdown
from praktijken.herinneringen.bronnen import alle_bronnen
from praktijken.herinneringen.weekbrief import zet_weekbrieven_klaar
from praktijken.models import Herinneringsvoorkeur, Uitstel
from tests.gegevens import dag, gebruiker
from tests.praktijken.herinneringen.conftest import Wereld, als

pytestmark = pytest.mark.django_db
TAKEN, VOORKEUREN = reverse("praktijken:taken"), reverse("praktijken:voorkeuren")
UITSTELLEN, TERUGHALEN = reverse("praktijken:taak-uitstellen"), reverse("praktijken:taak-terughalen")
OP = "2020-03-02 12:00"


@pytest.mark.parametrize(
    ("wie", "stand"),
    [*((rol, 200) for rol in Rol), ("geen rol", 404), ("niemand", 302)],
)
def test_the_pages_are_there_for_whom_a_rule_holds(wie: str, stand: int) -> None:
    user = None if wie == "niemand" else gebruiker(wie if isinstance(wie, Rol) else None)

    assert [als(user).get(pad).status_code for pad in (TAKEN, VOORKEUREN)] == [stand, stand]


@freeze_time(OP)
def test_a_task_says_where_what_and_why(wereld: Wereld) -> None:
    pagina = als(wereld.ada).get(TAKEN)

    taak = pagina.context["lijst"].taken[0]
    assert (taak.waar, taak.sleutel) == ("Arnhem", f"geen-voortgang:{wereld.proef.pk}")
    assert taak.tekst in pagina.content.decode()
    assert taak.regel.doel in pagina.content.decode()
    assert als(wereld.ada).get(taak.adres).status_code == 200


@freeze_time(OP)
def test_every_page_that_a_task_leads_to_is_there(wereld: Wereld) -> None:
    taken = als(wereld.ada).get(TAKEN).context["lijst"].taken

    assert {als(wereld.ada).get(taak.adres).status_code for taak in taken} == {200}


def test_a_task_that_is_put_off_comes_back_after_that_many_weeks(wereld: Wereld) -> None:
    sleutel = f"geen-penvoerder:{wereld.arnhem.pk}"

    def in_lijst(op: str) -> bool:
        with freeze_time(f"{op} 12:00"):
            return sleutel in {taak.sleutel for taak in als(wereld.ada).get(TAKEN).context["lijst"].taken}

    with freeze_time(OP):
        for _ in range(2):
            als(wereld.ada).post(UITSTELLEN, {"taak": sleutel, "weken": "2"})

    assert [in_lijst(op) for op in ("2020-03-02", "2020-03-15", "2020-03-16")] == [False, False, True]
    assert Uitstel.objects.get().history.count() == 1


@freeze_time(OP)
def test_a_task_that_waits_can_be_taken_back(wereld: Wereld) -> None:
    sleutel = f"geen-penvoerder:{wereld.arnhem.pk}"
    als(wereld.ada).post(UITSTELLEN, {"taak": sleutel, "weken": "1"})
    wacht = als(wereld.ada).get(TAKEN).context["lijst"].uitgesteld
    als(wereld.ada).post(TERUGHALEN, {"taak": sleutel})
    lijst = als(wereld.ada).get(TAKEN).context["lijst"]

    assert [(taak.sleutel, tot) for taak, tot in wacht] == [(sleutel, dag("2020-03-08"))]
    assert lijst.uitgesteld == ()


@freeze_time(OP)
@pytest.mark.parametrize(
    "velden",
    [{"taak": "geen-penvoerder:999999", "weken": "1"}, {"taak": "'; DROP", "weken": "1"}, {"weken": "1"},
     {"weken": "99"}],
    ids=["van een ander", "verzonnen", "zonder taak", "te lang"],
)  # fmt: skip
def test_only_one_s_own_tasks_can_be_put_off(wereld: Wereld, velden: dict[str, str]) -> None:
    antwoord = als(wereld.ada).post(UITSTELLEN, velden, follow=True)

    assert antwoord.status_code == 200
    assert not Uitstel.objects.exists()


def test_choices_are_kept_and_shown_and_the_same_twice_is_one_entry(wereld: Wereld) -> None:
    browser = als(wereld.ada)
    for _ in range(2):
        browser.post(VOORKEUREN, {"weekdag": "3", "regels": ["geen-voortgang", "geen-kernthema"]})
    form = browser.get(VOORKEUREN).context["form"]

    voorkeur = Herinneringsvoorkeur.objects.get(gebruiker=wereld.ada)
    assert (form["weekdag"].value(), form["regels"].value()) == ("3", ["geen-voortgang", "geen-kernthema"])
    assert voorkeur.niet == [
        "aantal-ontwerpvragen", "afspraak-over-datum",
        "belangstelling-opnieuw-vragen", "belangstelling-zonder-uitkomst", "geen-aanwezigheid", "geen-gemeente",
        "geen-penvoerder",
        "geplande-start-voorbij", "intakegesprek-komt", "intakegesprek-zonder-verslag", "les-teruggestuurd",
        "meetronde-bevestigen", "planstap-over-datum", "soort-organisatie-onbekend",
    ]  # fmt: skip
    assert voorkeur.history.count() == 1


@pytest.mark.parametrize("velden", [{"weekdag": "6"}, {"weekdag": "0", "regels": ["post-mislukt"]}])
def test_a_weekend_or_another_role_s_rule_cannot_be_chosen(wereld: Wereld, velden: dict[str, object]) -> None:
    assert als(wereld.ada).post(VOORKEUREN, velden).context["form"].errors
    assert not Herinneringsvoorkeur.objects.exists()


@freeze_time("2020-03-02 05:00")
def test_the_link_in_the_mail_stops_it_after_a_click_on_the_button_without_logging_in(wereld: Wereld) -> None:
    zet_weekbrieven_klaar.call()
    link = maak_link(Bericht.objects.get())
    vraag = Client().get(link)
    na_openen = Herinneringsvoorkeur.objects.exists()
    klaar = Client().post(link)

    assert "Geen weekmail meer?" in vraag.content.decode()
    assert not na_openen
    assert "U krijgt geen weekmail meer" in klaar.content.decode()
    assert Herinneringsvoorkeur.objects.get(gebruiker=wereld.ada).weekdag is None
    assert wereld.ada.email not in vraag.content.decode() + link
    assert "Ada" not in vraag.content.decode()


def test_a_link_that_was_made_up_or_of_a_closed_account_does_nothing(wereld: Wereld) -> None:
    link = maak_link(Bericht(ontvanger=wereld.ada))
    vreemd = reverse("praktijken:afmelden", args=[signing.dumps(wereld.ada.pk, salt="iets anders")])
    half = link[:-4] + "/"
    wereld.ada.is_active = False
    wereld.ada.save()

    antwoorden = [Client().post(pad).content.decode() for pad in (link, vreemd, half)]

    assert all("Deze link werkt niet" in tekst for tekst in antwoorden)
    assert not Herinneringsvoorkeur.objects.exists()


def test_the_page_with_every_rule_says_what_the_code_does() -> None:
    blad = (Path(settings.BASE_DIR) / "docs" / "herinneringen.md").read_text()

    assert blad == als_markdown(), "manage.py beschrijf_herinneringen > docs/herinneringen.md"


def test_every_rule_has_a_name_of_its_own_and_all_is_written_down() -> None:
    regels = [regel for bron in alle_bronnen() for regel in bron.regels]

    assert len({regel.naam for regel in regels}) == len(regels)
    assert all(regel.kop and regel.wanneer and regel.doel and regel.stap_terug for regel in regels)
