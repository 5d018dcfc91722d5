"""What the monitor keeps beside the records, in the admin."""

from django.contrib import admin

from mantelzorg.beheer import Beheer, BinnenBereik
from monitor.models import ElderGenoemdGetal


@admin.register(ElderGenoemdGetal)
class ElderGenoemdGetalBeheer(Beheer):
    list_display = ("getal", "programma", "bron", "volgorde")
    list_filter = (("programma", BinnenBereik),)
    list_select_related = ("programma",)
    search_fields = ("getal", "bron", "toelichting")
    autocomplete_fields = ("programma",)
