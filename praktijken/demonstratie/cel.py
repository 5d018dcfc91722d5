"""What a cell and a row of a sheet are."""

from datetime import date
from typing import TypeAlias

Cel: TypeAlias = str | int | date | None
Rij: TypeAlias = list[Cel]
