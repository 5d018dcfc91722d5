"""Breaks of practices and school holidays in the admin: signals are silent in both."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError

from mantelzorg.beheer import Beheer, BinnenBereik, Hoofdformulier
from mantelzorg.toegang import Recht
from praktijken.begeleiding.forms import overlap
from praktijken.models import Onderbreking, Schoolvakantie


class Onderbrekingformulier(Hoofdformulier):
    def clean(self) -> dict[str, Any]:
        """Two breaks of one practice share no day, as on the practice's own page."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        praktijk, vanaf = schoon.get("praktijk", getattr(self.instance, "praktijk", None)), schoon.get("vanaf")
        if praktijk is not None and vanaf is not None:
            anders = Onderbreking.objects.filter(overlap(vanaf, schoon.get("tot_en_met")), praktijk=praktijk)
            if anders.exclude(pk=self.instance.pk).exists():
                raise ValidationError("De praktijk ligt dan al stil. Kies andere dagen.")
        return schoon


@admin.register(Onderbreking)
class OnderbrekingBeheer(Beheer):
    """An adviser keeps those of own practices."""

    form = Onderbrekingformulier
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    samen_beheerd = True
    list_display = ("praktijk", "vanaf", "tot_en_met", "reden")
    list_filter = (("praktijk__programma", BinnenBereik),)
    list_select_related = ("praktijk",)
    search_fields = ("praktijk__naam", "praktijk__code", "reden")
    date_hierarchy = "vanaf"
    fields = ("praktijk", "vanaf", "tot_en_met", "reden")
    autocomplete_fields = ("praktijk",)


@admin.register(Schoolvakantie)
class SchoolvakantieBeheer(Beheer):
    """Kept by the office, read by advisers."""

    list_display = ("naam", "vanaf", "tot_en_met")
    search_fields = ("naam",)
    fields = ("naam", "vanaf", "tot_en_met")
