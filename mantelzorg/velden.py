"""Text fields that hold what an Excel cell can hold, so that what is downloaded and uploaded again is the same."""

import re
from typing import TYPE_CHECKING, Any

from django.core.validators import MaxLengthValidator
from django.db import models

if TYPE_CHECKING:
    _CharField = models.CharField[str, str]
    _TextField = models.TextField[str, str]
else:
    _CharField, _TextField = models.CharField, models.TextField

LENGTE_REGEL = 500  # characters; longer keys don't fit a PostgreSQL index
LENGTE_TEKST = 32_767  # characters; an Excel cell holds no more

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def tekst(waarde: str) -> str:
    """Text without outer spaces or control characters, its lines ended by a newline alone."""
    return _CONTROL.sub("", waarde.replace("\r\n", "\n").replace("\r", "\n")).strip()


def regel(waarde: str) -> str:
    """The same on one line: a line break within becomes a space."""
    return re.sub(r"\s*[\n\t\u2028\u2029\x85]\s*", " ", tekst(waarde))


class Regel(_CharField):
    """A name or code of one line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"max_length": LENGTE_REGEL} | kwargs))

    def to_python(self, value: Any) -> Any:
        return None if value is None else regel(str(value))

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))


class Tekst(_TextField):
    """Text of any number of lines, as long as an Excel cell can be."""

    default_validators = [MaxLengthValidator(LENGTE_TEKST)]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"blank": True} | kwargs))

    def to_python(self, value: Any) -> Any:
        return None if value is None else tekst(str(value))

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))
