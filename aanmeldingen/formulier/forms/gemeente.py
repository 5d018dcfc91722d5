"""A municipality by the name people type; where it goes for more than one, they choose."""

import datetime

from django import forms
from django.utils.functional import cached_property
from django.utils.timezone import localdate

from aanmeldingen.formulier.forms.basis import Stapform
from mantelzorg.gemeentegids import Gemeentegids
from mantelzorg.models import Gemeente

ONBEKEND = "Wij kennen geen gemeente met deze naam. Schrijf de naam van de gemeente, niet van het dorp of de wijk."
KIES = "Er zijn meer gemeenten met deze naam. Kies hieronder welke u bedoelt."


class MetGemeente(Stapform):
    """A form with names of municipalities in it."""

    @cached_property
    def gids(self) -> Gemeentegids:
        """All municipalities: one query, and only where a name stands in the form."""
        return Gemeentegids(Gemeente.objects.all())

    def naam(self, gemeente: Gemeente | None) -> str:
        """The name by which it is found again."""
        return self.gids.naam_van(gemeente.code, self.vandaag) if gemeente else ""

    @cached_property
    def vandaag(self) -> datetime.date:
        """The day that names are read on."""
        return localdate(self.nu)

    def zoek(self, naam: str, bij: str) -> Gemeente | None:
        """The municipality of that name; None with an error at the field `bij`, and a choice where there are more."""
        if not naam:
            return None
        gevonden = self.gids.mogelijk(naam, self.vandaag)
        if len(gevonden) > 1:
            return self._gekozen(gevonden, bij)
        if not gevonden:
            self.add_error(bij, ONBEKEND)
            return None
        return gevonden[0]

    def _gekozen(self, gevonden: list[Gemeente], bij: str) -> Gemeente | None:
        keuze = str(self.data.get(f"{bij}_keuze", ""))
        if (gemeente := next((een for een in gevonden if een.code == keuze), None)) is None:
            self.add_error(bij, KIES)
            self.fields[f"{bij}_keuze"] = forms.ChoiceField(
                label="Welke gemeente bedoelt u?",
                required=False,
                widget=forms.RadioSelect,
                choices=[(een.code, f"{een.naam} ({een.provincie or een.code})") for een in gevonden],
            )
        return gemeente
