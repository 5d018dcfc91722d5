"""What one may choose: only what one may see, of the same programme; searched for as one types where lists grow."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.apps import apps
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import models
from django.http import HttpRequest

from mantelzorg.beheer.rechten import RecordRechten, Rijen
from mantelzorg.toegang import mag_alles

BINNEN = "programma"
"""Parameter of the search address: only records of this programme."""

if TYPE_CHECKING:
    _BaseModelAdmin = BaseModelAdmin[Any]
    _AutocompleteSelect = AutocompleteSelect
else:
    _BaseModelAdmin = BaseModelAdmin
    _AutocompleteSelect = AutocompleteMixin

Relatie = Any  # a ForeignKey or ManyToManyField: the stubs give them no common type


class _Zoekkeuze(_AutocompleteSelect):
    """Shows what is chosen without a query where its text is known, and searches within one programme."""

    programma: int | None = None
    bekend: Mapping[str, str] | None = None

    def get_url(self) -> str:
        return super().get_url() if self.programma is None else f"{super().get_url()}?{BINNEN}={self.programma}"

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["beheer/zoekvelden.js"])

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        gekozen = [waarde for waarde in value if waarde]
        if self.bekend is None or not set(gekozen) <= self.bekend.keys():
            return super().optgroups(name, value, attr)
        leeg = [] if self.is_required or self.allow_multiple_selected else [self.create_option(name, "", "", False, 0)]
        opties = [self.create_option(name, w, self.bekend[w], True, nr) for nr, w in enumerate(gekozen, len(leeg))]
        return [(None, leeg + opties, 0)]


class Zoekkeuze(_Zoekkeuze, AutocompleteSelect):
    """One record, searched for."""


class Zoekkeuzes(_Zoekkeuze, AutocompleteSelectMultiple):
    """Several records, searched for; each has its own button to take it away, so none to take all away."""

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


def kern(veld: forms.Field) -> forms.Widget:
    """The widget itself, without the admin's links around it."""
    return cast(forms.Widget, getattr(veld.widget, "widget", veld.widget))


def toon_bekende(formulier: "forms.BaseModelForm[Any]") -> None:
    """Give the form's search fields the texts of related records that were loaded along with its record."""
    for naam, veld in formulier.fields.items():
        widget = kern(veld)
        if isinstance(widget, _Zoekkeuze):
            widget.bekend = _geladen(formulier.instance, naam)


def _geladen(record: models.Model, naam: str) -> dict[str, str] | None:
    if naam in record._state.fields_cache:
        doel = getattr(record, naam)
        return {} if doel is None else {str(doel.pk): str(doel)}
    vooraf: dict[str, Rijen] = getattr(record, "_prefetched_objects_cache", {})
    if naam in vooraf:
        return {str(doel.pk): str(doel) for doel in vooraf[naam]}
    relatie: Relatie = record._meta.get_field(naam)
    leeg = relatie.many_to_one and getattr(record, relatie.attname) is None
    return {} if leeg or record._state.adding else None


class Keuzes(_BaseModelAdmin):
    """For pages and inlines: choices within reach of the user."""

    binnen_programma: ClassVar[tuple[str, ...]] = ()
    """Fields that only take records of the programme the page's record belongs to."""

    def formfield_for_foreignkey(self, db_field: Relatie, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = Zoekkeuze(db_field, self.admin_site)
        kwargs["queryset"] = kiesbaar(self, db_field, request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Relatie, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = Zoekkeuzes(db_field, self.admin_site)
        kwargs["queryset"] = kiesbaar(self, db_field, request)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def beperk_tot(self, programma: int | None, velden: Mapping[str, forms.Field]) -> None:
        """Narrow the choices of a form class that was made for one page to the programme."""
        for naam in self.binnen_programma if programma is not None else ():
            veld = velden.get(naam)
            if isinstance(veld, forms.ModelChoiceField) and veld.queryset is not None:
                veld.queryset = veld.queryset.filter(programma=programma)
                cast(_Zoekkeuze, kern(veld)).programma = programma


def kiesbaar(beheer: "_BaseModelAdmin", relatie: Relatie, request: HttpRequest) -> Rijen:
    """Records the relation may point to: visible ones; to hang a record on another takes the right to change that."""
    doel = beheer.admin_site.get_model_admin(relatie.remote_field.model)
    assert isinstance(doel, RecordRechten)  # noqa: S101  # every model that can be chosen has such a page
    if doel.draagt_records and relatie.name == doel.opts.model_name:
        return doel.wijzigbaar(request.user)
    return doel.zichtbaar(request.user)


class Zoekbaar(RecordRechten):
    """Pages whose records others search for as they type (the admin's `autocomplete`)."""

    def get_search_results(self, request: HttpRequest, queryset: Rijen, search_term: str) -> tuple[Rijen, bool]:
        if "field_name" in request.GET and "app_label" in request.GET:
            queryset = self._voor_keuze(request, queryset)
        return super().get_search_results(request, queryset, search_term)

    def _voor_keuze(self, request: HttpRequest, rijen: Rijen) -> Rijen:
        relatie = gevraagde_relatie(request)
        if not mag_alles(request.user, self.wijzigen):
            rijen = rijen.filter(pk__in=kiesbaar(self, relatie, request).values("pk"))
        programma = request.GET.get(BINNEN, "")
        binnen = programma.isdecimal() and hasattr(self.model, "programma")
        return rijen.filter(programma=int(programma)) if binnen else rijen


def gevraagde_relatie(request: HttpRequest) -> Relatie:
    """The relation somebody searches a record for; raises PermissionDenied where it is none."""
    try:
        return apps.get_model(request.GET["app_label"], request.GET["model_name"])._meta.get_field(
            request.GET["field_name"]
        )
    except (LookupError, FieldDoesNotExist) as fout:
        raise PermissionDenied from fout
