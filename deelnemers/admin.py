"""Organisations and people in the admin."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from deelnemers.models import Deelnemer, NamenUitvoer, Organisatie, Organisatietype
from mantelzorg.beheer import Beheer, BinnenBereik
from mantelzorg.toegang import Recht, mag_alles


@admin.register(Organisatietype)
class OrganisatietypeBeheer(Beheer):
    list_display = ("naam", "omschrijving", "verbonden_aan_organisatie")
    list_filter = ("verbonden_aan_organisatie",)
    search_fields = ("naam", "omschrijving")


@admin.register(Organisatie)
class OrganisatieBeheer(Beheer):
    list_display = ("naam", "organisatietype", "gemeente")
    list_filter = (("organisatietype", BinnenBereik),)
    list_select_related = ("organisatietype", "gemeente")
    search_fields = ("naam",)
    autocomplete_fields = ("organisatietype", "gemeente")


class DeelnemerBeheer(Beheer):
    """People: an adviser finds only those of own practices. Registered with their participations, in `praktijken`."""

    zien = Recht.PERSONEN_ZIEN
    wijzigen = Recht.PERSONEN_WIJZIGEN
    samen_beheerd = draagt_records = True
    list_display = ("nummer", "naam", "email", "programma")
    list_display_links = ("nummer", "naam")
    list_filter = (("programma", BinnenBereik),)
    list_select_related = ("programma",)
    search_fields = ("nummer", "naam", "email")
    ordering = ("programma_id", "nummer")
    sortable_by = ()
    autocomplete_fields = ("programma",)
    vast = ("programma",)

    def waarom_vast(self, obj: models.Model) -> str:
        return obj.waarom_vast if isinstance(obj, Deelnemer) else ""


@admin.register(NamenUitvoer)
class NamenUitvoerBeheer(Beheer):
    """Who took names out: to read, never to change."""

    zien = Recht.REGISTERS_WIJZIGEN
    list_display = ("tijdstip", "gebruiker", "wat", "programma", "aantal_personen")
    list_filter = (("programma", BinnenBereik),)
    list_select_related = ("gebruiker", "programma")
    search_fields = ("gebruiker__naam", "gebruiker__email", "wat")
    date_hierarchy = "tijdstip"
    heeft_geschiedenis = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return mag_alles(request.user, self.zien)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
