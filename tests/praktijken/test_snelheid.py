"""Search by a part of a name has an index to go by, on PostgreSQL; the order of a list has one on both."""

import pytest
from django.db import connection
from django.db.models.functions import Lower

from deelnemers.models import Deelnemer, Organisatie
from praktijken.models import Experiment, Ontwerpvraag, Praktijk

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no trigram index")
@pytest.mark.parametrize(
    ("model", "veld", "index"),
    [
        (Deelnemer, "naam", "deelnemer_trigram"),
        (Deelnemer, "nummer", "deelnemer_trigram"),
        (Organisatie, "naam", "organisatie_trigram"),
        (Praktijk, "kernthema", "praktijk_trigram"),
        (Ontwerpvraag, "vraag", "ontwerpvraag_trigram"),
        (Experiment, "opbrengst", "experiment_trigram"),
    ],
    ids=lambda waarde: getattr(waarde, "__name__", str(waarde)),
)
def test_a_part_of_a_word_is_found_by_an_index(model: type, veld: str, index: str) -> None:
    gevonden = model.objects.filter(**{f"{veld}__icontains": "jansen"}).order_by()  # type: ignore[attr-defined]

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert index in gevonden.explain()


def test_practices_in_the_order_of_the_lists_need_no_sort() -> None:
    eerste = Praktijk.objects.order_by(Lower("naam"), "code", "pk").values_list("pk")[:50]

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    assert "praktijk_op_naam" in eerste.explain()
