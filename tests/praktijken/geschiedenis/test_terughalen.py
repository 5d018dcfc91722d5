"""Bringing back what was removed, and what never comes back."""

import pytest

from deelnemers.models import Samenvoeging
from mantelzorg.toegang import Rol
from praktijken.models import Ontwerpvraag, Praktijkpartner, Thema
from tests.gegevens import dag, gebruiker
from tests.praktijken.geschiedenis.daden import adres, laatste, versie, verstuur
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


def test_the_office_brings_back_what_was_removed_with_its_own_key(als, arnhem, ada):
    pk, oud = arnhem.partner.pk, versie(arnhem.partner)
    arnhem.partner.delete()
    pad = adres(arnhem.partner, oud, pk)
    bureau = als(gebruiker(Rol.MEDEWERKER))

    codes = [als(ada).get(pad).status_code, verstuur(bureau, pad).status_code]
    nogmaals = bureau.post(pad, {"gezien": "", "reden": "Vergissing"}).status_code

    terug = Praktijkpartner.objects.get(pk=pk)
    assert (codes, nogmaals) == ([404, 302], 302)
    assert (terug.organisatie.naam, terug.rol, laatste(terug)[0]) == ("Zorggroep", "partner", "+")
    assert Praktijkpartner.history.filter(id=pk).count() == 3


def test_lists_of_a_removed_record_come_back_along(als, arnhem):
    vraag = Ontwerpvraag.objects.create(
        praktijk=arnhem.praktijk, nummer=9, vraag="Nog een?", geformuleerd_op=dag("2019-10-01")
    )
    vraag.themas.set([Thema.objects.create(naam="respijtzorg")])
    oud, pk = versie(vraag), vraag.pk
    vraag.delete()

    verstuur(als(gebruiker(Rol.MEDEWERKER)), adres(vraag, oud, pk))

    assert [thema.naam for thema in Ontwerpvraag.objects.get(pk=pk).themas.all()] == ["respijtzorg"]


def test_what_it_belonged_to_comes_back_first(als, arnhem):
    vraag, proef = arnhem.vraag, arnhem.experiment
    arnhem.voortgang.delete()
    oud, pk = versie(proef), proef.pk
    proef.delete()
    vraag.delete()

    antwoord = verstuur(als(gebruiker(Rol.MEDEWERKER)), adres(proef, oud, pk))

    assert "Dit hoorde bij iets dat er niet meer is (ontwerpvraag). Haal dat eerst terug." in gelezen(antwoord).tekst


def test_who_went_up_in_another_record_comes_back_by_undoing_that(als, arnhem):
    bureau = gebruiker(Rol.MEDEWERKER)
    piet = arnhem.deelnemer
    arnhem.deelname.delete()
    oud, pk = versie(piet), piet.pk
    piet.delete()
    ander = type(piet).objects.create(programma=arnhem.praktijk.programma, nummer="D7")
    Samenvoeging.objects.create(
        blijft=ander, verdween={"id": pk}, gebruiker=bureau, inzending="00000000-0000-0000-0000-000000000001"
    )

    antwoord = verstuur(als(bureau), adres(piet, oud, pk))

    assert "Maak de samenvoeging ongedaan." in gelezen(antwoord).tekst


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("gewist_op", "2020-06-01T12:00:00Z", "Deze deelnemer is gewist. De gegevens komen niet terug."),
        ("beperkt_op", "2020-06-01", "De gegevens van deze deelnemer zijn beperkt. Niemand mag ze nu wijzigen."),
    ],
)
def test_of_who_is_erased_or_restricted_nothing_comes_back(als, arnhem, veld, waarde, melding):
    piet, deelname = arnhem.deelnemer, arnhem.deelname
    oud_van_piet, oud, pk = versie(piet), versie(deelname), deelname.pk
    deelname.delete()
    piet.naam, piet.email = "", ""
    setattr(piet, veld, waarde)
    piet.save()
    client = als(gebruiker(Rol.BEHEERDER))

    antwoord = verstuur(client, adres(deelname, oud, pk))
    piet.refresh_from_db()

    assert client.get(adres(piet, oud_van_piet)).status_code == 404
    assert melding in gelezen(antwoord).tekst
    assert (piet.naam, piet.deelnames.count()) == ("", 0)


def test_a_mark_not_to_be_approached_is_never_lifted(als, arnhem):
    piet = arnhem.deelnemer
    oud = versie(piet)
    piet.naam, piet.niet_benaderen, piet.niet_benaderen_sinds = "Pieter", True, dag("2020-06-01")
    piet.save()
    gemarkeerd, pk = versie(piet), piet.pk
    client = als(gebruiker(Rol.BEHEERDER))

    verstuur(client, adres(piet, oud))
    piet.refresh_from_db()
    teruggezet = piet.naam, piet.niet_benaderen
    arnhem.deelname.delete()
    piet.delete()

    assert teruggezet == ("Piet Persoon", True)
    assert [client.get(adres(piet, sleutel, pk)).status_code for sleutel in (oud, gemarkeerd)] == [404, 404]
