"""Step 3: whom to write to. Rows are numbered fields, with one empty row at the end, so that none needs JavaScript."""

from typing import Any, Final

from django import forms

from aanmeldingen.formulier.forms.basis import Stapform
from aanmeldingen.formulier.post import mail_link
from aanmeldingen.models import Contactpersoon
from aanmeldingen.openbaar.velden import Emailveld, Regelveld

MEESTE: Final = 6
VELDEN: Final = ("naam", "functie", "email", "telefoon")
Rij = dict[str, str]


class Contactform(Stapform):
    """The contact persons: a row that is emptied is one less; the first stays, and gets the mail."""

    def begin(self) -> dict[str, Any]:
        return {
            f"{veld}_{nummer}": getattr(een, veld)
            for nummer, een in enumerate(self.dossier.contactpersonen, start=1)
            for veld in VELDEN
        }

    def richt_in(self) -> None:
        bestaand = len(self.dossier.contactpersonen)
        gestuurd = max((i for i in range(1, MEESTE + 1) if f"naam_{i}" in self.data), default=0)
        self.rijen = range(1, min(max(bestaand + 1, gestuurd), MEESTE) + 1)
        for nummer in self.rijen:
            self.fields |= _velden(nummer)

    @property
    def blokken(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The rows as the page shows them."""
        return [(nummer, [self[f"{veld}_{nummer}"] for veld in VELDEN]) for nummer in self.rijen]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        for nummer in self.rijen:
            self._keur(nummer, schoon)
        return schoon

    def _keur(self, nummer: int, schoon: dict[str, Any]) -> None:
        ingevuld = any(schoon.get(f"{veld}_{nummer}") for veld in VELDEN)
        for veld, wat in (("naam", "de naam"), ("email", "het e-mailadres")):
            plek = f"{veld}_{nummer}"
            if (ingevuld or nummer == 1) and not schoon.get(plek) and plek not in self.errors:
                self.add_error(plek, f"Vul {wat} in van contactpersoon {nummer}.")

    def bewaar(self, reden: str) -> None:
        over = [rij for nummer in self.rijen if (rij := self._rij(nummer))["naam"]]
        for te_veel in self.dossier.contactpersonen[len(over) :]:
            te_veel._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
            te_veel.delete()
        for nummer, rij in enumerate(over, start=1):
            self._bewaar_rij(nummer, rij, reden)

    def _rij(self, nummer: int) -> Rij:
        return {veld: self.cleaned_data[f"{veld}_{nummer}"] for veld in VELDEN}

    def _bewaar_rij(self, nummer: int, rij: Rij, reden: str) -> None:
        bestaand = self.dossier.contactpersonen
        een = bestaand[nummer - 1] if nummer <= len(bestaand) else self._nieuw(nummer)
        adres = een.email
        anders = [veld for veld in VELDEN if getattr(een, veld) != rij[veld]]
        for veld in anders:
            setattr(een, veld, rij[veld])
        if anders:
            een._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
            een.save()
        if nummer == 1 and een.email != adres and self.dossier.aanmelding.ingediend_op is None:
            mail_link(self.dossier.aanmelding, een)

    def _nieuw(self, nummer: int) -> Contactpersoon:
        return Contactpersoon(aanmelding=self.dossier.aanmelding, volgorde=nummer)


def _velden(nummer: int) -> dict[str, forms.Field]:
    eigen = nummer == 1  # what a browser knows of who fills it in, is the first's alone
    return {
        f"naam_{nummer}": Regelveld(label="Naam", required=False, widget=_invoer("name", eigen)),
        f"functie_{nummer}": Regelveld(
            label="Functie", required=False, max_length=100, widget=_invoer("organization-title", eigen)
        ),
        f"email_{nummer}": Emailveld(required=False, widget=_adres(eigen)),
        f"telefoon_{nummer}": Regelveld(
            label="Telefoonnummer", required=False, max_length=30, widget=_invoer("tel", eigen)
        ),
    }


def _invoer(soort: str, eigen: bool) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": soort if eigen else "off"})


def _adres(eigen: bool) -> forms.EmailInput:
    return forms.EmailInput(attrs={"autocomplete": "email" if eigen else "off"})
