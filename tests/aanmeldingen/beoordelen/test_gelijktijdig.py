"""Two people of the office at the same moment, each with a connection of their own."""

from uuid import uuid4

import pytest

from aanmeldingen.beoordelen.besluiten import IntussenBesloten, Voornemen, afdruk, besluit, bevestig, neem_terug
from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.models import Besluit, Besluitsoort, Oordeel, Plaatsregel, Plaatsstand
from aanmeldingen.plaatsen.lezen import plek, stand
from mantelzorg.models import Bericht
from tests.aanmeldingen.beoordelen.gegevens import beoordeel, met_plaats
from tests.aanmeldingen.gegevens import moment

pytestmark = pytest.mark.django_db(transaction=True)
NU = moment("2014-07-10 10:00")
VOLDAAN, NIET = Oordeel.VOLDAAN, Oordeel.NIET_VOLDAAN


def beslist(een, soort, door, **velden):
    """A decision of `door` on what stands now; what came of it."""
    voornemen = Voornemen(soort=soort, **{"motivering": "Zo.", "inzending": uuid4(), "gezien": afdruk(een)} | velden)

    def doe() -> str:
        try:
            return besluit(aanmelding=een.pk, voornemen=voornemen, door=door, op=NU).soort
        except IntussenBesloten:
            return "te laat"

    return doe


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told(mensen, een, gelijktijdig):
    criteria = beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, NIET)
    grond = frozenset({criteria[2].pk})

    uitkomst = gelijktijdig(
        beslist(een, Besluitsoort.AFWIJZEN, mensen.mo, criteria=grond),
        beslist(een, Besluitsoort.AFWIJZEN, mensen.mia, criteria=grond),
        daarna=lambda: Besluit.objects.count(),
    )

    assert uitkomst == (["afwijzen", "te laat"], 1)


def test_admitted_and_double_clicked_it_is_admitted_once_with_one_mail(mensen, een, gelijktijdig):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    twee_keer = beslist(een, Besluitsoort.TOELATEN, mensen.mo)

    def daarna():
        bevestigd = Plaatsregel.objects.filter(aanmelding=een, naar=Plaatsstand.BEVESTIGD).count()
        return Besluit.objects.count(), bevestigd, Bericht.objects.filter(soort="besluit over deelname").count()

    assert gelijktijdig(twee_keer, twee_keer, daarna=daarna) == (["toelaten", "toelaten"], (1, 1, 1))


def test_confirmed_and_sent_back_at_once_one_of_the_two_holds(mensen, een, gelijktijdig):
    volgende = met_plaats(een.oproep, "De Beuk")
    criteria = beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, NIET)
    beslist(een, Besluitsoort.AFWIJZEN, mensen.mo, criteria=frozenset({criteria[2].pk}))()
    voorstel = Besluit.objects.get()

    def probeer(doe, **velden) -> str:
        try:
            doe(besluit=voorstel.pk, op=NU, **velden)
        except IntussenBesloten:
            return "te laat"
        return "gelukt"

    def daarna():
        rij, plaatsen = Besluit.objects.get(), stand(een.oproep)
        bevestigd = rij.bevestigd_op is not None
        klopt = plek(volgende).stand == (Plaatsstand.AANGEBODEN if bevestigd else Plaatsstand.WACHT)
        return bevestigd != (rij.teruggenomen_op is not None), klopt, plaatsen.vrij

    uitkomst = gelijktijdig(
        lambda: probeer(bevestig, door=mensen.mia),
        lambda: probeer(neem_terug, door=mensen.anja, reden="Nee."),
        daarna=daarna,
    )

    assert uitkomst == (["gelukt", "te laat"], (True, True, 0))


def test_two_admissions_for_the_last_place_give_it_once(mensen, een, gelijktijdig):
    criteria = beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, NIET)
    beuk, eik = met_plaats(een.oproep, "De Beuk"), met_plaats(een.oproep, "De Eik")
    for wachter in (beuk, eik):
        beoordeel(wachter, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    beslist(een, Besluitsoort.AFWIJZEN, mensen.mo, criteria=frozenset({criteria[2].pk}))()
    bevestig(besluit=Besluit.objects.get().pk, door=mensen.mia, op=NU)

    def toe(wachter, door):
        doe = beslist(wachter, Besluitsoort.TOELATEN, door)

        def probeer() -> str:
            try:
                return doe()
            except KanNiet:
                return "geen plaats"

        return probeer

    uitkomst = gelijktijdig(
        toe(beuk, mensen.mo), toe(eik, mensen.mia), daarna=lambda: (plek(beuk).stand, stand(een.oproep).vrij)
    )

    assert uitkomst == (["geen plaats", "toelaten"], (Plaatsstand.BEVESTIGD, 0))
