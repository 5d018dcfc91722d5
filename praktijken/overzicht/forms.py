"""What the overview asks people to fill in: a view's name, which practices, and what to do with them."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.http import QueryDict

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from mantelzorg.velden import regel
from praktijken.models import Adviseurschap, Werkgebied
from praktijken.overzicht.acties import (
    AdviseurBeeindigen,
    AdviseurToevoegen,
    Beeindigen,
    Bulkhandeling,
    WerkgebiedZetten,
)
from praktijken.overzicht.vraag import als_vraag

if TYPE_CHECKING:
    _ModelChoiceField = forms.ModelChoiceField[User]
else:
    _ModelChoiceField = forms.ModelChoiceField

AFLOPEN = [("afgerond", "afgerond"), ("voortijdig gestopt", "voortijdig gestopt")]
_DAG = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class NaamForm(forms.Form):
    """The name of a view."""

    naam = forms.CharField(label="Naam", max_length=100, help_text="Alleen u ziet uw weergaven.")

    def clean_naam(self) -> str:
        return regel(self.cleaned_data["naam"])


class WeergaveForm(NaamForm):
    """A view to keep."""

    vraag = forms.CharField(required=False, max_length=4_000, widget=forms.HiddenInput)

    def clean_vraag(self) -> str:
        """Only what an address of the overview can ask."""
        return als_vraag(QueryDict(self.cleaned_data["vraag"]))


class Handelingform(forms.Form):
    """What every bulk action asks beside its own fields."""

    niet_gelukt = "Er is nog niets gewijzigd."
    reden = forms.CharField(
        label="Reden", max_length=200, help_text="Komt bij elke praktijk in de geschiedenis. Schrijf geen namen op."
    )

    def handeling(self) -> Bulkhandeling:
        """The action as filled in; of a valid form."""
        raise NotImplementedError


class BeeindigenForm(Handelingform):
    einddatum = forms.DateField(label="Einddatum", widget=_DAG, help_text="De laatste dag die meetelt.")
    afloop = forms.ChoiceField(label="Afloop", choices=[("", "Kies een afloop"), *AFLOPEN])
    field_order = ("einddatum", "afloop", "reden")

    def handeling(self) -> Bulkhandeling:
        return Beeindigen(einddatum=self.cleaned_data["einddatum"], afloop=self.cleaned_data["afloop"])


class _Adviseurveld(_ModelChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return f"{obj} ({obj.email})" if obj.naam else obj.email


class AdviseurToevoegenForm(Handelingform):
    adviseur = _Adviseurveld(label="Adviseur", queryset=User.objects.none(), empty_label="Kies een adviseur")
    vanaf = forms.DateField(label="Vanaf", widget=_DAG)
    tot_en_met = forms.DateField(label="Tot en met", widget=_DAG, required=False, help_text="Leeg: zonder einde.")
    waarnemer = forms.BooleanField(label="Waarnemer", required=False)
    field_order = ("adviseur", "vanaf", "tot_en_met", "waarnemer", "reden")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        adviseurs = User.objects.filter(groups__name=Rol.ADVISEUR.value, is_active=True)
        self.fields["adviseur"].queryset = adviseurs.order_by("naam", "email")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or self.cleaned_data
        vanaf, laatste = velden.get("vanaf"), velden.get("tot_en_met")
        if vanaf and laatste and laatste < vanaf:
            raise ValidationError({"tot_en_met": "De laatste dag ligt voor de eerste."})
        return velden

    def handeling(self) -> Bulkhandeling:
        velden = self.cleaned_data
        return AdviseurToevoegen(
            adviseur=velden["adviseur"],
            vanaf=velden["vanaf"],
            tot_en_met=velden["tot_en_met"],
            waarnemer=velden["waarnemer"],
        )


class AdviseurBeeindigenForm(Handelingform):
    adviseur = _Adviseurveld(label="Adviseur", queryset=User.objects.none(), empty_label="Kies een adviseur")
    tot_en_met = forms.DateField(label="Laatste dag", widget=_DAG)
    field_order = ("adviseur", "tot_en_met", "reden")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begeleidt = Exists(Adviseurschap.objects.filter(adviseur=OuterRef("pk")))
        adviseurs = User.objects.filter(begeleidt).order_by("naam", "email")
        self.fields["adviseur"].queryset = adviseurs  # type: ignore[attr-defined]

    def handeling(self) -> Bulkhandeling:
        return AdviseurBeeindigen(adviseur=self.cleaned_data["adviseur"], tot_en_met=self.cleaned_data["tot_en_met"])


class WerkgebiedForm(Handelingform):
    werkgebied = forms.ChoiceField(label="Werkgebied", choices=[("", "Kies een werkgebied"), *Werkgebied.choices])
    field_order = ("werkgebied", "reden")

    def handeling(self) -> Bulkhandeling:
        return WerkgebiedZetten(werkgebied=self.cleaned_data["werkgebied"])


HANDELINGEN: dict[str, tuple[str, type[Handelingform]]] = {
    "beeindigen": ("Einddatum en afloop zetten", BeeindigenForm),
    "adviseur_toevoegen": ("Adviseur toevoegen", AdviseurToevoegenForm),
    "adviseur_beeindigen": ("Adviseur beëindigen", AdviseurBeeindigenForm),
    "werkgebied": ("Werkgebied zetten", WerkgebiedForm),
}
"""Key in the form, what it is called, what it asks."""


class Actiekeuze(forms.Form):
    """Under the list: what to do with the practices that were ticked."""

    actie = forms.ChoiceField(
        label="Wat wilt u doen?",
        choices=[("", "Kies een actie"), *((sleutel, naam) for sleutel, (naam, _) in HANDELINGEN.items())],
    )
    alles = forms.BooleanField(label="Alle praktijken van deze lijst, ook op andere bladzijden", required=False)


class Selectie(forms.Form):
    """Which practices: their keys, as one text, so that thousands still are one field."""

    praktijken = forms.RegexField(regex=r"^\d{1,9}(,\d{1,9})*\Z", max_length=20_000, widget=forms.HiddenInput)
    inzending = forms.UUIDField(widget=forms.HiddenInput)

    def sleutels(self) -> list[int]:
        """The keys, each once, in their order; of a valid form."""
        return [int(deel) for deel in dict.fromkeys(self.cleaned_data["praktijken"].split(","))]
