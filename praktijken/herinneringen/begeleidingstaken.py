"""What an adviser still has to finish: agreements and attendance of sessions, and lessons that came back."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any, Final

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.formats import date_format

from mantelzorg.models import User
from praktijken.herinneringen.taak import Regel, Taak
from praktijken.models import Aanwezigheid, Afspraak, Lesstap, Lesversie, Praktijk, Sessie, Stap

WEKEN_AANWEZIGHEID: Final = 3
"""So long after a session attendance is asked for: later nobody remembers."""

AFSPRAAK: Final = Regel(
    naam="afspraak-over-datum",
    kop="Afspraak over de datum",
    wanneer="Vanaf de dag nadat een afspraak uit een sessie klaar moest zijn, tot zij is afgevinkt. Alleen bij wie "
    "haar kan afvinken: een afspraak van meer praktijken samen hoort bij wie ze allemaal begeleidt. Niet als de "
    "praktijk is geëindigd.",
    doel="Wat in een sessie is afgesproken, raakt niet zoek. Is het gedaan? Vink het af. Anders kiest u een andere "
    "dag.",
    stap_terug="Een afspraak die al was afgevinkt, of een dag die naar voren wordt gehaald: de latere dag blijft "
    "tellen.",
)
AANWEZIGHEID: Final = Regel(
    naam="geen-aanwezigheid",
    kop="Sessie zonder aanwezigheid",
    wanneer=f"Van de dag na een sessie tot {WEKEN_AANWEZIGHEID} weken erna, zolang van niemand bekend is "
    "of hij er was.",
    doel="Kort na een sessie weet u nog wie er was. Een presentielijst plakken is genoeg.",
    stap_terug="Aanwezigheid die er stond en is leeggemaakt, of een sessie die naar voren wordt gehaald.",
)
LES_TERUG: Final = Regel(
    naam="les-teruggestuurd",
    kop="Les teruggestuurd",
    wanneer="Als een les van de praktijk is teruggestuurd en er nog geen nieuwe versie van is.",
    doel="Na een verbetering kan de les alsnog met anderen worden gedeeld. Bij de les staat waarom zij terugkwam.",
    stap_terug="Die is er niet: terugsturen doet het programmabureau, en altijd met een reden.",
)
REGELS: Final = (AFSPRAAK, AANWEZIGHEID, LES_TERUG)


def taken_per_praktijk(
    user: User, praktijken: Collection[Praktijk], heropend: Collection[int], dag: datetime.date
) -> Iterator[tuple[int, Taak]]:
    """(key of one of `praktijken`, task); of those in `heropend` nothing is mailed. Five queries, for any number."""
    for praktijk, regel, onderwerp, tekst, vooruit, adres in _alle(user, praktijken, dag):
        mailtekst = tekst if vooruit and praktijk.pk not in heropend else ""
        yield (
            praktijk.pk,
            Taak(
                regel=regel, onderwerp=str(onderwerp), waar=praktijk.naam, tekst=tekst, mailtekst=mailtekst, adres=adres
            ),
        )


_Ruw = tuple[Praktijk, Regel, int, str, bool, str]
"""(practice, rule, key of the record, text, whether it is no step back, page)."""


def _alle(user: User, praktijken: Collection[Praktijk], dag: datetime.date) -> Iterator[_Ruw]:
    open_ = [een for een in praktijken if een.einddatum is None or een.einddatum >= dag]
    yield from _afspraken(user, open_, dag)
    yield from _zonder_aanwezigheid(praktijken, dag)
    yield from _teruggestuurd(praktijken)


def _eigen(pad: str, praktijken: Collection[Praktijk]) -> Prefetch[Any]:
    """Of each session the practices among `praktijken`, as `eigen`."""
    namen = Praktijk.objects.filter(pk__in=[een.pk for een in praktijken]).order_by("naam", "code", "pk")
    return Prefetch(f"{pad}praktijken", namen, to_attr="eigen")


def _sessies(praktijken: Collection[Praktijk]) -> Any:
    tussen = Sessie.praktijken.through._default_manager
    return tussen.filter(praktijk__in=praktijken).values("sessie")


def _afspraken(user: User, praktijken: Collection[Praktijk], dag: datetime.date) -> Iterator[_Ruw]:
    eerder = Afspraak.history.filter(Q(gedaan_op__isnull=False) | Q(voor__gte=dag), id=OuterRef("pk"))
    rijen: Any = (
        Afspraak.objects.wijzigbaar_door(user)
        .filter(Q(praktijk__in=praktijken) | Q(praktijk=None, sessie__in=_sessies(praktijken)))
        .filter(gedaan_op=None, voor__lt=dag)
        .annotate(terug=Exists(eerder))
        .select_related("sessie", "praktijk")
        .prefetch_related(_eigen("sessie__", praktijken))
        .order_by("voor", "pk")
    )
    for een in rijen:
        tekst = f"Een afspraak van de {_sessie(een.sessie)} moest op {date_format(een.voor)} klaar zijn."
        adres = f"{reverse('praktijken:sessie', args=[een.sessie_id])}#afspraken"
        yield een.praktijk or een.sessie.eigen[0], AFSPRAAK, een.pk, tekst, not een.terug, adres


def _zonder_aanwezigheid(praktijken: Collection[Praktijk], dag: datetime.date) -> Iterator[_Ruw]:
    ooit = Aanwezigheid.history.filter(sessie_id=OuterRef("pk"))
    later = Sessie.history.filter(id=OuterRef("pk"), datum__gte=dag)
    rijen: Any = (
        Sessie.objects.filter(pk__in=_sessies(praktijken), aanwezigheid=None, presentielijsten=None)
        .filter(datum__lt=dag, datum__gte=dag - datetime.timedelta(weeks=WEKEN_AANWEZIGHEID))
        .annotate(terug=Exists(ooit) | Exists(later))
        .prefetch_related(_eigen("", praktijken))
        .order_by("datum", "pk")
    )
    for een in rijen:
        tekst = f"Van de {_sessie(een)} is nog niet bekend wie er was."
        adres = f"{reverse('praktijken:sessie', args=[een.pk])}#aanwezig"
        yield een.eigen[0], AANWEZIGHEID, een.pk, tekst, not een.terug, adres


def _teruggestuurd(praktijken: Collection[Praktijk]) -> Iterator[_Ruw]:
    nieuwere = Lesversie.objects.filter(les=OuterRef("versie__les"), nummer__gt=OuterRef("versie__nummer"))
    latere = Lesstap.objects.filter(versie=OuterRef("versie"), pk__gt=OuterRef("pk"))
    rijen = (
        Lesstap.objects.filter(~Exists(nieuwere), ~Exists(latere), soort=Stap.TERUGGESTUURD)
        .filter(versie__les__praktijk__in=praktijken)
        .select_related("versie__les__experiment", "versie__les__praktijk")
        .order_by("pk")
    )
    for stap in rijen:
        les = stap.versie.les
        over = f" bij experiment {les.experiment.code}" if les.experiment else ""
        tekst = f"Een les{over} is teruggestuurd. Lees waarom, en verbeter haar."
        yield les.praktijk, LES_TERUG, les.pk, tekst, True, reverse("praktijken:les", args=[les.pk])


def _sessie(sessie: Sessie) -> str:
    return f"{sessie.soort} op {date_format(sessie.datum)}"
