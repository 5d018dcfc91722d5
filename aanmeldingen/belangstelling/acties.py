"""What happens to an interest: each at once or not at all, in turn, and once however often it is sent."""

import datetime
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils.timezone import localdate

from aanmeldingen.belangstelling.post import mail_ontvangen
from aanmeldingen.formulier.beginnen import Bekend, begin
from aanmeldingen.formulier.post import mail_link
from aanmeldingen.models import Aanmelding, Belangstelling, Contactmoment, Contactpersoon, Oproep, Vervolg
from mantelzorg.models import User
from mantelzorg.samenloop import vingerafdruk, zelfde

M = TypeVar("M", bound=models.Model)
GEWIST = "De persoonsgegevens zijn gewist. Er is niemand meer om een link te mailen."
UITKOMST = ("vervolg", "vervolg_op", "later_op")


class KanNiet(Exception):
    """It cannot be done as things stand; `tekst` says in Dutch why, and what can be done."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst


class IntussenGewijzigd(Exception):
    """Somebody else changed it after it was shown."""


def toon_belangstelling(*, oproep: Oproep, inzending: UUID, **ingevuld: Any) -> Belangstelling:
    """A new interest with its confirmation by mail; the one that the same form made before."""
    nieuw = Belangstelling(oproep=oproep, inzending=inzending, **ingevuld)
    try:
        with transaction.atomic():
            _met_reden(nieuw, "belangstelling getoond").save(force_insert=True)
            mail_ontvangen(nieuw)
    except IntegrityError:
        return Belangstelling.objects.get(inzending=inzending)
    return nieuw


@transaction.atomic
def wijs_toe(*, belangstelling: int, adviseur: User, gezien: str) -> Belangstelling:
    """It is this adviser's task now; the same twice is no change. IntussenGewijzigd where it is another's by then."""
    rij = in_beurt(belangstelling)
    if rij.adviseur_id == adviseur.pk:
        return rij
    if not zelfde(afdruk(rij, "adviseur_id"), gezien):
        raise IntussenGewijzigd
    rij.adviseur = adviseur
    _met_reden(rij, "toegewezen aan een adviseur").save(update_fields=["adviseur"])
    return rij


@transaction.atomic
def leg_contact_vast(
    *, belangstelling: int, op: datetime.date, hoe: str, verslag: str, inzending: UUID, door: User
) -> Contactmoment:
    """One attempt to reach them, added; sent before: the one there is."""
    rij = in_beurt(belangstelling)
    eerder = Contactmoment.objects.filter(inzending=inzending, belangstelling=rij).first()
    if eerder is not None:
        return eerder
    nieuw = Contactmoment(belangstelling=rij, op=op, hoe=hoe, verslag=verslag, door=door, inzending=inzending)
    nieuw.full_clean(validate_unique=False)
    _met_reden(nieuw, f"contact: {hoe}").save(force_insert=True)
    return nieuw


@transaction.atomic
def leg_uitkomst_vast(
    *, belangstelling: int, vervolg: Vervolg, later_op: datetime.date | None, op: datetime.date, gezien: str
) -> Belangstelling:
    """What came of it on the day `op`; the same twice is no change.

    KanNiet where it became an application; IntussenGewijzigd where another outcome stands there by now.
    """
    rij = in_beurt(belangstelling)
    if (rij.vervolg, rij.later_op) == (vervolg.value, later_op):
        return rij
    if aanmelding_van(rij) is not None:
        raise KanNiet("Dit is al een aanmelding geworden.")
    if not zelfde(afdruk(rij, *UITKOMST), gezien):
        raise IntussenGewijzigd
    rij.vervolg, rij.vervolg_op, rij.later_op = vervolg.value, op, later_op
    rij.full_clean(validate_unique=False)
    _met_reden(rij, f"uitkomst: {vervolg.value}").save(update_fields=UITKOMST)
    return rij


@transaction.atomic
def word_aanmelding(*, belangstelling: int, op: datetime.datetime) -> Aanmelding:
    """A draft application with all that is known, whose link is mailed; the one it became before. KanNiet: not now."""
    rij = in_beurt(belangstelling)
    eerder = aanmelding_van(rij)
    if eerder is not None:
        return eerder
    _keur(rij, op)
    return begin_aanmelding(rij, op, mail=mail_link)


def begin_aanmelding(
    rij: Belangstelling, op: datetime.datetime, *, mail: Callable[[Aanmelding, Contactpersoon], None]
) -> Aanmelding:
    """The draft of an interest that is in turn, with all that is known and its link in that mail; and its outcome."""
    bekend: Bekend = {
        "sector": rij.sector,
        "plaats": rij.plaats,
        "gemeente": rij.gemeente,
        "vraag": rij.vraag,
        "belangstelling": rij,
    }
    aanmelding = begin(
        oproep=rij.oproep, organisatie=rij.organisatie, naam=rij.naam, email=rij.email, telefoon=rij.telefoon,
        inzending=rij.inzending, op=op, mail=mail, **bekend,
    )  # fmt: skip
    rij.vervolg, rij.vervolg_op, rij.later_op = Vervolg.AANMELDEN.value, localdate(op), None
    _met_reden(rij, f"uitkomst: {Vervolg.AANMELDEN.value}").save(update_fields=UITKOMST)
    return aanmelding


def aanmelding_van(rij: Belangstelling) -> Aanmelding | None:
    """The application it became."""
    return Aanmelding.objects.filter(belangstelling=rij).first()


def afdruk(rij: Belangstelling, *velden: str) -> str:
    """The fingerprint of these fields as they are stored."""
    return vingerafdruk((f"belangstelling:{rij.pk}:{veld}", str(getattr(rij, veld))) for veld in velden)


def _keur(rij: Belangstelling, op: datetime.datetime) -> None:
    if rij.gewist_op is not None:
        raise KanNiet(GEWIST)
    if op < rij.oproep.opent_op:
        raise KanNiet("De oproep is nog niet open. Een aanmelding kan pas beginnen als hij open is.")
    if not rij.oproep.is_open(op):
        raise KanNiet("De oproep is gesloten. Het programmabureau kan een link geven om na sluiting aan te melden.")


def in_beurt(belangstelling: int) -> Belangstelling:
    """The interest, kept from others until the transaction ends."""
    rijen = Belangstelling.objects.select_related("oproep", "sector", "gemeente")
    return rijen.select_for_update(of=("self",)).get(pk=belangstelling)


def _met_reden(record: M, reden: str) -> M:
    record._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    return record
