"""List pages: filters that show no more than one may see, and counting that stays cheap with a million rows."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.filters import RelatedFieldListFilter
from django.core.paginator import Paginator
from django.http import HttpRequest

from mantelzorg.beheer.keuzes import Relatie, kiesbaar
from mantelzorg.beheer.rechten import Rijen

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
    _Paginator = Paginator[Any]
else:
    _ModelAdmin, _Paginator = admin.ModelAdmin, Paginator

TELGRENS = 10_000  # rows; who has more searches or filters


class BegrensdePaginator(_Paginator):
    """Counts to TELGRENS and no further; what lies beyond one finds by searching."""

    @cached_property
    def count(self) -> int:
        rijen = self.object_list
        return len(rijen) if isinstance(rijen, list) else rijen.order_by()[:TELGRENS].count()  # type: ignore[attr-defined]


class BinnenBereik(RelatedFieldListFilter):
    """A filter on a relation, with only the choices one may see."""

    def field_choices(self, field: Relatie, request: HttpRequest, model_admin: _ModelAdmin) -> list[Any]:
        return [(str(doel.pk), str(doel)) for doel in kiesbaar(model_admin, field, request)]


class KeuzeFilter(admin.SimpleListFilter):
    """A filter on what follows from dates; each choice is a condition on the rows."""

    keuzes: tuple[str, ...] = ()

    def lookups(
        self,
        request: HttpRequest,
        model_admin: _ModelAdmin,  # the admin's signature
    ) -> list[tuple[str, str]]:
        return [(keuze, keuze) for keuze in self.keuzes]

    def queryset(self, request: HttpRequest, queryset: Rijen) -> Rijen:  # the admin's signature
        keuze = self.value()
        return self.kies(queryset, keuze) if keuze in self.keuzes else queryset

    def kies(self, rijen: Rijen, keuze: str) -> Rijen:
        raise NotImplementedError
