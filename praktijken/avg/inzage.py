"""Everything that is held about one person, as one download: a page to read and the same as data.

Made through the inventory: every record that `VAN_PERSOON` names, its history, the mails, and the notes that name
the person. Which account wrote something is not given: that is about somebody else.
"""

import datetime
import io
import json
import zipfile
from collections.abc import Container, Iterable
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
    NamenUitvoer.objects.create(gebruiker=user, wat=WAT, programma=persoon.programma, aantal_personen=1)
    return als_zip(_delen(persoon), wie=persoon.nummer, nu=nu)


def als_zip(delen: list[Deel], *, wie: str, nu: datetime.datetime) -> bytes:
    """The parts that hold something, as a page to read and as data; `wie`: by what they go here, in its title."""
    delen = [deel for deel in delen if deel.rijen]
    context = {"delen": delen, "nummer": wie, "nu": nu}
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
        delen.append(Deel(titel=titel(model), rijen=[rij_als_tekst(rij) for rij in rijen]))
        delen.append(_eerdere(model, [rij.pk for rij in rijen], persoon))
    return [*delen, _post(persoon), _teksten(persoon)]


def titel(model: type[models.Model]) -> str:
    return str(model._meta.verbose_name_plural).capitalize()


def _eerdere(model: type[models.Model], pks: list[Any], persoon: Deelnemer) -> Deel:
    """The history of these records, and of participations that were deleted since."""
    deel = Deel(titel=f"{titel(model)}: geschiedenis")
    tabel = historie(model)
    if tabel is None:
        return deel
    voorwaarde = Q(**{f"{model._meta.pk.name}__in": pks})
    if model is Deelname:
        voorwaarde |= Q(deelnemer_id=persoon.pk)
    rijen: Any = tabel._default_manager.filter(voorwaarde).order_by("history_date", "history_id")
    deel.rijen += [versie_als_tekst(rij) for rij in rijen]
    return deel


def versie_als_tekst(rij: Any) -> dict[str, str]:
    """A version of a record: when and why it came, and what stood in it."""
    wanneer = {"moment": f"{rij.history_date:%d-%m-%Y %H:%M} UTC", "wat": _WANNEER[rij.history_type]}
    return wanneer | rij_als_tekst(rij) | {"reden": rij.history_change_reason or "–"}


def rij_als_tekst(rij: models.Model) -> dict[str, str]:
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
    return Deel(titel="Mails", rijen=[rij_als_tekst(brief) for brief in Bericht.objects.filter(over).order_by("pk")])


def _teksten(persoon: Deelnemer) -> Deel:
    """Where notes name this person: the piece of text around it, for the rest may be about others."""
    return teksten_met([persoon.naam, persoon.email], buiten=VAN_PERSOON)


def teksten_met(woorden: Iterable[str], *, buiten: Container[str]) -> Deel:
    """Where one of these words stands, but for these kinds of record: the piece of text around it."""
    patroon = maak_patroon(list(woorden))
    plekken = [] if patroon is None else zoek(patroon)
    rijen = [
        {"soort": plek.soort, "veld": plek.waar, "tekst": " / ".join(plek.stukken) or "in een bestand"}
        for plek in plekken
        if plek.model._meta.label_lower not in buiten and plek.model is not Bericht
    ]
    return Deel(titel="Teksten waarin uw naam staat", rijen=rijen)
