"""What `make test` runs twice, and what once."""

import pytest

from mantelzorg.models import Programma


def test_a_test_that_does_not_ask_for_the_database_cannot_reach_it_and_so_runs_once(request):
    assert request.node.get_closest_marker("database") is None
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Programma.objects.exists()


@pytest.mark.django_db
def test_a_test_that_asks_for_the_database_runs_on_both(request):
    assert request.node.get_closest_marker("database") is not None
    assert not Programma.objects.exists()
