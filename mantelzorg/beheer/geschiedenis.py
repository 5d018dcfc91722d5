"""The history page: who changed what, when and why, of a record and of the rows that hang on it."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib.admin import AdminSite
from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from mantelzorg.beheer.rechten import Gebruiker, Rechten, RecordRechten
from mantelzorg.geschiedenis.waarden import (
    SOORTEN,
    VERBORGEN,
    VERDWENEN,
    Namen,
    Versie,
    lijstregels,
    naam_van,
    verschillen,
    verwijzingen,
)
from mantelzorg.models import User
from mantelzorg.samenloop import Verschil
from mantelzorg.toegang import mag_alles

Stap = tuple[Versie, Versie | None]


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
        for versie in versies.prefetch_related(*lijstregels(model)):
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
        return {model: self._teksten(model, gezocht) for model, gezocht in verwijzingen(versies).items()}

    def _teksten(self, model: type[models.Model], sleutels: set[Any]) -> dict[Any, str]:
        beheer = self.beheersite.get_model_admin(model)
        assert isinstance(beheer, RecordRechten)  # noqa: S101  # every model records refer to has such a page
        alles = model is User or mag_alles(self.user, beheer.zien)
        rijen = model._default_manager.all() if alles else beheer.zichtbaar(self.user)
        gevonden = {rij.pk: str(rij) for rij in rijen.filter(pk__in=sleutels)}
        return {sleutel: gevonden.get(sleutel, VERDWENEN if alles else VERBORGEN) for sleutel in sleutels}


def _wijziging(nieuw: Versie, oud: Versie | None, namen: Namen) -> Wijziging:
    return Wijziging(
        op=nieuw.history_date,
        door=str(nieuw.history_user or ""),
        soort=SOORTEN[nieuw.history_type],
        wat=naam_van(nieuw, namen),
        reden=nieuw.history_change_reason or "",
        verschillen=[] if nieuw.history_type == "-" else list(verschillen(nieuw, oud, namen)),
    )
