"""Personal data in a browser: pointed out while typing, removed from a note, a person or an applicant erased."""

import pytest
from django.urls import reverse
from freezegun import freeze_time
from playwright.sync_api import expect

from deelnemers.models import Deelnemer
from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from praktijken.models import Verzoek, Voortgang
from tests.aanmeldingen.privacy.conftest import BEGIN, DIRK, EMAIL, maak_wereld
from tests.gegevens import (
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    programma,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def gerda(stamgegevens):  # noqa: ARG001  # asked for its effect
    """Somebody of Arnhem, who takes part for an organisation that nobody else does."""
    arnhem = praktijk(programma(), "ARN", naam="Arnhem")
    gerda = deelnemer(arnhem.programma, "D1", naam="Gerda Geheim", email="gerda@geheim.example")
    deelname(gerda, arnhem, organisatie=organisatie("Huis", organisatietype("Thuiszorg")))
    deelname(deelnemer(arnhem.programma, "D2", naam="رعاية غير رسمية"), arnhem)
    Voortgang.objects.create(
        experiment=experiment(ontwerpvraag(arnhem)), datum=dag("2020-02-03"), verslag="Met Gerda Geheim\ngebeld."
    )
    return gerda


def test_what_looks_like_personal_data_is_pointed_out_while_typing_and_can_be_taken_out_of_a_note(
    pagina_als, controleer, gerda
):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(gerda.deelnames.get().praktijk, ada)
    pagina = pagina_als(user=ada)
    pagina.goto(f"{reverse('praktijken:voortgang-nieuw')}?experiment={Voortgang.objects.get().experiment_id}")
    verslag = pagina.get_by_label("Wat is er gebeurd?")
    verslag.press_sequentially("Gerda belde. Haar nummer: 06-12345678.")
    pagina.get_by_text("naam van een deelnemer “Gerda” en telefoonnummer “06-12345678”").wait_for()
    controleer(pagina, "aanwijzen")
    verslag.fill("Wij belden.")
    pagina.get_by_text("dit lijken persoonsgegevens").wait_for(state="detached")
    verslag.fill("Toch met Gerda.")
    pagina.get_by_text("naam van een deelnemer “Gerda”").wait_for()
    pagina.get_by_role("button", name="Bewaren", exact=True).click()
    pagina.get_by_role("heading", name="Verslag").wait_for()
    assert pagina.get_by_role("button", name="Persoonsgegevens verwijderen").count() == 0

    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto(reverse("praktijken:voortgang", args=[Voortgang.objects.latest("pk").pk]))
    pagina.get_by_text("Toch met Gerda.").evaluate(
        "el => getSelection().setBaseAndExtent(el.firstChild, 9, el.firstChild, 14)"
    )
    pagina.get_by_role("button", name="Persoonsgegevens verwijderen").click()
    pagina.get_by_role("heading", name="Gevonden").wait_for()
    assert pagina.get_by_label("Welke tekst moet weg?").input_value() == "Gerda"
    controleer(pagina, "tekst-verwijderen")
    pagina.get_by_role("button", name="Definitief verwijderen").click()
    pagina.get_by_text("Verwijderd op 2 plaatsen").wait_for()
    assert pagina.get_by_text("Toch met [verwijderd].").count() == 1
    controleer(pagina, "tekst-verwijderd")


def test_a_person_who_asks_for_it_is_erased_and_no_figure_moves(pagina_als, controleer, gerda):
    voor = bereken(gerda.programma, dag("2020-06-30"))
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto(reverse("praktijken:deelnemer", args=[gerda.pk]))
    controleer(pagina, "deelnemer-avg")
    pagina.get_by_role("link", name="Verzoek vastleggen").click()
    controleer(pagina, "verzoek-nieuw")
    pagina.get_by_label("Wat vraagt de persoon?").select_option("wissing")
    pagina.get_by_label("Hoe kwam het binnen?").select_option("telefoon")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_label("Hoe is vastgesteld wie het vraagt?").fill("Gebeld op het bekende nummer.")
    pagina.get_by_role("button", name="Identiteit vastleggen").click()
    pagina.get_by_text("vastgesteld op").wait_for()
    controleer(pagina, "verzoek")

    pagina.get_by_role("link", name="D1").click()
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Inzage downloaden").click()
    assert download.value.suggested_filename == f"inzage-{gerda.pk}.zip"
    pagina.get_by_role("link", name="Persoon wissen").click()
    controleer(pagina, "wissen-invullen")
    pagina.get_by_label("Verzoek", exact=True).select_option(index=1)
    pagina.get_by_role("button", name="Bekijk wat er gebeurt").click()
    pagina.get_by_text("Er is nog niets gewist.").wait_for()
    assert pagina.get_by_label("voortgang").is_checked()
    controleer(pagina, "wissen-voorbeeld")
    pagina.get_by_role("button", name="Definitief wissen").click()
    pagina.get_by_text("D1 is gewist. De cijfers zijn gelijk gebleven.").wait_for()
    assert "Geheim" not in pagina.content()
    controleer(pagina, "deelnemer-gewist")

    pagina.goto(reverse("praktijken:verzoek", args=[Verzoek.objects.get().pk]))
    pagina.get_by_label("Uitkomst").select_option("toegewezen")
    pagina.get_by_role("button", name="Afhandelen").click()
    pagina.get_by_text("Afgehandeld: toegewezen.").wait_for()
    pagina.goto(reverse("praktijken:verzoeken"))
    controleer(pagina, "verzoeken")
    pagina.get_by_role("link", name="Wat er is verwijderd").click()
    controleer(pagina, "persoonsgegevens")

    assert Deelnemer.objects.get(nummer="D1").naam == ""
    assert Voortgang.objects.get().verslag == "Met [verwijderd]\ngebeld."
    assert bereken(gerda.programma, dag("2020-06-30")) == voor


@pytest.mark.usefixtures("stamgegevens")
def test_an_applicant_who_asks_for_it_is_looked_up_and_erased(pagina_als, controleer):
    with freeze_time(BEGIN):
        wereld = maak_wereld()
    pagina = pagina_als(user=wereld.mo)
    pagina.goto(reverse("praktijken:persoonsgegevens"))
    pagina.get_by_role("link", name="aanmelders").click()
    controleer(pagina, "aanmelders")
    zoek = pagina.locator("main").get_by_role("button", name="Zoek", exact=True)
    pagina.get_by_label("E-mailadres").fill("niemand@voorbeeld.example")
    zoek.click()
    expect(pagina.get_by_role("status")).to_contain_text("Er zijn geen gegevens met dit e-mailadres.")
    controleer(pagina, "aanmelders-onbekend")
    pagina.get_by_label("E-mailadres").fill(EMAIL)
    zoek.click()
    expect(pagina.get_by_role("heading", name="Dit is er")).to_be_visible()
    controleer(pagina, "aanmelders-gevonden")
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Inzage downloaden").click()
    assert download.value.suggested_filename == "inzage.zip"
    pagina.get_by_label("Aanleiding").evaluate("veld => { veld.value = 'te lang '.repeat(100) }")
    pagina.get_by_role("button", name="Bekijk wat er gebeurt").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Er is nog niets gewist.")
    controleer(pagina, "aanmelders-wissen-fout")
    pagina.get_by_label("Aanleiding").fill("Zaak 7")
    pagina.get_by_role("button", name="Bekijk wat er gebeurt").click()
    expect(pagina.get_by_role("heading", name="Dit gaat weg")).to_be_visible()
    controleer(pagina, "aanmelders-wissen-voorbeeld")
    pagina.get_by_role("button", name="Definitief wissen").click()
    expect(pagina.get_by_text("Deze persoon is gewist.")).to_be_visible()
    controleer(pagina, "aanmelders-gewist")

    assert list(wereld.aanmelding.contactpersonen.values_list("naam", flat=True)) == [DIRK[0]]
