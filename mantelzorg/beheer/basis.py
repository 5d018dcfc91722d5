"""The base of every page of the admin: rights, choices, history, and two people saving the same record."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.db.models import Q
from django.forms.models import _get_foreign_key
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from mantelzorg.beheer.botsing import Botsing, Formset, Formulier, alles_ingevuld, recordverschillen
from mantelzorg.beheer.formulier import REDEN, Hoofdformulier, Recordformulier, Tabelregels, met_bestaande_regels
from mantelzorg.beheer.geschiedenis import Geschiedenispagina
from mantelzorg.beheer.keuzes import Keuzes, Zoekbaar
from mantelzorg.beheer.lijst import BegrensdePaginator
from mantelzorg.beheer.rechten import RegelRechten
from mantelzorg.samenloop import VELDNAAM, Opgeslagen, opgeslagen, vingerafdruk, zelfde
from mantelzorg.toegang import mag_alles


class Beheer(Geschiedenispagina, Keuzes, Zoekbaar):
    """A kind of record with pages of its own."""

    form = Hoofdformulier
    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BegrensdePaginator
    list_per_page = 50
    list_max_show_all = 0
    alleen_medewerkers: ClassVar[tuple[str, ...]] = ()
    """Fields an adviser reads but does not change."""
    vast: ClassVar[tuple[str, ...]] = ()
    """Fields that are chosen once, when the record is made."""

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[Any]:
        vast = [] if obj is None else self.vast
        dicht = [] if mag_alles(request.user, self.wijzigen) else self.alleen_medewerkers
        return [*super().get_readonly_fields(request, obj), *vast, *(naam for naam in dicht if naam not in vast)]

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[Any]:
        """The reason is asked where something can be changed, after all other fields."""
        velden = [veld for veld in super().get_fields(request, obj) if veld != REDEN]
        return [*velden, REDEN] if obj is not None and self.has_change_permission(request, obj) else velden

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if kwargs.get("fields"):
            kwargs["fields"] = [veld for veld in kwargs["fields"] if veld != REDEN]
        formulier: Any = super().get_form(request, obj, change, **kwargs)
        formulier.in_botsing = request.__dict__.get("botsing") is not None
        self.beperk_tot(self.programma_van(obj) if obj is not None else None, formulier.base_fields)
        return formulier

    def programma_van(self, obj: models.Model) -> int | None:
        """Key of the programme the record belongs to."""
        return getattr(obj, "programma_id", None)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Only what the page's own filters ask: a lookup could tell what one may not see."""
        assert request is not None  # noqa: S101  # Django 5.2 always hands it over
        toegestaan = {self.date_hierarchy, *_filterpaden(self.get_list_filter(request))}
        return any(pad and (lookup == pad or lookup.startswith(f"{pad}__")) for pad in toegestaan) and bool(
            super().lookup_allowed(lookup, value, request)
        )

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """History is kept once, with old and new values; the admin's own log would hold names of people for good."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """As `log_addition`."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """As `log_addition`."""

    def save_model(self, request: HttpRequest, obj: Any, form: Formulier, change: bool) -> None:
        obj._change_reason = form.cleaned_data.get(REDEN) or None
        kolommen = {veld.name for veld in obj._meta.concrete_fields}
        if not change or kolommen & set(form.changed_data):
            super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Formulier, formset: Formset, change: bool) -> None:
        regels = formset.save(commit=False)
        for regel in [*formset.deleted_objects, *regels]:
            regel._change_reason = form.cleaned_data.get(REDEN) or None
        for regel in formset.deleted_objects:
            regel.delete()
        for regel in regels:
            regel.save()
        formset.save_m2m()

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        if request.method == "POST":
            self._vergrendel(object_id)
        return super().get_object(request, object_id, from_field)

    def _vergrendel(self, object_id: str) -> None:
        """Whoever saves the same record at the same moment waits, then meets what is saved here."""
        try:
            sleutel = self.opts.pk.to_python(object_id)
        except ValidationError:
            return
        rij = self.model._default_manager.select_for_update(no_key=True).filter(pk=sleutel)
        rij.values_list("pk").first()

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> Any:
        raise Http404

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in kwargs:
            bestaand = inline.get_queryset(request).filter(inline.bij(obj)) if obj.pk else ()
            sleutels = {str(regel.pk) for regel in bestaand}
            met_bestaande_regels(kwargs["data"], prefix, inline.opts.pk.name, sleutels)
        return kwargs

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Once more where somebody was just ahead with the same code or number: now the form sees it, and says so."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            return super().changeform_view(request, *args, **kwargs)

    def _changeform_view(self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: Any) -> Any:
        if request.method == "POST" and "_saveasnew" in request.POST:
            raise BadRequest("Opslaan als nieuw kan hier niet.")
        if request.method != "POST" or object_id is None:
            return super()._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]
        obj = self.get_object(request, unquote(object_id))
        if obj is None and self.has_change_permission(request):
            return self._verdwenen(request)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        botsing = request.__dict__["botsing"] = self._botsing(request, obj)
        extra = {**(extra_context or {}), "botsing": botsing}
        return super()._changeform_view(request, object_id, form_url, extra)  # type: ignore[misc]

    def _botsing(self, request: HttpRequest, obj: models.Model) -> Botsing | None:
        """What differs between the stored page and the posted one, where the stored one changed since it was shown."""
        nu = vingerafdruk(self._opgeslagen(request, obj))
        if zelfde(nu, request.POST.get(VELDNAAM, "")):
            return None
        formulier = self._formulierklasse(request, obj)(request.POST, request.FILES, instance=obj)
        formsets, _ = self._create_formsets(request, formulier.instance, change=True)  # type: ignore[attr-defined]
        records = recordverschillen(formulier, formsets)
        return Botsing(records=records, vingerafdruk=nu) if records else None

    def _opgeslagen(self, request: HttpRequest, obj: models.Model) -> Iterator[Opgeslagen]:
        yield from opgeslagen(obj)
        for inline in self.get_inline_instances(request, obj):
            assert isinstance(inline, Regelbeheer)  # noqa: S101  # every inline of ours is one
            for regel in inline.get_queryset(request).filter(inline.bij(obj)):
                yield from opgeslagen(regel)

    def _formulierklasse(self, request: HttpRequest, obj: models.Model | None) -> Any:
        velden = flatten_fieldsets(self.get_fieldsets(request, obj))
        return self.get_form(request, obj, change=obj is not None, fields=velden)

    def _verdwenen(self, request: HttpRequest) -> HttpResponse:
        """The record is gone, or out of the user's reach: the page says so and shows what was typed."""
        formulier = self._formulierklasse(request, None)(request.POST, request.FILES)
        formsets, _ = self._create_formsets(request, formulier.instance, change=False)  # type: ignore[attr-defined]
        context = {
            **self.admin_site.each_context(request),
            "title": f"{self.opts.verbose_name} niet opgeslagen".capitalize(),
            "opts": self.opts,
            "ingevuld": alles_ingevuld(formulier, formsets),
        }
        return TemplateResponse(request, "admin/verdwenen.html", context, status=404)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj is not None:
            context["vingerafdruk"] = self._getoonde_afdruk(request, context, obj)
            context["waarom_vast"] = self.waarom_vast(obj)
        return super().render_change_form(request, context, *args, **kwargs)

    def _getoonde_afdruk(self, request: HttpRequest, context: Any, obj: models.Model) -> str:
        if request.method == "POST":
            botsing: Botsing | None = context.get("botsing")
            return botsing.vingerafdruk if botsing else request.POST.get(VELDNAAM, "")
        regels = (regel for inline in context["inline_admin_formsets"] for regel in inline.formset.get_queryset())
        return vingerafdruk([*opgeslagen(obj), *(waarde for regel in regels for waarde in opgeslagen(regel))])


