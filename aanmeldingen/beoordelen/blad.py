"""The page of one application: everything that hangs on it, read in a fixed number of queries."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aanmeldingen.beoordelen.aanwezig import Bezoek, bezoeken
from aanmeldingen.beoordelen.lijst import met_merken, signalen_van
from aanmeldingen.beoordelen.oordelen import Criteriumrij, criteriumrijen
from aanmeldingen.beoordelen.verloop import Stap, verloop
from aanmeldingen.beoordelen.verschil import Regel, gewijzigd
from aanmeldingen.models import (
    Aanmelding,
    Aanvulverzoek,
    Besluit,
    Contactmoment,
    Indiening,
    Intakegesprek,
    Laattoegang,
)
from aanmeldingen.plaatsen.lezen import Plek, plek
from mantelzorg.models import Bericht, User
from mantelzorg.post.lijst import berichten_over


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoekrij:
    """A question for more, with what changed since it was asked; `te_laat`: its day passed without an answer."""

    verzoek: Aanvulverzoek
    verschillen: tuple[Regel, ...]
    te_laat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesprekrij:
    """A talk; `eigen`: the reader may report on it."""

    gesprek: Intakegesprek
    eigen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """What is known of an application that `user` may read."""

    stand: str
    wacht_op: str
    signalen: tuple[str, ...]
    plek: Plek
    versies: tuple[Indiening, ...]
    criteria: tuple[Criteriumrij, ...]
    verzoeken: tuple[Verzoekrij, ...]
    gesprekken: tuple[Gesprekrij, ...]
    besluiten: tuple[Besluit, ...]
    geldend: Besluit | None
    voorstel: Besluit | None
    bezoeken: tuple[Bezoek, ...]
    contactmomenten: tuple[Contactmoment, ...]
    laattoegang: Laattoegang | None
    zelfde_kvk: tuple[Aanmelding, ...]
    berichten: tuple[Bericht, ...]
    verloop: tuple[Stap, ...]

    @property
    def niet_voldaan(self) -> tuple[Criteriumrij, ...]:
        """What a rejection can rest on."""
        return tuple(rij for rij in self.criteria if rij.rij is not None and not rij.gehaald)


def blad_van(een: Aanmelding, user: User, nu: datetime.datetime, dag: datetime.date) -> Blad:
    """Read it."""
    merken: Any = met_merken(Aanmelding.objects.filter(pk=een.pk), nu).get()
    besluiten = _besluiten(een)
    berichten = tuple(berichten_over(een))
    return Blad(
        stand=merken.stand,
        wacht_op=merken.wacht_op,
        signalen=signalen_van(merken),
        plek=plek(een),
        versies=tuple(een.indieningen.select_related("door")),
        criteria=criteriumrijen(een),
        verzoeken=tuple(_verzoeken(een, dag)),
        gesprekken=tuple(_gesprekken(een, user)),
        besluiten=besluiten,
        geldend=_geldend(besluiten),
        voorstel=next((rij for rij in besluiten if not rij.bevestigd_op and not rij.teruggenomen_op), None),
        bezoeken=bezoeken(een),
        contactmomenten=_contactmomenten(een),
        laattoegang=Laattoegang.objects.filter(aanmelding=een).select_related("door").first(),
        zelfde_kvk=_zelfde_kvk(een, user),
        berichten=berichten,
        verloop=verloop(een, berichten),
    )


def _besluiten(een: Aanmelding) -> tuple[Besluit, ...]:
    mensen = ("voorgesteld_door", "bevestigd_door", "teruggenomen_door", "bericht", "vervangt")
    return tuple(een.besluiten.select_related(*mensen).prefetch_related("criteria"))


def _geldend(besluiten: Iterable[Besluit]) -> Besluit | None:
    bevestigd = [rij for rij in besluiten if rij.bevestigd_op]
    vervangen = {rij.vervangt_id for rij in bevestigd}
    return next((rij for rij in bevestigd if rij.pk not in vervangen), None)


def _verzoeken(een: Aanmelding, dag: datetime.date) -> Iterable[Verzoekrij]:
    for verzoek in een.aanvulverzoeken.select_related("door", "gezien", "antwoord"):
        antwoord = verzoek.antwoord
        yield Verzoekrij(
            verzoek=verzoek,
            verschillen=gewijzigd(verzoek.gezien, antwoord) if antwoord is not None else (),
            te_laat=verzoek.afgesloten_op is None and verzoek.uiterlijk < dag,
        )


def _gesprekken(een: Aanmelding, user: User) -> Iterable[Gesprekrij]:
    eigen = set(een.gesprekken.all().wijzigbaar_door(user).values_list("pk", flat=True))
    for gesprek in een.gesprekken.select_related("adviseur"):
        yield Gesprekrij(gesprek=gesprek, eigen=gesprek.pk in eigen)


def _contactmomenten(een: Aanmelding) -> tuple[Contactmoment, ...]:
    if een.belangstelling is None:
        return ()
    return tuple(een.belangstelling.contactmomenten.select_related("door"))


def _zelfde_kvk(een: Aanmelding, user: User) -> tuple[Aanmelding, ...]:
    if not een.kvk:
        return ()
    zelfde = Aanmelding.objects.zichtbaar_voor(user).ingediend().filter(oproep=een.oproep_id, kvk=een.kvk)
    return tuple(zelfde.exclude(pk=een.pk))
