"""What people fill in about participants."""

from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht
from mantelzorg.velden import LENGTE_REGEL, regel
from praktijken.models import Deelname, Hoedanigheid
from praktijken.register.acties import NieuweDeelname, Persoon
from praktijken.register.dubbelen import Gezocht, woorden
from praktijken.register.lijst import ONBEKEND, TELT_NIET, Keuze
from praktijken.register.nummers import is_bezet
from praktijken.register.samenvoegen import BLIJFT, VERDWIJNT, Veldkeuze, Voorstel

NUMMER_BEZET = "Iemand anders heeft dit nummer. Neem een ander."
Keuzes = list[tuple[Any, str]]
HOEDANIGHEDEN: Keuzes = [("", "Onbekend"), *((naam, naam) for naam in Hoedanigheid.values)]
_LIJKENDE = 5  # names offered where one is not found


def datumveld(label: str, **opties: Any) -> forms.DateField:
    """A day, with the browser's own calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **opties)


class Organisatieveld(forms.CharField):
    """An organisation by its name, with suggestions as one types; cleaned to the record, or None."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(max_length=LENGTE_REGEL, required=False, **opties)
        self.widget.attrs |= {
            "list": "organisaties",
            "autocomplete": "off",
            "data-organisaties": reverse_lazy("praktijken:deelnemer-organisaties"),
        }

    def prepare_value(self, value: Any) -> Any:
        return value.naam if isinstance(value, Organisatie) else value

    def to_python(self, value: Any) -> Any:
        naam = regel(str(value.naam if isinstance(value, Organisatie) else value or ""))
        if not naam:
            return None
        gevonden = list(Organisatie.objects.select_related("organisatietype").filter(naam__iexact=naam)[:2])
        exact = [een for een in gevonden if een.naam == naam] or gevonden
        if not exact:
            raise ValidationError(_niet_gevonden(naam))
        return exact[0]

    def run_validators(self, value: Any) -> None:
        """The rules are for text, and this is a record."""


def _niet_gevonden(naam: str) -> str:
    langste = max(woorden(naam), key=len, default=naam)
    lijkend = Organisatie.objects.filter(naam__icontains=langste).values_list("naam", flat=True)[:_LIJKENDE]
    bedoelt = f" Bedoelt u: {'; '.join(lijkend)}?" if lijkend else ""
    return (
        f"Deze organisatie staat niet in de lijst.{bedoelt} Laat anders dit veld leeg en kies de soort organisatie; "
        "het programmabureau kan de organisatie toevoegen."
    )


def soortkeuzes() -> Keuzes:
    """The kinds of organisation to choose from; read once for a page of many forms."""
    return [("", "Onbekend, of die van de organisatie"), *Organisatietype.objects.values_list("pk", "naam")]


