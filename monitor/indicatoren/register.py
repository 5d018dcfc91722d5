"""The indicators there are: a module in `monitor.indicatoren.soorten` is one."""

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from mantelzorg.toegang import mag
from monitor import feiten
from monitor.indicatoren import soorten
from monitor.indicatoren.soort import Indicatorsoort

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User

EERSTE = "23"
"""The indicator that is meant where none is said: the only one for long."""
_ALLE: dict[str, Indicatorsoort] = {}


class OnbekendeIndicator(LookupError):
    """There is no indicator with that code."""


def registreer(soort: Indicatorsoort) -> None:
    """Add it. ValueError where its code, or a kind of fact of its own, is another's already."""
    if soort.code in _ALLE or any(een.soort in feiten.SOORTEN for een in soort.feitsoorten):
        raise ValueError(f"indicator {soort.code}: its code or a kind of its facts is taken")
    _ALLE[soort.code] = soort
    feiten.SOORTEN.update({een.soort: een for een in soort.feitsoorten})


def vergeet(soort: Indicatorsoort) -> None:
    """Take out what `registreer` added."""
    del _ALLE[soort.code]
    for een in soort.feitsoorten:
        del feiten.SOORTEN[een.soort]


def indicator(code: str) -> Indicatorsoort:
    """The indicator with that code; OnbekendeIndicator."""
    try:
        return _ALLE[code]
    except KeyError as fout:
        raise OnbekendeIndicator(code) from fout


def alle() -> tuple[Indicatorsoort, ...]:
    """All, indicator 23 first."""
    return tuple(_ALLE.values())


def zichtbare(user: "User | AnonymousUser") -> tuple[Indicatorsoort, ...]:
    """Those of which `user` may see figures at all."""
    return tuple(soort for soort in alle() if mag(user, soort.recht))


for _module in sorted(pkgutil.iter_modules(soorten.__path__), key=lambda een: een.name != f"indicator{EERSTE}"):
    registreer(import_module(f"{soorten.__name__}.{_module.name}").SOORT)
