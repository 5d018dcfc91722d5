"""Whom a request goes to, and whom it does not, with why. Nothing is written here."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from deelnemers.models import Deelnemer
from mantelzorg.models import Poststand, Programma, User
from mantelzorg.samenloop import vingerafdruk
from praktijken.models import Antwoord, Deelname, Praktijk, Uitvraag
from praktijken.register.onbekenden import onbekend

HOOGSTENS: Final = 200  # mails at once: each is a row in the outbox, made in one transaction

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
    """Who get a mail now; who do not; how many more would get one the next time (`later`)."""

    ontvangers: tuple[Deelnemer, ...]
    overgeslagen: tuple[Overgeslagen, ...]
    later: int

    @property
    def afdruk(self) -> str:
        """Changes as soon as other people, or other addresses, would get a mail."""
        return vingerafdruk((str(een.pk), f"{een.naam} <{een.email}>") for een in self.ontvangers)

    @property
    def redenen(self) -> list[tuple[str, int]]:
        """How many are passed over, by reason."""
        return sorted(Counter(een.waarom for een in self.overgeslagen).items())

    @property
    def gedeeld(self) -> int:
        """How many of the mails go to an address that others of them have too."""
        per_adres = Counter(een.email.casefold() for een in self.ontvangers)
        return sum(aantal for aantal in per_adres.values() if aantal > 1)


def maak_plan(user: User, doel: Doel, dag: datetime.date) -> Plan:
    """The plan as it stands on `dag`; two queries."""
    mensen = doel.mensen(user, dag).annotate(al_gevraagd=_al_gevraagd(dag), wacht_op_u=_wacht_op_u())
    gemerkt = _gemerkt(mensen)
    ontvangers, overgeslagen = [], []
    for een in mensen:
        waarom = _waarom_niet(een, gemerkt)
        if waarom:
            overgeslagen.append(Overgeslagen(deelnemer=een, waarom=waarom))
        else:
            ontvangers.append(een)
    return Plan(
        ontvangers=tuple(ontvangers[:HOOGSTENS]),
        overgeslagen=tuple(overgeslagen),
        later=max(0, len(ontvangers) - HOOGSTENS),
    )


def _al_gevraagd(dag: datetime.date) -> Exists:
    """A link that works, or a mail with one that waits. Where the mail failed, nobody was asked."""
    wacht = Q(geldig_tot=None, bericht__stand__in=[Poststand.WACHT, Poststand.VASTGEHOUDEN, Poststand.ONDERWEG])
    werkt = Q(geldig_tot__gte=dag) & ~Q(bericht__stand__in=[Poststand.MISLUKT, Poststand.INGETROKKEN])
    return Exists(Uitvraag.objects.filter(wacht | werkt, deelnemer=OuterRef("pk"), ingetrokken_op=None))


def _wacht_op_u() -> Exists:
    return Exists(Antwoord.objects.open().filter(uitvraag__deelnemer=OuterRef("pk")))


def _gemerkt(mensen: Personen) -> set[tuple[str, str]]:
    """Name and address of the marked who share an address with one of these: under another number, perhaps."""
    adressen = mensen.order_by().exclude(email="").values("email")
    gemerkt = Deelnemer.objects.filter(niet_benaderen=True, email__in=adressen)
    return {(naam.casefold(), email.casefold()) for naam, email in gemerkt.values_list("naam", "email")}


def _waarom_niet(een: Deelnemer, gemerkt: set[tuple[str, str]]) -> str:
    if een.niet_benaderen or (een.naam.casefold(), een.email.casefold()) in gemerkt:
        return WIL_NIET
    if een.beperkt_op is not None:
        return BEPERKT
    if not een.email:
        return GEEN_ADRES
    if een.wacht_op_u:  # type: ignore[attr-defined]  # annotated by maak_plan
        return WACHT_OP_U
    return AL_GEVRAAGD if een.al_gevraagd else ""  # type: ignore[attr-defined]  # idem