class ZoekForm(forms.Form):
    """Whom the register shows."""

    zoek = forms.CharField(
        label="Naam, nummer of organisatie",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    programma = forms.ModelChoiceField(Programma.objects.none(), required=False, empty_label="Alle programma’s")
    praktijk = forms.CharField(label="Praktijk (code of naam)", required=False, max_length=200)
    soort = forms.ChoiceField(label="Soort organisatie die telt", required=False)
    na = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    voor = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmas: Any = self.fields["programma"]
        programmas.queryset = Programma.objects.zichtbaar_voor(user, Recht.PERSONEN_ZIEN)
        soorten: Any = self.fields["soort"]
        soorten.choices = [
            ("", "Alle soorten"),
            (ONBEKEND, "Soort onbekend"),
            (TELT_NIET, "Telt nog niet mee"),
            *((str(pk), naam) for pk, naam in Organisatietype.objects.values_list("pk", "naam")),
        ]

    @property
    def keuze(self) -> Keuze:
        """What was asked, when valid."""
        schoon = self.cleaned_data
        programma = schoon["programma"]
        return Keuze(
            zoek=schoon["zoek"],
            programma=programma.pk if programma else None,
            praktijk=schoon["praktijk"],
            soort=schoon["soort"],
        )


class _Record(forms.ModelForm):  # type: ignore[type-arg]  # no subscript at run time
    """Some fields of a record; `vast` are those its rules need and nobody changes here."""

    vast: ClassVar[frozenset[str]]

    def _get_validation_exclusions(self) -> set[str]:
        buiten: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return buiten - self.vast


class PersoonForm(_Record):
    """Somebody's own fields."""

    vast = frozenset({"programma"})

    class Meta:
        model = Deelnemer
        fields = ("nummer", "naam", "email")
        widgets: ClassVar[Any] = {
            "nummer": forms.TextInput(attrs={"autocomplete": "off"}),
            "naam": forms.TextInput(attrs={"autocomplete": "off"}),
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
        }

    def clean_nummer(self) -> str:
        nummer = str(self.cleaned_data["nummer"])
        if nummer != self.initial["nummer"] and is_bezet(self.instance.programma, nummer):
            raise ValidationError(NUMMER_BEZET)
        return nummer


class DeelnameForm(_Record):
    """A participation: on whose behalf, in what capacity, when."""

    vast = frozenset({"deelnemer", "praktijk"})
    organisatie = Organisatieveld(label="Organisatie", help_text="Typ een deel van de naam en kies.")
    vanaf = datumveld("Vanaf")
    tot_en_met = datumveld("Tot en met", required=False, help_text="De laatste dag. Leeg: doet nog mee.")

    class Meta:
        model = Deelname
        fields = ("organisatie", "organisatietype", "hoedanigheid", "rol", "vanaf", "tot_en_met")

    def __init__(self, *args: Any, soorten: Keuzes | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["organisatie"] = self.instance.organisatie
        veld: Any = self.fields["organisatietype"]
        veld.label = "Soort organisatie"
        veld.choices = soortkeuzes() if soorten is None else soorten
        hoedanigheid: Any = self.fields["hoedanigheid"]
        hoedanigheid.choices = HOEDANIGHEDEN


class NieuwForm(forms.Form):
    """Somebody who starts taking part in a practice."""

    nummer = forms.CharField(label="Nummer", max_length=LENGTE_REGEL, help_text="Het volgende vrije nummer staat er.")
    naam = forms.CharField(label="Naam", max_length=LENGTE_REGEL)
    email = forms.EmailField(
        label="E-mail", required=False, max_length=254, help_text="Mag leeg blijven. Een gezin mag één adres delen."
    )
    organisatie = Organisatieveld(label="Organisatie", help_text="Typ een deel van de naam en kies. Geen: laat leeg.")
    organisatietype = forms.ModelChoiceField(
        Organisatietype.objects.all(),
        label="Soort organisatie",
        required=False,
        empty_label="Onbekend, of die van de organisatie",
        help_text="Alleen nodig zonder organisatie, of als de soort van de organisatie niet bekend is.",
    )
    hoedanigheid = forms.ChoiceField(label="Hoedanigheid", required=False, choices=HOEDANIGHEDEN)
    vanaf = datumveld("Doet mee vanaf")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("nummer", "naam", "email"):
            self.fields[naam].widget.attrs["autocomplete"] = "off"

    def clean_naam(self) -> str:
        return regel(str(self.cleaned_data["naam"]))

    def clean_nummer(self) -> str:
        return regel(str(self.cleaned_data["nummer"]))

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()

    @property
    def persoon(self) -> Persoon:
        schoon = self.cleaned_data
        return Persoon(nummer=schoon["nummer"], naam=schoon["naam"], email=schoon["email"])

    def deelname(self, praktijk: Any) -> NieuweDeelname:
        schoon = self.cleaned_data
        return NieuweDeelname(
            praktijk=praktijk,
            organisatie=schoon["organisatie"],
            organisatietype=schoon["organisatietype"],
            hoedanigheid=schoon["hoedanigheid"],
            vanaf=schoon["vanaf"],
        )

    @property
    def gezocht(self) -> Gezocht:
        """What was typed so far, right or wrong, to look for doubles."""
        return Gezocht(
            naam=self["naam"].value() or "", organisatie=self._organisatie(), email=self["email"].value() or ""
        )

    def _organisatie(self) -> str:
        waarde = self["organisatie"].value()
        return waarde.naam if isinstance(waarde, Organisatie) else str(waarde or "")


class SamenvoegForm(forms.Form):
    """A choice for each field in which two records differ."""

    niet_gelukt = "Er is nog niets samengevoegd."
    inzending = forms.UUIDField(widget=forms.HiddenInput)
    gezien = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, voorstel: Voorstel) -> None:
        super().__init__(data, initial={"inzending": uuid4(), "gezien": voorstel.vingerafdruk})
        self.voorstel = voorstel
        for keuze in voorstel.alle_keuzes:
            self.fields[keuze.sleutel] = self._veld(keuze)

    def _veld(self, keuze: Veldkeuze) -> forms.ChoiceField:
        een, ander = self.voorstel.blijft.nummer, self.voorstel.verdwijnt.nummer
        keuzes = [(BLIJFT, f"{keuze.blijft} – van {een}"), (VERDWIJNT, f"{keuze.verdwijnt} – van {ander}")]
        return forms.ChoiceField(label=keuze.label, choices=keuzes, initial=keuze.voorkeur, widget=forms.RadioSelect)

    @property
    def gekozen(self) -> dict[str, str]:
        return {keuze.sleutel: self.cleaned_data[keuze.sleutel] for keuze in self.voorstel.alle_keuzes}

    def velden(self, keuzes: tuple[Veldkeuze, ...]) -> list[forms.BoundField]:
        """The fields of these choices."""
        return [self[keuze.sleutel] for keuze in keuzes]
