"""Calls: everybody reads those that are published, whole; who manages calls also the others."""

import datetime

import pytest
from django.test import Client
from freezegun import freeze_time

from aanmeldingen.models import Oproep
from aanmeldingen.oproepen.toestand import Toestand, toestand
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import oproep
from tests.gegevens import gebruiker
from tests.monitor.api.vragen import API, HOST, client_van, eerste, namen, probleem

pytestmark = pytest.mark.django_db


def test_a_call_as_everybody_reads_it():
    met_alles = oproep()
    with freeze_time(met_alles.opent_op + datetime.timedelta(days=1)):
        een = eerste(Client(), "oproepen")

    assert {naam: een[naam] for naam in ("url", "slug", "naam", "programma", "toestand", "verdeling")} == {
        "url": f"{HOST}/api/v1/oproepen/{met_alles.slug}",
        "slug": met_alles.slug,
        "naam": met_alles.naam,
        "programma": met_alles.programma.slug,
        "toestand": "open",
        "verdeling": met_alles.verdeling,
    }
    assert een["sectoren"] == [
        {"sector": s.sector.naam, "instroom": s.instroom, "quotum": s.quotum}
        for s in met_alles.oproepsectoren.order_by("sector__naam")
    ]


def test_a_call_that_is_not_published_is_there_for_who_manages_calls_alone():
    concept = oproep()
    Oproep.objects.filter(pk=concept.pk).update(gepubliceerd_op=None)
    for rol in (None, Rol.ADVISEUR, Rol.ANALIST):
        client = client_van(rol and gebruiker(rol))
        assert namen(client, "oproepen") == []
        assert probleem(client.get(f"{API}/oproepen/{concept.slug}"))["status"] == 404
    for rol in (Rol.MEDEWERKER, Rol.BEHEERDER):
        assert namen(client_van(gebruiker(rol)), "oproepen", toestand="nog niet gepubliceerd") == [concept.slug]


def test_calls_are_filtered_by_what_they_say_they_are():
    een = oproep()
    for moment in (een.opent_op, een.opent_op - datetime.timedelta(seconds=1), een.sluit_op):
        with freeze_time(moment):
            nu = toestand(een, moment)
            for gevraagd in Toestand:
                assert namen(Client(), "oproepen", toestand=gevraagd) == ([een.slug] if gevraagd == nu else [])
