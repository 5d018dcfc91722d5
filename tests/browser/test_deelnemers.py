"""The register of participants in a browser: adding with doubles in sight, merging and back, unknown kinds."""

import pytest
from django.urls import reverse

from deelnemers.models import Deelnemer
from mantelzorg.toegang import Rol
from tests.gegevens import (
    adviseurschap,
    deelname,
    deelnemer,
    gebruiker,
    organisatie,
    organisatietype,
    praktijk,
    praktijkpartner,
    programma,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def arnhem(stamgegevens):  # noqa: ARG001  # asked for its effect
    """A practice with doubles, unknown kinds, long names and Arabic."""
    thuis = programma(naam="In voor mantelzorg-thuis")
    arnhem, breda = praktijk(thuis, "ARN", naam="Arnhem"), praktijk(thuis, "BRE", naam="Breda")
    huis = organisatie("Zorggroep Voorbeeld", organisatietype("(Thuis)zorgorganisatie"))
    praktijkpartner(arnhem, huis)
    gerda = deelnemer(thuis, "D1", naam="Gerda de Vries", email="gerda@gezin.example")
    deelname(gerda, arnhem, organisatie=huis, tot_en_met="2020-05-01", hoedanigheid="beroepskracht")
    ook = deelnemer(thuis, "D2", naam="Vries, G. de", email="g.devries@werk.example")
    deelname(ook, arnhem, organisatie=huis, hoedanigheid="vrijwilliger")
    deelname(ook, breda)
    deelname(deelnemer(thuis, "D3", naam="رعاية غير رسمية"), arnhem)
    deelname(deelnemer(thuis, "D4", naam="Truus " + "w" * 200), arnhem, organisatie=organisatie("O" * 200))
    return arnhem


@pytest.mark.usefixtures("arnhem")
def test_two_records_of_one_person_are_merged_and_taken_apart_again(pagina_als, controleer):
    gerda = Deelnemer.objects.get(nummer="D1")
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto("/")
    hoofdmenu = pagina.get_by_role("navigation", name="Hoofdmenu")
    hoofdmenu.get_by_text("Mensen").click()
    hoofdmenu.get_by_role("link", name="Deelnemers").click()
    controleer(pagina, "deelnemers")
    pagina.get_by_label("Naam, nummer of organisatie").fill("gerda")
    pagina.keyboard.press("Enter")
    pagina.get_by_role("link", name="Wis alle filters").wait_for()
    assert pagina.get_by_role("row").count() == 2
    assert "gerda" not in pagina.url.lower()
    pagina.get_by_role("link", name="Gerda de Vries").click()
    controleer(pagina, "deelnemer")

    pagina.get_by_role("link", name="Samenvoegen met een andere deelnemer").click()
    controleer(pagina, "deelnemers-samenvoegen-kiezen")
    pagina.get_by_label("Nummer van de andere deelnemer").fill("d2")
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", name="D2 samenvoegen met D1").wait_for()
    assert pagina.get_by_text("1 minder, want deze persoon telt nu twee keer").count() >= 1
    controleer(pagina, "deelnemers-samenvoegen")
    pagina.get_by_label("g.devries@werk.example – van D2").check()
    pagina.get_by_role("button", name="Samenvoegen", exact=True).click()
    pagina.get_by_text("D2 is samengevoegd met D1.").wait_for()
    controleer(pagina, "deelnemers-samengevoegd")
    gerda.refresh_from_db()
    assert (gerda.email, Deelnemer.objects.filter(nummer="D2").exists()) == ("g.devries@werk.example", False)

    pagina.get_by_role("button", name="Samenvoegen ongedaan maken").click()
    pagina.get_by_text("D2 en D1 zijn weer twee deelnemers.").wait_for()
    controleer(pagina, "deelnemers-weer-twee")
    pagina.goto(reverse("praktijken:deelnemer", args=[gerda.pk]))
    assert pagina.get_by_text("samenvoegen met D2 ongedaan gemaakt").count() >= 1
    controleer(pagina, "deelnemer-na-ongedaan")


@pytest.mark.usefixtures("arnhem")
def test_unknown_kinds_are_filled_in_with_the_keyboard(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto(reverse("praktijken:deelnemers-onbekend"))
    controleer(pagina, "onbekende-soorten")
    pagina.get_by_label("Soort of organisatie van D3").focus()
    pagina.keyboard.type("(Th")
    pagina.get_by_label("Soort of organisatie van D4").select_option(label="(Thuis)zorgorganisatie")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    pagina.get_by_text("1 rij bewaard.").wait_for()
    assert pagina.get_by_label("Soort of organisatie van D4").locator("option:checked").inner_text() == (
        "(Thuis)zorgorganisatie"
    )
    pagina.get_by_role("button", name="Alles bewaren").click()
    pagina.get_by_text("1 rij bewaard.").wait_for()
    assert pagina.get_by_role("heading", level=2).all_inner_texts() == ["Breda"]
    pagina.get_by_label("Soort of organisatie van D2").select_option(label="(Thuis)zorgorganisatie")
    pagina.get_by_role("button", name="Alles bewaren").click()
    pagina.get_by_text("de soort onbekend is").wait_for()
    controleer(pagina, "onbekende-soorten-leeg")


def test_doubles_show_while_typing_and_a_known_person_is_added_without_a_second_record(pagina_als, controleer, arnhem):
    ada = gebruiker(Rol.ADVISEUR)
    for plek in (arnhem, praktijk(arnhem.programma, "UTR", naam="Utrecht")):
        adviseurschap(plek, ada)
    pagina = pagina_als(user=ada)
    pagina.goto(reverse("praktijken:deelnemer-nieuw"))
    controleer(pagina, "deelnemer-nieuw-kiezen")
    pagina.get_by_role("link", name="Utrecht (UTR)").click()
    controleer(pagina, "deelnemer-nieuw")
    pagina.get_by_label("Organisatie", exact=True).press_sequentially("voorb")
    pagina.locator("#organisaties option[value='Zorggroep Voorbeeld']").wait_for(state="attached")
    pagina.get_by_label("Organisatie", exact=True).fill("Zorggroep Voorbeeld")
    pagina.get_by_label("Naam", exact=True).press_sequentially("gerda de fries")
    pagina.get_by_text("de naam lijkt erop, zelfde organisatie").wait_for()
    controleer(pagina, "deelnemer-nieuw-dubbelen")

    pagina.get_by_role("button", name="Dit is dezelfde persoon: deelname toevoegen aan D1").click()
    pagina.get_by_role("heading", name="Gerda de Vries (D1)").wait_for()
    assert pagina.get_by_role("heading", level=3).all_inner_texts() == ["Arnhem", "Utrecht"]

    pagina.goto(f"{reverse('praktijken:deelnemer-nieuw')}?praktijk={arnhem.pk}")
    pagina.get_by_role("button", name="Bewaren", exact=True).click()
    assert pagina.get_by_label("Naam", exact=True).evaluate("veld => veld.validity.valueMissing")
    pagina.get_by_label("Naam", exact=True).fill("Nina Nieuw")
    pagina.get_by_label("Organisatie", exact=True).fill("Bestaat niet")
    pagina.get_by_role("button", name="Bewaren", exact=True).click()
    pagina.get_by_text("Deze organisatie staat niet in de lijst.").wait_for()
    controleer(pagina, "deelnemer-nieuw-fout")
