"""The pages about personal data: who gets there, what they show, and that confirming does what was shown."""

import io
import json
import unicodedata
import zipfile
from uuid import uuid4

import pytest
from django.urls import reverse

from deelnemers.models import Deelnemer, NamenUitvoer
from mantelzorg.toegang import Rol
from praktijken.models import Bijlage, Importbatch, Onderbreking, Reactie, Verwijdering, Voortgang
from tests.gegevens import dag, deelname, deelnemer, experiment, gebruiker, ontwerpvraag, praktijk
from tests.praktijken.avg.conftest import EMAIL, NAAM, Wereld
from tests.praktijken.avg.gewist import alles_wat_er_staat

STAF = (Rol.BEHEERDER, Rol.MEDEWERKER)
PAGINAS = ["persoonsgegevens", "tekst-verwijderen", "deelnemer-wissen", "verzoeken", "verzoek-nieuw"]


def adres(naam: str, wereld: Wereld) -> str:
    return reverse(f"praktijken:{naam}", args=[wereld.gerda.pk] if naam == "deelnemer-wissen" else [])


def als(client, user):
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


@pytest.mark.parametrize("pagina", PAGINAS)
@pytest.mark.parametrize("rol", list(Rol), ids=lambda rol: rol.name)
def test_staff_alone_get_there_and_for_others_the_page_is_not(client, wereld: Wereld, rol: Rol, pagina: str) -> None:
    antwoord = als(client, gebruiker(rol, naam="Wie Dan Ook")).get(adres(pagina, wereld))

    assert antwoord.status_code == (200 if rol in STAF else 404)
    assert (NAAM in antwoord.text) == (rol in STAF and pagina == "deelnemer-wissen")


@pytest.mark.parametrize("naam", ["inzage", "deelnemer-beperken"])
@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST], ids=lambda rol: rol.name)
def test_others_neither_download_nor_restrict(client, wereld: Wereld, rol: Rol, naam: str) -> None:
    user = wereld.ada if rol is Rol.ADVISEUR else gebruiker(rol)
    antwoord = als(client, user).post(reverse(f"praktijken:{naam}", args=[wereld.gerda.pk]), {"aan": "1"})

    assert antwoord.status_code == 404
    assert not NamenUitvoer.objects.exists()
    assert not Deelnemer.objects.exclude(beperkt_op=None).exists()


def test_who_is_not_logged_in_is_asked_to(client, wereld: Wereld) -> None:
    antwoord = client.get(adres("deelnemer-wissen", wereld))

    assert antwoord.status_code == 302
    assert antwoord.headers["Location"].startswith(reverse("inloggen"))


def test_the_preview_shows_what_goes_and_confirming_erases(client, wereld: Wereld) -> None:
    als(client, wereld.mo)
    velden = {"inzending": str(uuid4()), "teksten": "", "aanleiding": "zaak 7", "verzoek": ""}
    antwoord = client.post(adres("deelnemer-wissen", wereld), velden | {"stap": "voorbeeld"})

    sleutel = f"praktijken.voortgang:{wereld.verslag.pk}"
    assert f'value="{sleutel}" checked' in antwoord.text
    assert "Definitief wissen" in antwoord.text
    assert Deelnemer.objects.get(pk=wereld.gerda.pk).naam == NAAM

    bevestigd = velden | {"stap": "wissen", "plek": sleutel}
    for _ in range(2):
        client.post(adres("deelnemer-wissen", wereld), bevestigd)

    assert "geheim" not in alles_wat_er_staat().lower()
    assert Verwijdering.objects.get().aanleiding == "zaak 7"
    assert "Deze persoon is gewist" in client.get(reverse("praktijken:deelnemer", args=[wereld.gerda.pk])).text


def test_a_note_of_a_practice_elsewhere_is_shown_without_a_tick(client, wereld: Wereld) -> None:
    elders = experiment(ontwerpvraag(praktijk(wereld.gerda.programma, "EDE")), "E9")
    ander = Voortgang.objects.create(experiment=elders, datum=dag("2020-02-03"), verslag=f"Met {NAAM} uit Ede.")
    velden = {"inzending": str(uuid4()), "teksten": "", "stap": "voorbeeld"}

    tekst = als(client, wereld.mo).post(adres("deelnemer-wissen", wereld), velden).text

    assert f'value="praktijken.voortgang:{ander.pk}">' in tekst


