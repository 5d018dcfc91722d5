"""Rights in the admin: by `mantelzorg.toegang`, record by record; Django's model permissions play no part."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import HttpRequest

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
    _Inline = InlineModelAdmin[Any, Any]
else:
    _ModelAdmin, _Inline = admin.ModelAdmin, InlineModelAdmin

Gebruiker = User | AnonymousUser
Rijen = models.QuerySet[Any]


class Rechten:
    """Which right it takes to see and to change, and the rows that gives."""

    model: type[models.Model]
    zien: ClassVar[Recht] = Recht.PRAKTIJKEN_ZIEN
    wijzigen: ClassVar[Recht] = Recht.REGISTERS_WIJZIGEN

    def zichtbaar(self, user: Gebruiker) -> Rijen:
        """Rows `user` may see: by the queryset's `zichtbaar_voor`; a list without one is seen whole."""
        rijen: Any = self.model._default_manager.all()
        if hasattr(rijen, "zichtbaar_voor"):
            return cast(Rijen, rijen.zichtbaar_voor(user))
        return cast(Rijen, rijen if mag(user, self.zien) else rijen.none())

    def wijzigbaar(self, user: Gebruiker) -> Rijen:
        """Rows `user` may change; a list without `wijzigbaar_door` by those whose right reaches everything."""
        rijen: Any = self.model._default_manager.all()
        if hasattr(rijen, "wijzigbaar_door"):
            return cast(Rijen, rijen.wijzigbaar_door(user))
        return cast(Rijen, rijen if mag_alles(user, self.wijzigen) else rijen.none())


def _staat_in(request: HttpRequest, recht: Recht, rijen: Rijen, record: models.Model) -> bool:
    """Whether the record is among the rows that `recht` gives; asked of the database once a request."""
    antwoorden: dict[tuple[str, Recht, Any], bool] = request.__dict__.setdefault("beheerrechten", {})
    vraag = (record._meta.label, recht, record.pk)
    if vraag not in antwoorden:
        antwoorden[vraag] = rijen.filter(pk=record.pk).exists()
    return antwoorden[vraag]


class RecordRechten(Rechten, _ModelAdmin):
    """Rights of a page of its own. Only those who may change everything may add and delete, unless `samen_beheerd`."""

    samen_beheerd: ClassVar[bool] = False
    """An adviser may add these to own practices."""
    draagt_records: ClassVar[bool] = False
    """Records hang on these; to hang one on it takes the right to change it."""

    def get_queryset(self, request: HttpRequest) -> Rijen:
        rijen = super().get_queryset(request)
        if mag_alles(request.user, self.zien):
            return rijen
        return rijen.filter(pk__in=self.zichtbaar(request.user).values("pk"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        if obj is None or mag_alles(request.user, self.zien):
            return mag(request.user, self.zien)
        return _staat_in(request, self.zien, self.zichtbaar(request.user), obj)

    def waarom_vast(self, obj: models.Model) -> str:
        """Why nobody may change this record, whatever their rights; empty where one may."""
        return ""

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        if obj is not None and self.waarom_vast(obj):
            return False
        if obj is None or mag_alles(request.user, self.wijzigen):
            return mag(request.user, self.wijzigen)
        return _staat_in(request, self.wijzigen, self.wijzigbaar(request.user), obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return (mag if self.samen_beheerd else mag_alles)(request.user, self.wijzigen)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return mag_alles(request.user, self.wijzigen) and not (obj is not None and self.waarom_vast(obj))


class RegelRechten(Rechten, _Inline):
    """Rights of records that are edited on the page of the record they hang on."""

    alleen_medewerkers: ClassVar[bool] = False
    """An adviser reads these but does not change them."""
    alleen_erbij: ClassVar[bool] = False
    """What stands is never changed; one only adds (begrippen.md §2, Voortgang)."""

    def get_queryset(self, request: HttpRequest) -> Rijen:
        rijen = super().get_queryset(request)
        if not mag_alles(request.user, self.zien):
            rijen = rijen.filter(pk__in=self.zichtbaar(request.user).values("pk"))
        if request.method == "POST":  # locked until the page is saved; keys stay free for what refers to them
            rijen = rijen.select_for_update(no_key=True, of=("self",))
        return rijen

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return mag(request.user, self.zien)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return not self.alleen_erbij and self._binnen_bereik(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._binnen_bereik(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return not self.alleen_erbij and mag_alles(request.user, self.wijzigen) and not self._ligt_vast(obj)

    def _ligt_vast(self, obj: models.Model | None) -> bool:
        hoofd = self.admin_site.get_model_admin(type(obj)) if obj is not None else None
        return obj is not None and isinstance(hoofd, RecordRechten) and bool(hoofd.waarom_vast(obj))

    def _binnen_bereik(self, request: HttpRequest, obj: models.Model | None) -> bool:
        if self._ligt_vast(obj):
            return False
        if self.alleen_medewerkers or mag_alles(request.user, self.wijzigen):
            return mag_alles(request.user, self.wijzigen)
        hoofd = self.admin_site.get_model_admin(type(obj) if obj is not None else self.parent_model)
        return hoofd.has_change_permission(request, obj)  # a new parent has no key yet: may one add it at all
