"""The history page: who changed what, when and why, of a record and of the rows that hang on it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib.admin import AdminSite
from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from mantelzorg.beheer.rechten import Gebruiker, Rechten, RecordRechten
from mantelzorg.models import User
from mantelzorg.samenloop import LEEG, Verschil
from mantelzorg.toegang import mag_alles

SOORTEN = {"+": "toegevoegd", "~": "gewijzigd", "-": "verwijderd"}
VERBORGEN = "(niet zichtbaar)"
VERDWENEN = "(verwijderd)"

Versie = Any  # a row of a history table: django-simple-history has no types
Stap = tuple[Versie, Versie | None]
Namen = dict[type[models.Model], dict[Any, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One change of one record; `door` is empty for a command or an import without a person."""

    op: datetime.datetime
    door: str
    soort: str
    wat: str
    reden: str
    verschillen: Sequence[Verschil]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoor:
    """Which history belongs on a page: that of `beheer`'s records that met `voorwaarde` once, as it was or as it is."""

    beheer: Rechten
    voorwaarde: Q


class Geschiedenispagina(RecordRechten):
    """Adds the history page. Going back to an old version is editing the record: nothing is overwritten unseen."""

    heeft_geschiedenis: ClassVar[bool] = True

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not self.heeft_geschiedenis:
            raise Http404
        sleutel = unquote(object_id)
        obj = self.get_object(request, sleutel)
        naam = str(obj) if obj is not None else self._verwijderd(request, sleutel)
        lezer = Lezer(self.admin_site, request.user)
        wijzigingen = lezer.wijzigingen(self._sporen(request, sleutel, obj))
        pagina = Paginator(wijzigingen, 50).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Geschiedenis van {naam}",
            "opts": self.opts,
            "object_id": object_id,
            "naam": naam,
            "pagina": pagina,
            "bestaat": obj is not None,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/object_history.html", context)

    def _verwijderd(self, request: HttpRequest, sleutel: str) -> str:
        """What to call a deleted record; Http404 for who may not see all of its kind, or where it never was."""
        if not mag_alles(request.user, self.zien):
            raise Http404
        try:
            bestond = self.model.history.filter(**{self.opts.pk.name: sleutel}).exists()  # type: ignore[attr-defined]
        except ValueError as fout:
            raise Http404 from fout
        if not bestond:
            raise Http404
        return f"{self.opts.verbose_name} {sleutel} (verwijderd)"

    def _sporen(self, request: HttpRequest, sleutel: str, obj: models.Model | None) -> list[Spoor]:
        eigen = Spoor(beheer=self, voorwaarde=Q(**{self.opts.pk.name: sleutel}))
        if obj is None:
            return [eigen]
        inlines: Iterable[Any] = self.get_inline_instances(request, obj)
        return [eigen, *(Spoor(beheer=inline, voorwaarde=inline.ooit_bij(obj)) for inline in inlines)]


class Lezer:
    """Turns rows of history tables into changes that people read, in a fixed number of queries a kind of record."""

    def __init__(self, beheersite: AdminSite, user: Gebruiker) -> None:
        self.beheersite = beheersite
        self.user = user

    def wijzigingen(self, sporen: Iterable[Spoor]) -> list[Wijziging]:
        """The changes of all tracks, the newest first; a save that changed nothing is none."""
        stappen = [stap for spoor in sporen for stap in self._stappen(spoor)]
        stappen.sort(key=lambda stap: (stap[0].history_date, stap[0].history_id), reverse=True)
        namen = self._namen(versie for versie, _ in stappen)
        alle = [_wijziging(nieuw, oud, namen) for nieuw, oud in stappen]
        return [wijziging for wijziging in alle if wijziging.verschillen or wijziging.soort == SOORTEN["-"]]

    def _stappen(self, spoor: Spoor) -> list[Stap]:
        """Every version in the track with the version before it."""
        model = spoor.beheer.model
        sleutel = model._meta.pk.attname
        hoort_erbij = model.history.filter(spoor.voorwaarde).values(sleutel)  # type: ignore[attr-defined]
        versies = model.history.filter(self._zichtbaar(spoor), **{f"{sleutel}__in": hoort_erbij})  # type: ignore[attr-defined]
        versies = versies.order_by("history_date", "history_id").select_related("history_user")
        vorige: dict[Any, Versie] = {}
        stappen = []
        for versie in versies.prefetch_related(*_lijstregels(model)):
            stappen.append((versie, vorige.get(getattr(versie, sleutel))))
            vorige[getattr(versie, sleutel)] = versie
        return stappen

    def _zichtbaar(self, spoor: Spoor) -> Q:
        """Records one may see now; what was deleted only for those who may see all of the kind."""
        if mag_alles(self.user, spoor.beheer.zien):
            return Q()
        return Q(**{f"{spoor.beheer.model._meta.pk.attname}__in": spoor.beheer.zichtbaar(self.user).values("pk")})

    def _namen(self, versies: Iterable[Versie]) -> Namen:
        """The texts of all records that the versions refer to."""
        sleutels: dict[type[models.Model], set[Any]] = defaultdict(set)
        for versie in versies:
            for relatie in _relaties(versie.instance_type):
                sleutels[relatie.related_model] |= _verwezen(versie, relatie)
        return {model: self._teksten(model, gezocht) for model, gezocht in sleutels.items()}

    def _teksten(self, model: type[models.Model], sleutels: set[Any]) -> dict[Any, str]:
        beheer = self.beheersite.get_model_admin(model)
        assert isinstance(beheer, RecordRechten)  # noqa: S101  # every model records refer to has such a page
        alles = model is User or mag_alles(self.user, beheer.zien)
        rijen = model._default_manager.all() if alles else beheer.zichtbaar(self.user)
        gevonden = {rij.pk: str(rij) for rij in rijen.filter(pk__in=sleutels)}
        return {sleutel: gevonden.get(sleutel, VERDWENEN if alles else VERBORGEN) for sleutel in sleutels}


