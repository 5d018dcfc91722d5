"""The list of practices and a practice's own page in a browser."""

import pytest
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import PrangendeVraag, Thema, Voortgang
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
    praktijkpartner,
    programma,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def arnhem(stamgegevens):  # noqa: ARG001  # asked for its effect
    """A practice with everything a page can show, long words and Arabic among it."""
    thuis = programma(naam="In voor mantelzorg-thuis")
    arnhem = praktijk(
        thuis,
        "ARN",
        naam="Arnhem",
        gemeenten=["GM0202", "GM0758"],
        werkgebied="regionaal",
        kernthema="Samen zorgen zonder om te vallen:\nwie helpt wanneer?",
        kernthema_vastgesteld_op=dag("2019-10-01"),
    )
    ada, thema = gebruiker(Rol.ADVISEUR), Thema.objects.create(naam="respijtzorg")
    adviseurschap(arnhem, ada, vanaf="2019-09-01")
    _vul_vragen(arnhem, ada, thema)
    arnhem.prangende_vragen.add(
        PrangendeVraag.objects.create(programma=thuis, nummer=1, vraag="Wie zorgt er voor mij?")
    )
    zorg = organisatietype("(Thuis)zorgorganisatie")
    huis = organisatie("Zorggroep Voorbeeld", zorg)
    praktijkpartner(arnhem, huis, rol="penvoerder")
    deelname(deelnemer(thuis, naam="رعاية غير رسمية", email="d1@voorbeeld.example"), arnhem, organisatie=huis)
    deelname(deelnemer(thuis, "D2", naam="Truus " + "w" * 200), arnhem, tot_en_met="2020-01-31")
    lang = praktijk(thuis, "LNG", naam="w" * 500, eind="2020-05-01", afloop="voortijdig gestopt", kernthema="k" * 500)
    ontwerpvraag(lang).themas.add(thema)
    praktijk(thuis, "PLN", naam="Gepland", start=None)
    praktijk(thuis, "SAM", eind="2020-01-31", afloop="samengevoegd", gaat_verder_in=arnhem)
    praktijk(thuis, "AFG", eind="2020-01-31", gemeenten=["GM0268"])
    return arnhem


def _vul_vragen(arnhem, ada, thema):
    vraag = ontwerpvraag(arnhem, 1, vraag="Hoe houden wij " + "zorg" * 60 + " vol?")
    vraag.themas.add(thema, Thema.objects.create(naam="dementie"))
    ontwerpvraag(arnhem, 2, vervallen="2020-03-01")
    proef = experiment(vraag, "ARN-1", naam="Een logeerweekend", verwachting="Minder druk", opbrengst="Het werkte")
    experiment(vraag, "ARN-2", eind="2020-04-01", afloop="voortijdig gestopt")
    for dagtekst in ("2020-02-01", "2020-03-01"):
        Voortgang.objects.create(
            experiment=proef,
            datum=dag(dagtekst),
            ronde=1,
            fase="uitvoeren",
            verslag="Goed.",
            besluit="doorgaan",
            door=ada,
        )


@pytest.mark.usefixtures("arnhem")
def test_the_list_is_clean_and_leads_to_a_practice(pagina_als, controleer):
    pagina = pagina_als(Rol.ANALIST)

    pagina.goto(reverse("praktijken:lijst"))
    pagina.get_by_text("Meer filters").click()
    controleer(pagina, "praktijken-analist")
    pagina.get_by_role("textbox", name="Zoeken").fill("zonder om te vallen")
    pagina.get_by_role("button", name="Toon praktijken").click()
    pagina.get_by_role("link", name="Arnhem").click()

    assert pagina.locator("h1").inner_text() == "Arnhem"


@pytest.mark.usefixtures("arnhem")
def test_a_wrong_filter_and_an_empty_list_are_clean(pagina_als, controleer):
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto(f"{reverse('praktijken:lijst')}?op=gisteren&thema=0")
    controleer(pagina, "praktijken-fout")
    pagina.goto(f"{reverse('praktijken:lijst')}?zoek=bestaat+niet")
    controleer(pagina, "praktijken-leeg")


def test_a_practice_is_clean_with_all_its_reports_open(pagina_als, controleer, arnhem):
    pagina = pagina_als(Rol.MEDEWERKER)

    pagina.goto(reverse("praktijken:praktijk", args=[arnhem.pk]))
    for verslagen in pagina.locator("details summary").all():
        verslagen.click()

    controleer(pagina, "praktijk-medewerker")


def test_own_adviser_goes_from_the_practice_to_changing_it(pagina_als, controleer, arnhem):
    pagina = pagina_als(user=arnhem.adviseurschappen.get().adviseur)

    pagina.goto(reverse("praktijken:lijst"))
    pagina.get_by_label("Alleen mijn praktijken").check()
    pagina.get_by_role("button", name="Toon praktijken").click()
    controleer(pagina, "praktijken-adviseur")
    pagina.get_by_role("link", name="Arnhem").click()
    pagina.get_by_role("link", name="Alles wijzigen").click()

    assert pagina.url.endswith(reverse("admin:praktijken_praktijk_change", args=[arnhem.pk]))
