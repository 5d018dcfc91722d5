"""What one fills in about a part of a practice."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.functional import cached_property

from deelnemers.models import Organisatie
from mantelzorg.tekstvak import Tekstvak
from mantelzorg.velden import LENGTE_REGEL, regel
from praktijken.blad.acties import afdruk
from praktijken.models import Experiment, Ontwerpvraag, Praktijk, Praktijkpartner

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Any]
else:
    _ModelForm = forms.ModelForm

GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."
ORGANISATIES = 500
"""How many organisations a browser suggests while one types; any other can be typed in full."""


class Bladformulier(_ModelForm):
    """A part of a record. `gezien`: the fingerprint of its fields as they were shown."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)
    reden = Tekstvak(
        label="Reden",
        required=False,
        max_length=LENGTE_REGEL,
        help_text="Mag leeg blijven. De reden komt in de geschiedenis te staan.",
    )
    bij_veld: ClassVar[dict[str, str]] = {}
    """Rules of the database by name, and the field beside which their message stands; else above the form."""
    sleutel: ClassVar[tuple[str, ...]] = ()
    """The fields by which a record that stands already is recognised."""
    dubbel: bool = False
    """Whether the key is taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.afdruk = afdruk(self.instance, self.eigen_velden) if self.instance.pk else ""
        self.initial["gezien"] = self.afdruk
        for veld in self.fields.values():
            _kleed_aan(veld)

    @property
    def eigen_velden(self) -> list[str]:
        """The fields of the record that this form shows."""
        return list(self._meta.fields or ())

    @cached_property
    def changed_data(self) -> list[str]:
        """Fields of the record alone: the reason changes nothing."""
        return [naam for naam in super().changed_data if naam in self.eigen_velden]

    def validate_unique(self) -> None:
        """Every rule of the database, also those that name what the address fixes; each message at its field.

        Django has run them just now, without those, and put their messages above the form.
        """
        self.errors.pop(NON_FIELD_ERRORS, None)
        for beperking in self.instance._meta.constraints:
            try:
                beperking.validate(type(self.instance), self.instance, exclude=set(self.errors))
            except ValidationError as fout:
                self.add_error(self.bij_veld.get(beperking.name), fout)
                self.dubbel = self.dubbel or isinstance(beperking, models.UniqueConstraint)

    def bestaand(self) -> models.Model | None:
        """The record that holds the key of this new one already."""
        if not self.dubbel:
            return None
        waarden = {naam: getattr(self.instance, naam) for naam in self.sleutel}
        soort: type[models.Model] = type(self.instance)
        return soort._default_manager.filter(**waarden).first()

    def zegt_hetzelfde_als(self, ander: models.Model) -> bool:
        """Whether `ander` holds just what is filled in here: the same form, sent a second time."""
        lijsten = {lijst.name for lijst in ander._meta.many_to_many} & set(self.eigen_velden)
        kolommen = [naam for naam in self.eigen_velden if naam not in lijsten]
        return (
            len(self.errors) == 1
            and all(getattr(self.instance, naam) == getattr(ander, naam) for naam in kolommen)
            and all(set(self.cleaned_data[naam]) == set(getattr(ander, naam).all()) for naam in lijsten)
        )


def _kleed_aan(veld: forms.Field) -> None:
    """A date with the browser's calendar; under free text what does not belong in it."""
    if isinstance(veld, forms.DateField):
        veld.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    if isinstance(veld.widget, forms.Textarea):
        veld.widget.attrs["rows"] = 4
        veld.help_text = f"{veld.help_text} {GEEN_NAMEN}".strip()


class KernthemaForm(Bladformulier):
    class Meta:
        model = Praktijk
        fields = ["kernthema", "kernthema_vastgesteld_op"]
        field_classes = {"kernthema": Tekstvak}


class GegevensForm(Bladformulier):
    class Meta:
        model = Praktijk
        fields = ["naam", "werkgebied"]


