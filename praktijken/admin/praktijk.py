"""Practices in the admin, with all that hangs on them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from mantelzorg.beheer import Beheer, BinnenBereik, Gebruiker, Hoofdformulier, Rijen, Tabel
from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.toegang import Recht, mag_alles
from praktijken.admin.filters import StatusFilter
from praktijken.admin.ontwerp import ExperimentenVanPraktijk, OntwerpvragenVanPraktijk
from praktijken.models import Adviseurschap, Praktijk, PraktijkGemeente, Praktijkpartner, PrangendeVraag


@admin.register(PrangendeVraag)
class PrangendeVraagBeheer(Beheer):
    list_display = ("nummer", "vraag", "programma")
    list_display_links = ("nummer", "vraag")
    list_filter = (("programma", BinnenBereik),)
    list_select_related = ("programma",)
    search_fields = ("nummer", "vraag")
    autocomplete_fields = ("programma",)
    vast = ("programma",)

    def zichtbaar(self, user: Gebruiker) -> Rijen:
        programmas = Programma.objects.zichtbaar_voor(user, Recht.PRAKTIJKEN_ZIEN)
        return PrangendeVraag.objects.filter(programma__in=programmas)


class Gemeenten(Tabel):
    model = PraktijkGemeente
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    fields = ("gemeente", "volgorde")
    autocomplete_fields = ("gemeente",)

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).select_related("gemeente")


class Adviseurs(Tabel):
    """An adviser reads who else guides the practice; staff say who does."""

    model = Adviseurschap
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    alleen_medewerkers = True
    autocomplete_fields = ("adviseur",)
    readonly_fields = ("naam",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """An adviser may not open accounts: a name without a link."""
        return ("adviseur" if mag_alles(request.user, self.wijzigen) else "naam", "vanaf", "tot_en_met", "waarnemer")

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).select_related("adviseur")

    @admin.display(description="adviseur")
    def naam(self, adviseurschap: Adviseurschap) -> str:
        return str(adviseurschap.adviseur)


class Partners(Tabel):
    model = Praktijkpartner
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    fields = ("organisatie", "rol", "vanaf", "tot_en_met")
    autocomplete_fields = ("organisatie",)

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).select_related("organisatie")


class Praktijkformulier(Hoofdformulier):
    def clean(self) -> dict[str, Any] | None:
        """Questions of the practice's own programme, also where that is chosen on this very page."""
        schoon = super().clean() or {}
        programma = schoon.get("programma") or getattr(self.instance, "programma_id", None)
        vragen = schoon.get("prangende_vragen")
        if programma and vragen is not None and vragen.exclude(programma=programma).exists():
            self.add_error("prangende_vragen", "Kies prangende vragen van hetzelfde programma als de praktijk.")
        return schoon


@admin.register(Praktijk)
class PraktijkBeheer(Beheer):
    form = Praktijkformulier
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    draagt_records = True
    list_display = ("naam", "code", "programma", "in_gemeenten", "status", "startdatum", "einddatum")
    list_filter = (("programma", BinnenBereik), StatusFilter, "werkgebied")
    list_select_related = ("programma",)
    search_fields = ("naam", "code", "kernthema", "praktijkgemeenten__gemeente__naam")
    search_help_text = "Zoek op naam, code, kernthema of gemeente."
    date_hierarchy = "startdatum"
    autocomplete_fields = ("programma", "prangende_vragen", "gaat_verder_in")
    binnen_programma = ("prangende_vragen", "gaat_verder_in")
    fields = (
        "programma", "code", "naam", "werkgebied", "kernthema", "kernthema_vastgesteld_op", "prangende_vragen",
        "startdatum", "einddatum", "afloop", "gaat_verder_in",
    )  # fmt: skip
    vast = ("programma",)
    alleen_medewerkers = ("programma", "code")
    inlines = (Gemeenten, Adviseurs, Partners, OntwerpvragenVanPraktijk, ExperimentenVanPraktijk)

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).prefetch_related("praktijkgemeenten__gemeente")

    @admin.display(description="gemeenten")
    def in_gemeenten(self, praktijk: Praktijk) -> str:
        return ", ".join(str(regel.gemeente) for regel in praktijk.praktijkgemeenten.all())

    @admin.display(description="status vandaag")
    def status(self, praktijk: Praktijk) -> str:
        return praktijk.status_op(vandaag())
