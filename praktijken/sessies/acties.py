"""What is written in a session: each at once or not at all, in turn, and once however often it is sent."""

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db import models, transaction
from django.db.models import Max

from mantelzorg.models import Programma
from mantelzorg.samenloop import zelfde
from praktijken.blad.acties import IntussenGewijzigd
from praktijken.blad.acties import afdruk as afdruk_van
from praktijken.models import Afspraak, Ontwerpvraag, Praktijk, Sessie, Thema
from praktijken.sessies import start
from praktijken.sessies.start import Startwijziging

M = TypeVar("M", bound=models.Model)
VELDEN = ("soort", "datum", "plaats", "praktijken")


class StartGewijzigd(Exception):
    """The practices no longer start on the day that was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Startkeuze:
    """What was shown of the startdatum (its fingerprint), and the practices whose day is to be changed.

    `bereken` tells what the session changes, of practices as they are stored at that moment.
    """

    gezien: str
    gekozen: Collection[int]
    bereken: Callable[[Iterable[Praktijk]], tuple[Startwijziging, ...]]


@transaction.atomic
def maak(*, sessie: Sessie, praktijken: Collection[Praktijk], keuze: Startkeuze) -> Sessie:
    """A new session with its practices, and their startdatum; sent before, the session that came of it."""
    Programma.objects.select_for_update(no_key=True).get(pk=sessie.programma_id)
    eerder = Sessie.objects.filter(inzending=sessie.inzending).first()
    if eerder is not None:
        return eerder
    _zet_start(praktijken, keuze, sessie)
    _met_reden(sessie, "sessie gemaakt").save(force_insert=True)
    sessie.praktijken.set(praktijken)
    return sessie


@transaction.atomic
def wijzig(*, sessie: Sessie, praktijken: Collection[Praktijk], keuze: Startkeuze, gezien: str) -> None:
    """Another kind, day, place or other practices. IntussenGewijzigd where they are no longer what was shown."""
    actueel = Sessie.objects.select_for_update(no_key=True).get(pk=sessie.pk)
    if not zelfde(afdruk_van(actueel, VELDEN), gezien):
        raise IntussenGewijzigd
    _zet_start(praktijken, keuze, sessie)
    sessie.skip_history_when_saving = True  # type: ignore[attr-defined]  # the save that follows makes one entry
    sessie.praktijken.set(praktijken)
    del sessie.skip_history_when_saving  # type: ignore[attr-defined]
    _met_reden(sessie, "sessie gewijzigd").save(update_fields=["soort", "datum", "plaats"])


def _zet_start(praktijken: Collection[Praktijk], keuze: Startkeuze, sessie: Sessie) -> None:
    vast = Praktijk.objects.select_for_update(no_key=True).filter(pk__in=[een.pk for een in praktijken])
    wijzigingen = keuze.bereken(vast.order_by("pk").select_related("programma").met_gemeenten())
    if wijzigingen and not zelfde(start.afdruk(wijzigingen), keuze.gezien):
        raise StartGewijzigd
    start.voer_uit(wijzigingen, keuze.gekozen, f"de {sessie}")


class NietLeeg(Exception):
    """The session holds something that would be lost."""


@transaction.atomic
def haal_weg(*, sessie: int) -> None:
    """Take away a session in which nothing was written down; gone already is fine. NietLeeg otherwise."""
    rij = Sessie.objects.select_for_update(of=("self",)).filter(pk=sessie).first()
    if rij is None:
        return
    if rij.afspraken.exists() or rij.aanwezigheid.exists() or rij.presentielijsten.exists():
        raise NietLeeg
    _met_reden(rij, "sessie weggehaald").delete()


@transaction.atomic
def voeg_vraag_toe(*, vraag: Ontwerpvraag, themas: Collection[Thema], reden: str) -> Ontwerpvraag:
    """A design question with the next number of its practice; the same words of that day again: the one there is."""
    praktijk = Praktijk.objects.select_for_update(no_key=True).get(pk=vraag.praktijk_id)
    zelfde_vraag = praktijk.ontwerpvragen.filter(vraag=vraag.vraag, geformuleerd_op=vraag.geformuleerd_op).first()
    if zelfde_vraag is not None:
        return zelfde_vraag
    vraag.nummer = (praktijk.ontwerpvragen.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    _met_reden(vraag, reden).save(force_insert=True)
    vraag.themas.set(themas)
    return vraag


@transaction.atomic
def voeg_afspraak_toe(*, afspraak: Afspraak, reden: str) -> Afspraak:
    """An agreement of this session; sent before, the one there is."""
    Sessie.objects.select_for_update(no_key=True).get(pk=afspraak.sessie_id)
    eerder = Afspraak.objects.filter(inzending=afspraak.inzending).first()
    if eerder is not None:
        return eerder
    afspraak.full_clean(validate_unique=False)
    _met_reden(afspraak, reden).save(force_insert=True)
    return afspraak


@transaction.atomic
def zet_gedaan(*, afspraak: int, dag: datetime.date | None) -> None:
    """The agreement was done on `dag`; None: not yet, after all. The same twice changes nothing."""
    rij = Afspraak.objects.select_for_update(of=("self",), no_key=True).get(pk=afspraak)
    if (rij.gedaan_op is None) == (dag is None):
        return
    rij.gedaan_op = dag
    _met_reden(rij, "afspraak gedaan" if dag else "afspraak toch niet gedaan").save(update_fields=["gedaan_op"])


def _met_reden(record: M, reden: str) -> M:
    record._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    return record
