"""The form in which a design question of the demonstration is written down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontwerpvraag:
    """A question and its themes, separated by `;` as in the Excel file."""

    vraag: str
    themas: str
