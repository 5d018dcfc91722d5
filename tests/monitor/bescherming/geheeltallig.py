"""An integer model for scipy's solver: columns with bounds, rows, and the least that a sum of columns can be."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Rij = tuple[dict[int, int], float, float]
"""Coefficients by column, and between what their sum lies."""
VEEL = 10_000


@dataclass(slots=True, kw_only=True)
class Model:
    """Columns with their bounds, rows, and the numbers a reader does not see by their name."""

    laag: list[float] = field(default_factory=list)
    hoog: list[float] = field(default_factory=list)
    rijen: list[Rij] = field(default_factory=list)
    geheim: dict[str, int] = field(default_factory=dict)

    def kolom(self, laag: float, hoog: float) -> int:
        self.laag.append(laag)
        self.hoog.append(hoog)
        return len(self.laag) - 1

    def uiterste(self, doel: dict[int, int], extra: Iterable[Rij] = ()) -> int | None:
        """The least that `doel` can be; None where nothing fits."""
        rijen = [*self.rijen, *extra]
        matrix = np.zeros((len(rijen), len(self.laag)))
        for nummer, (termen, _, _) in enumerate(rijen):
            for kolom, factor in termen.items():
                matrix[nummer, kolom] += factor
        gezocht = np.zeros(len(self.laag))
        for kolom, factor in doel.items():
            gezocht[kolom] = factor
        uitkomst = milp(
            gezocht,
            constraints=LinearConstraint(matrix, [rij[1] for rij in rijen], [rij[2] for rij in rijen]),
            bounds=Bounds(self.laag, self.hoog),
            integrality=np.ones(len(self.laag)),
        )
        if uitkomst.status == 2:
            return None
        assert uitkomst.status == 0, uitkomst.message
        return round(uitkomst.fun)
