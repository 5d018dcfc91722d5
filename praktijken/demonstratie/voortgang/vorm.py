"""The form in which the progress of an experiment is written down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagen:
    """Two reports: one of the preparation, and one two weeks later with its phase and decision."""

    voorbereiding: str
    vervolg: str
    fase: str = "uitvoeren"
    besluit: str = "doorgaan"
