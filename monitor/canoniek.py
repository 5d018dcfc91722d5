"""One way to write a value down, so that the same value always has the same seal (RFC 8785, for what we write).

Text, whole numbers, yes and no, nothing, lists, and objects with names of plain ASCII: no fractions, whose way of
writing differs between languages.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any


class NietTeSchrijven(TypeError):
    """A value that has no canonical form here."""


def canoniek(waarde: Any) -> str:
    """Compact JSON in Unicode, names in order. NietTeSchrijven for a fraction, another type or a name beyond ASCII."""
    _keur(waarde)
    return json.dumps(waarde, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def zegel(regels: Iterable[str]) -> str:
    """SHA-256, in hexadecimals, over lines of UTF-8 that each end in a newline."""
    som = hashlib.sha256()
    for regel in regels:
        som.update(f"{regel}\n".encode())
    return som.hexdigest()


def _keur(waarde: Any) -> None:
    match waarde:
        case None | bool() | int() | str():
            return
        case list() | tuple():
            for een in waarde:
                _keur(een)
        case dict():
            for naam, een in waarde.items():
                if not isinstance(naam, str) or not naam.isascii():
                    raise NietTeSchrijven(f"a name must be plain ASCII: {naam!r}")
                _keur(een)
        case _:
            raise NietTeSchrijven(f"no canonical form: {type(waarde).__name__}")
