"""Which messages the outbox shows, newest first; by pages that need no count."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Q, QuerySet

from mantelzorg.models import Bericht, Poststand

PER_PAGINA = 50
GETELD = (Poststand.WACHT, Poststand.VASTGEHOUDEN, Poststand.ONDERWEG, Poststand.MISLUKT)
"""The states that are counted: few messages are in one of these at a time."""
BIJ_RECORD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What somebody looks for; an empty value passes all. `aan`: a part of the name or address."""

    stand: str = ""
    soort: str = ""
    aan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """Messages, newest first; `vorige` and `volgende` are keys to go on from, None at an end."""

    berichten: list[Bericht]
    vorige: int | None
    volgende: int | None


def vind(keuze: Keuze) -> QuerySet[Bericht]:
    """The messages that match, each word of `aan` in the name or the address."""
    gevonden = Bericht.objects.select_related("over_soort")
    if keuze.stand:
        gevonden = gevonden.filter(stand=keuze.stand)
    if keuze.soort:
        gevonden = gevonden.filter(soort=keuze.soort)
    for woord in keuze.aan.split():
        gevonden = gevonden.filter(Q(aan__icontains=woord) | Q(aan_naam__icontains=woord))
    return gevonden


def bladzijde(berichten: QuerySet[Bericht], *, na: int | None = None, voor: int | None = None) -> Bladzijde:
    """The next page after key `na`, or the one before key `voor`; a seek in the index, however many there are."""
    if voor is not None:
        gevonden = list(berichten.filter(pk__gt=voor).order_by("pk")[: PER_PAGINA + 1])
        meer_terug, meer_verder = len(gevonden) > PER_PAGINA, True
        gevonden = gevonden[:PER_PAGINA][::-1]
    else:
        vanaf = berichten if na is None else berichten.filter(pk__lt=na)
        gevonden = list(vanaf.order_by("-pk")[: PER_PAGINA + 1])
        meer_terug, meer_verder = na is not None, len(gevonden) > PER_PAGINA
        gevonden = gevonden[:PER_PAGINA]
    return Bladzijde(
        berichten=gevonden,
        vorige=gevonden[0].pk if gevonden and meer_terug else None,
        volgende=gevonden[-1].pk if gevonden and meer_verder else None,
    )


def aantallen() -> dict[str, int]:
    """How many messages are in each state of GETELD; one query."""
    rijen = Bericht.objects.filter(stand__in=GETELD).order_by().values_list("stand").annotate(Count("pk"))
    return dict.fromkeys(map(str, GETELD), 0) | dict(rijen)


def berichten_over(record: models.Model) -> Iterable[Bericht]:
    """The last messages about a record, newest first. Whether a reader may see them is for the page to say."""
    soort = record._meta
    over = Bericht.objects.filter(
        over_soort__app_label=soort.app_label, over_soort__model=soort.model_name, over_id=record.pk
    )
    return over.order_by("-pk")[:BIJ_RECORD]
