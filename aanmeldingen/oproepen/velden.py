"""A day and a time as people fill them in; until when one can apply is asked as the last minute that counts."""

import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils.timezone import localtime

from mantelzorg.momenten import MINUUT, moment, tot_en_met

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100
EINDE_DAG: Final = datetime.time(23, 59)


class Momentinvoer(forms.MultiWidget):
    """A day and a time, each with a label of its own."""

    template_name = "aanmeldingen/onderdelen/moment.html"
    use_fieldset = True
    labels = ("Dag", "Tijd")

    def __init__(self) -> None:
        dag = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        tijd = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__([dag, tijd])

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for deel, label in zip(context["widget"]["subwidgets"], self.labels, strict=True):
            deel["label"] = label
        return context

    def decompress(self, value: datetime.datetime | None) -> list[Any]:
        """Day and minute, in Amsterdam."""
        if value is None:
            return [None, None]
        lokaal = localtime(value)
        return [lokaal.date(), lokaal.time().replace(second=0, microsecond=0)]


class Momentveld(forms.MultiValueField):
    """A moment; without a time the first of the day."""

    widget = Momentinvoer
    zonder_tijd = datetime.time(0, 0)

    def __init__(self, **kwargs: Any) -> None:
        dag = forms.DateField(error_messages={"incomplete": "Vul een dag in."})
        tijd = forms.TimeField(required=False)
        super().__init__((dag, tijd), require_all_fields=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """What is stored as day and time; what was typed as it is."""
        return self.naar_delen(value) if isinstance(value, datetime.datetime) else value

    def naar_delen(self, waarde: datetime.datetime) -> list[Any]:
        """The parts that `compress` makes this moment of."""
        return Momentinvoer().decompress(waarde)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared by the minute."""
        return super().has_changed(self.prepare_value(initial), data)

    def compress(self, data_list: list[Any]) -> datetime.datetime | None:
        if not data_list:
            return None
        dag, tijd = data_list
        if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
            raise ValidationError(f"Kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
        op = datetime.datetime.combine(dag, self.zonder_tijd if tijd is None else tijd.replace(second=0))
        gemaakt: datetime.datetime = from_current_timezone(op)
        return gemaakt

    def als_tekst(self, waarde: datetime.datetime) -> str:
        """For who compares two versions."""
        return moment(waarde)


class Sluitveld(Momentveld):
    """The last minute that counts, of the day where no time is filled in; its value is the moment after it."""

    zonder_tijd = EINDE_DAG

    def naar_delen(self, waarde: datetime.datetime) -> list[Any]:
        return super().naar_delen(waarde - MINUUT)

    def compress(self, data_list: list[Any]) -> datetime.datetime | None:
        laatste = super().compress(data_list)
        return None if laatste is None else laatste + MINUUT

    def als_tekst(self, waarde: datetime.datetime) -> str:
        return tot_en_met(waarde)
