"""Who must not be mailed: a mark on the person, that holds for every kind of mail."""

import datetime
from typing import Final

from django.db import transaction

from deelnemers.models import Deelnemer
from mantelzorg.models import Bericht

WIL_NIET: Final = "Deze persoon wil niet benaderd worden."


def elders_gemerkt(naam: str, email: str) -> bool:
    """Whether the same person is marked, under whatever number: couples share an address, so the name must be alike."""
    gemerkt = Deelnemer.objects.filter(niet_benaderen=True, email__iexact=email).values_list("naam", flat=True)
    return any(een.casefold() == naam.casefold() for een in gemerkt)


def weigering(bericht: Bericht) -> str:
    """Why this mail must not go, whatever it is about; asked when it is sent.

    A mail about a participant is theirs: it is refused where they are marked, or somebody of the same name and address
    is (the same person, in another programme). Any other mail that is not for an account is refused where somebody
    with that address is marked, for nobody can tell whom of a couple it is meant for.
    """
    if bericht.ontvanger_id is not None:
        return ""
    over = bericht.over
    if not isinstance(over, Deelnemer):
        gemerkt = Deelnemer.objects.filter(niet_benaderen=True, email__iexact=bericht.aan)
        return WIL_NIET if gemerkt.exists() else ""
    return WIL_NIET if over.niet_benaderen or elders_gemerkt(over.naam, bericht.aan) else ""


@transaction.atomic
def markeer(*, deelnemer: int, sinds: datetime.date, omdat: str, reden: str) -> Deelnemer:
    """Nobody mails this person from now on. Marked already: the first day and reason stay."""
    persoon = Deelnemer.objects.select_for_update(of=("self",)).get(pk=deelnemer)
    if not persoon.niet_benaderen:
        _zet(persoon, reden, niet_benaderen=True, niet_benaderen_sinds=sinds, niet_benaderen_omdat=omdat)
    return persoon


@transaction.atomic
def hef_op(*, deelnemer: int, reden: str) -> Deelnemer:
    """This person may be mailed again."""
    persoon = Deelnemer.objects.select_for_update(of=("self",)).get(pk=deelnemer)
    if persoon.niet_benaderen:
        _zet(persoon, reden, niet_benaderen=False, niet_benaderen_sinds=None, niet_benaderen_omdat="")
    return persoon


def _zet(persoon: Deelnemer, reden: str, **velden: object) -> None:
    for naam, waarde in velden.items():
        setattr(persoon, naam, waarde)
    persoon._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    persoon.save(update_fields=list(velden))
