"""Watches what pages write: every entry in the history says who and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from simple_history.models import HistoricalRecords
from simple_history.signals import post_create_historical_record

ADMIN = "/admin/"  # there the reason may stay empty


@contextmanager
def bewaakt() -> Iterator[list[str]]:
    """The entries without a reason, or without the user who was logged in, as (address, record)."""
    zonder: list[str] = []

    def kijk(history_instance: Any, history_user: Any, history_change_reason: str | None, **_: Any) -> None:
        request = getattr(HistoricalRecords.context, "request", None)
        if request is None or request.path.startswith(ADMIN):
            return
        ingelogd = request.user.is_authenticated
        if not history_change_reason or (ingelogd and history_user is None):
            zonder.append(f"{request.path}: {type(history_instance).__name__}")

    post_create_historical_record.connect(kijk, weak=False, dispatch_uid="historiewacht")
    try:
        yield zonder
    finally:
        post_create_historical_record.disconnect(dispatch_uid="historiewacht")


@pytest.fixture(autouse=True)
def elke_wijziging_zegt_wie_en_waarom() -> Iterator[None]:
    """Whatever a test does by a page of the product, the history tells who did it and why.

    It holds in the folder whose conftest imports it.
    """
    with bewaakt() as zonder:
        yield
    assert zonder == []