def _filterpaden(filters: Iterable[Any]) -> Iterator[str]:
    for filter_ in filters:
        if isinstance(filter_, str):
            yield filter_
        elif isinstance(filter_, tuple):
            yield filter_[0]
        else:
            yield filter_.parameter_name


class Regelbeheer(RegelRechten, Keuzes):
    """Records that are edited on the page of the record they hang on."""

    form = Recordformulier
    extra = 0

    def bij(self, obj: models.Model) -> Q:
        """Condition on the rows: those that hang on `obj`."""
        return Q(**{_get_foreign_key(self.parent_model, self.model, self.fk_name).name: obj.pk})

    def ooit_bij(self, obj: models.Model) -> Q:
        """Condition on versions: hung on `obj` then."""
        return self.bij(obj)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        hoofd = self.admin_site.get_model_admin(type(obj)) if obj is not None else None
        programma = hoofd.programma_van(obj) if isinstance(hoofd, Beheer) else None
        self.beperk_tot(programma, formset.form.base_fields)
        return formset


class Tabel(Regelbeheer, admin.TabularInline):  # type: ignore[type-arg]
    """As a table: a row a record."""

    formset = Tabelregels


class Stapel(Regelbeheer, admin.StackedInline):  # type: ignore[type-arg]
    """One below the other, for records with long texts."""
