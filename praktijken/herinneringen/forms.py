"""What one fills in about reminders."""

import datetime
from typing import Any, Final

from django import forms

from praktijken.herinneringen.taak import Regel
from praktijken.models import Herinneringsvoorkeur, Weekdag

WEKEN: Final = [("1", "1 week"), ("2", "2 weken"), ("4", "4 weken")]
GEEN: Final = ""


class VoorkeurForm(forms.Form):
    """The day of the weekly mail, and the rules that stand in it."""

    weekdag = forms.ChoiceField(
        label="Wanneer wilt u de weekmail?",
        required=False,
        choices=[
            *((str(dag), f"op {naam}") for dag, naam in Weekdag.choices),
            (GEEN, "nooit: ik kijk zelf in de takenlijst"),
        ],
        widget=forms.RadioSelect,
    )
    regels = forms.MultipleChoiceField(
        label="Wat mag er in de mail staan?", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, voorkeur: Herinneringsvoorkeur, regels: tuple[Regel, ...]) -> None:
        aan = [regel.naam for regel in regels if regel.naam not in voorkeur.niet]
        weekdag = GEEN if voorkeur.weekdag is None else str(voorkeur.weekdag)
        super().__init__(data, initial={"weekdag": weekdag, "regels": aan})
        self._namen = [regel.naam for regel in regels]
        self._elders = [naam for naam in voorkeur.niet if naam not in self._namen]
        veld = self.fields["regels"]
        if isinstance(veld, forms.MultipleChoiceField):
            veld.choices = [(regel.naam, regel.kop) for regel in regels]

    @property
    def gekozen_dag(self) -> int | None:
        """The day that was chosen; None for no mail."""
        gekozen = self.cleaned_data["weekdag"]
        return None if gekozen == GEEN else int(gekozen)

    @property
    def niet(self) -> list[str]:
        """The rules that stay out of the mail, with those of another role one had before."""
        return [naam for naam in self._namen if naam not in self.cleaned_data["regels"]] + self._elders


class UitstelForm(forms.Form):
    """How long a task may wait."""

    taak = forms.CharField(max_length=200)
    weken = forms.ChoiceField(choices=WEKEN)

    def tot_en_met(self, dag: datetime.date) -> datetime.date:
        """The last day on which it is not shown."""
        return dag + datetime.timedelta(weeks=int(self.cleaned_data["weken"]), days=-1)