def test_other_ways_to_name_the_person_are_looked_for_too(client, wereld: Wereld) -> None:
    Reactie.objects.create(voortgang=wereld.verslag, door=wereld.mo, tekst="Mw. G. belt nog.", inzending=uuid4())
    velden = {"inzending": str(uuid4()), "teksten": "Mw. G.", "stap": "voorbeeld"}

    assert "praktijken.reactie:" in als(client, wereld.mo).post(adres("deelnemer-wissen", wereld), velden).text


def _verwijder(client, wereld: Wereld, tekst: str, plekken: list[str], **rest: object):
    velden = {"tekst": tekst, "inzending": str(uuid4()), "stap": "verwijderen", "plek": plekken, "aanleiding": ""}
    return als(client, wereld.mo).post(reverse("praktijken:tekst-verwijderen"), velden | rest)


def test_marked_text_goes_from_every_version_and_nothing_else_does(client, wereld: Wereld) -> None:
    nieuwer = Voortgang.objects.create(
        experiment=wereld.verslag.experiment,
        datum=dag("2020-02-03"),
        verslag="Gerda  Geheim is ziek geweest. Geheimhouding afgesproken.",
        vervangt=wereld.verslag,
    )
    plekken = [f"praktijken.voortgang:{een.pk}" for een in (wereld.verslag, nieuwer)]
    gezocht = als(client, wereld.mo).post(
        reverse("praktijken:tekst-verwijderen"), {"tekst": NAAM, "inzending": str(uuid4()), "stap": "zoeken"}
    )
    assert all(plek in gezocht.text for plek in plekken)

    _verwijder(client, wereld, NAAM, plekken)

    assert list(Voortgang.objects.order_by("pk").values_list("verslag", flat=True)) == [
        "Met [verwijderd] gebeld. Zij is ziek.",
        "[verwijderd] is ziek geweest. Geheimhouding afgesproken.",
    ]
    teksten = "".join(Voortgang.history.values_list("verslag", flat=True))
    assert "gerda" not in teksten.lower()
    assert Voortgang.history.filter(history_change_reason="persoonsgegevens verwijderd").count() == 2
    assert NAAM not in json.dumps(list(Verwijdering.objects.values_list("telling", "aanleiding")))


def test_restoring_the_first_version_from_history_brings_nothing_back(client, wereld: Wereld) -> None:
    rust = Onderbreking.objects.create(praktijk=wereld.arnhem, vanaf=dag("2020-01-01"), reden=f"{NAAM} is overleden")
    rust.reden = "rust"
    rust.save()
    _verwijder(client, wereld, NAAM, [f"praktijken.onderbreking:{rust.pk}"])

    Onderbreking.history.filter(id=rust.pk).earliest().instance.save()

    rust.refresh_from_db()
    assert rust.reden == "[verwijderd] is overleden"


def test_a_text_file_is_rewritten_an_office_file_and_an_upload_go_and_a_pdf_goes_when_chosen(
    client, wereld: Wereld
) -> None:
    pakket = io.BytesIO()
    with zipfile.ZipFile(pakket, "w") as docx:
        docx.writestr("word/document.xml", f"<w:p><w:t>{NAAM[:3]}</w:t><w:t>{NAAM[3:]}</w:t></w:p>")
    maak = Bijlage.objects.create
    platte = maak(voortgang=wereld.verslag, naam="a.txt", soort="text/plain", inhoud=f"Dag {NAAM}!".encode())
    word = maak(voortgang=wereld.verslag, naam="b.docx", soort="x", inhoud=pakket.getvalue())
    pdf = maak(voortgang=wereld.verslag, naam="c.pdf", soort="application/pdf", inhoud=b"%PDF-1.4 \xff")
    upload = Importbatch.objects.create(bestandsnaam="x.xlsx", inhoud=pakket.getvalue(), door=wereld.mo)

    plekken = [f"praktijken.bijlage:{een.pk}" for een in (platte, word)] + [f"praktijken.importbatch:{upload.pk}"]
    _verwijder(client, wereld, NAAM, plekken, bijlage=[str(pdf.pk)])

    platte.refresh_from_db()
    upload.refresh_from_db()
    assert (bytes(platte.inhoud), bytes(upload.inhoud)) == (b"Dag [verwijderd]!", b"")
    assert list(Bijlage.objects.all()) == [platte]


@pytest.mark.parametrize(("tekst", "gevonden"), [(NAAM, True), ("", False)], ids=["gemarkeerd", "niets"])
def test_what_was_marked_in_a_note_is_looked_for_at_once(client, wereld: Wereld, tekst: str, gevonden: bool) -> None:
    antwoord = als(client, wereld.mo).post(reverse("praktijken:tekst-verwijderen"), {"tekst": tekst})

    assert (f'value="praktijken.voortgang:{wereld.verslag.pk}" checked' in antwoord.text) == gevonden
    assert 'aria-invalid="true"' not in antwoord.text


