"""Every list and every page of a record takes a fixed number of queries, whatever stands on it."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType

from mantelzorg.beheer import Beheer
from mantelzorg.toegang import Rol
from tests.beheer.pagina import adres, ingelogd
from tests.beheer.vulling import vul
from tests.gegevens import gebruiker

# model: (list, page of a record)
AANTALLEN = {
    "mantelzorg.Programma": (7, 6),
    "mantelzorg.Gemeente": (8, 6),
    "mantelzorg.User": (7, 8),
    "deelnemers.Organisatietype": (7, 6),
    "deelnemers.Organisatie": (8, 8),
    "deelnemers.Deelnemer": (8, 8),
    "deelnemers.NamenUitvoer": (10, 7),
    "praktijken.Deelname": (8, 10),
    "praktijken.Thema": (7, 6),
    "praktijken.Ontwerpvraag": (11, 11),
    "praktijken.Experiment": (10, 8),
    "praktijken.Voortgang": (10, 8),
    "praktijken.PrangendeVraag": (8, 7),
    "praktijken.Schoolvakantie": (7, 6),
    "praktijken.Onderbreking": (10, 8),
    "praktijken.Praktijk": (12, 19),
    "aanmeldingen.Sector": (7, 6),
    "monitor.ElderGenoemdGetal": (8, 7),
}


def test_every_kind_of_record_in_the_admin_is_counted_here():
    geregistreerd = {model._meta.label for model, beheer in admin.site._registry.items() if isinstance(beheer, Beheer)}

    assert geregistreerd == set(AANTALLEN)


@pytest.mark.django_db
@pytest.mark.parametrize("rijen", [1, 3])
def test_lists_and_pages_take_the_same_number_of_queries_with_one_and_with_three_rows(rijen, django_assert_num_queries):
    vul(rijen)
    anja = ingelogd(gebruiker(Rol.BEHEERDER))
    for naam, (lijst, pagina) in AANTALLEN.items():
        model = apps.get_model(naam)
        record = model.objects.order_by("pk").first()
        ContentType.objects.get_for_model(model)
        with django_assert_num_queries(lijst, info=f"{naam}: lijst"):
            assert anja.get(adres(model, "changelist")).status_code == 200
        with django_assert_num_queries(pagina, info=f"{naam}: pagina"):
            assert anja.get(adres(model, "change", record.pk)).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("rijen", [1, 3])
def test_the_history_of_a_practice_with_all_that_hangs_on_it_takes_a_fixed_number_of_queries(
    rijen, django_assert_num_queries
):
    vul(rijen)
    anja = ingelogd(gebruiker(Rol.BEHEERDER))
    praktijk = apps.get_model("praktijken.Praktijk")
    anja.get(adres(praktijk, "changelist"))

    with django_assert_num_queries(25):
        anja.get(adres(praktijk, "history", praktijk.objects.order_by("pk").first().pk))


@pytest.mark.django_db
def test_a_list_counts_no_further_than_ten_thousand_rows(django_assert_num_queries):
    anja = ingelogd(gebruiker(Rol.BEHEERDER))

    with django_assert_num_queries(AANTALLEN["praktijken.Deelname"][0]) as gevraagd:
        anja.get(adres(apps.get_model("praktijken.Deelname"), "changelist"))

    tellingen = [vraag["sql"] for vraag in gevraagd.captured_queries if "COUNT(" in vraag["sql"]]
    assert [telling for telling in tellingen if "LIMIT 10000" not in telling] == []
    assert len(tellingen) == 1
