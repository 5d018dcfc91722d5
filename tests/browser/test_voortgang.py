"""Progress in a browser: on a phone with the keyboard, without a connection, after the session ended."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Rol
from praktijken.models import Bijlage, Reactie, Voortgang
from tests.gegevens import WACHTWOORD, adviseurschap, dag, experiment, gebruiker, ontwerpvraag, praktijk, programma

pytestmark = pytest.mark.browser
SMAL = 320
VERLOREN = "net::ERR_INTERNET_DISCONNECTED"
VAN_FORMULIER = re.compile(r"/voortgang/nieuw/")


@pytest.fixture
def ada(stamgegevens):  # noqa: ARG001  # asked for its effect
    """Adviser of Arnhem, where one experiment runs."""
    ada = gebruiker(Rol.ADVISEUR, "Ada Adviseur")
    arnhem = praktijk(programma(einddatum=None), "ARN", naam="Arnhem")
    adviseurschap(arnhem, ada)
    proef = experiment(ontwerpvraag(arnhem), "ARN-1-1", naam="Een logeerweekend dichtbij")
    Voortgang.objects.create(
        experiment=proef,
        datum=dag("2020-02-01"),
        ronde=1,
        fase="bijstellen",
        verslag="Vier gezinnen.",
        besluit="aanpassen",
        volgende_stap="Meer gezinnen vragen.",
        door=ada,
    )
    return ada


@pytest.fixture
def formulier(ada):
    """The address of the form."""
    proef = ada.adviseurschappen.get().praktijk.ontwerpvragen.get().experimenten.get()
    return f"{reverse('praktijken:voortgang-nieuw')}?experiment={proef.pk}"


def verslag(pagina):
    return pagina.get_by_role("textbox", name="Wat is er gebeurd?")


def bewaren(pagina):
    return pagina.get_by_role("button", name="Bewaren", exact=True)


def kopieen(pagina):
    """What the browser keeps of forms."""
    return pagina.evaluate("Object.keys(localStorage).filter((sleutel) => sleutel.startsWith('bewaar:')).length")


def zonder_netwerkfouten(pagina):
    """The browser says in its console that it had no connection: that is what the test was about."""
    pagina.fouten[:] = [fout for fout in pagina.fouten if VERLOREN not in fout]


def nieuwe():
    return list(
        Voortgang.objects.order_by("pk").values_list(
            "datum", "ronde", "fase", "verslag", "geleerd", "besluit", "volgende_stap"
        )
    )[1:]


def test_an_adviser_enters_progress_on_a_phone_with_the_keyboard_alone(pagina_als, controleer, ada, formulier):
    pagina = pagina_als(user=ada, breedte=SMAL)
    pagina.goto(formulier)
    toets = pagina.keyboard

    pagina.get_by_label("Ronde").focus()
    toets.press("Tab")  # fase
    toets.press("Tab")  # datum, folded
    toets.press("Tab")
    toets.type("Zes gezinnen deden mee.")
    toets.press("Tab")
    toets.type("Bellen werkt.")
    toets.press("Tab")
    toets.type("door")
    toets.press("Tab")
    toets.type("Nog zes vragen.")
    controleer(pagina, "voortgang-formulier")
    pagina.set_viewport_size({"width": SMAL, "height": 900})
    toets.press("Tab")  # bijlage
    toets.press("Tab")
    toets.press("Enter")
    expect(pagina.get_by_text("Bewaard.", exact=True)).to_be_visible()

    assert nieuwe() == [
        (vandaag(), 2, "uitvoeren", "Zes gezinnen deden mee.", "Bellen werkt.", "doorgaan", "Nog zes vragen.")
    ]
    assert kopieen(pagina) == 0
    controleer(pagina, "voortgang-bewaard")


def test_text_survives_a_lost_connection_and_a_reload_and_is_sent_once(pagina_als, ada, formulier):
    pagina = pagina_als(user=ada, breedte=SMAL)
    pagina.goto(formulier)

    verslag(pagina).fill("Geschreven in de trein")
    pagina.context.set_offline(True)
    verslag(pagina).press_sequentially(", in een tunnel.")
    bewaren(pagina).click()
    melding = pagina.get_by_role("alert")
    expect(melding).to_contain_text("Geen verbinding. Er is niets verstuurd.")
    assert verslag(pagina).input_value() == "Geschreven in de trein, in een tunnel."
    pagina.context.set_offline(False)
    pagina.reload()
    expect(pagina.get_by_role("status").filter(has_text="staat er weer")).to_be_visible()
    assert verslag(pagina).input_value() == "Geschreven in de trein, in een tunnel."
    bewaren(pagina).dblclick()
    expect(pagina.get_by_text("Bewaard.", exact=True)).to_be_visible()

    assert [rij[3] for rij in nieuwe()] == ["Geschreven in de trein, in een tunnel."]
    assert kopieen(pagina) == 0
    pagina.goto(formulier)
    assert verslag(pagina).input_value() == ""
    zonder_netwerkfouten(pagina)
    assert pagina.fouten == []


def test_an_answer_lost_on_its_way_back_stores_once(pagina_als, ada, formulier):
    pagina = pagina_als(user=ada)
    pagina.goto(formulier)
    verslag(pagina).fill("Een keer.")

    def verlies_antwoord(route):
        if route.request.method == "POST":
            route.fetch(max_redirects=0)  # the server stores it; the browser never hears
            route.abort("internetdisconnected")
        else:
            route.continue_()

    pagina.route(VAN_FORMULIER, verlies_antwoord)
    with pagina.expect_event("requestfailed", lambda vraag: VAN_FORMULIER.search(vraag.url)):
        bewaren(pagina).click()
    pagina.unroute(VAN_FORMULIER)
    pagina.goto(formulier)
    assert verslag(pagina).input_value() == "Een keer."
    bewaren(pagina).click()
    expect(pagina.get_by_text("Dit was al bewaard.")).to_be_visible()

    assert ([rij[3] for rij in nieuwe()], kopieen(pagina)) == (["Een keer."], 0)


def test_after_the_session_ended_the_text_is_still_there_once_logged_in(pagina_als, ada, formulier):
    pagina = pagina_als(user=ada)
    pagina.goto(formulier)
    verslag(pagina).fill("Lang nagedacht.")
    Session.objects.all().delete()

    bewaren(pagina).click()
    pagina.get_by_role("link", name="Log opnieuw in").click()
    pagina.get_by_label("E-mailadres").fill(ada.email)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(f"**{formulier}")
    assert verslag(pagina).input_value() == "Lang nagedacht."
    bewaren(pagina).click()
    expect(pagina.get_by_text("Bewaard.", exact=True)).to_be_visible()

    assert [rij[3] for rij in nieuwe()] == ["Lang nagedacht."]


def test_without_the_script_a_session_that_ended_gives_the_text_back(pagina_als, ada, formulier):
    pagina = pagina_als(user=ada)
    pagina.route("**/bewaar.js", lambda route: route.abort())
    pagina.goto(formulier)
    verslag(pagina).fill("Zonder script.")
    Session.objects.all().delete()
    bewaren(pagina).click()

    expect(pagina.get_by_role("heading", name="U bent niet meer ingelogd")).to_be_visible()
    assert pagina.get_by_label("verslag").input_value() == "Zonder script."


def test_on_a_shared_computer_nobody_sees_or_sends_anothers_text(pagina_als, ada, formulier):
    mo = gebruiker(Rol.MEDEWERKER, "Mo Medewerker")
    pagina = pagina_als(user=ada)
    pagina.goto(formulier)
    verslag(pagina).fill("Van Ada.")
    ander = pagina.context.new_page()
    Session.objects.all().delete()
    ander.goto(formulier)
    ander.get_by_label("E-mailadres").fill(mo.email)
    ander.get_by_label("Wachtwoord").fill(WACHTWOORD)
    ander.get_by_role("button", name="Inloggen").click()
    ander.wait_for_url(f"**{formulier}")

    assert verslag(ander).input_value() == ""
    bewaren(pagina).click()
    expect(pagina.get_by_role("alert")).to_contain_text("Iemand anders is intussen ingelogd")
    assert (nieuwe(), kopieen(ander)) == ([], 1)
    ander.goto(reverse("praktijken:lijst"))
    ander.get_by_role("button", name="Uitloggen").click()
    expect(ander.get_by_role("banner").get_by_role("link", name="Inloggen")).to_be_visible()
    assert kopieen(ander) == 0


def test_a_wrong_file_and_a_correction_by_somebody_else_lose_nothing(pagina_als, controleer, ada, formulier, tmp_path):
    exe = tmp_path / "verslag.pdf"
    exe.write_bytes(b"MZ\x90\x00" + bytes(100))
    pagina = pagina_als(user=ada)
    pagina.goto(formulier)
    verslag(pagina).fill("Met een bijlage.")
    pagina.get_by_label("Bijlage").set_input_files(exe)
    bewaren(pagina).click()
    expect(pagina.get_by_text("Dit bestand kan niet als bijlage")).to_be_visible()
    controleer(pagina, "voortgang-fout")
    assert verslag(pagina).input_value() == "Met een bijlage."
    exe.write_bytes(b"%PDF-1.7\n%%EOF\n")
    pagina.get_by_label("Bijlage").set_input_files(exe)
    bewaren(pagina).click()
    pagina.get_by_role("link", name="Verbeteren").click()
    expect(verslag(pagina)).to_have_value("Met een bijlage.")
    pagina.wait_for_load_state()  # the script that keeps what is typed is there
    verslag(pagina).fill("Verbeterd door Ada.")
    eerste = Voortgang.objects.last()
    Voortgang.objects.create(
        experiment=eerste.experiment, datum=eerste.datum, verslag="Verbeterd door Mo.", vervangt=eerste
    )
    pagina.reload()
    pagina.get_by_role("button", name="Verbetering bewaren").click()
    expect(pagina.get_by_text("Er staat intussen een andere versie")).to_be_visible()
    controleer(pagina, "voortgang-botsing")
    pagina.get_by_role("button", name="Mijn versie bewaren").click()
    expect(pagina.get_by_text("Bewaard.", exact=True)).to_be_visible()

    assert [rij[3] for rij in nieuwe()] == ["Met een bijlage.", "Verbeterd door Mo.", "Verbeterd door Ada."]
    assert [een.naam for een in Bijlage.objects.all()] == ["verslag.pdf"]


def test_a_colleague_reads_all_versions_downloads_and_comments(pagina_als, controleer, ada):
    bo = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(praktijk(programma_van(ada), "BRE", naam="Breda"), bo)
    eerste = Voortgang.objects.get()
    tweede = Voortgang.objects.create(
        experiment=eerste.experiment, datum=eerste.datum, verslag="w" * 400, vervangt=eerste, door=ada
    )
    tweede.bijlagen.create(naam="n" * 140 + ".txt", soort="text/plain", inhoud=b"hallo")
    pagina = pagina_als(user=bo)
    pagina.goto(reverse("praktijken:voortgang", args=[tweede.pk]))
    pagina.get_by_label("Uw reactie").fill("Mooi verhaal!")
    with pagina.expect_download() as bezig:
        pagina.get_by_role("link", name=re.compile("nnn")).click()
    pagina.get_by_role("button", name="Reactie plaatsen").click()
    expect(pagina.get_by_role("region", name="Reactie van Bo Buur")).to_contain_text("Mooi verhaal!")

    assert bezig.value.path().read_bytes() == b"hallo"
    assert [(een.door, een.tekst) for een in Reactie.objects.all()] == [(bo, "Mooi verhaal!")]
    assert kopieen(pagina) == 0
    controleer(pagina, "voortgang-versies")


def programma_van(ada):
    return ada.adviseurschappen.get().praktijk.programma