class PrangendeVragenForm(Bladformulier):
    class Meta:
        model = Praktijk
        fields = ["prangende_vragen"]
        widgets = {"prangende_vragen": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _beperk(self.fields["prangende_vragen"], self.instance.programma.prangende_vragen.all())


class PeriodeForm(Bladformulier):
    """When the practice began and how it ended: it moves the figures, so only the office fills it in."""

    bij_veld = {
        "praktijk_afloop": "afloop",
        "praktijk_einde_na_start": "einddatum",
        "praktijk_einde_met_afloop": "afloop",
        "praktijk_samengevoegd_in": "gaat_verder_in",
    }

    class Meta:
        model = Praktijk
        fields = ["startdatum", "einddatum", "afloop", "gaat_verder_in"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        andere = Praktijk.objects.filter(programma=self.instance.programma_id).exclude(pk=self.instance.pk)
        _beperk(self.fields["gaat_verder_in"], andere)


class OntwerpvraagForm(Bladformulier):
    bij_veld = {"ontwerpvraag_nummer_uniek": "nummer", "ontwerpvraag_vervallen_na_geformuleerd": "vervallen_op"}
    sleutel = ("praktijk", "nummer")

    class Meta:
        model = Ontwerpvraag
        fields = ["nummer", "vraag", "themas", "geformuleerd_op", "vervallen_op"]
        field_classes = {"vraag": Tekstvak}
        widgets = {"themas": forms.CheckboxSelectMultiple}


class ExperimentForm(Bladformulier):
    bij_veld = {
        "experiment_code_uniek": "code",
        "experiment_afloop": "afloop",
        "experiment_einde_na_start": "einddatum",
        "experiment_einde_met_afloop": "afloop",
    }
    sleutel = ("ontwerpvraag", "code")

    class Meta:
        model = Experiment
        fields = ["code", "naam", "verwachting", "startdatum", "einddatum", "afloop", "opbrengst"]
        field_classes = {"verwachting": Tekstvak, "opbrengst": Tekstvak}


class PartnerForm(Bladformulier):
    bij_veld = {"praktijkpartner_uniek": "vanaf", "praktijkpartner_einde_na_begin": "tot_en_met"}
    sleutel = ("praktijk", "organisatie", "vanaf")

    class Meta:
        model = Praktijkpartner
        fields = ["rol", "vanaf", "tot_en_met"]


class NieuwePartnerForm(PartnerForm):
    """The organisation goes by its name, as on the Excel sheet; the browser suggests those that exist."""

    organisatie = forms.CharField(
        label="Organisatie",
        max_length=LENGTE_REGEL,
        widget=forms.TextInput(attrs={"list": "organisaties", "autocomplete": "off"}),
        help_text="De naam zoals die in de lijst met organisaties staat.",
    )
    field_order = ["organisatie", "rol", "vanaf", "tot_en_met"]

    class Meta(PartnerForm.Meta):
        fields = ["organisatie", *PartnerForm.Meta.fields]

    @property
    def suggesties(self) -> Iterable[str]:
        """Names for while one types."""
        return Organisatie.objects.order_by("naam").values_list("naam", flat=True)[:ORGANISATIES]

    def clean_organisatie(self) -> Organisatie:
        naam = regel(self.cleaned_data["organisatie"])
        zelfde = Organisatie.objects.filter(naam=naam).first() or Organisatie.objects.filter(naam__iexact=naam).first()
        if zelfde is None:
            lijkt = Organisatie.objects.filter(naam__icontains=naam).order_by("naam").values_list("naam", flat=True)
            raise ValidationError(_onbekend(naam, list(lijkt[:5])))
        return zelfde


def _onbekend(naam: str, lijkt: list[str]) -> str:
    if lijkt:
        return f"De organisatie ‘{naam}’ staat niet in de lijst. Bedoelt u: {'; '.join(lijkt)}? Vul de hele naam in."
    return f"De organisatie ‘{naam}’ staat niet in de lijst. Het programmabureau kan haar toevoegen."


def _beperk(veld: forms.Field, keuzes: "models.QuerySet[Any]") -> None:
    """Choices of the same programme alone."""
    assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101  # these fields choose a record
    veld.queryset = keuzes