@pytest.mark.parametrize("tekst", ["", " ", "a", "[verwijderd]"])
def test_too_little_to_look_for_is_refused(client, wereld: Wereld, tekst: str) -> None:
    antwoord = _verwijder(client, wereld, tekst, [])

    assert antwoord.status_code == 200
    assert not Verwijdering.objects.exists()


@pytest.mark.parametrize(
    "tekst", ["رعاية غير", "O'Brien \"<b>", "José", "x" * 1500], ids=["arab", "tekens", "nfd", "lang"]
)
def test_odd_text_is_found_and_replaced(client, wereld: Wereld, tekst: str) -> None:
    wereld.verslag.verslag = f"Met {unicodedata.normalize('NFD', tekst)} gesproken."
    wereld.verslag.save()

    _verwijder(client, wereld, tekst, [f"praktijken.voortgang:{wereld.verslag.pk}"])

    wereld.verslag.refresh_from_db()
    assert wereld.verslag.verslag == "Met [verwijderd] gesproken."


def test_inzage_holds_all_that_is_known_and_nothing_of_others(client, wereld: Wereld) -> None:
    antwoord = als(client, wereld.mo).post(reverse("praktijken:inzage", args=[wereld.gerda.pk]))

    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as pakket:
        delen = json.loads(pakket.read("gegevens.json"))["delen"]
        leesbaar = pakket.read("leesbaar.html").decode()
    assert delen["Deelnemers"][0]["naam"] == NAAM
    assert delen["Deelnames"][0]["organisatie"] == "Huis"
    assert delen["Deelnemers: geschiedenis"][0]["wat"] == "toegevoegd"
    assert delen["Teksten waarin uw naam staat"][0]["soort"] == "voortgang"
    assert EMAIL in leesbaar
    for tekst in (leesbaar, json.dumps(delen)):
        assert "Truus" not in tekst
        assert "Mo de Medewerker" not in tekst
    assert [(een.wat, een.aantal_personen) for een in NamenUitvoer.objects.all()] == [("inzage van één persoon", 1)]


def test_who_is_restricted_is_changed_by_nobody_until_it_is_lifted(client, wereld: Wereld) -> None:
    als(client, wereld.mo)
    bladzijde, knop = (
        reverse(f"praktijken:{een}", args=[wereld.gerda.pk]) for een in ("deelnemer", "deelnemer-beperken")
    )
    client.post(knop, {"aan": "1"})
    assert client.post(bladzijde, {"persoon-nummer": "D1", "persoon-naam": "Anders"}).status_code == 404
    assert "niemand kan de gegevens wijzigen" in client.get(bladzijde).text

    client.post(knop, {})

    assert Deelnemer.objects.wijzigbaar_door(wereld.ada).filter(pk=wereld.gerda.pk).exists()


def test_names_of_participants_are_pointed_out_to_who_may_see_them(client, wereld: Wereld) -> None:
    deelname(deelnemer(wereld.gerda.programma, "D8", naam="Bo Elders"), praktijk(wereld.gerda.programma, "EDE"))
    vraag = {"tekst": "Gerda belde 06-12345678, Bo niet.", "praktijk": str(wereld.arnhem.pk)}
    gezien = {}
    for user in (wereld.ada, gebruiker(Rol.ADVISEUR, naam="Bob"), gebruiker(Rol.ANALIST)):
        antwoord = als(client, user).post(reverse("praktijken:tekstcontrole"), vraag)
        gezien[user.naam] = [(een["soort"], een["tekst"]) for een in antwoord.json()["aanwijzingen"]]

    telefoon = ("telefoonnummer", "06-12345678")
    assert gezien == {
        "Ada de Adviseur": [("naam van een deelnemer", "Gerda"), telefoon],
        "Bob": [telefoon],
        "Ben de Analist": [telefoon],
    }


def test_the_number_of_queries_does_not_grow_with_what_is_found(client, wereld: Wereld, django_assert_max_num_queries):
    aantallen = []
    als(client, wereld.mo)
    for _ in range(2):
        with django_assert_max_num_queries(1_000) as gevraagd:
            client.post(
                reverse("praktijken:tekst-verwijderen"), {"tekst": NAAM, "inzending": str(uuid4()), "stap": "zoeken"}
            )
        aantallen.append(len(gevraagd))
        for _ in range(2):
            Reactie.objects.create(voortgang=wereld.verslag, door=wereld.mo, tekst=NAAM, inzending=uuid4())

    assert aantallen[0] == aantallen[1]
