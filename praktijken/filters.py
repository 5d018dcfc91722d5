"""Which practices the list shows, in what order and on which day; all of it stands in the address."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.forms import BoundField
from django.utils.text import Truncator
from django_filters import BooleanFilter, CharFilter, ChoiceFilter, DateFilter, FilterSet

from mantelzorg.models import Gemeente, Programma, User
from praktijken.models import Praktijk, PrangendeVraag, Thema, Werkgebied
from praktijken.models.praktijk import Status
from praktijken.querysets import PraktijkQuerySet

_SORTERINGEN: dict[str, F | Lower] = {
    "naam": Lower("naam"),
    "code": Lower("code"),
    "programma": Lower("programma__naam"),
    "status": F("status"),
    "ontwerpvragen": F("aantal_ontwerpvragen"),
    "experimenten": F("aantal_experimenten"),
}
_STANDAARD = "naam"
_MEER = ("gemeente", "werkgebied", "thema", "vraag")
_VRAAG_TEKENS = 80  # a question is a sentence; a choice in a list is a line

Keuzes = list[tuple[str, str]]


class PraktijkFilter(FilterSet):  # type: ignore[misc]  # django-filter has no annotations
    """Filters over the practices `user` may see; choices hold only what stands in those."""

    zoek = CharFilter(label="Zoeken", method="filter_zoek", max_length=200, help_text="In naam, code en kernthema.")
    programma = ChoiceFilter(label="Programma", field_name="programma__slug", empty_label="Alle programma’s")
    status = ChoiceFilter(
        label="Status",
        choices=[(status.value, status.value.capitalize()) for status in Status],
        empty_label="Elke status",
    )
    op = DateFilter(
        label="Status op de dag",
        method="filter_op",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="Leeg: vandaag.",
    )
    gemeente = ChoiceFilter(label="Gemeente", field_name="praktijkgemeenten__gemeente", empty_label="Alle gemeenten")
    werkgebied = ChoiceFilter(label="Werkgebied", choices=Werkgebied.choices, empty_label="Elk werkgebied")
    thema = ChoiceFilter(label="Thema", method="filter_thema", empty_label="Alle thema’s")
    vraag = ChoiceFilter(label="Prangende vraag", field_name="prangende_vragen", empty_label="Alle prangende vragen")
    mijn = BooleanFilter(label="Alleen mijn praktijken", method="filter_mijn", widget=forms.CheckboxInput)
    sorteer = ChoiceFilter(
        choices=[(min_teken + sleutel, sleutel) for sleutel in _SORTERINGEN for min_teken in ("", "-")],
        method="filter_sorteer",
        widget=forms.HiddenInput,
    )

    def __init__(self, data: Mapping[str, Any], *, user: User, vandaag: datetime.date) -> None:
        zichtbaar = Praktijk.objects.zichtbaar_voor(user)
        super().__init__(data, zichtbaar.order_by(Lower("naam"), "code", "pk"))
        self.user, self.vandaag = user, vandaag
        for naam, keuzes in _keuzes(zichtbaar).items():
            self.filters[naam].extra["choices"] = keuzes
        if not zichtbaar.begeleid_door(user, vandaag).exists():
            del self.filters["mijn"]

    @property
    def dag(self) -> datetime.date:
        """The day the list speaks of: the one asked for, else today."""
        return self.form.cleaned_data.get("op") or self.vandaag

    @property
    def hoofdvelden(self) -> list[BoundField]:
        """The fields that always stand open."""
        return [self.form[naam] for naam in self.form.fields if naam not in (*_MEER, "sorteer")]

    @property
    def meer_velden(self) -> list[BoundField]:
        """The fields one opens where the others don't suffice."""
        return [self.form[naam] for naam in _MEER]

    @property
    def meer_open(self) -> bool:
        """Whether one of those is in use, or wrong."""
        return any(self.form.cleaned_data.get(naam) or naam in self.form.errors for naam in _MEER)

    @property
    def sortering(self) -> str:
        """The column it is ordered by, with a minus sign where descending."""
        return self.form.cleaned_data.get("sorteer") or _STANDAARD

    @property
    def gefilterd(self) -> bool:
        """Whether something narrows the list down."""
        return any(waarde for naam, waarde in self.form.cleaned_data.items() if naam not in ("op", "sorteer"))

    def filter_queryset(self, queryset: PraktijkQuerySet) -> PraktijkQuerySet:
        """Nothing where a value is wrong: a list that passes over it would mislead."""
        if not self.form.is_valid():
            return queryset.none()
        gefilterd: PraktijkQuerySet = super().filter_queryset(
            queryset.met_status_op(self.dag).met_aantallen_op(self.dag)
        )
        return gefilterd

    def filter_zoek(self, queryset: PraktijkQuerySet, _: str, tekst: str) -> PraktijkQuerySet:
        return queryset.filter(Q(naam__icontains=tekst) | Q(code__icontains=tekst) | Q(kernthema__icontains=tekst))

    def filter_op(self, queryset: PraktijkQuerySet, _: str, dag: datetime.date) -> PraktijkQuerySet:
        """No practice falls out by the day: it only says which statuses and numbers are shown."""
        return queryset

    def filter_thema(self, queryset: PraktijkQuerySet, _: str, thema: str) -> PraktijkQuerySet:
        return queryset.met_thema([int(thema)])

    def filter_mijn(self, queryset: PraktijkQuerySet, _: str, mijn: bool) -> PraktijkQuerySet:
        return queryset.begeleid_door(self.user, self.vandaag) if mijn else queryset

    def filter_sorteer(self, queryset: PraktijkQuerySet, _: str, sortering: str) -> PraktijkQuerySet:
        kolom = _SORTERINGEN[sortering.removeprefix("-")]
        eerst = kolom.desc() if sortering.startswith("-") else kolom.asc()
        return queryset.order_by(eerst, Lower("naam"), "code", "pk")


def _keuzes(zichtbaar: PraktijkQuerySet) -> dict[str, Keuzes]:
    """Per filter what occurs in `zichtbaar`; a query each."""
    programmas = Programma.objects.filter(pk__in=zichtbaar.values("programma"))
    gemeenten = Gemeente.objects.filter(pk__in=zichtbaar.values("praktijkgemeenten__gemeente"))
    themas = Thema.objects.filter(pk__in=zichtbaar.values("ontwerpvragen__themas"))
    vragen = PrangendeVraag.objects.filter(pk__in=zichtbaar.values("prangende_vragen"))
    return {
        "programma": _paren(programmas.values_list("slug", "naam")),
        "gemeente": _paren(gemeenten.values_list("code", "naam")),
        "thema": _paren(themas.values_list("pk", "naam")),
        "vraag": [
            (str(vraag.pk), f"{Truncator(str(vraag)).chars(_VRAAG_TEKENS)} ({vraag.programma})")
            for vraag in vragen.select_related("programma").order_by("programma__naam", "nummer")
        ],
    }


def _paren(rijen: Iterable[tuple[Any, str]]) -> Keuzes:
    return [(str(sleutel), naam) for sleutel, naam in rijen]
