"""Two at the same moment, each with a connection of their own: everything happens once."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from praktijken.kloptdit.antwoorden import Gegeven, geef, trek_terug
from praktijken.kloptdit.beslissen import AlBesloten, Besluit, Overname, neem_over
from praktijken.kloptdit.plan import Doel
from praktijken.kloptdit.uitvragen import verstuur
from praktijken.kloptdit.voorstel import voorstellen
from praktijken.models import Antwoord, Antwoordsoort, Deelname, Uitvraag
from tests.gegevens import gebruiker
from tests.praktijken.kloptdit.vragen import link_van, opdracht, verbeter
from tests.praktijken.register.conftest import register

__all__ = ["register"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def rollen():
    """The groups, put back after the flush of an earlier test."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


@pytest.fixture
def correctie(rollen, register):  # noqa: ARG001  # asked for its effect
    verbeter(link_van(register.truus), register.truus_in_breda.pk, hoedanigheid="vrijwilliger")
    return Antwoord.objects.get()


def overname(antwoord):
    """What one click takes over, by an office worker."""
    voorstel = voorstellen(Antwoord.objects.filter(pk=antwoord.pk))[0]
    keuze = Overname(
        velden=frozenset({"hoedanigheid"}), organisatie=None, nieuwe_organisatie=False, gezien=voorstel.gezien, reden=""
    )
    besluit = Besluit(door=gebruiker(Rol.MEDEWERKER), op=timezone.now())

    def klik():
        try:
            return str(neem_over(antwoord.pk, keuze, besluit).besluit)
        except AlBesloten as fout:
            return f"al {fout.antwoord.besluit}"

    return klik


def hoedanigheid():
    rij = Deelname.objects.get(deelnemer__nummer="D2")
    return rij.hoedanigheid, rij.history.count()


def test_of_two_clicks_one_writes_and_the_other_sees_it(gelijktijdig, correctie):
    uitkomsten, na = gelijktijdig(overname(correctie), overname(correctie), daarna=hoedanigheid)

    assert (uitkomsten, na) == (["al overgenomen", "overgenomen"], ("vrijwilliger", 1 + 1))


def test_taking_back_and_taking_over_do_not_both_happen(gelijktijdig, correctie):
    uitvraag = correctie.uitvraag

    def terug():
        trek_terug(uitvraag, correctie.pk, nu=timezone.now())
        return Antwoord.objects.get().besluit

    uitkomsten, na = gelijktijdig(overname(correctie), terug, daarna=hoedanigheid)

    assert (uitkomsten, na) in [
        (["overgenomen", "overgenomen"], ("vrijwilliger", 2)),
        (["al vervangen", "vervangen"], ("", 1)),
    ]


def test_one_form_sent_twice_at_once_is_one_answer(gelijktijdig, register):
    link_van(register.gerda)
    uitvraag, sleutel = Uitvraag.objects.get(), uuid4()

    def zeg():
        geef(uitvraag, [Gegeven(soort=Antwoordsoort.KLOPT)], inzending=sleutel, nu=timezone.now())
        return "gezegd"

    assert gelijktijdig(zeg, zeg, daarna=Antwoord.objects.count) == (["gezegd", "gezegd"], 1)


def test_one_confirmation_sent_twice_at_once_is_one_mail_each(gelijktijdig, register):
    mo = gebruiker(Rol.MEDEWERKER)
    klik = opdracht(Doel(programma=register.arnhem.programma, praktijk=register.arnhem), mo)

    def bevestig():
        return str(verstuur(klik, user=mo, nu=timezone.now()))

    assert gelijktijdig(bevestig, bevestig, daarna=Bericht.objects.count) == (["1", "1"], 1)
