"""What is worded together: kernthema, design questions and agreements, each saved on its own."""

from html.parser import HTMLParser
from uuid import uuid4

import pytest
from django.urls import reverse

from praktijken.models import Afspraak, Ontwerpvraag, Thema
from tests.gegevens import ontwerpvraag
from tests.praktijken.blad.formulieren import ingelezen
from tests.praktijken.leeshtml import gelezen


class _Formulieren(HTMLParser):
    """The pieces of a page that are forms, by where they are sent."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stukken: dict[str, str] = {}
        self._adres = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "form":
            self._adres = dict(attrs).get("action") or ""
            self.stukken[self._adres] = "<main>"
        if self._adres:
            self.stukken[self._adres] += self.get_starttag_text()

    def handle_endtag(self, tag):
        if self._adres:
            self.stukken[self._adres] += f"</{tag}>"
        if tag == "form":
            self._adres = ""

    def handle_data(self, data):
        if self._adres:
            self.stukken[self._adres] += data


def van(client, sessie, naam, *sleutels):
    """The address of a part, and its form as it stands on the screen of the session."""
    adres = reverse(f"praktijken:sessie-{naam}", args=[sessie.pk, *sleutels])
    html = client.get(reverse("praktijken:sessie", args=[sessie.pk])).content.decode()
    return adres, ingelezen(_Formulieren(html).stukken[adres])


def test_the_kernthema_is_worded_in_the_session_with_its_day_and_where_it_was(als, tafel):
    ada = als(tafel.ada)
    adres, velden = van(ada, tafel.sessie, "kernthema", tafel.arnhem.pk)

    antwoord = ada.post(adres, velden | {"kernthema": "Samen zorgen\r\nvoor elkaar"})

    tafel.arnhem.refresh_from_db()
    assert antwoord.url == (f"/sessies/{tafel.sessie.pk}/?bewaard={velden['inzending'][0]}#kernthema-{tafel.arnhem.pk}")
    assert (tafel.arnhem.kernthema, str(tafel.arnhem.kernthema_vastgesteld_op)) == (
        "Samen zorgen\nvoor elkaar",
        "2020-06-01",
    )
    assert tafel.arnhem.history.first().history_change_reason == "de ontwerpsessie op 01-06-2020"
    assert f'data-inzending="{velden["inzending"][0]}"' in ada.get(antwoord.url).content.decode()


def test_two_who_word_the_kernthema_at_once_see_both_versions_and_other_parts_are_free(als, tafel):
    ada, mo = als(tafel.ada), als(tafel.mo)
    adres, velden = van(ada, tafel.sessie, "kernthema", tafel.arnhem.pk)
    vraagadres, vraagvelden = van(ada, tafel.sessie, "vraag-nieuw", tafel.arnhem.pk)
    mo.post(adres, van(mo, tafel.sessie, "kernthema", tafel.arnhem.pk)[1] | {"kernthema": "Van Mo"})

    botsing = ada.post(adres, velden | {"kernthema": "Van Ada"})
    vraag = ada.post(vraagadres, vraagvelden | {"vraag": "Hoe dan?"})
    tafel.arnhem.refresh_from_db()
    tussen = tafel.arnhem.kernthema
    tweede = ada.post(adres, ingelezen(botsing.content.decode()))

    assert ["Van Mo", "Van Ada"] in gelezen(botsing).tabellen["Beide versies"]
    assert (tussen, vraag.status_code, tweede.status_code) == ("Van Mo", 302, 302)
    tafel.arnhem.refresh_from_db()
    assert tafel.arnhem.kernthema == "Van Ada"


def test_a_question_gets_the_next_number_once_however_often_it_is_sent(als, tafel):
    thema = Thema.objects.create(naam="respijtzorg")
    ontwerpvraag(tafel.arnhem, 4)
    ada = als(tafel.ada)
    adres, velden = van(ada, tafel.sessie, "vraag-nieuw", tafel.arnhem.pk)
    ingevuld = velden | {"vraag": "Wie neemt het over?", "themas": [thema.pk]}

    antwoorden = {ada.post(adres, ingevuld).url for _ in range(2)}

    nieuw = Ontwerpvraag.objects.get(nummer=5)
    assert len(antwoorden) == 1
    assert (nieuw.praktijk, nieuw.vraag, str(nieuw.geformuleerd_op), list(nieuw.themas.all())) == (
        tafel.arnhem,
        "Wie neemt het over?",
        "2020-06-01",
        [thema],
    )


def test_a_question_is_reworded_and_lapses_but_not_before_it_was_there(als, tafel):
    vraag = ontwerpvraag(tafel.arnhem, 1, geformuleerd="2019-10-01")
    ada = als(tafel.ada)
    adres, velden = van(ada, tafel.sessie, "vraag", vraag.pk)

    te_vroeg = ada.post(adres, velden | {"vraag": "Anders?", "vervallen_op": "2019-09-30"})
    goed = ada.post(adres, ingelezen(te_vroeg.content.decode()) | {"vervallen_op": "2020-06-01"})

    assert "De vraag is vervallen voordat zij is geformuleerd. Verbeter een van beide dagen." in gelezen(te_vroeg).tekst
    vraag.refresh_from_db()
    assert (goed.status_code, vraag.vraag, str(vraag.vervallen_op)) == (302, "Anders?", "2020-06-01")


def test_an_agreement_says_what_who_and_when_and_is_done_with_one_tap(als, tafel):
    ada = als(tafel.ada)
    adres, velden = van(ada, tafel.sessie, "afspraak-nieuw")
    ingevuld = velden | {"wat": "Huisarts uitnodigen", "wie": "de penvoerder", "voor": "2020-07-01"}
    for _ in range(2):
        ada.post(adres, ingevuld)
    afspraak = Afspraak.objects.get()
    gedaan = reverse("praktijken:sessie-afspraak-gedaan", args=[tafel.sessie.pk, afspraak.pk])

    ada.post(gedaan, {"gedaan": "1", "terug": tafel.sessie.pk})

    afspraak.refresh_from_db()
    assert (afspraak.sessie, afspraak.praktijk, afspraak.wat, afspraak.wie, str(afspraak.voor)) == (
        tafel.sessie,
        tafel.arnhem,
        "Huisarts uitnodigen",
        "de penvoerder",
        "2020-07-01",
    )
    assert str(afspraak.gedaan_op) == "2020-06-30"
    assert afspraak.history.count() == 2


def test_in_a_joint_session_an_adviser_agrees_for_the_own_practice_alone(als, tafel):
    ada = als(tafel.ada)
    adres, velden = van(ada, tafel.samen, "afspraak-nieuw")

    ada.post(adres, velden | {"wat": "Van Arnhem"})
    vreemd = ada.post(adres, velden | {"wat": "Van Breda", "praktijk": tafel.breda.pk, "inzending": str(uuid4())})
    allen = ada.post(adres, velden | {"wat": "Van allen", "praktijk": "", "inzending": str(uuid4())})
    als(tafel.mo).post(adres, velden | {"wat": "Samen", "praktijk": "", "inzending": str(uuid4())})

    assert [vreemd.status_code, allen.status_code] == [200, 200]
    assert list(Afspraak.objects.order_by("pk").values_list("wat", "praktijk__code")) == [
        ("Van Arnhem", "ARN"),
        ("Samen", None),
    ]


def test_open_agreements_of_earlier_sessions_stand_on_the_screen_of_the_next(als, tafel):
    for wat, gedaan in (("Nog bellen", None), ("Al gebeld", "2020-06-10")):
        tafel.sessie.afspraken.create(wat=wat, praktijk=tafel.arnhem, gedaan_op=gedaan, inzending=uuid4())

    tekst = gelezen(als(tafel.ada).get(f"/sessies/{tafel.samen.pk}/")).tekst

    assert ("Nog bellen" in tekst, "Al gebeld" in tekst) == (True, False)


@pytest.mark.parametrize("wat", ['‘aanhaling’ "quote"', "رعاية", "w" * 32_767])
def test_odd_text_comes_back_as_it_was_typed(als, tafel, wat):
    ada = als(tafel.ada)
    adres, velden = van(ada, tafel.sessie, "afspraak-nieuw")

    ada.post(adres, velden | {"wat": wat})

    assert Afspraak.objects.get().wat == wat


def test_text_that_is_too_long_is_said_and_given_back(als, tafel):
    ada, lang = als(tafel.ada), "w" * 32_768
    adres, velden = van(ada, tafel.sessie, "afspraak-nieuw")

    antwoord = ada.post(adres, velden | {"wat": lang})

    assert (antwoord.status_code, ingelezen(antwoord.content.decode())["wat"]) == (200, [lang])
    assert not Afspraak.objects.exists()
