"""The demonstration's call: eighty places taken, some waiting, and nobody who exists."""

from collections import Counter

import pytest

from aanmeldingen.demonstratie.laden import laad_oproep
from aanmeldingen.demonstratie.organisaties import aanmelders
from aanmeldingen.models import Aanmelding, Contactpersoon, Inschrijving, Oproep
from aanmeldingen.plaatsen.lezen import stand
from mantelzorg.models import Bericht, Poststand
from praktijken.demonstratie.laden import maak_accounts


@pytest.mark.django_db
def test_eighty_places_are_taken_and_five_wait():
    """One load for all that is asked of it, for it takes seconds; the second load adds nothing."""
    maak_accounts()
    laad_oproep()
    laad_oproep()
    plaatsen = stand(Oproep.objects.get())

    # 80 places, 88 applications: one rejected, one withdrawn and one offer lapsed, so 88 - 3 - 80 wait.
    assert (plaatsen.capaciteit, plaatsen.bezet, plaatsen.bevestigd, plaatsen.vrij) == (80, 80, 12, 0)
    assert (plaatsen.aangeboden, plaatsen.wacht) == (0, 88 - 3 - 80)
    assert Counter(Aanmelding.objects.met_stand().values_list("stand", flat=True)) == {
        "ontvangen": 80 - 12, "toegelaten": 12, "op de wachtlijst": 5, "afgewezen": 1, "ingetrokken": 1,
        "aanbod vervallen": 1,
    }  # fmt: skip
    standen = set(Bericht.objects.values_list("stand", flat=True))
    assert standen <= {Poststand.VERSTUURD, Poststand.INGETROKKEN}, "the worker would send mail of 2014"
    soorten = (Contactpersoon, Inschrijving)
    adressen = [adres for soort in soorten for adres in soort.objects.values_list("email", flat=True)]
    assert {adres.rpartition(".")[2] for adres in adressen} == {"example"}


def test_names_and_numbers_of_organisations_differ():
    alle = list(aanmelders())

    assert len({een.organisatie for een in alle}) == len({een.kvk for een in alle}) == len(alle) == 88
