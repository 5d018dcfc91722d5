"""People and their participations in the admin."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from deelnemers.admin import DeelnemerBeheer
from deelnemers.models import Deelnemer
from mantelzorg.beheer import Beheer, BinnenBereik, Rijen, Stapel
from mantelzorg.toegang import Recht, mag_alles
from praktijken.admin.filters import LooptFilter
from praktijken.models import Deelname

_VERWIJZINGEN = ("praktijk", "organisatie", "organisatietype")


class DeelnamesVanDeelnemer(Stapel):
    model = Deelname
    zien = Recht.PERSONEN_ZIEN
    wijzigen = Recht.PERSONEN_WIJZIGEN
    fields = (*_VERWIJZINGEN, "hoedanigheid", "rol", "vanaf", "tot_en_met")
    autocomplete_fields = _VERWIJZINGEN
    binnen_programma = ("praktijk",)
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).select_related("deelnemer", *_VERWIJZINGEN)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Who sees only people of own practices says at once in which one a new person takes part."""
        if obj is None and not mag_alles(request.user, self.wijzigen):
            kwargs |= {"min_num": 1, "validate_min": True}
        return super().get_formset(request, obj, **kwargs)


@admin.register(Deelnemer)
class DeelnemerMetDeelnames(DeelnemerBeheer):
    inlines = (DeelnamesVanDeelnemer,)


@admin.register(Deelname)
class DeelnameBeheer(Beheer):
    zien = Recht.PERSONEN_ZIEN
    wijzigen = Recht.PERSONEN_WIJZIGEN
    samen_beheerd = True
    list_display = ("deelnemer", "praktijk", "organisatie", "hoedanigheid", "rol", "vanaf", "tot_en_met")
    list_filter = (("praktijk__programma", BinnenBereik), LooptFilter, "hoedanigheid")
    list_select_related = ("deelnemer", "praktijk", "organisatie")
    search_fields = ("deelnemer__nummer", "deelnemer__naam", "praktijk__naam", "organisatie__naam")
    search_help_text = "Zoek op nummer of naam van de deelnemer, praktijk of organisatie."
    ordering = ("-pk",)
    sortable_by = ()
    fields = ("deelnemer", *_VERWIJZINGEN, "hoedanigheid", "rol", "vanaf", "tot_en_met")
    autocomplete_fields = ("deelnemer", *_VERWIJZINGEN)
    binnen_programma = ("deelnemer", "praktijk")

    def waarom_vast(self, obj: models.Model) -> str:
        return obj.deelnemer.waarom_vast if isinstance(obj, Deelname) else ""

    def programma_van(self, obj: models.Model) -> int | None:
        assert isinstance(obj, Deelname)  # noqa: S101
        return obj.praktijk.programma_id
