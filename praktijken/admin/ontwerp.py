"""Themes, design questions, experiments and how those go, in the admin."""

from collections import Counter
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.forms.models import BaseInlineFormSet, BaseModelFormSet
from django.http import HttpRequest

from mantelzorg.beheer import Beheer, BinnenBereik, Rijen, Stapel
from mantelzorg.klok import vandaag
from mantelzorg.toegang import Recht, mag_alles
from praktijken.admin.filters import ExperimentStatusFilter, GeldigFilter
from praktijken.models import Experiment, Ontwerpvraag, Praktijk, Thema, Voortgang

EXPERIMENTVELDEN = ("code", "naam", "verwachting", "startdatum", "einddatum", "afloop", "opbrengst")
_KORT: dict[Any, Any] = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})}}


@admin.register(Thema)
class ThemaBeheer(Beheer):
    list_display = search_fields = ("naam",)


class OntwerpvragenVanPraktijk(Stapel):
    model = Ontwerpvraag
    extra = 1  # one can add without JavaScript
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    fields = ("nummer", "vraag", "themas", "geformuleerd_op", "vervallen_op")
    autocomplete_fields = ("themas",)
    formfield_overrides = _KORT
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).prefetch_related("themas")


class Experimentregels(BaseInlineFormSet):  # type: ignore[type-arg]  # no subscript at run time
    """Experiments of a design question."""

    def clean(self) -> None:
        super().clean()
        toets_codes(self)


class Experimenten(Stapel):
    model = Experiment
    formset: Any = Experimentregels
    extra = 1
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    fields: ClassVar[Any] = EXPERIMENTVELDEN
    formfield_overrides = _KORT
    show_change_link = True


def toets_codes(formset: Any) -> None:
    """A code is unique in the programme, so on a page too; raises ValidationError."""
    blijven = [
        regel for regel in formset.forms if regel not in formset.deleted_forms and hasattr(regel, "cleaned_data")
    ]
    codes = Counter(regel.cleaned_data.get("code") for regel in blijven if regel.cleaned_data.get("code"))
    dubbel = [code for code, aantal in codes.items() if aantal > 1]
    if dubbel:
        raise ValidationError(f"Deze code staat twee keer op deze pagina: {', '.join(dubbel)}.")


class PraktijkExperimentFormSet(BaseModelFormSet):  # type: ignore[type-arg]  # no subscript at run time
    """The experiments of a whole practice: they hang on its design questions, and Django nests no formsets."""

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        instance: Praktijk,
        queryset: Rijen,
        prefix: str,
        save_as_new: bool = False,  # the admin hands it to any formset
    ) -> None:
        self.instance = instance
        eigen = queryset.filter(ontwerpvraag__praktijk=instance) if instance.pk else queryset.none()
        super().__init__(data, files, prefix=prefix, queryset=eigen)

    @classmethod
    def get_default_prefix(cls) -> str:
        return "experimenten"

    def clean(self) -> None:
        super().clean()
        toets_codes(self)


class ExperimentenVanPraktijk(Experimenten):
    """On the page of a practice; each experiment names the design question it hangs on."""

    formset: Any = PraktijkExperimentFormSet
    fields: ClassVar[Any] = ("ontwerpvraag", *EXPERIMENTVELDEN)

    def __init__(self, parent_model: Any, admin_site: Any) -> None:  # the admin hands over the practice
        super().__init__(Ontwerpvraag, admin_site)

    def bij(self, obj: models.Model) -> Q:
        return Q(ontwerpvraag__praktijk=obj.pk)

    def ooit_bij(self, obj: models.Model) -> Q:
        return Q(ontwerpvraag__in=Ontwerpvraag.objects.filter(praktijk=obj.pk).values("pk"))

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).select_related("ontwerpvraag")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.fk = None  # no row belongs to the practice itself: the question is a field like the others
        if (veld := formset.form.base_fields.get("ontwerpvraag")) is not None:
            self._eigen_vragen(veld, obj)
        return formset

    def _eigen_vragen(self, veld: "forms.ModelChoiceField[Ontwerpvraag]", praktijk: Praktijk | None) -> None:
        """The practice's own questions, read once for all rows."""
        vragen = Ontwerpvraag.objects.filter(praktijk=praktijk)
        veld.queryset = vragen
        veld.choices = [("", "---------"), *((vraag.pk, str(vraag)) for vraag in vragen if praktijk)]
        veld.help_text = "Een nieuwe ontwerpvraag kunt u kiezen nadat u de praktijk heeft opgeslagen."


