"""The forms behind the admin's pages."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import UniqueConstraint
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField

from mantelzorg.beheer.keuzes import kern, toon_bekende
from mantelzorg.velden import LENGTE_TEKST

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Any]
    _InlineFormSet = BaseInlineFormSet[Any, Any, Any]
else:
    _ModelForm, _InlineFormSet = forms.ModelForm, BaseInlineFormSet

REDEN = "reden_van_wijziging"


class Recordformulier(_ModelForm):
    """A record, or a row that hangs on one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        toon_bekende(self)

    def _post_clean(self) -> None:
        try:
            super()._post_clean()  # type: ignore[misc]  # Django's own hook, absent from the stubs
            self._toets_uniek()
        except ObjectDoesNotExist:  # a rule of the model asks for a relation that was left empty
            if not self.errors:
                self.add_error(None, "Vul eerst de verplichte velden in; daarna wordt deze regel gecontroleerd.")

    def _toets_uniek(self) -> None:
        """Unique rules that Django passes over, for they name the record a row hangs on or a column it carries itself.

        Rows that are not on the page (somebody else's, just now) would otherwise fail in the database.
        """
        gewoon = {naam for naam, veld in self.fields.items() if not isinstance(veld, InlineForeignKeyField)}
        for regel in self.instance._meta.constraints:
            if isinstance(regel, UniqueConstraint) and not gewoon.issuperset(regel.fields):
                try:
                    regel.validate(type(self.instance), self.instance, exclude=set(self.errors))
                except ValidationError as fout:
                    self.add_error(None, fout)


class Hoofdformulier(Recordformulier):
    """The record a page is about; one may say why it changes."""

    reden_van_wijziging = forms.CharField(
        label="Reden van wijziging",
        required=False,
        max_length=LENGTE_TEKST,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Mag leeg blijven. De reden komt in de geschiedenis te staan.",
    )
    in_botsing: bool = False

    def clean(self) -> dict[str, Any] | None:
        schoon = super().clean()
        if self.in_botsing:
            self.add_error(None, "Iemand anders heeft dit intussen gewijzigd. Er is nog niets opgeslagen.")
        return schoon


class Tabelregels(_InlineFormSet):
    """Rows of a table: the heads of its columns are no labels, so every field says what it is."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for naam, veld in form.fields.items():
            label = veld.label or naam
            kern(veld).attrs["aria-label"] = label if index is None else f"{label}, rij {index + 1}"


def met_bestaande_regels(data: Any, prefix: str, sleutel: str, bestaand: set[str]) -> Any:
    """The posted rows of a formset, where rows deleted meanwhile have become new ones: nothing typed is lost.

    `data` is a mutable QueryDict; `bestaand` holds the keys of rows that still exist, as text.
    """
    if not data.get(f"{prefix}-TOTAL_FORMS", "").isdigit():
        return data
    nummers = range(min(int(data[f"{prefix}-TOTAL_FORMS"]), forms.formsets.DEFAULT_MAX_NUM))
    verdwenen = [nr for nr in nummers if _verdwenen(data, f"{prefix}-{nr}-{sleutel}", bestaand)]
    if verdwenen:
        _hernummer(data, prefix, sleutel, nummers, verdwenen)
    return data


def _verdwenen(data: Any, veld: str, bestaand: set[str]) -> bool:
    return bool(data.get(veld)) and data[veld] not in bestaand


def _hernummer(data: Any, prefix: str, sleutel: str, nummers: range, verdwenen: list[int]) -> None:
    """Rows that exist come first, as a formset wants; rows that were to be deleted and are gone, go."""
    begin = int(data.get(f"{prefix}-INITIAL_FORMS") or 0)
    blijft = [nr for nr in verdwenen if f"{prefix}-{nr}-DELETE" not in data]
    volgorde = [nr for nr in nummers if nr < begin and nr not in verdwenen] + blijft
    volgorde += [nr for nr in nummers if nr >= begin and nr not in verdwenen]
    regels = [_regel(data, f"{prefix}-{nr}-") for nr in nummers]
    for nr, oud in enumerate(volgorde):
        regel = regels[oud] | ({sleutel: [""]} if oud in verdwenen else {})
        for naam, waarden in regel.items():
            data.setlist(f"{prefix}-{nr}-{naam}", waarden)
    data[f"{prefix}-TOTAL_FORMS"] = str(len(volgorde))
    data[f"{prefix}-INITIAL_FORMS"] = str(begin - len([nr for nr in verdwenen if nr < begin]))


def _regel(data: Any, begin: str) -> dict[str, list[str]]:
    """Take one row out of the posted data."""
    namen = [naam for naam in data if naam.startswith(begin)]
    return {naam.removeprefix(begin): data.pop(naam) for naam in namen}
