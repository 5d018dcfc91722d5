"""In the admin somebody restricted is read, with the reason, and changed by nobody."""

import pytest
from django.urls import reverse

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.toegang import Rol
from praktijken.avg.verzoeken import beperk
from praktijken.models import Deelname
from tests.gegevens import gebruiker
from tests.praktijken.avg.conftest import Wereld
from tests.praktijken.avg.test_paginas import als

REDEN = "De gegevens van deze persoon zijn beperkt. Niemand kan ze wijzigen tot de beperking is opgeheven."


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.ADVISEUR], ids=str)
def test_who_is_restricted_is_only_read_until_it_is_lifted(client, wereld: Wereld, rol: Rol) -> None:
    wie = wereld.ada if rol is Rol.ADVISEUR else gebruiker(rol)
    beheer = als(client, wie)
    adressen = [
        reverse("admin:deelnemers_deelnemer_change", args=[wereld.gerda.pk]),
        reverse("admin:praktijken_deelname_change", args=[wereld.deelname.pk]),
    ]
    beperk(wereld.gerda.pk, sinds=vandaag())
    voor = Deelnemer.objects.values().get(pk=wereld.gerda.pk), Deelname.objects.values().get(pk=wereld.deelname.pk)

    beperkt = [beheer.get(adres).text for adres in adressen]
    pogingen = [beheer.post(adres, {"nummer": "D1", "naam": "Anders", "rol": "anders"}) for adres in adressen]
    weg = [beheer.post(adres.replace("change", "delete"), {"post": "yes"}).status_code for adres in adressen]

    assert [(REDEN in tekst, 'name="_save"' in tekst) for tekst in beperkt] == [(True, False)] * 2
    assert {*(poging.status_code for poging in pogingen), *weg} <= {403, 404}
    assert (
        Deelnemer.objects.values().get(pk=wereld.gerda.pk),
        Deelname.objects.values().get(pk=wereld.deelname.pk),
    ) == voor
    beperk(wereld.gerda.pk, sinds=None)
    los = [beheer.get(adres).text for adres in adressen]
    assert [(REDEN in tekst, 'name="_save"' in tekst) for tekst in los] == [(False, True)] * 2
