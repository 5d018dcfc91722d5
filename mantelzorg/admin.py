"""Programmes and municipalities in the admin. Accounts are managed at /accounts/; here they can only be chosen."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from mantelzorg.beheer import Beheer, Gebruiker, Rijen
from mantelzorg.models import Gemeente, Programma, User
from mantelzorg.toegang import Recht, mag_alles


@admin.register(Programma)
class ProgrammaBeheer(Beheer):
    list_display = ("naam", "slug", "vorm", "startdatum", "einddatum")
    list_filter = ("vorm",)
    search_fields = ("naam", "slug")

    def zichtbaar(self, user: Gebruiker) -> Rijen:
        return Programma.objects.zichtbaar_voor(user, Recht.PRAKTIJKEN_ZIEN)


@admin.register(Gemeente)
class GemeenteBeheer(Beheer):
    list_display = ("naam", "code", "provincie", "begin", "eind")
    list_filter = ("provincie",)
    search_fields = ("naam", "code")
    vast = ("code",)


@admin.register(User)
class AccountKeuze(Beheer):
    """Only to find an adviser by name while somebody fills in a practice."""

    wijzigen = Recht.ACCOUNTS_BEHEREN
    heeft_geschiedenis = False
    fields = list_display = search_fields = ("naam", "email")

    def zichtbaar(self, user: Gebruiker) -> Rijen:
        alle = User.objects.all()
        return alle if mag_alles(user, Recht.PRAKTIJKEN_WIJZIGEN) else alle.none()

    def has_module_permission(self, request: HttpRequest) -> bool:  # nobody looks for accounts here
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return mag_alles(request.user, Recht.PRAKTIJKEN_WIJZIGEN)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
