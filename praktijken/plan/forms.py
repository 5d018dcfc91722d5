"""What an adviser fills in about the plan: what was promised, and each step."""

import datetime
from typing import Any, Final

from django.core.exceptions import ValidationError

from mantelzorg.tekstvak import Tekstvak
from praktijken.blad.forms import Bladformulier
from praktijken.models import Planstap, Traject

MEESTE_MAANDEN: Final = 120


class TrajectForm(Bladformulier):
    """The planned start and months; they count nowhere (begrippen.md §2)."""

    bij_veld = {"traject_maanden": "maanden"}

    class Meta:
        model = Traject
        fields = ["geplande_start", "maanden"]
        help_texts = {
            "geplande_start": "De praktijk start pas echt met de startbijeenkomst. "
            "De stappen schuiven niet vanzelf mee."
        }

    def clean_maanden(self) -> int:
        maanden: int = self.cleaned_data["maanden"]
        if maanden > MEESTE_MAANDEN:
            raise ValidationError(f"Kies hoogstens {MEESTE_MAANDEN} maanden.")
        return maanden


class PlanstapForm(Bladformulier):
    """A step: its days, what happens, and since when it is done; not after `dag`, today."""

    bij_veld = {"planstap_eind_na_begin": "tot_en_met"}

    class Meta:
        model = Planstap
        fields = ["vanaf", "tot_en_met", "wat", "klaar_op"]
        field_classes = {"wat": Tekstvak}
        help_texts = {"klaar_op": "Leeg: nog niet klaar.", "wat": ""}

    def __init__(self, *args: Any, dag: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._dag = dag

    def clean_klaar_op(self) -> datetime.date | None:
        klaar: datetime.date | None = self.cleaned_data["klaar_op"]
        if klaar is not None and klaar > self._dag:
            raise ValidationError("Deze dag moet nog komen. Vul de dag in waarop de stap klaar was.")
        return klaar
