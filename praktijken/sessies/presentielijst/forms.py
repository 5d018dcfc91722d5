"""The list as it is handed over, and one row of the screen on which it is checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.velden import LENGTE_REGEL, regel
from praktijken.models import Praktijk, Stand
from praktijken.register.forms import HOEDANIGHEDEN, Keuzes, Organisatieveld
from praktijken.sessies.presentielijst import bestand as bestanden
from praktijken.sessies.presentielijst.acties import NIET_NIEUW, Besluit
from praktijken.sessies.presentielijst.koppelen import Kandidaat, Koppeling
from praktijken.sessies.presentielijst.lezen import MEESTE, TE_VEEL, TEKENS, Regel, TeVeel, uit_tekst
from praktijken.sessies.presentielijst.status import ONBEKEND

NIEUW: Final = "nieuw"
WEG: Final = "weg"


class LijstForm(forms.Form):
    """A list pasted, a list in a file, or both. Cleaned: `regels`."""

    tekst = forms.CharField(
        label="Plak de presentielijst",
        required=False,
        max_length=TEKENS,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "autocomplete": "off", "spellcheck": "false"}),
        help_text=(
            "Eén naam per regel. Of naam; organisatie; e-mail. Kopiëren uit Excel of uit een mail kan ook. "
            "Een kolom als ‘aanwezig’, ‘afwezig’ of ‘status’ wordt gelezen."
        ),
    )
    bestand = forms.FileField(
        label="Of kies een bestand",
        required=False,
        allow_empty_file=True,
        help_text="Excel (.xlsx), .csv of .txt, hoogstens 10 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt", "data-hoogstens": bestanden.GROOTST}),
    )
    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": "", "auto_id": "lijst-%s"} | kwargs))
        self.initial.setdefault("inzending", uuid4())
        self.regels: list[Regel] = []

    def clean_tekst(self) -> str:
        try:
            self.regels += uit_tekst(self.cleaned_data["tekst"])
        except TeVeel as fout:
            raise ValidationError(str(fout)) from fout
        return str(self.cleaned_data["tekst"])

    def clean_bestand(self) -> None:
        if self.cleaned_data["bestand"]:
            try:
                self.regels += bestanden.regels_uit(self.cleaned_data["bestand"])
            except (bestanden.Onleesbaar, TeVeel) as fout:
                raise ValidationError(str(fout)) from fout

    def clean(self) -> dict[str, Any] | None:
        if not self.errors and not self.regels:
            raise ValidationError("Op deze lijst staat niemand. Plak de namen, één per regel, of kies een bestand.")
        if len(self.regels) > MEESTE:
            raise ValidationError(TE_VEEL)
        return super().clean()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijsten:
    """What every row offers, read once: the practices one may add people to, and the kinds of organisation.

    `standen`: what is written down already, of those whose names one may see.
    """

    praktijken: Sequence[Praktijk]
    soorten: Keuzes
    organisaties: Mapping[str, Organisatie]
    standen: Mapping[int, str]


class RijForm(forms.Form):
    """A line of the list: who it is, whether they came, and of somebody new their kind (unknown is allowed)."""

    lijstnaam = forms.CharField(required=False, widget=forms.HiddenInput)
    lijstorganisatie = forms.CharField(required=False, widget=forms.HiddenInput)
    lijstemail = forms.CharField(required=False, widget=forms.HiddenInput)
    lijststatus = forms.CharField(required=False, widget=forms.HiddenInput)
    lijststand = forms.CharField(required=False, widget=forms.HiddenInput)
    aangeboden = forms.CharField(required=False, widget=forms.HiddenInput)
    keuze = forms.ChoiceField(
        label="Wie is dit?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie dit is. Staat deze persoon er niet bij? Kies dan dat die nieuw is."},
    )
    stand = forms.ChoiceField(
        label="Was deze persoon er?",
        required=False,
        choices=[(ONBEKEND, "Status onbekend: kies"), *((een.value, een.value.capitalize()) for een in Stand)],
    )
    naam = forms.CharField(label="Naam", required=False, max_length=LENGTE_REGEL)
    email = forms.EmailField(label="E-mail", required=False, max_length=254)
    praktijk = forms.ChoiceField(label="Doet mee aan", required=False)
    organisatie = Organisatieveld(label="Organisatie")
    organisatietype = forms.ChoiceField(label="Soort organisatie", required=False)
    hoedanigheid = forms.ChoiceField(label="Hoedanigheid", required=False, choices=HOEDANIGHEDEN)

    def __init__(self, data: Any, *, koppeling: Koppeling, lijsten: Lijsten, prefix: str) -> None:
        super().__init__(data, prefix=prefix, label_suffix="", initial=_begin(koppeling, lijsten))
        self.koppeling = koppeling
        self._lijsten = lijsten
        keuzes = [(str(een.deelnemer.pk), _omschreven(een)) for een in koppeling.kandidaten]
        self._kies("keuze", [*keuzes, (NIEUW, "Iemand die nog niet in het register staat"), (WEG, "Niet opnemen")])
        self._kies("praktijk", [(praktijk.pk, praktijk.naam) for praktijk in lijsten.praktijken])
        self._kies("organisatietype", lijsten.soorten)
        for naam in ("naam", "email"):
            self.fields[naam].widget.attrs["autocomplete"] = "off"
        if len(lijsten.praktijken) == 1:
            self.fields["praktijk"].widget = forms.HiddenInput()

    def _kies(self, naam: str, keuzes: Keuzes) -> None:
        veld: Any = self.fields[naam]
        veld.choices = keuzes

    @property
    def is_zeker(self) -> bool:
        """Whether nothing need be asked: found, and taking part already."""
        zeker = self.koppeling.zeker
        return zeker is not None and zeker.doet_mee and bool(self["stand"].value()) and not self.errors

    @property
    def al_vastgelegd(self) -> str:
        """What is written down of who it must be, where the list says something else."""
        zeker = self.koppeling.zeker
        bekend = self._lijsten.standen.get(zeker.deelnemer.pk, "") if zeker else ""
        return bekend if bekend != self["stand"].value() else ""

    def clean(self) -> dict[str, Any] | None:
        schoon = super().clean() or {}
        if schoon.get("keuze") == NIEUW:
            self._toets_nieuw(schoon)
        self._toets_stand(schoon)
        soort, organisatie = self._soort(schoon), schoon.get("organisatie")
        if soort and organisatie and organisatie.organisatietype and organisatie.organisatietype != soort:
            self.add_error("organisatietype", f"De organisatie is van een andere soort: {organisatie.organisatietype}.")
        return schoon

    def _toets_nieuw(self, schoon: Mapping[str, Any]) -> None:
        if not schoon.get("naam"):
            self.add_error("naam", "Vul de naam in.")
        onbekend = {str(een.deelnemer.pk) for een in self.koppeling.kandidaten} - set(schoon["aangeboden"].split(","))
        if onbekend:
            self.add_error("keuze", "Intussen staat er iemand in het register die hierop lijkt. Kies nog eens.")

    def _toets_stand(self, schoon: Mapping[str, Any]) -> None:
        keuze, stand = schoon.get("keuze"), schoon.get("stand")
        if keuze != WEG and stand == ONBEKEND:
            self.add_error("stand", "Kies of deze persoon er was. Weet u het niet? Kies dan ‘Niet opnemen’.")
        if keuze == NIEUW and stand not in (None, ONBEKEND, Stand.AANWEZIG):
            self.add_error("keuze", NIET_NIEUW)
        if keuze == WEG and stand == Stand.AANWEZIG and schoon["lijststand"] in (Stand.AFGEMELD, Stand.NIET_GEKOMEN):
            self.add_error("keuze", "U koos dat deze persoon er was. Kies ook wie dit is.")

    def _soort(self, schoon: Mapping[str, Any]) -> Organisatietype | None:
        sleutel = schoon.get("organisatietype")
        return Organisatietype.objects.get(pk=int(sleutel)) if sleutel else None

    @property
    def besluit(self) -> Besluit | None:
        """What is to be done with this line, when valid; None where the person is left out."""
        schoon = self.cleaned_data
        if schoon["keuze"] == WEG:
            return None
        gekozen = {str(een.deelnemer.pk): een.deelnemer for een in self.koppeling.kandidaten}
        return Besluit(
            stand=schoon["stand"],
            deelnemer=gekozen.get(schoon["keuze"]),
            aangeboden=frozenset(een.deelnemer.pk for een in self.koppeling.kandidaten),
            naam=regel(schoon["naam"]),
            email=schoon["email"].strip().lower(),
            praktijk=next((een for een in self._lijsten.praktijken if str(een.pk) == schoon["praktijk"]), None),
            organisatie=schoon["organisatie"],
            organisatietype=self._soort(schoon),
            hoedanigheid=schoon["hoedanigheid"],
        )


def _omschreven(kandidaat: Kandidaat) -> str:
    wie: Deelnemer = kandidaat.deelnemer
    namens = f", {'; '.join(kandidaat.organisaties)}" if kandidaat.organisaties else ""
    mee = "" if kandidaat.doet_mee else ", doet nog niet mee"
    return f"{wie.naam or 'zonder naam'} ({wie.nummer}{namens}{mee}): {kandidaat.waarom}"


def _begin(koppeling: Koppeling, lijsten: Lijsten) -> dict[str, Any]:
    """Filled in beforehand: who it must be, or that it is somebody new; in doubt nothing is chosen."""
    op_lijst = koppeling.regel
    zeker = koppeling.zeker.deelnemer.pk if koppeling.zeker else None
    return {
        "lijstnaam": op_lijst.naam,
        "lijstorganisatie": op_lijst.organisatie,
        "lijstemail": op_lijst.email,
        "lijststatus": op_lijst.status,
        "lijststand": op_lijst.stand,
        "aangeboden": ",".join(str(een.deelnemer.pk) for een in koppeling.kandidaten),
        "keuze": str(zeker or ("" if koppeling.kandidaten else _onbekende(op_lijst))),
        "stand": _stand(op_lijst, lijsten.standen.get(zeker) if zeker else None),
        "naam": op_lijst.naam,
        "email": op_lijst.email,
        "organisatie": lijsten.organisaties.get(op_lijst.organisatie.casefold(), ""),
        "praktijk": lijsten.praktijken[0].pk if lijsten.praktijken else "",
    }


def _onbekende(op_lijst: Regel) -> str:
    """Somebody who is not in the register: new where they came, left out where they did not."""
    return NIEUW if op_lijst.stand in (Stand.AANWEZIG, ONBEKEND) else WEG


def _stand(op_lijst: Regel, bekend: str | None) -> str:
    """As the list has it; `afwezig` on a list doesn't undo that somebody let it be known beforehand."""
    return bekend if op_lijst.stand == Stand.NIET_GEKOMEN and bekend == Stand.AFGEMELD else op_lijst.stand
