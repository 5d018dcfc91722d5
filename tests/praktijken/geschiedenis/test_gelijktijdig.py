"""Two people who put back the same record at the same moment, each on a connection of their own."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group

from mantelzorg.toegang import Rol
from praktijken.models import Experiment, Praktijk
from tests.gegevens import gebruiker
from tests.praktijken.geschiedenis.daden import adres, versie
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db(transaction=True)
GEWIJZIGD = "Iemand anders heeft dit intussen gewijzigd. Er is nog niets teruggezet."
KLAAR = "doorgestuurd"


@pytest.fixture(autouse=True)
def rollen(transactional_db):  # noqa: ARG001  # asked for its effect
    """The groups, put back after the flush of an earlier test."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


@pytest.fixture
def kantoor(als, rollen):  # noqa: ARG001  # the roles first
    """Mo and Nel of the office, each with a browser."""
    return SimpleNamespace(
        mo=als(gebruiker(Rol.MEDEWERKER, "Mo Medewerker")), nel=als(gebruiker(Rol.MEDEWERKER, "Nel Naast"))
    )


def poging(client, pad, reden):
    """Sends the preview as it is now; what comes of it: KLAAR, or the message above the preview with the reason."""
    gezien = client.get(pad).context["plan"].afdruk

    def daad():
        antwoord = client.post(pad, {"gezien": gezien, "reden": reden})
        if antwoord.status_code == 302:
            return KLAAR
        tekst = gelezen(antwoord).tekst
        return f"{GEWIJZIGD in tekst} {reden in antwoord.text} {antwoord.context['plan'].afdruk != gezien}"

    return daad


def test_of_two_who_put_a_record_back_to_two_moments_one_is_told_and_nothing_is_lost(
    arnhem, kantoor, gelijktijdig  # the fixture
):  # fmt: skip
    stad = arnhem.praktijk
    eerste = versie(stad)
    stad.kernthema = "Samen sterk"
    stad.save()
    tweede = versie(stad)
    stad.kernthema = "Iets heel anders"
    stad.save()
    voor = Praktijk.history.filter(id=stad.pk).count()

    def opgeslagen():
        nu = Praktijk.objects.get(pk=stad.pk).kernthema
        laatste = Praktijk.history.filter(id=stad.pk).first()
        reden = laatste.history_change_reason.partition(": ")[2]
        return (nu, str(laatste.history_user), reden), Praktijk.history.filter(id=stad.pk).count() - voor

    uitkomsten, (nu, erbij) = gelijktijdig(
        poging(kantoor.mo, adres(stad, eerste), "Eerste was goed"),
        poging(kantoor.nel, adres(stad, tweede), "Tweede was goed"),
        daarna=opgeslagen,
    )

    assert uitkomsten == ["True True True", KLAAR]
    assert nu in [
        ("Samen", "Mo Medewerker", "Eerste was goed"),
        ("Samen sterk", "Nel Naast", "Tweede was goed"),
    ]
    assert erbij == 1


def test_two_who_put_it_back_to_the_same_moment_do_it_once(arnhem, kantoor, gelijktijdig):  # the fixture
    stad = arnhem.praktijk
    eerste = versie(stad)
    stad.kernthema = "Iets heel anders"
    stad.save()
    voor = Praktijk.history.filter(id=stad.pk).count()

    def opgeslagen():
        return Praktijk.objects.get(pk=stad.pk).kernthema, Praktijk.history.filter(id=stad.pk).count() - voor

    pogingen = [poging(wie, adres(stad, eerste), "Was goed") for wie in (kantoor.mo, kantoor.nel)]

    assert gelijktijdig(*pogingen, daarna=opgeslagen) == ([KLAAR, KLAAR], ("Samen", 1))


def test_a_removed_record_that_two_fetch_back_is_there_once(arnhem, kantoor, gelijktijdig):  # the fixture
    proef, sleutel = arnhem.experiment, arnhem.experiment.pk
    arnhem.voortgang.delete()
    laatste = versie(proef)
    pad = adres(proef, laatste, sleutel)
    proef.delete()
    voor = Experiment.history.filter(id=sleutel).count()

    def opgeslagen():
        namen = list(Experiment.objects.filter(pk=sleutel).values_list("naam", flat=True))
        return namen, Experiment.history.filter(id=sleutel).count() - voor

    pogingen = [poging(wie, pad, "Toch nodig") for wie in (kantoor.mo, kantoor.nel)]
    uitkomsten, stand = gelijktijdig(*pogingen, daarna=opgeslagen)

    assert stand == (["Maatjes"], 1)
    assert KLAAR in uitkomsten
