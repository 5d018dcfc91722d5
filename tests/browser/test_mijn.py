"""The adviser's start page in a browser: what asks for attention, what is silent, and nothing at all."""

import pytest
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Rol
from praktijken.models import Experiment, Onderbreking, Praktijk, Voortgang
from tests.gegevens import (
    WACHTWOORD,
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    praktijk,
    programma,
)

pytestmark = pytest.mark.browser
MIJN = reverse("praktijken:mijn")
OP = "2020-03-02"


@pytest.fixture
def ada(stamgegevens):  # noqa: ARG001  # asked for its effect
    """Adviser of a practice that wants everything, stand-in of one on hold, and adviser of one to begin."""
    ada, thuis = gebruiker(Rol.ADVISEUR), programma(naam="In voor mantelzorg-thuis")
    arnhem = praktijk(thuis, "ARN", naam="Arnhem", gemeenten=["GM0202"])
    adviseurschap(arnhem, ada, vanaf="2019-09-01")
    vraag = ontwerpvraag(arnhem)
    proef = experiment(vraag, "ARN-1", naam="Een logeerweekend voor wie thuis zorgt")
    experiment(vraag, "ARN-2", naam="w" * 300, start="2020-02-24")
    Voortgang.objects.create(
        experiment=proef, datum=dag("2020-01-20"), verslag="Het eerste weekend.\n" + "zorg" * 90, door=ada
    )
    deelname(deelnemer(thuis), arnhem)
    breda = praktijk(thuis, "BRE", naam="Breda رعاية")
    waarneming = adviseurschap(breda, ada, vanaf="2020-02-01", tot_en_met="2020-04-30")
    waarneming.waarnemer = True
    waarneming.save()
    Onderbreking.objects.create(praktijk=breda, vanaf=dag("2020-02-10"), reden="De trekker is " + "weg" * 50)
    adviseurschap(praktijk(thuis, "PLN", naam="w" * 200, start=None), ada)
    return ada


def test_what_asks_for_attention_and_what_is_silent_is_clean(pagina_als, controleer, ada):
    with freeze_time(OP):
        pagina = pagina_als(user=ada)
        pagina.goto(MIJN)
        for uitklap in pagina.locator("details summary").all():
            uitklap.click()

        controleer(pagina, "mijn")

    assert pagina.locator("h2").first.inner_text() == "Arnhem"


@pytest.mark.usefixtures("stamgegevens")
def test_the_empty_page_is_clean(pagina_als, controleer):
    pagina = pagina_als(Rol.ADVISEUR)

    pagina.goto(MIJN)

    controleer(pagina, "mijn-leeg")


def test_an_adviser_logs_in_and_stands_before_own_practices(pagina_als, ada):
    pagina = pagina_als()

    pagina.goto("/inloggen/")
    pagina.get_by_label("E-mailadres").fill(ada.email)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()

    assert pagina.locator("h1").inner_text() == "Mijn praktijken"


@pytest.mark.usefixtures("ada")
def test_the_office_looks_back_who_guided_a_practice(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)
    arnhem = Praktijk.objects.get(code="ARN")

    pagina.goto(reverse("praktijken:praktijk", args=[arnhem.pk]))
    pagina.get_by_role("link", name="Adviseurs wijzigen").click()
    pagina.get_by_label("Wie begeleidde de praktijk op").fill(OP)
    pagina.get_by_role("button", name="Toon wie het was").click()

    assert pagina.locator("#wie-op + ul").inner_text() == "Ada de Adviseur, vanaf 1 september 2019"
    controleer(pagina, "adviseurs")


def test_a_refused_adviser_stays_on_the_page_and_is_clean(pagina_als, controleer, ada):
    pagina = pagina_als(Rol.MEDEWERKER)
    arnhem = Praktijk.objects.get(code="ARN")

    pagina.goto(reverse("praktijken:adviseurs", args=[arnhem.pk]))
    pagina.get_by_label("Adviseur", exact=True).select_option(value=str(ada.pk))
    pagina.get_by_role("button", name="Toevoegen").click()

    assert "staat dan al bij deze praktijk" in pagina.locator("main").inner_text()
    controleer(pagina, "adviseurs-fout")


def test_an_adviser_puts_a_practice_on_hold_and_ends_it(pagina_als, controleer, ada):
    pagina = pagina_als(user=ada)
    arnhem = Praktijk.objects.get(code="ARN")

    pagina.goto(reverse("praktijken:praktijk", args=[arnhem.pk]))
    pagina.get_by_role("link", name="Onderbrekingen").click()
    pagina.get_by_label("reden").fill("De trekker is weg.")
    pagina.get_by_role("button", name="Vastleggen").click()
    controleer(pagina, "onderbrekingen")
    pagina.get_by_role("link", name="Beëindigen").click()
    controleer(pagina, "onderbreking-einde")
    pagina.get_by_role("button", name="Bewaren").click()

    assert arnhem.onderbrekingen.get().tot_en_met == vandaag()


def test_two_taps_lead_to_the_form_and_one_says_that_nothing_changed(pagina_als, ada):
    pagina = pagina_als(user=ada, breedte=320)

    pagina.goto(MIJN)
    pagina.get_by_role("button", name="Geen verandering in ARN-1").click()
    bericht, adres = pagina.get_by_role("status").first.inner_text(), pagina.url
    pagina.get_by_role("link", name="Voortgang invoeren van ARN-2").click()

    assert bericht == "Bewaard: geen verandering in ARN-1."
    assert adres.endswith(MIJN)
    assert pagina.url.endswith(f"?experiment={Experiment.objects.get(code='ARN-2').pk}")
    assert Voortgang.objects.get(experiment__code="ARN-1", datum=vandaag()).verslag == "Geen verandering."
