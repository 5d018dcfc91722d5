"""Which practices the overview shows, in what order, with which columns: all of it stands in the address."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import F
from django.db.models.functions import Lower
from django.forms import BoundField
from django_filters import BooleanFilter, ChoiceFilter, MultipleChoiceFilter

from mantelzorg.models import User
from praktijken.filters import PraktijkFilter
from praktijken.overzicht.kolommen import KOLOMMEN, STANDAARD, Kolom, kolommen_voor
from praktijken.overzicht.metingen import met_metingen_op, onvolledig
from praktijken.querysets import PraktijkQuerySet

_SORTERINGEN = [min_teken + kolom.sleutel for kolom in KOLOMMEN if kolom.veld for min_teken in ("", "-")]
_VELD_VAN = {kolom.sleutel: kolom.veld for kolom in KOLOMMEN if kolom.veld}
_NIET_SMALLER = ("op", "sorteer", "kolommen")
"""What the address may say without leaving practices out."""


class OverzichtFilter(PraktijkFilter):
    """The filters of the list, and: only what is incomplete, the columns, more to order by."""

    onvolledig = BooleanFilter(
        label="Alleen onvolledige praktijken", method="filter_onvolledig", widget=forms.CheckboxInput
    )
    kolommen = MultipleChoiceFilter(
        label="Kolommen", method="filter_kolommen", widget=forms.CheckboxSelectMultiple, required=False
    )
    sorteer = ChoiceFilter(
        choices=[(sleutel, sleutel) for sleutel in _SORTERINGEN], method="filter_sorteer", widget=forms.HiddenInput
    )

    def __init__(self, data: Mapping[str, Any], *, user: User, vandaag: datetime.date) -> None:
        super().__init__(data, user=user, vandaag=vandaag)
        self.beschikbaar = kolommen_voor(user)
        keuzes = [(kolom.sleutel, kolom.label) for kolom in self.beschikbaar if kolom.te_kiezen]
        self.filters["kolommen"].extra["choices"] = keuzes

    @property
    def gekozen(self) -> list[Kolom]:
        """The columns to show: the ones asked for, else the usual ones; the name always."""
        vraag = self.form.cleaned_data.get("kolommen") or STANDAARD
        return [kolom for kolom in self.beschikbaar if not kolom.te_kiezen or kolom.sleutel in vraag]

    @property
    def hoofdvelden(self) -> list[BoundField]:
        return [veld for veld in super().hoofdvelden if veld.name != "kolommen"]

    @property
    def gefilterd(self) -> bool:
        return any(waarde for naam, waarde in self.form.cleaned_data.items() if naam not in _NIET_SMALLER)

    def filter_queryset(self, queryset: PraktijkQuerySet) -> PraktijkQuerySet:
        return super().filter_queryset(met_metingen_op(queryset, self.dag, self.user))

    def filter_onvolledig(self, queryset: PraktijkQuerySet, _: str, alleen: bool) -> PraktijkQuerySet:
        return queryset.filter(onvolledig()) if alleen else queryset

    def filter_kolommen(self, queryset: PraktijkQuerySet, _: str, kolommen: list[str]) -> PraktijkQuerySet:
        """No practice falls out by the columns."""
        return queryset

    def filter_sorteer(self, queryset: PraktijkQuerySet, _: str, sortering: str) -> PraktijkQuerySet:
        """Empty values come last, whichever way round."""
        veld = _VELD_VAN[sortering.removeprefix("-")]
        term = Lower(veld) if veld in ("naam", "code", "programma__naam", "kernthema") else F(veld)
        eerst = term.desc(nulls_last=True) if sortering.startswith("-") else term.asc(nulls_last=True)
        return queryset.order_by(eerst, Lower("naam"), "code", "pk")
