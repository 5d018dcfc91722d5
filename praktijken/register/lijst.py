"""Which people the register shows, with the kind that counts for each; by pages that need no count."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.models import User
from praktijken.models import Deelname
from praktijken.querysets import DeelnameQuerySet

ONBEKEND = "onbekend"
TELT_NIET = "telt-niet"
PER_PAGINA = 50

Personen = QuerySet[Deelnemer, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What somebody looks for; an empty value passes all. `soort`: the key of an organisatietype, or ONBEKEND."""

    zoek: str = ""
    programma: int | None = None
    praktijk: str = ""
    soort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """People in the order they were entered; `vorige` and `volgende` are keys to go on from, None at an end."""

    deelnemers: list[Deelnemer]
    vorige: int | None
    volgende: int | None


def vind(user: User, keuze: Keuze, dag: datetime.date) -> Personen:
    """The people `user` may see who match, with `telt` and `soort_id` and `soort` (naam) on `dag`."""
    zichtbaar = Deelname.objects.zichtbaar_voor(user)
    gevonden = met_soort(Deelnemer.objects.zichtbaar_voor(user), zichtbaar, dag)
    for woord in keuze.zoek.split():
        gevonden = gevonden.filter(_met_woord(woord, zichtbaar))
    if keuze.programma is not None:
        gevonden = gevonden.filter(programma=keuze.programma)
    if keuze.praktijk:
        in_praktijk = Q(praktijk__code__iexact=keuze.praktijk) | Q(praktijk__naam__icontains=keuze.praktijk)
        gevonden = gevonden.filter(pk__in=zichtbaar.filter(in_praktijk).values("deelnemer"))
    return _van_soort(gevonden, zichtbaar, keuze.soort)


def met_soort(personen: Personen, deelnames: DeelnameQuerySet, dag: datetime.date) -> Personen:
    """Adds `telt`, `soort_id` and `soort`, by the rule of deelnemers tot nu toe (begrippen.md §3).

    Of the deelnames that make a person count, the one with a known type and the earliest vanaf, then the practice's
    code, gives the type. Only `deelnames` are looked at: those the reader may see.
    """
    telt = deelnames.tot_nu_toe(dag).filter(deelnemer=OuterRef("pk"))
    bekend = telt.annotate(
        soort_id=Coalesce("organisatietype_id", "organisatie__organisatietype_id"),
        soort=Coalesce("organisatietype__naam", "organisatie__organisatietype__naam"),
    )
    eerste = bekend.exclude(soort_id=None).order_by("vanaf", "praktijk__code")
    return personen.annotate(
        telt=Exists(telt), soort_id=Subquery(eerste.values("soort_id")[:1]), soort=Subquery(eerste.values("soort")[:1])
    )


def _met_woord(woord: str, zichtbaar: DeelnameQuerySet) -> Q:
    """By name, number, organisation or a number that went up in theirs: a query each, so that each uses its index."""
    eigen = Deelnemer.objects.filter(Q(naam__icontains=woord) | Q(nummer__iexact=woord)).order_by().values("pk")
    van_organisatie = zichtbaar.filter(organisatie__naam__icontains=woord).values("deelnemer")
    opgegaan = Samenvoeging.objects.filter(ongedaan_op=None, verdween__nummer__iexact=woord).values("blijft")
    return Q(pk__in=eigen.union(van_organisatie.order_by(), opgegaan.order_by()))


def _van_soort(personen: Personen, zichtbaar: DeelnameQuerySet, soort: str) -> Personen:
    if not soort:
        return personen
    if soort == TELT_NIET:
        return personen.filter(Q(telt=False))
    if soort == ONBEKEND:
        return personen.filter(Q(telt=True, soort_id=None))
    ooit = zichtbaar.filter(Q(organisatietype=soort) | Q(organisatie__organisatietype=soort))
    return personen.filter(Q(pk__in=ooit.values("deelnemer"), soort_id=int(soort)))


def met_deelnames(personen: Personen, user: User) -> Personen:
    """Fetches along the participations `user` may see, as `zichtbare_deelnames`, the earliest first."""
    relaties = ("praktijk", "organisatie__organisatietype", "organisatietype")
    deelnames = Deelname.objects.zichtbaar_voor(user).select_related(*relaties)
    volgorde = deelnames.order_by("vanaf", "praktijk__naam", "pk")
    return personen.select_related("programma").prefetch_related(
        Prefetch("deelnames", volgorde, to_attr="zichtbare_deelnames")
    )


def bladzijde(personen: Personen, *, na: int | None = None, voor: int | None = None) -> Bladzijde:
    """The next page after key `na`, or the one before key `voor`; a seek in the index, however many there are."""
    if voor is not None:
        gevonden = list(personen.filter(pk__lt=voor).order_by(F("pk").desc())[: PER_PAGINA + 1])
        begin_bereikt, einde_bereikt = len(gevonden) <= PER_PAGINA, False
        gevonden = gevonden[:PER_PAGINA][::-1]
    else:
        gevonden = list(personen.filter(pk__gt=na or 0).order_by("pk")[: PER_PAGINA + 1])
        begin_bereikt, einde_bereikt = not na, len(gevonden) <= PER_PAGINA
        gevonden = gevonden[:PER_PAGINA]
    return Bladzijde(
        deelnemers=gevonden,
        vorige=None if begin_bereikt or not gevonden else gevonden[0].pk,
        volgende=None if einde_bereikt or not gevonden else gevonden[-1].pk,
    )
