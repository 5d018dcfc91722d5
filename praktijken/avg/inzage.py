"""Everything that is held about one person, as one download: a page to read and the same as data.

Made through the inventory: every record that `VAN_PERSOON` names, its history, the mails, and the notes that name
the person. Which account wrote something is not given: that is about somebody else.
"""

import datetime
import io
import json
import zipfile
from dataclasses import dataclass, field
from typing import Any, Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.template.loader import render_to_string

from deelnemers.models import Deelnemer, NamenUitvoer
from mantelzorg.models import Bericht, User
from praktijken.avg.inventaris import VAN_PERSOON, historie
from praktijken.avg.patroon import maak_patroon
from praktijken.avg.zoeken import zoek
from praktijken.models import Deelname

WAT: Final = "inzage van één persoon"
_NIET = frozenset({"inzending", "stappen", "zout", "afdruk", "gezien", "sleutel", "over_soort", "over_id"})
_WANNEER = {"+": "toegevoegd", "~": "gewijzigd", "-": "verwijderd"}


@dataclass(slots=True, kw_only=True)
class Deel:
    """Records of one kind: field to value, as people read them, each."""

    titel: str
    rijen: list[dict[str, str]] = field(default_factory=list)


@transaction.atomic
def inzage(persoon: Deelnemer, *, user: User, nu: datetime.datetime) -> bytes:
    """A zip of `leesbaar.html` and `gegevens.json`; that it was made is kept in the log of names taken out."""
    delen = [deel for deel in _delen(persoon) if deel.rijen]
    NamenUitvoer.objects.create(gebruiker=user, wat=WAT, programma=persoon.programma, aantal_personen=1)
    context = {"delen": delen, "nummer": persoon.nummer, "nu": nu}
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr("leesbaar.html", render_to_string("praktijken/avg/inzage.html", context))
        pakket.writestr("gegevens.json", _json(delen, nu))
    return uit.getvalue()


def _json(delen: list[Deel], nu: datetime.datetime) -> str:
    inhoud = {"gemaakt_op": nu.isoformat(), "delen": {deel.titel: deel.rijen for deel in delen}}
    return json.dumps(inhoud, ensure_ascii=False, indent=2)


def _delen(persoon: Deelnemer) -> list[Deel]:
    delen = []
    for naam, pad in VAN_PERSOON.items():
        model = apps.get_model(naam)
        rijen = model._default_manager.filter(**{pad: persoon.pk}).order_by("pk")
        delen.append(Deel(titel=_titel(model), rijen=[_rij(rij) for rij in rijen]))
        delen.append(_eerdere(model, [rij.pk for rij in rijen], persoon))
    return [*delen, _post(persoon), _teksten(persoon)]


def _titel(model: type[models.Model]) -> str:
    return str(model._meta.verbose_name_plural).capitalize()


def _eerdere(model: type[models.Model], pks: list[Any], persoon: Deelnemer) -> Deel:
    """The history of these records, and of participations that were deleted since."""
    deel = Deel(titel=f"{_titel(model)}: geschiedenis")
    tabel = historie(model)
    if tabel is None:
        return deel
    voorwaarde = Q(**{f"{model._meta.pk.name}__in": pks})
    if model is Deelname:
        voorwaarde |= Q(deelnemer_id=persoon.pk)
    rijen: Any = tabel._default_manager.filter(voorwaarde).order_by("history_date", "history_id")
    for rij in rijen:
        wanneer = {"moment": f"{rij.history_date:%d-%m-%Y %H:%M} UTC", "wat": _WANNEER[rij.history_type]}
        deel.rijen.append(wanneer | _rij(rij) | {"reden": rij.history_change_reason or "–"})
    return deel


def _rij(rij: models.Model) -> dict[str, str]:
    """The fields people can read; of another record its name, of an account nothing."""
    return {
        str(veld.verbose_name): _waarde(rij, veld)
        for veld in rij._meta.concrete_fields
        if veld.name not in _NIET and not veld.name.startswith("history_") and veld.related_model is not User
    }


def _waarde(rij: models.Model, veld: "models.Field[Any, Any]") -> str:
    try:
        waarde = getattr(rij, veld.name)
    except models.ObjectDoesNotExist:  # what a history row refers to may be gone
        waarde = getattr(rij, veld.attname)
    if waarde in (None, ""):
        return "–"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime.date):
        return f"{waarde:%d-%m-%Y}"
    return json.dumps(waarde, ensure_ascii=False) if isinstance(waarde, dict | list) else str(waarde)


def _post(persoon: Deelnemer) -> Deel:
    """Mails about this person or a participation of theirs; a shared address is not enough."""
    soort = ContentType.objects.get_for_model
    deelnames = list(persoon.deelnames.values_list("pk", flat=True))
    over = Q(over_soort=soort(Deelnemer), over_id=persoon.pk) | Q(over_soort=soort(Deelname), over_id__in=deelnames)
    return Deel(titel="Mails", rijen=[_rij(brief) for brief in Bericht.objects.filter(over).order_by("pk")])


def _teksten(persoon: Deelnemer) -> Deel:
    """Where notes name this person: the piece of text around it, for the rest may be about others."""
    patroon = maak_patroon([persoon.naam, persoon.email])
    plekken = [] if patroon is None else zoek(patroon)
    rijen = [
        {"soort": plek.soort, "veld": plek.waar, "tekst": " / ".join(plek.stukken) or "in een bestand"}
        for plek in plekken
        if plek.model._meta.label_lower not in VAN_PERSOON and plek.model is not Bericht
    ]
    return Deel(titel="Teksten waarin uw naam staat", rijen=rijen)
