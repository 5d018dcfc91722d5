"""What the office fills in at the outbox."""

from typing import Any

from django import forms

from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.acties import Inhoud, afdruk
from mantelzorg.post.lijst import Keuze
from mantelzorg.post.soorten import NAMEN
from mantelzorg.samenloop import VELDNAAM
from mantelzorg.tekstvak import Tekstvak
from mantelzorg.velden import LENGTE_TEKST, regel

GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."


class ZoekForm(forms.Form):
    """The filters of the outbox, and the key to go on from."""

    stand = forms.ChoiceField(label="Status", required=False, choices=[("", "Alle"), *Poststand.choices])
    soort = forms.ChoiceField(label="Soort", required=False, choices=[("", "Alle"), *NAMEN.items()])
    aan = forms.CharField(label="Naam of e-mailadres", required=False, max_length=200)
    na = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    voor = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    @property
    def keuze(self) -> Keuze:
        """What is looked for, of a valid form."""
        schoon = self.cleaned_data
        return Keuze(stand=schoon["stand"], soort=schoon["soort"], aan=schoon["aan"])


class RedenForm(forms.Form):
    """Why something is held or withdrawn."""

    reden = forms.CharField(label="Reden", max_length=400, help_text=GEEN_NAMEN)

    def clean_reden(self) -> str:
        return regel(str(self.cleaned_data["reden"]))


class InhoudForm(forms.Form):
    """The text of a message, its subject and when it goes. `gezien`: the fingerprint of what was shown."""

    niet_gelukt = "Uw wijziging is niet bewaard."
    onderwerp = forms.CharField(label="Onderwerp", max_length=200)
    tekst = Tekstvak(
        label="Tekst", max_length=LENGTE_TEKST, widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Waar [persoonlijke link] staat, komt bij het versturen een adres dat alleen voor de ontvanger is.",
    )  # fmt: skip
    verstuur_na = forms.DateTimeField(
        label="Niet versturen vóór",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M"],
        error_messages={"invalid": "Dit is geen dag met een tijd. Schrijf bijvoorbeeld 30-06-2020 09:30."},
    )

    def __init__(self, data: Any = None, *, bericht: Bericht) -> None:
        inhoud = Inhoud.van(bericht)
        begin = {"onderwerp": inhoud.onderwerp, "tekst": inhoud.tekst, "verstuur_na": inhoud.verstuur_na}
        super().__init__(data, initial=begin)
        self.afdruk = afdruk(bericht)
        self.gezien = str(self.data.get(VELDNAAM, "")) if self.is_bound else self.afdruk

    def clean_onderwerp(self) -> str:
        return regel(str(self.cleaned_data["onderwerp"]))

    @property
    def inhoud(self) -> Inhoud:
        """What was filled in, of a valid form."""
        return Inhoud(**self.cleaned_data)
