"""Whom a request goes to, and whom it does not, with why. Nothing is written here."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from deelnemers.models import Deelnemer
from mantelzorg.models import Poststand, Programma, User
from mantelzorg.samenloop import vingerafdruk
from praktijken.models import Antwoord, Deelname, Praktijk, Uitvraag
from praktijken.register.onbekenden import onbekend

HOOGSTENS: Final = 200  # mails at once: each is a row in the outbox, made in one transaction
TOON: Final = 200  # names of who get none

WIL_NIET: Final = "wil niet benaderd worden"
BEPERKT: Final = "de gegevens worden beperkt gebruikt"
GEEN_ADRES: Final = "geen e-mailadres"
WACHT_OP_U: Final = "heeft geantwoord, en dat wacht op een besluit"
AL_GEVRAAGD: Final = "heeft al een link die nog werkt, of een mail die nog weggaat"

Personen = QuerySet[Deelnemer, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """Who are asked: one person, those who take part in a practice, or all of unknown kind in the programme."""

    programma: Programma
    praktijk: Praktijk | None = None
    deelnemer: Deelnemer | None = None

    def mensen(self, user: User, dag: datetime.date) -> Personen:
        """Those `user` may see, in the order they were entered. Of a practice: who still take part on `dag`."""
        eigen = Deelnemer.objects.zichtbaar_voor(user).filter(programma=self.programma).order_by("pk")
        if self.deelnemer is not None:
            return eigen.filter(pk=self.deelnemer.pk)
        if self.praktijk is None:
            return eigen.filter(pk__in=onbekend(user, self.programma).order_by().values("deelnemer"))
        loopt = Q(tot_en_met=None) | Q(tot_en_met__gte=dag)
        return eigen.filter(pk__in=Deelname.objects.filter(loopt, praktijk=self.praktijk).values("deelnemer"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgeslagen:
    """Somebody who gets no mail, and why."""

    deelnemer: Deelnemer
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who get a mail now, and how many more would the next time (`later`).

    Of who do not, `redenen` counts all by reason and `overgeslagen` names the first.
    """

    ontvangers: tuple[Deelnemer, ...]
    later: int
    redenen: tuple[tuple[str, int], ...]
    overgeslagen: tuple[Overgeslagen, ...]

    @property
    def afdruk(self) -> str:
        """Changes as soon as other people, or other addresses, would get a mail."""
        return vingerafdruk((str(een.pk), f"{een.naam} <{een.email}>") for een in self.ontvangers)

    @property
    def gedeeld(self) -> int:
        """How many of the mails go to an address that others of them have too."""
        per_adres = Counter(een.email.casefold() for een in self.ontvangers)
        return sum(aantal for aantal in per_adres.values() if aantal > 1)


def maak_plan(user: User, doel: Doel, dag: datetime.date) -> Plan:
    """The plan as it stands on `dag`; four queries, however many people there are."""
    mensen = doel.mensen(user, dag).annotate(waarom=_waarom_niet(dag))
    aantallen = Counter(dict(mensen.order_by().values_list("waarom").annotate(aantal=Count("pk"))))
    kandidaten = mensen.filter(waarom="")
    gemerkt = _gemerkt(kandidaten)
    ontvangers, dubbel = _kies(kandidaten, gemerkt)
    later = aantallen.pop("", 0) - len(ontvangers) - len(dubbel)
    aantallen[WIL_NIET] += len(dubbel)
    andere = [Overgeslagen(deelnemer=een, waarom=een.waarom) for een in mensen.exclude(waarom="")[:TOON]]
    return Plan(
        ontvangers=tuple(ontvangers),
        later=later,
        redenen=tuple(sorted((+aantallen).items())),
        overgeslagen=(*(Overgeslagen(deelnemer=een, waarom=WIL_NIET) for een in dubbel[:TOON]), *andere),
    )


def _waarom_niet(dag: datetime.date) -> Case:
    """Why somebody gets no mail, for the database to count and filter; empty where they do."""
    return Case(
        When(niet_benaderen=True, then=Value(WIL_NIET)),
        When(beperkt_op__isnull=False, then=Value(BEPERKT)),
        When(email="", then=Value(GEEN_ADRES)),
        When(Exists(Antwoord.objects.open().filter(uitvraag__deelnemer=OuterRef("pk"))), then=Value(WACHT_OP_U)),
        When(_al_gevraagd(dag), then=Value(AL_GEVRAAGD)),
        default=Value(""),
    )


def _al_gevraagd(dag: datetime.date) -> Exists:
    """A link that works, or a mail with one that waits. Where the mail failed, nobody was asked."""
    wacht = Q(geldig_tot=None, bericht__stand__in=[Poststand.WACHT, Poststand.VASTGEHOUDEN, Poststand.ONDERWEG])
    werkt = Q(geldig_tot__gte=dag) & ~Q(bericht__stand__in=[Poststand.MISLUKT, Poststand.INGETROKKEN])
    return Exists(Uitvraag.objects.filter(wacht | werkt, deelnemer=OuterRef("pk"), ingetrokken_op=None))


def _gemerkt(kandidaten: Personen) -> set[tuple[str, str]]:
    """Name and address of the marked who share an address with one of these: under another number, perhaps."""
    adressen = kandidaten.order_by().values("email")
    gemerkt = Deelnemer.objects.filter(niet_benaderen=True, email__in=adressen)
    return {(naam.casefold(), email) for naam, email in gemerkt.values_list("naam", "email")}


def _kies(kandidaten: Personen, gemerkt: set[tuple[str, str]]) -> tuple[list[Deelnemer], list[Deelnemer]]:
    """The first HOOGSTENS who get a mail, and those passed on the way who are marked elsewhere."""
    ontvangers: list[Deelnemer] = []
    dubbel: list[Deelnemer] = []
    for een in kandidaten[: HOOGSTENS + len(gemerkt)]:
        if (een.naam.casefold(), een.email) in gemerkt:
            dubbel.append(een)
        elif len(ontvangers) < HOOGSTENS:
            ontvangers.append(een)
    return ontvangers, dubbel
