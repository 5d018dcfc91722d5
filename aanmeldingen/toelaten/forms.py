"""The one form: everything filled in from the application, and all of it may be changed."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError

from aanmeldingen.belangstelling.adviseurs import Kandidaat
from aanmeldingen.models import Partnersoort
from aanmeldingen.openbaar.velden import Emailveld, Regelveld
from aanmeldingen.toelaten.keuzes import NIET, NIEUW, met_sleutel, omschreven, wie_is
from aanmeldingen.toelaten.opdracht import Huisopdracht, Mensopdracht, Opdracht
from aanmeldingen.toelaten.voorstel import Huis, Mens, Voorstel
from deelnemers.models import Organisatie, Organisatietype
from mantelzorg.gemeentegids import GeenGemeente, Gemeentegids
from mantelzorg.models import Gemeente
from praktijken.models import Hoedanigheid, Praktijk
from praktijken.plan.forms import MEESTE_MAANDEN

LAATSTE_JAAR: Final = 2200
"""Of a planned start, so that its plan fits in the calendar."""


class Toelaatform(forms.Form):
    """The practice, its organisations and its people. `blokken` are the parts as the page shows them."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)
    naam = Regelveld(label="Naam van de praktijk")
    code = Regelveld(label="Code", max_length=20, help_text="Kort, en de enige in het programma.")
    gemeente = Regelveld(label="Gemeente", required=False, help_text="De gemeente waar de praktijk werkt.")
    start = forms.DateField(
        label="Geplande start",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="De praktijk start pas echt met de startbijeenkomst. Deelnemers en partners doen mee vanaf deze dag.",
    )
    maanden = forms.IntegerField(label="Duur in maanden", min_value=1, max_value=MEESTE_MAANDEN)
    adviseur = forms.ChoiceField(label="Adviseur", widget=forms.RadioSelect)

    def __init__(
        self,
        *args: Any,
        voorstel: Voorstel,
        kandidaten: tuple[Kandidaat, ...],
        typen: list[Organisatietype],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.voorstel, self.typen = voorstel, typen
        self._adviseurs = {str(een.user.pk): een for een in kandidaten}
        veld: Any = self.fields["adviseur"]
        veld.choices = [(sleutel, een.omschrijving) for sleutel, een in self._adviseurs.items()]
        self.initial = {**self._begin(), **self.initial}
        for nummer, huis in enumerate(voorstel.huizen):
            self._huisvelden(nummer, huis)
        for nummer, mens in enumerate(voorstel.mensen):
            self._mensvelden(nummer, mens)

    def _begin(self) -> dict[str, Any]:
        een = self.voorstel.aanmelding
        begin = {"naam": een.organisatie, "code": self.voorstel.code, "start": self.voorstel.start}
        gids_dag = self._bestaansdag
        gemeente = self._gids.naam_van(een.gemeente.code, gids_dag) if een.gemeente else ""
        extra = {"maanden": een.oproep.vorm_maanden, "inzending": uuid4(), "gezien": self.voorstel.gezien}
        return begin | extra | {"gemeente": gemeente}

    @cached_property
    def _gids(self) -> Gemeentegids:
        return Gemeentegids(Gemeente.objects.all())

    @property
    def _bestaansdag(self) -> Any:
        """A municipality must have existed then (begrippen.md §4): of a planned practice, when its programme began."""
        return self.voorstel.aanmelding.oproep.programma.startdatum

    def _huisvelden(self, nummer: int, huis: Huis) -> None:
        bekend = [(str(een.pk), omschreven(een)) for een in huis.bekend]
        extra = [(NIET, "Niet overnemen")] if huis.partner else []
        self.fields[f"huis_{nummer}"] = forms.ChoiceField(
            label="Welke organisatie is het?",
            widget=forms.RadioSelect,
            choices=[*bekend, (NIEUW, "Een nieuwe organisatie"), *extra],
        )
        self.fields[f"huis_{nummer}_naam"] = Regelveld(label="Naam van de nieuwe organisatie", required=False)
        self.fields[f"huis_{nummer}_type"] = forms.ChoiceField(
            label="Organisatietype van de nieuwe organisatie",
            required=False,
            choices=[("", "Kies"), *((str(een.pk), een.naam) for een in self.typen)],
        )
        keuze = str(huis.zelfde.pk) if huis.zelfde else NIEUW if not bekend else ""
        begin = {"": keuze, "_naam": huis.naam, "_type": str(huis.soort.pk) if huis.soort else ""}
        self.initial = {**self.initial, **{f"huis_{nummer}{deel}": waarde for deel, waarde in begin.items()}}

    def _mensvelden(self, nummer: int, mens: Mens) -> None:
        bekend = [(str(een.pk), f"{een}, {een.email or 'zonder e-mailadres'}") for een in mens.bekend]
        self.fields[f"mens_{nummer}"] = forms.ChoiceField(
            label="Wie is het?",
            widget=forms.RadioSelect,
            choices=[*bekend, (NIEUW, "Een nieuwe deelnemer"), (NIET, "Niet overnemen")],
        )
        self.fields[f"mens_{nummer}_naam"] = Regelveld(label="Naam van de nieuwe deelnemer", required=False)
        self.fields[f"mens_{nummer}_email"] = Emailveld(label="E-mailadres van de nieuwe deelnemer", required=False)
        self.fields[f"mens_{nummer}_hoedanigheid"] = forms.ChoiceField(
            label="Hoedanigheid",
            required=False,
            choices=[("", "Kies"), *((een.value, een.value) for een in Hoedanigheid)],
        )
        keuze = str(mens.zelfde.pk) if mens.zelfde else NIEUW if not bekend else ""
        begin = {"": keuze, "_naam": mens.contact.naam, "_email": mens.contact.email}
        self.initial = {**self.initial, **{f"mens_{nummer}{deel}": waarde for deel, waarde in begin.items()}}

    @property
    def algemeen(self) -> list[forms.BoundField]:
        """The fields of the practice itself."""
        return [self[naam] for naam in ("naam", "code", "gemeente", "start", "maanden", "adviseur")]

    @property
    def blokken(self) -> Iterator[tuple[str, str, list[forms.BoundField]]]:
        """(heading, what the application says, fields) of each organisation and contact person."""
        for nummer, huis in enumerate(self.voorstel.huizen):
            soort = f"Partner: {Partnersoort(huis.partner.soort)}" if huis.partner else "Penvoerder"
            yield f"{soort}, {huis.naam}", "", [self[f"huis_{nummer}{deel}"] for deel in ("", "_naam", "_type")]
        for nummer, mens in enumerate(self.voorstel.mensen):
            delen = ("", "_naam", "_email", "_hoedanigheid")
            velden = [self[f"mens_{nummer}{deel}"] for deel in delen]
            yield f"Contactpersoon: {mens.contact.naam}", mens.contact.functie, velden

    def clean_inzending(self) -> UUID:
        """A form that came without gets one of its own."""
        return self.cleaned_data["inzending"] or uuid4()

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        programma = self.voorstel.aanmelding.oproep.programma_id
        if Praktijk.objects.filter(programma=programma, code=code).exists():
            raise ValidationError(f"Deze code is al van een andere praktijk. Nog vrij: {self.voorstel.code}.")
        return code

    def clean_gemeente(self) -> Gemeente | None:
        naam: str = self.cleaned_data["gemeente"]
        if not naam:
            return None
        try:
            return self._gids.zoek(naam, self._bestaansdag)
        except GeenGemeente as fout:
            raise ValidationError(f"Dat lukt niet: {fout}. Schrijf de naam van de gemeente.") from fout

    def clean_start(self) -> Any:
        start = self.cleaned_data["start"]
        if start.year > LAATSTE_JAAR:
            raise ValidationError("Deze dag ligt te ver weg.")
        return start

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        for nummer in range(len(self.voorstel.huizen)):
            self._keur_huis(f"huis_{nummer}", schoon)
        for nummer in range(len(self.voorstel.mensen)):
            self._keur_mens(f"mens_{nummer}", schoon)
        self._keur_dubbel(schoon)
        return schoon

    def _keur_huis(self, plek: str, schoon: dict[str, Any]) -> None:
        if schoon.get(plek) != NIEUW:
            return
        naam = schoon.get(f"{plek}_naam", "")
        if not naam and f"{plek}_naam" not in self.errors:
            self.add_error(f"{plek}_naam", "Vul de naam in.")
        elif naam and Organisatie.objects.filter(naam__iexact=naam).exists():
            self.add_error(f"{plek}_naam", "Deze organisatie bestaat al. Kies haar hierboven, of een andere naam.")
        if not schoon.get(f"{plek}_type") and f"{plek}_type" not in self.errors:
            self.add_error(f"{plek}_type", "Kies een organisatietype.")

    def _keur_mens(self, plek: str, schoon: dict[str, Any]) -> None:
        keuze = schoon.get(plek)
        if keuze in (None, NIET):
            return
        if keuze == NIEUW and not schoon.get(f"{plek}_naam") and f"{plek}_naam" not in self.errors:
            self.add_error(f"{plek}_naam", "Vul de naam in.")
        if not schoon.get(f"{plek}_hoedanigheid") and f"{plek}_hoedanigheid" not in self.errors:
            self.add_error(f"{plek}_hoedanigheid", "Kies in welke hoedanigheid deze persoon meedoet.")

    def _keur_dubbel(self, schoon: dict[str, Any]) -> None:
        """No organisation and nobody stands in it twice."""
        for soort, aantal in (("huis", len(self.voorstel.huizen)), ("mens", len(self.voorstel.mensen))):
            gezien: set[str] = set()
            for plek in (f"{soort}_{nummer}" for nummer in range(aantal)):
                wie = wie_is(schoon, plek, met_naam=soort == "huis")
                if wie and wie in gezien:
                    self.add_error(plek, "Deze staat er twee keer. Neem er een niet over.")
                gezien.add(wie)

    @property
    def opdracht(self) -> Opdracht:
        """What is to be made, of a valid form."""
        schoon = self.cleaned_data
        huizen = (self._huis(nummer, huis) for nummer, huis in enumerate(self.voorstel.huizen))
        mensen = (self._mens(nummer, mens) for nummer, mens in enumerate(self.voorstel.mensen))
        return Opdracht(
            code=schoon["code"],
            naam=schoon["naam"],
            gemeente=schoon["gemeente"],
            start=schoon["start"],
            maanden=schoon["maanden"],
            adviseur=self._adviseurs[schoon["adviseur"]].user,
            huizen=tuple(een for een in huizen if een),
            mensen=tuple(een for een in mensen if een),
        )

    def _huis(self, nummer: int, huis: Huis) -> Huisopdracht | None:
        keuze = self.cleaned_data[f"huis_{nummer}"]
        if keuze == NIET:
            return None
        penvoerder = huis.partner is None
        if keuze != NIEUW:
            return Huisopdracht(bekend=met_sleutel(huis.bekend, keuze), penvoerder=penvoerder)
        return Huisopdracht(
            bekend=None,
            naam=self.cleaned_data[f"huis_{nummer}_naam"],
            soort=met_sleutel(self.typen, self.cleaned_data[f"huis_{nummer}_type"]),
            gemeente=huis.partner.gemeente if huis.partner else self.cleaned_data["gemeente"],
            penvoerder=penvoerder,
        )

    def _mens(self, nummer: int, mens: Mens) -> Mensopdracht | None:
        keuze = self.cleaned_data[f"mens_{nummer}"]
        if keuze == NIET:
            return None
        return Mensopdracht(
            bekend=None if keuze == NIEUW else met_sleutel(mens.bekend, keuze),
            naam=self.cleaned_data[f"mens_{nummer}_naam"],
            email=self.cleaned_data[f"mens_{nummer}_email"],
            hoedanigheid=self.cleaned_data[f"mens_{nummer}_hoedanigheid"],
        )
