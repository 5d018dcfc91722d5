"""When a job is due: the slots of time it has a turn in. Plain values, which the settings may hold."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

Tijdvak = Callable[[datetime.datetime], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roostertaak:
    """`taak`: the dotted name of a django-tasks task without arguments.

    `tijdvak`: the slot that a moment in Amsterdam falls in, None where there is none.
    """

    taak: str
    tijdvak: Tijdvak


def elke_minuten(aantal: int) -> Tijdvak:
    """A slot every `aantal` minutes, around the clock."""

    def tijdvak(nu: datetime.datetime) -> str:
        return f"{nu:%Y-%m-%d %z} {(nu.hour * 60 + nu.minute) // aantal}"

    return tijdvak


def dagelijks(uur: int) -> Tijdvak:
    """One slot a day, from `uur` o'clock to midnight."""

    def tijdvak(nu: datetime.datetime) -> str | None:
        return f"{nu:%Y-%m-%d}" if nu.hour >= uur else None

    return tijdvak
