"""What the office does to a message: hold, let go, withdraw, edit, try again; and what no longer can be done."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from mantelzorg.models import Bericht, Poststand
from mantelzorg.models.post import ONZEKER
from mantelzorg.post import acties
from mantelzorg.post.acties import Inhoud, IntussenGewijzigd, KanNietMeer
from mantelzorg.post.klaarzetten import zet_klaar
from mantelzorg.post.versturen import GEEN_SERVER
from tests.mantelzorg.post.brieven import brief

pytestmark = pytest.mark.django_db
DAAD: dict[str, Callable[[int], Bericht]] = {
    "houd vast": lambda pk: acties.houd_vast(bericht=pk, reden="Eerst lezen."),
    "laat gaan": lambda pk: acties.laat_gaan(bericht=pk),
    "trek in": lambda pk: acties.trek_in(bericht=pk, reden="Niet nodig."),
    "opnieuw": lambda pk: acties.probeer_opnieuw(bericht=pk, dubbel_mag=False),
}
UITKOMST = {
    ("houd vast", "wacht"): "vastgehouden",
    ("houd vast", "vastgehouden"): "vastgehouden",
    ("laat gaan", "wacht"): "wacht",
    ("laat gaan", "vastgehouden"): "wacht",
    ("trek in", "wacht"): "ingetrokken",
    ("trek in", "vastgehouden"): "ingetrokken",
    ("trek in", "mislukt"): "ingetrokken",
    ("trek in", "ingetrokken"): "ingetrokken",
    ("opnieuw", "mislukt"): "wacht",
    ("opnieuw", "wacht"): "wacht",
}


def in_stand(stand: str, uitkomst: str = "") -> Bericht:
    bericht = zet_klaar(brief(), door=None)
    bericht.stand, bericht.uitkomst = stand, uitkomst
    bericht.save()
    return bericht


@pytest.mark.parametrize("stand", Poststand.values)
@pytest.mark.parametrize("daad", list(DAAD))
def test_every_act_in_every_state_gives_the_state_it_should_or_is_refused(daad: str, stand: str) -> None:
    bericht = in_stand(stand)

    if (daad, stand) in UITKOMST:
        DAAD[daad](bericht.pk)
    else:
        with pytest.raises(KanNietMeer):
            DAAD[daad](bericht.pk)

    bericht.refresh_from_db()
    assert bericht.stand == UITKOMST.get((daad, stand), stand)


def test_the_history_tells_what_was_done_and_the_message_why() -> None:
    bericht = in_stand("wacht")

    acties.trek_in(bericht=bericht.pk, reden="Noor doet niet meer mee.")

    bericht.refresh_from_db()
    assert bericht.uitkomst == "Noor doet niet meer mee."
    assert bericht.history.first().history_change_reason == "ingetrokken"


def test_what_may_have_arrived_is_sent_again_only_by_who_accepts_that() -> None:
    bericht = in_stand("mislukt", ONZEKER)

    with pytest.raises(KanNietMeer):
        acties.probeer_opnieuw(bericht=bericht.pk, dubbel_mag=False)
    acties.probeer_opnieuw(bericht=bericht.pk, dubbel_mag=True)

    bericht.refresh_from_db()
    assert (bericht.stand, bericht.pogingen) == (Poststand.WACHT, 0)


def test_an_edit_is_kept_once_and_a_second_from_the_same_page_sees_the_first() -> None:
    bericht = in_stand("vastgehouden", GEEN_SERVER)
    gezien = acties.afdruk(bericht)
    mijn = replace(Inhoud.van(bericht), tekst="Dag Noor,\n\nkijk eens.")

    for _ in range(2):
        acties.wijzig(bericht=bericht.pk, inhoud=mijn, gezien=gezien)
    with pytest.raises(IntussenGewijzigd):
        acties.wijzig(bericht=bericht.pk, inhoud=replace(mijn, tekst="Iets anders."), gezien=gezien)

    bericht.refresh_from_db()
    assert (bericht.tekst, bericht.stand) == ("Dag Noor,\n\nkijk eens.", Poststand.VASTGEHOUDEN)
    assert list(bericht.history.values_list("history_change_reason", flat=True)).count("bericht gewijzigd") == 1


@pytest.mark.parametrize("stand", ["onderweg", "verstuurd", "mislukt", "ingetrokken"])
def test_what_is_on_its_way_or_gone_is_not_edited(stand: str) -> None:
    bericht = in_stand(stand)
    anders = replace(Inhoud.van(bericht), tekst="Anders.")

    with pytest.raises(KanNietMeer):
        acties.wijzig(bericht=bericht.pk, inhoud=anders, gezien=acties.afdruk(bericht))


def test_an_edit_cannot_ask_for_a_link_that_this_kind_of_mail_does_not_have() -> None:
    bericht = in_stand("wacht")
    anders = replace(Inhoud.van(bericht), tekst="Klik op [persoonlijke link].")

    with pytest.raises(ValidationError):
        acties.wijzig(bericht=bericht.pk, inhoud=anders, gezien=acties.afdruk(bericht))


def test_another_moment_is_an_edit() -> None:
    bericht = in_stand("wacht")
    straks = Inhoud.van(bericht).verstuur_na + datetime.timedelta(days=1)

    acties.wijzig(
        bericht=bericht.pk, inhoud=replace(Inhoud.van(bericht), verstuur_na=straks), gezien=acties.afdruk(bericht)
    )

    bericht.refresh_from_db()
    assert bericht.verstuur_na == straks
