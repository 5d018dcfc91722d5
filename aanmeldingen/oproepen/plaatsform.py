"""How many places, by which rule, and which sectors take part: one form, for the quotas must fit in the places."""

from typing import Any, Final

from django import forms
from django.utils.text import capfirst

from aanmeldingen.models import Aanmelding, Instroom, Oproep, Sector, Verdeling
from aanmeldingen.oproepen import afdruk, controle
from aanmeldingen.oproepen.acties import Kant
from aanmeldingen.oproepen.deelform import Deelform
from aanmeldingen.plaatsen import lezen
from mantelzorg.velden import LENGTE_REGEL, regel

MEESTE_PLAATSEN: Final = 10_000
_INSTROOM: Final = [("", "Doet niet mee"), *((een.value, een.value.capitalize()) for een in Instroom)]


class PlaatsenForm(Deelform):
    """`sectorrijen`: of each sector its name and its two fields."""

    plaatsen = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=MEESTE_PLAATSEN,
        help_text="Eén plaats is voor één organisatie die zich aanmeldt. Partners nemen geen plaats in.",
    )
    verdeling = forms.ChoiceField(
        label="Hoe worden de plaatsen verdeeld?",
        choices=[(een.value, een.value.capitalize()) for een in Verdeling],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label="Reden",
        max_length=LENGTE_REGEL,
        help_text="Waarom zo? De reden komt in de geschiedenis en in het plaatsenboek te staan.",
    )

    def __init__(self, data: Any = None, *, oproep: Oproep) -> None:
        self.oproep = oproep
        gezien = afdruk.plaatsen(oproep)
        kanten = {een.sector_id: een for een in oproep.oproepsectoren.all()}
        stand = lezen.stand(oproep).capaciteit
        begin: dict[str, Any] = {
            "plaatsen": stand or oproep.programma.capaciteit,
            "verdeling": oproep.verdeling,
        }
        for pk, een in kanten.items():
            begin |= {f"instroom-{pk}": een.instroom, f"quotum-{pk}": een.quotum}
        super().__init__(data, afdruk=gezien, initial=begin)
        self._kanten, self._ontvangen = kanten, controle.al_ontvangen(oproep)
        self._sectoren = list(Sector.objects.all())
        for sector in self._sectoren:
            self._voeg_toe(sector)

    def _voeg_toe(self, sector: Sector) -> None:
        naam = capfirst(sector.naam)
        self.fields[f"instroom-{sector.pk}"] = forms.ChoiceField(
            label=f"{naam}: hoe doet men mee?", required=False, choices=_INSTROOM
        )
        self.fields[f"quotum-{sector.pk}"] = forms.IntegerField(
            label=f"{naam}: quotum", required=False, min_value=0, max_value=MEESTE_PLAATSEN
        )

    @property
    def sectorrijen(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        return [(een.naam, self[f"instroom-{een.pk}"], self[f"quotum-{een.pk}"]) for een in self._sectoren]

    @property
    def kanten(self) -> dict[int, Kant]:
        """The sectors that take part, of a form whose fields are clean."""
        gevonden = {}
        for sector in self._sectoren:
            if instroom := self.cleaned_data.get(f"instroom-{sector.pk}"):
                gevonden[sector.pk] = Kant(instroom=instroom, quotum=self.cleaned_data.get(f"quotum-{sector.pk}"))
        return gevonden

    def clean_reden(self) -> str:
        return regel(str(self.cleaned_data["reden"]))

    def clean_verdeling(self) -> str:
        verdeling: str = self.cleaned_data["verdeling"]
        if self._ontvangen and verdeling != self.oproep.verdeling:
            raise forms.ValidationError("Er zijn al aanmeldingen ontvangen. De manier van verdelen staat nu vast.")
        return verdeling

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if "plaatsen" in schoon and schoon.get("verdeling") == Verdeling.QUOTUM:
            self._toets_som(schoon["plaatsen"])
        if self.oproep.gepubliceerd_op and not self.kanten and not self.errors:
            self.add_error(None, "De oproep is gepubliceerd. Er moet minstens één sector meedoen.")
        for sector in self._sectoren:
            self._toets_sector(sector)
        return schoon

    def _toets_som(self, plaatsen: int) -> None:
        samen = sum(een.quotum or 0 for een in self.kanten.values())
        if samen > plaatsen:
            uitleg = f"De quota zijn samen {samen}. Dat is meer dan de {plaatsen} plaatsen."
            self.add_error("plaatsen", f"{uitleg} Kies meer plaatsen of lagere quota.")

    def _toets_sector(self, sector: Sector) -> None:
        was, wordt = self._kanten.get(sector.pk), self.kanten.get(sector.pk)
        quotum = f"quotum-{sector.pk}"
        if wordt is None and self.cleaned_data.get(quotum) is not None:
            self.add_error(quotum, "Deze sector doet niet mee. Maak het quotum leeg, of kies hoe men meedoet.")
        if was is not None and wordt is None and self._aangemeld(sector):
            self.add_error(f"instroom-{sector.pk}", "Er zijn aanmeldingen uit deze sector. Laat de sector staan.")
        heeft, krijgt = (een is not None and een.quotum is not None for een in (was, wordt))
        if self._ontvangen and self.oproep.verdeling == Verdeling.QUOTUM and heeft != krijgt:
            fout = "Er zijn al aanmeldingen ontvangen. Een quotum kan nog hoger of lager, maar niet erbij of eraf."
            self.add_error(quotum, fout)

    def _aangemeld(self, sector: Sector) -> bool:
        return Aanmelding.objects.filter(oproep=self.oproep, sector=sector).exists()
