"""What one fills in to plan a session, and to find one."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from mantelzorg.models import User
from mantelzorg.toegang import Bereik, Recht, bereik
from praktijken.blad.forms import Bladformulier
from praktijken.models import VAN_PRAKTIJKEN, Praktijk, Sessie, Sessiesoort

EIGEN = 100
"""How many of an adviser's own practices stand there to tick."""
GEVONDEN = 25
"""How many practices a search brings."""


class SessieForm(Bladformulier):
    """Kind, day, place and practices. `zoek` brings more practices to tick; what is filled in stays."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    zoek = forms.CharField(
        label="Praktijk zoeken (naam of code)",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    class Meta:
        model = Sessie
        fields = ["soort", "datum", "plaats", "praktijken"]
        widgets = {"praktijken": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("inzending", uuid4())
        self.fields["soort"].choices = [("", "Kies"), *((soort, soort) for soort in VAN_PRAKTIJKEN)]  # type: ignore[attr-defined]  # a choice field
        self.fields["plaats"].widget.attrs |= {"autocomplete": "off", "data-vrij": True}
        self.fields["plaats"].help_text = "Een adres, of: online. Schrijf geen namen van personen op."
        del self.fields["reden"]
        self._praktijken(Praktijk.objects.wijzigbaar_door(user).select_related("programma"), user)

    def _praktijken(self, wijzigbaar: "QuerySet[Praktijk]", user: User) -> None:
        veld: Any = self.fields["praktijken"]
        veld.required = True
        veld.error_messages["required"] = "Kies minstens één praktijk."
        veld.queryset = wijzigbaar
        te_kiezen = list(wijzigbaar.filter(pk__in=self.gekozen()))
        te_kiezen += [een for een in self._voorstel(wijzigbaar, user) if een not in te_kiezen]
        veld.choices = [(een.pk, _omschreven(een)) for een in sorted(te_kiezen, key=lambda een: een.naam.casefold())]

    def gekozen(self) -> list[int]:
        """Those ticked, in what was sent or stored; no more than a page holds."""
        waarde = self["praktijken"].value() or []
        sleutels = [getattr(een, "pk", een) for een in waarde]
        return [int(een) for een in sleutels if str(een).isdecimal() and len(str(een)) < 19][:EIGEN]

    def _voorstel(self, wijzigbaar: "QuerySet[Praktijk]", user: User) -> Iterable[Praktijk]:
        """An adviser's own practices, and those that the search finds."""
        if bereik(user, Recht.PRAKTIJKEN_WIJZIGEN) is not Bereik.ALLES:
            yield from wijzigbaar.order_by("naam", "code")[:EIGEN]
        zoek = str(self["zoek"].value() or "").strip()[:200]
        if zoek:
            gevonden = wijzigbaar.filter(Q(naam__icontains=zoek) | Q(code__iexact=zoek))
            yield from gevonden.order_by("naam", "code")[:GEVONDEN]

    def clean_praktijken(self) -> Any:
        praktijken = self.cleaned_data["praktijken"]
        programmas = {praktijk.programma_id for praktijk in praktijken}
        if self.instance.pk:
            programmas.add(self.instance.programma_id)
            _houd_vast(self.instance, praktijken)
        if len(programmas) > 1:
            raise ValidationError("Kies praktijken van één programma.")
        self.instance.programma_id = next(iter(programmas))
        return praktijken


def _omschreven(praktijk: Praktijk) -> str:
    return f"{praktijk.naam} ({praktijk.code}), {praktijk.programma.naam}"


def _houd_vast(sessie: Sessie, praktijken: Iterable[Praktijk]) -> None:
    """A practice with agreements of its own stays: they would hang in the air."""
    met_afspraken = Praktijk.objects.filter(afspraken__sessie=sessie).distinct()
    kwijt = [praktijk.naam for praktijk in met_afspraken if praktijk not in praktijken]
    if kwijt:
        raise ValidationError(f"In deze sessie staan afspraken van {', '.join(kwijt)}. Die praktijk kan er niet uit.")


class ZoekForm(forms.Form):
    """Which sessions the list shows."""

    zoek = forms.CharField(
        label="Praktijk of plaats",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[("", "Alle soorten"), *((een, een) for een in Sessiesoort)]
    )
    mijn = forms.BooleanField(label="Alleen van praktijken die ik begeleid", required=False)
