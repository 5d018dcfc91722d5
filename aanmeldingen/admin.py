"""The list of sectors, in the admin; everything else of the intake has pages of its own."""

from django.contrib import admin

from aanmeldingen.models import Sector
from mantelzorg.beheer import Beheer


@admin.register(Sector)
class SectorBeheer(Beheer):
    list_display = ("naam",)
    search_fields = ("naam",)
