"""Step 2: sectors, the place, and who joins in."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from aanmeldingen.formulier.forms.gemeente import MetGemeente
from aanmeldingen.models import Aanmeldpartner, Instroom, Oproep, Oproepsector, Partnersoort, Sector
from aanmeldingen.openbaar.velden import Regelveld
from mantelzorg.models import Gemeente

MEESTE: Final = 6
SOORTEN: Final = [(soort.value, soort.value) for soort in Partnersoort]
DUBBEL: Final = "Deze partner staat er al."
EERST_BELANGSTELLING: Final = (
    "Voor de sector {} meldt u zich niet meteen aan. "
    '<a href="{}">Laat weten dat u belangstelling heeft</a>. Een adviseur neemt dan contact met u op.'
)


class Sectorform(MetGemeente):
    """Whose place it takes, where, and the partners. A partner of whom the name is emptied is one less.

    Sectors are sent by name: where the form comes too late, people read back what they chose.
    """

    sector = forms.ModelChoiceField(
        Sector.objects.none(), label="In welke sector werkt uw organisatie?", required=False, widget=forms.RadioSelect,
        empty_label=None, to_field_name="naam",
        help_text="Werkt u in meer sectoren? Kies de sector waar uw vraag het meest over gaat.",
    )  # fmt: skip
    sectoren = forms.ModelMultipleChoiceField(
        Sector.objects.none(), label="Gaat uw vraag ook over andere sectoren?", required=False,
        to_field_name="naam", widget=forms.CheckboxSelectMultiple, help_text="U mag dit leeg laten.",
    )  # fmt: skip
    plaats = Regelveld(label="In welke plaats?", required=False, max_length=100)
    gemeente = Regelveld(
        label="In welke gemeente?",
        required=False,
        help_text="Heet de gemeente net zo als de plaats? Dan mag u dit leeg laten.",
    )
    verplicht = ("plaats",)

    def begin(self) -> dict[str, Any]:
        een = self.dossier.aanmelding
        begin = {
            "sector": een.sector,
            "sectoren": self.dossier.sectoren,
            "plaats": een.plaats,
            "gemeente": self.naam(een.gemeente),
        }
        for nummer, partner in enumerate(self.dossier.partners, start=1):
            begin |= {
                f"partner_{nummer}": partner.naam,
                f"soort_{nummer}": partner.soort,
                f"partnergemeente_{nummer}": self.naam(partner.gemeente),
            }
        return begin

    def richt_in(self) -> None:
        if self.streng:
            del self.fields["sector"]
        self._kies_uit(Sector.objects.filter(oproepsectoren__oproep=self.dossier.aanmelding.oproep_id))
        gestuurd = max((i for i in range(1, MEESTE + 1) if f"partner_{i}" in self.data), default=0)
        self.rijen = range(1, min(max(len(self.dossier.partners) + 1, gestuurd), MEESTE) + 1)
        for nummer in self.rijen:
            self.fields |= _partnervelden(nummer)

    def _kies_uit(self, sectoren: Any) -> None:
        for naam in {"sector", "sectoren"} & self.fields.keys():
            veld: Any = self.fields[naam]
            veld.queryset = sectoren

    @property
    def blokken(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The rows of partners as the page shows them."""
        return [(nummer, [self[naam] for naam in self._namen(nummer)]) for nummer in self.rijen]

    def _namen(self, nummer: int) -> list[str]:
        delen = ("partner_{}", "soort_{}", "partnergemeente_{}", "partnergemeente_{}_keuze")
        namen = [deel.format(nummer) for deel in delen]
        return [naam for naam in namen if naam in self.fields]

    @property
    def eerste(self) -> list[forms.BoundField]:
        """The fields before the partners."""
        namen = ("sector", "sectoren", "plaats", "gemeente", "gemeente_keuze")
        return [self[naam] for naam in namen if naam in self.fields]

    def clean_sector(self) -> Sector | None:
        """Who can only state interest is referred to it, unless that is how this application began."""
        sector: Sector | None = self.cleaned_data["sector"]
        een = self.dossier.aanmelding
        if sector is None or een.belangstelling_id or not _alleen_belangstelling(een.oproep_id, sector):
            return sector
        raise ValidationError(format_html(EERST_BELANGSTELLING, sector.naam, _adres(een.oproep)))

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        self.gevonden = self._zoek_plaats(schoon)
        self.partners = self._lees_partners(schoon)
        return schoon

    @property
    def changed_data(self) -> list[str]:
        """Also where the place stood there already, as after interest, and its municipality was not looked up yet."""
        anders = super().changed_data
        een = self.dossier.aanmelding
        erbij = een.gemeente_id is None and self.gevonden is not None and "gemeente" not in anders
        return [*anders, "gemeente"] if erbij else anders

    def _zoek_plaats(self, schoon: dict[str, Any]) -> Gemeente | None:
        """That of the name in `gemeente`; else the one that is called like the place."""
        if "gemeente" in self.errors or "plaats" in self.errors:
            return None
        return self.zoek(schoon.get("gemeente") or schoon.get("plaats") or "", "gemeente")

    def _lees_partners(self, schoon: dict[str, Any]) -> dict[str, tuple[str, Gemeente | None]]:
        """(kind, municipality) by name."""
        gelezen: dict[str, tuple[str, Gemeente | None]] = {}
        namen = set()
        for nummer in self.rijen:
            naam, soort = schoon.get(f"partner_{nummer}"), schoon.get(f"soort_{nummer}")
            waar = self.zoek(schoon.get(f"partnergemeente_{nummer}") or "", f"partnergemeente_{nummer}")
            if not naam:
                self._mist_naam(nummer, schoon)
                continue
            if naam.casefold() in namen:
                self.add_error(f"partner_{nummer}", DUBBEL)
            if not soort:
                self.add_error(f"soort_{nummer}", "Kies wat voor organisatie het is.")
            namen.add(naam.casefold())
            gelezen[naam] = (str(soort), waar)
        return gelezen

    def _mist_naam(self, nummer: int, schoon: dict[str, Any]) -> None:
        bestond = nummer <= len(self.dossier.partners)
        rest = schoon.get(f"soort_{nummer}") or schoon.get(f"partnergemeente_{nummer}")
        if rest and not bestond and f"partner_{nummer}" not in self.errors:
            self.add_error(f"partner_{nummer}", "Vul de naam van deze partner in.")

    def bewaar(self, reden: str) -> None:
        een = self.dossier.aanmelding
        een.plaats, een.gemeente = self.cleaned_data["plaats"], self.gevonden
        if "sector" in self.fields:
            een.sector = self.cleaned_data["sector"]
        een._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
        een.save(update_fields=["plaats", "gemeente", "sector"])
        andere = [sector for sector in self.cleaned_data["sectoren"] if sector.pk != een.sector_id]
        if {sector.pk for sector in andere} != {sector.pk for sector in self.dossier.sectoren}:
            een._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
            een.sectoren.set(andere)
        self._bewaar_partners(reden)

    def _bewaar_partners(self, reden: str) -> None:
        bestaand = {partner.naam: partner for partner in self.dossier.partners}
        for naam, partner in bestaand.items():
            if naam not in self.partners:
                partner._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
                partner.delete()
        for naam, (soort, gemeente) in self.partners.items():
            partner = bestaand.get(naam) or Aanmeldpartner(aanmelding=self.dossier.aanmelding, naam=naam)
            if (partner.soort, partner.gemeente) != (soort, gemeente) or partner.pk is None:
                partner.soort, partner.gemeente = soort, gemeente
                partner._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
                partner.save()


def _adres(oproep: Oproep) -> str:
    return reverse("aanmeldingen:belangstelling-tonen", args=[oproep.slug])


def _alleen_belangstelling(oproep: int, sector: Sector) -> bool:
    kant = Oproepsector.objects.filter(oproep=oproep, sector=sector, instroom=Instroom.BELANGSTELLING)
    return kant.exists()


def _partnervelden(nummer: int) -> dict[str, forms.Field]:
    return {
        f"partner_{nummer}": Regelveld(
            label="Naam van de partner", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
        ),
        f"soort_{nummer}": forms.ChoiceField(
            label="Wat voor organisatie is het?", required=False, choices=[("", "Kies"), *SOORTEN]
        ),
        f"partnergemeente_{nummer}": Regelveld(
            label="In welke gemeente?", required=False, help_text="U mag dit leeg laten."
        ),
    }