def _wijziging(nieuw: Versie, oud: Versie | None, namen: Namen) -> Wijziging:
    model = nieuw.instance_type
    return Wijziging(
        op=nieuw.history_date,
        door=str(nieuw.history_user or ""),
        soort=SOORTEN[nieuw.history_type],
        wat=_naam(nieuw, namen),
        reden=nieuw.history_change_reason or "",
        verschillen=[] if nieuw.history_type == "-" else list(_verschillen(model, nieuw, oud, namen)),
    )


def _naam(versie: Versie, namen: Namen) -> str:
    """Kind and name: by its own name, code or number, or by the first record it refers to."""
    kop = str(capfirst(versie.instance_type._meta.verbose_name))
    eigen = [str(getattr(versie, naam)) for naam in ("code", "nummer", "naam") if getattr(versie, naam, None)]
    if eigen:
        return f"{kop} {' '.join(eigen)}"
    verwijst = [_waarde(versie, relatie, namen) for relatie in _relaties(versie.instance_type) if relatie.editable]
    return f"{kop} ({', '.join(tekst for tekst in verwijst if tekst != LEEG)})"


def _verschillen(model: type[models.Model], nieuw: Versie, oud: Versie | None, namen: Namen) -> Iterator[Verschil]:
    for veld in [*model._meta.concrete_fields, *_lijsten(model)]:
        if not veld.editable or veld.primary_key:
            continue
        was = LEEG if oud is None else _waarde(oud, veld, namen)
        werd = _waarde(nieuw, veld, namen)
        if was != werd:
            yield Verschil(veld=str(capfirst(veld.verbose_name)), nu=was, ingevuld=werd)


def _relaties(model: Any) -> list[Any]:
    """The relations of a record that its history keeps."""
    return [veld for veld in model._meta.concrete_fields if veld.many_to_one] + _lijsten(model)


def _lijsten(model: Any) -> list[Any]:
    return list(model.history.model._history_m2m_fields)


def _lijstregels(model: Any) -> list[str]:
    """Names under which a version has the rows of its lists."""
    return [_accessor(model.history.model, lijst) for lijst in _lijsten(model)]


def _accessor(historisch: Any, lijst: Any) -> str:
    """Name of the rows on a version; django-simple-history gives each list a table that points back to the version."""
    rijen = getattr(historisch, lijst.name).model
    return str(rijen._meta.get_field("history").remote_field.get_accessor_name())


def _verwezen(versie: Versie, relatie: Any) -> set[Any]:
    if relatie.many_to_many:
        regels = getattr(versie, _accessor(type(versie), relatie)).all()
        return {getattr(regel, f"{relatie.m2m_reverse_field_name()}_id") for regel in regels}
    return {getattr(versie, relatie.attname)} - {None}


def _waarde(versie: Versie, veld: Any, namen: Namen) -> str:
    """A value of a version, as people read it."""
    if veld.is_relation:
        return ", ".join(sorted(namen[veld.related_model][sleutel] for sleutel in _verwezen(versie, veld))) or LEEG
    waarde = getattr(versie, veld.attname)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime.date):
        return f"{waarde:%d-%m-%Y}"
    return LEEG if waarde in (None, "") else str(dict(veld.flatchoices).get(waarde, waarde))
