"""What staff fill in: the mail, and what to do with an answer."""

from typing import Any
from uuid import uuid4

from django import forms

from mantelzorg.velden import LENGTE_REGEL, LENGTE_TEKST, regel, tekst
from praktijken.kloptdit.beslissen import Overname
from praktijken.kloptdit.brief import NAAM, ONDERWERP, TEKST, keur_tekst
from praktijken.kloptdit.overzicht import Uitvraagstand
from praktijken.kloptdit.voorstel import Voorstel
from praktijken.models import Verzoek
from praktijken.models.avg import Uitkomst as Verzoekuitkomst
from praktijken.register.forms import Organisatieveld

GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."


class Verstuurform(forms.Form):
    """The mail as it goes to each."""

    niet_gelukt = "Er is nog niets klaargezet."
    onderwerp = forms.CharField(label="Onderwerp", max_length=200, initial=ONDERWERP)
    tekst = forms.CharField(
        label="Tekst",
        max_length=LENGTE_TEKST,
        initial=TEKST,
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text=f"{NAAM} wordt de naam van de deelnemer. [persoonlijke link] wordt de link van die deelnemer.",
    )
    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean_onderwerp(self) -> str:
        return regel(str(self.cleaned_data["onderwerp"]))

    def clean_tekst(self) -> str:
        schoon = tekst(str(self.cleaned_data["tekst"]))
        keur_tekst(schoon)
        return schoon


class Uitvraagzoekform(forms.Form):
    """Which requests to show, and the key from which to go on."""

    stand = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Alle"), *((een.value, een.label.capitalize()) for een in Uitvraagstand)],
    )
    praktijk = forms.CharField(
        label="Praktijk", required=False, max_length=LENGTE_REGEL, help_text="De code, of een deel van de naam."
    )
    na = forms.IntegerField(required=False, min_value=0, max_value=2**62, widget=forms.HiddenInput)
    voor = forms.IntegerField(required=False, min_value=0, max_value=2**62, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)


class NietBenaderenForm(forms.Form):
    """Why somebody must not, or may again, be mailed."""

    reden = forms.CharField(label="Waarom", max_length=200, help_text=GEEN_NAMEN)

    def clean_reden(self) -> str:
        return regel(str(self.cleaned_data["reden"]))


class Besluitform(forms.Form):
    """What to take over of an answer, or why not."""

    niet_gelukt = "Er is nog niets overgenomen."
    velden = forms.MultipleChoiceField(label="Overnemen", required=False, widget=forms.CheckboxSelectMultiple)
    organisatie = Organisatieveld(label="Deze organisatie is het", help_text="Typ een deel van de naam en kies.")
    nieuwe_organisatie = forms.BooleanField(required=False)
    reden = forms.CharField(
        label="Uitleg voor de deelnemer",
        required=False,
        max_length=LENGTE_TEKST,
        help_text=f"Nodig als u niet overneemt. De deelnemer kan dit lezen. {GEEN_NAMEN}",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    verzoek_uitkomst = forms.ChoiceField(
        required=False, choices=[("", "Nee, het blijft open"), *((een, f"Ja: {een}") for een in Verzoekuitkomst.values)]
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, voorstel: Voorstel, verzoek: Verzoek | None = None) -> None:
        keuzes = [(regel.sleutel, f"{regel.label}: {regel.wordt}") for regel in voorstel.regels]
        begin = {"gezien": voorstel.gezien, "velden": [sleutel for sleutel, _ in keuzes]}
        super().__init__(data, initial=begin)
        velden: Any = self.fields["velden"]
        velden.choices = keuzes
        if not keuzes:
            del self.fields["velden"]
        self._organisatievelden(voorstel)
        if verzoek is None:
            del self.fields["verzoek_uitkomst"]
        else:
            self.fields["verzoek_uitkomst"].label = f"Verzoek {verzoek.pk} ook afhandelen?"

    def _organisatievelden(self, voorstel: Voorstel) -> None:
        """Which organisation it is, is only asked where the register has none by that name."""
        naam = voorstel.onbekende_organisatie
        if not naam or not voorstel.regels:
            del self.fields["organisatie"], self.fields["nieuwe_organisatie"]
            return
        self.fields["nieuwe_organisatie"].label = f"Of: ‘{naam}’ toevoegen aan de organisaties"

    def clean_reden(self) -> str:
        return tekst(str(self.cleaned_data["reden"]))

    def overname(self, voorstel: Voorstel) -> Overname:
        schoon = self.cleaned_data
        return Overname(
            velden=frozenset(schoon.get("velden", ())),
            organisatie=voorstel.organisatie or schoon.get("organisatie"),
            nieuwe_organisatie=schoon.get("nieuwe_organisatie", False),
            gezien=schoon["gezien"],
            reden=schoon["reden"],
        )
