"""School holidays in the admin: kept by the office, read by advisers."""

from django.contrib import admin

from mantelzorg.beheer import Beheer
from praktijken.models import Schoolvakantie


@admin.register(Schoolvakantie)
class SchoolvakantieBeheer(Beheer):
    """Signals are silent in them."""

    list_display = ("naam", "vanaf", "tot_en_met")
    search_fields = ("naam",)
    fields = ("naam", "vanaf", "tot_en_met")
