"""Fingerprints of what two people can change at once (`mantelzorg.samenloop`)."""

from collections.abc import Iterator

from aanmeldingen.models import Oproep, Voorwaarden
from aanmeldingen.plaatsen import lezen
from mantelzorg.samenloop import vingerafdruk


def plaatsen(oproep: Oproep) -> str:
    """Of the rule, the number of places, and the sectors."""
    return vingerafdruk(_plaatsen(oproep))


def _plaatsen(oproep: Oproep) -> Iterator[tuple[str, str]]:
    yield "verdeling", oproep.verdeling
    yield "plaatsen", str(lezen.stand(oproep).capaciteit)
    for kant in oproep.oproepsectoren.all():
        yield f"sector {kant.sector_id}", f"{kant.instroom} {kant.quotum}"


def versie(record: Voorwaarden) -> str:
    """Of a version of the conditions with its criteria."""
    return vingerafdruk(_versie(record))


def _versie(record: Voorwaarden) -> Iterator[tuple[str, str]]:
    yield "tekst", record.tekst
    yield "reden", record.reden
    yield "vastgesteld", str(record.vastgesteld_op)
    for een in record.criteria.all():
        yield f"criterium {een.nummer}", repr((een.tekst, een.toelichting))
