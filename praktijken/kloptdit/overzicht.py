"""All that was asked of participants, with how each request stands; by pages that need no count."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, TextChoices, Value, When

from mantelzorg.models import Poststand
from praktijken.models import Antwoord, Deelname, Praktijk, Uitvraag
from praktijken.models.kloptdit import Uitkomst

PER_PAGINA: Final = 50

Uitvragen = QuerySet[Uitvraag, Any]


class Uitvraagstand(TextChoices):
    """How a request stands; each has one, and the first that fits holds. That a link was opened is kept nowhere."""

    TE_BEHANDELEN = "te-behandelen", "beantwoord, wacht op u"
    BEANTWOORD = "beantwoord", "beantwoord"
    INGETROKKEN = "ingetrokken", "ingetrokken"
    NIET_VERSTUURD = "niet-verstuurd", "niet verstuurd"
    WACHT = "wacht", "staat klaar"
    VERLOPEN = "verlopen", "verlopen"
    VERSTUURD = "verstuurd", "verstuurd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One request. `praktijken`: the one it was about, else those the person takes part in; `antwoorden`: as given."""

    uitvraag: Uitvraag
    stand: str
    praktijken: tuple[Praktijk, ...]
    antwoorden: tuple[Antwoord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """Requests, the newest first; `vorige` and `volgende` are keys to go on from, None at an end."""

    rijen: list[Rij]
    vorige: int | None
    volgende: int | None


def uitvragen(dag: datetime.date, *, stand: str = "", praktijk: str = "") -> Uitvragen:
    """Requests with their `stand` on `dag`. `praktijk`: a code, or a piece of a name; empty passes all."""
    gevonden = Uitvraag.objects.annotate(stand=_stand(dag))
    if stand:
        gevonden = gevonden.filter(stand=stand)
    if praktijk:
        bedoeld = Praktijk.objects.filter(Q(code__iexact=praktijk) | Q(naam__icontains=praktijk))
        mensen = Deelname.objects.filter(praktijk__in=bedoeld.values("pk")).values("deelnemer")
        gevonden = gevonden.filter(Q(praktijk__in=bedoeld.values("pk")) | Q(praktijk=None, deelnemer__in=mensen))
    return gevonden


def _stand(dag: datetime.date) -> Case:
    van_deze = Antwoord.objects.filter(uitvraag=OuterRef("pk"))
    gegeven = van_deze.exclude(besluit=Uitkomst.VERVANGEN)
    ging_niet = Q(bericht__stand__in=[Poststand.MISLUKT, Poststand.INGETROKKEN]) | Q(bericht=None, geldig_tot=None)
    return Case(
        When(Exists(van_deze.open()), then=Value(Uitvraagstand.TE_BEHANDELEN.value)),
        When(Exists(gegeven), then=Value(Uitvraagstand.BEANTWOORD.value)),
        When(ingetrokken_op__isnull=False, then=Value(Uitvraagstand.INGETROKKEN.value)),
        When(ging_niet, then=Value(Uitvraagstand.NIET_VERSTUURD.value)),
        When(geldig_tot=None, then=Value(Uitvraagstand.WACHT.value)),
        When(geldig_tot__lt=dag, then=Value(Uitvraagstand.VERLOPEN.value)),
        default=Value(Uitvraagstand.VERSTUURD.value),
    )


def bladzijde(gevonden: Uitvragen, *, na: int | None = None, voor: int | None = None) -> Bladzijde:
    """The next page after key `na`, or the one before key `voor`; a seek in the index, and three queries."""
    met_alles = _met_alles(gevonden)
    if voor is not None:
        rijen = list(met_alles.filter(pk__gt=voor).order_by("pk")[: PER_PAGINA + 1])
        begin_bereikt, einde_bereikt = len(rijen) <= PER_PAGINA, False
        rijen = rijen[:PER_PAGINA][::-1]
    else:
        verder = met_alles if na is None else met_alles.filter(pk__lt=na)
        rijen = list(verder.order_by(F("pk").desc())[: PER_PAGINA + 1])
        begin_bereikt, einde_bereikt = na is None, len(rijen) <= PER_PAGINA
        rijen = rijen[:PER_PAGINA]
    return Bladzijde(
        rijen=[_rij(een) for een in rijen],
        vorige=None if begin_bereikt or not rijen else rijen[0].pk,
        volgende=None if einde_bereikt or not rijen else rijen[-1].pk,
    )


def _met_alles(gevonden: Uitvragen) -> Uitvragen:
    antwoorden = Antwoord.objects.exclude(besluit=Uitkomst.VERVANGEN).order_by("ontvangen_op", "pk")
    deelnames = Deelname.objects.select_related("praktijk").order_by("praktijk__naam", "praktijk__code", "pk")
    return gevonden.select_related("deelnemer", "praktijk", "bericht").prefetch_related(
        Prefetch("antwoorden", antwoorden, to_attr="gegeven"),
        Prefetch("deelnemer__deelnames", deelnames, to_attr="alle_deelnames"),
    )


def _rij(uitvraag: Uitvraag) -> Rij:
    deelnames: Sequence[Deelname] = uitvraag.deelnemer.alle_deelnames  # type: ignore[attr-defined]  # prefetched
    eigen = [uitvraag.praktijk] if uitvraag.praktijk else [een.praktijk for een in deelnames]
    return Rij(
        uitvraag=uitvraag,
        stand=Uitvraagstand(uitvraag.stand).label,  # type: ignore[attr-defined]  # annotated
        praktijken=tuple(dict.fromkeys(eigen)),
        antwoorden=tuple(uitvraag.gegeven),  # type: ignore[attr-defined]  # prefetched
    )
