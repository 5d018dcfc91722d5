"""An objection, dealt with by staff; the request it became ends along with it, or stays open and says so."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from mantelzorg.toegang import Rol
from praktijken.avg.verzoeken import handel_af
from praktijken.kloptdit.beslissen import Afhandeling, Besluit, behandel
from praktijken.models import Antwoord, Verzoek
from tests.gegevens import gebruiker
from tests.praktijken.kloptdit.vragen import link_van, stuur
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
LIJST = reverse("praktijken:klopt-dit-antwoorden")


def adres(antwoord):
    return reverse("praktijken:klopt-dit-antwoord", args=[antwoord.pk])


def test_an_objection_is_seen_and_dealt_with(als, register):
    stuur(f"{link_van(register.gerda)}bezwaar/", toelichting="Wis alles.")
    antwoord, client = Antwoord.objects.get(), als(gebruiker(Rol.MEDEWERKER))

    lijst = gelezen(client.get(LIJST)).tekst
    pagina = client.get(adres(antwoord)).text
    klaar = client.post(adres(antwoord), {"behandeld": "ja", "reden": "Gewist op verzoek."}, follow=True)

    antwoord.refresh_from_db()
    assert "Deze deelnemer maakt bezwaar en wil geen mail meer." in lijst
    assert "Wis alles." in lijst
    verzoek = Verzoek.objects.get(deelnemer=register.gerda)
    assert f'<a href="{reverse("praktijken:verzoek", args=[verzoek.pk])}">' in pagina
    assert f"Verzoek {verzoek.pk} ook afhandelen?" in pagina
    assert f"Verzoek {verzoek.pk} staat nog open." in gelezen(klaar).tekst
    assert verzoek.afgehandeld_op is None
    assert (antwoord.besluit, antwoord.besluit_reden) == ("behandeld", "Gewist op verzoek.")


def test_an_objection_and_the_request_it_became_end_in_one_go(als, register):
    stuur(f"{link_van(register.gerda)}bezwaar/")
    antwoord, verzoek, mo = Antwoord.objects.get(), Verzoek.objects.get(), gebruiker(Rol.MEDEWERKER)
    data = {"behandeld": "ja", "reden": "Geen mail meer.", "verzoek_uitkomst": "toegewezen"}

    antwoorden = [als(mo).post(adres(antwoord), data, follow=True) for _ in range(2)]

    antwoord.refresh_from_db()
    verzoek.refresh_from_db()
    assert (antwoord.besluit, antwoord.besluit_reden) == ("behandeld", "Geen mail meer.")
    assert (verzoek.uitkomst, verzoek.toelichting, verzoek.afgehandeld_op) == (
        "toegewezen",
        "Geen mail meer.",
        timezone.localdate(),
    )
    assert [(stap.tekst, stap.door) for stap in verzoek.stappen.all()] == [("Afgehandeld: toegewezen.", mo)]
    assert f"Verzoek {verzoek.pk} is toegewezen." in gelezen(antwoorden[0]).tekst
    assert "Dit antwoord was al behandeld: behandeld." in gelezen(antwoorden[1]).tekst


def test_a_request_that_somebody_ended_meanwhile_is_left_as_it_ended(als, register):
    stuur(f"{link_van(register.gerda)}bezwaar/")
    antwoord, verzoek, mo = Antwoord.objects.get(), Verzoek.objects.get(), gebruiker(Rol.MEDEWERKER)
    handel_af(verzoek.pk, uitkomst="afgewezen", toelichting="", dag=timezone.localdate(), door=mo)

    pagina = als(mo).get(adres(antwoord)).text
    als(mo).post(adres(antwoord), {"behandeld": "ja", "verzoek_uitkomst": "toegewezen"})

    antwoord.refresh_from_db()
    verzoek.refresh_from_db()
    assert "ook afhandelen?" not in pagina
    assert (antwoord.besluit, verzoek.uitkomst) == ("behandeld", "afgewezen")


def test_where_the_request_ended_at_the_same_moment_the_answer_waits_on(register):
    stuur(f"{link_van(register.gerda)}bezwaar/")
    antwoord, verzoek, mo = Antwoord.objects.get(), Verzoek.objects.get(), gebruiker(Rol.MEDEWERKER)
    handel_af(verzoek.pk, uitkomst="afgewezen", toelichting="", dag=timezone.localdate(), door=mo)

    with pytest.raises(ValidationError, match="al afgehandeld"):
        behandel(
            antwoord.pk, "", Besluit(door=mo, op=timezone.now()), Afhandeling(verzoek=verzoek.pk, uitkomst="toegewezen")
        )

    antwoord.refresh_from_db()
    assert antwoord.besluit == ""
