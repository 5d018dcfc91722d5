"""Which fixed measurement figures are of, as plain values for every channel."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Handeling:
    """Who did what when. Notes stand beside the seal: what people write must stay erasable."""

    wat: str
    door: str
    op: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Metinggegevens:
    """The fixed measurement a report is of. `nvt`: why it has no value as a whole; empty where it has.

    `definitie`, `product`: the versions it was fixed by. `handelingen`: made, checked, fixed, in that order.
    """

    jaar: int
    nummer: int
    aanleiding: str
    nvt: str
    vastgesteld_op: datetime.datetime
    vastgesteld_door: str
    handelingen: tuple[Handeling, ...]
    definitie: int
    product: str
    zegel: str