@admin.register(Ontwerpvraag)
class OntwerpvraagBeheer(Beheer):
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    samen_beheerd = draagt_records = True
    list_display = ("nummer", "vraag", "praktijk", "geformuleerd_op", "vervallen_op")
    list_display_links = ("nummer", "vraag")
    list_filter = (("praktijk__programma", BinnenBereik), GeldigFilter, ("themas", BinnenBereik))
    list_select_related = ("praktijk",)
    search_fields = ("vraag", "praktijk__naam", "praktijk__code")
    date_hierarchy = "geformuleerd_op"
    fields = ("praktijk", "nummer", "vraag", "themas", "geformuleerd_op", "vervallen_op")
    autocomplete_fields = ("praktijk", "themas")
    inlines = (Experimenten,)


class VoortgangVanExperiment(Stapel):
    model = Voortgang
    extra = 1
    zien = Recht.VOORTGANG_ZIEN
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    alleen_erbij = True
    fields = ("datum", "ronde", "fase", "verslag", "geleerd", "besluit", "volgende_stap", "door_wie")
    readonly_fields = ("door_wie",)
    formfield_overrides = _KORT

    def get_queryset(self, request: HttpRequest) -> Rijen:
        return super().get_queryset(request).select_related("door", "experiment")

    @admin.display(description="door")
    def door_wie(self, voortgang: Voortgang) -> str:
        if voortgang.pk is None:
            return "u"
        return str(voortgang.door) if voortgang.door else "onbekend"


@admin.register(Experiment)
class ExperimentBeheer(Beheer):
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    samen_beheerd = draagt_records = True
    list_display = ("code", "naam", "praktijk", "programma", "status", "startdatum", "einddatum")
    list_display_links = ("code", "naam")
    list_filter = (("programma", BinnenBereik), ExperimentStatusFilter)
    list_select_related = ("programma", "ontwerpvraag__praktijk")
    search_fields = ("code", "naam", "ontwerpvraag__praktijk__naam")
    date_hierarchy = "startdatum"
    fields = ("ontwerpvraag", *EXPERIMENTVELDEN)
    autocomplete_fields = ("ontwerpvraag",)
    inlines = (VoortgangVanExperiment,)

    @admin.display(description="praktijk", ordering="ontwerpvraag__praktijk__naam")
    def praktijk(self, experiment: Experiment) -> str:
        return experiment.ontwerpvraag.praktijk.naam

    @admin.display(description="status vandaag")
    def status(self, experiment: Experiment) -> str:
        return experiment.status_op(vandaag())

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for regel in formset.extra_forms:
            regel.instance.door = request.user
        super().save_formset(request, form, formset, change)


@admin.register(Voortgang)
class VoortgangBeheer(Beheer):
    """Appended, never overwritten (begrippen.md §2)."""

    zien = Recht.VOORTGANG_ZIEN
    wijzigen = Recht.PRAKTIJKEN_WIJZIGEN
    samen_beheerd = True
    list_display = ("datum", "experiment", "ronde", "fase", "besluit", "door_wie")
    list_filter = (("experiment__programma", BinnenBereik), "fase", "besluit")
    list_select_related = ("experiment", "door")
    search_fields = ("experiment__code", "experiment__naam", "verslag")
    date_hierarchy = "datum"
    autocomplete_fields = ("experiment", "door")
    readonly_fields = ("door_wie",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Staff may write down what somebody else reports; who else writes, reports."""
        velden = ["experiment", "datum", "ronde", "fase", "verslag", "geleerd", "besluit", "volgende_stap"]
        if obj is not None:
            return [*velden, "vervangt", "door_wie"]
        return [*velden, "door"] if mag_alles(request.user, self.wijzigen) else velden

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"door": request.user.pk, **super().get_changeform_initial_data(request)}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if "door" not in form.fields:
            obj.door = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description="door")
    def door_wie(self, voortgang: Voortgang) -> str:
        return str(voortgang.door) if voortgang.door else "onbekend"
