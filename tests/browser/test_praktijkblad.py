"""A practice on one page in a browser: the line, progress, and changing a part in place."""

import pytest
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.models import Onderbreking, Thema, Voortgang
from tests.gegevens import (
    adviseurschap,
    dag,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    praktijk,
    praktijkpartner,
    programma,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def ada(stamgegevens):  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.ADVISEUR)


@pytest.fixture
def arnhem(ada):
    """A practice under way: a question per outcome, a break, a corrected report, an earlier wording."""
    arnhem = praktijk(programma(), "ARN", naam="Arnhem", kernthema="Samen zorgen zonder om te vallen")
    arnhem.kernthema = "Wie helpt wanneer, en wie vraagt het?"
    arnhem.save()
    adviseurschap(arnhem, ada)
    Thema.objects.create(naam="respijtzorg")
    eerste = ontwerpvraag(arnhem, 1, vraag="Hoe delen wij de zorg?")
    maatjes = experiment(eerste, "ARN-1", naam="Maatjes voor mantelzorgers", eind="2020-04-30")
    experiment(eerste, "ARN-2", naam="Een logeerweekend met een heel erg lange naam", start="2020-03-01")
    tweede = ontwerpvraag(arnhem, 2, vraag="Wie neemt het over?", vervallen="2020-05-01")
    experiment(tweede, "ARN-3", naam="Belronde", start="2020-02-01", eind="2020-03-01", afloop="voortijdig gestopt")
    experiment(tweede, "ARN-4", naam="Later", start=None)
    experiment(ontwerpvraag(arnhem, 3), "رعاية", naam="رعاية غير رسمية " + "w" * 300, start="2020-01-15")
    oud = Voortgang.objects.create(experiment=maatjes, datum=dag("2020-02-01"), verslag="Drie maatjes", door=ada)
    Voortgang.objects.create(
        experiment=maatjes, datum=dag("2020-02-01"), verslag="Vier maatjes\n" + "w" * 300, vervangt=oud, door=ada,
        ronde=1, fase="evalueren", geleerd="Bellen helpt", besluit="doorgaan", volgende_stap="Folder maken",
    )  # fmt: skip
    Onderbreking.objects.create(
        praktijk=arnhem, vanaf=dag("2020-03-15"), tot_en_met=dag("2020-04-15"), reden="Stilgelegd"
    )
    praktijkpartner(arnhem, organisatie("Zorggroep Voorbeeld"), rol="penvoerder")
    return arnhem


def adres(naam, *sleutels):
    return reverse(f"praktijken:blad-{naam}", args=sleutels)


def test_the_page_is_clean_with_everything_open(pagina_als, controleer, arnhem):
    pagina = pagina_als(Rol.ANALIST)

    with freeze_time("2020-06-30"):
        pagina.goto(reverse("praktijken:praktijk", args=[arnhem.pk]))
    for dicht in pagina.locator("main details > summary").all():
        dicht.click()

    controleer(pagina, "praktijkblad-analist")


def test_a_practice_without_anything_is_clean(pagina_als, controleer, ada):
    leeg = praktijk(programma(), "LEEG", naam="Leeg", start=None)
    adviseurschap(leeg, ada)
    pagina = pagina_als(user=ada)

    pagina.goto(reverse("praktijken:praktijk", args=[leeg.pk]))

    controleer(pagina, "praktijkblad-leeg")


def test_an_adviser_adds_a_question_with_the_keyboard_alone(pagina_als, arnhem, ada):
    pagina = pagina_als(user=ada, breedte=320)
    pagina.goto(reverse("praktijken:praktijk", args=[arnhem.pk]))

    pagina.get_by_role("link", name="Ontwerpvraag toevoegen").press("Enter")
    pagina.get_by_label("Nummer").press("Tab")
    pagina.keyboard.type("Hoe blijven wij lachen?")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Space")
    pagina.get_by_role("button", name="Bewaren").press("Enter")

    nieuw = arnhem.ontwerpvragen.get(nummer=4)
    pagina.wait_for_url(f"**/praktijken/{arnhem.pk}/#vraag-{nieuw.pk}")
    assert (nieuw.vraag, [thema.naam for thema in nieuw.themas.all()]) == ("Hoe blijven wij lachen?", ["respijtzorg"])


def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(pagina_als, controleer, arnhem, ada):
    experiment = arnhem.ontwerpvragen.get(nummer=1).experimenten.get(code="ARN-2")
    pagina = pagina_als(user=ada)
    pagina.goto(adres("experiment", arnhem.pk, experiment.pk))

    pagina.get_by_label("Einddatum").fill("2020-06-01")
    pagina.get_by_label("Opbrengst").fill("Bellen helpt")
    pagina.get_by_role("button", name="Bewaren").click()

    controleer(pagina, "praktijkblad-fout")
    assert pagina.get_by_label("Opbrengst").input_value() == "Bellen helpt"
    assert pagina.get_by_label("Afloop").get_attribute("aria-invalid") == "true"


def test_two_people_edit_one_kernthema_and_the_second_chooses(pagina_als, controleer, arnhem, ada):
    bureau, adviseur = pagina_als(Rol.MEDEWERKER), pagina_als(user=ada)
    for pagina in (bureau, adviseur):
        pagina.goto(adres("kernthema", arnhem.pk))
    bureau.get_by_label("Kernthema", exact=True).fill("Van het bureau")
    bureau.get_by_role("button", name="Bewaren").click()
    adviseur.get_by_label("Kernthema", exact=True).fill("Van Ada")
    adviseur.get_by_role("button", name="Bewaren").click()

    controleer(adviseur, "praktijkblad-beide-versies")
    assert adviseur.get_by_role("cell", name="Van het bureau").is_visible()
    adviseur.get_by_role("button", name="Mijn versie bewaren").click()

    adviseur.wait_for_url(f"**/praktijken/{arnhem.pk}/#kernthema")
    arnhem.refresh_from_db()
    assert arnhem.kernthema == "Van Ada"
