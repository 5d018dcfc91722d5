"""Who must not be mailed: a mark on the person, that holds for every kind of mail."""

import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Q, QuerySet

from deelnemers.models import Deelnemer
from mantelzorg.models import Bericht

WIL_NIET: Final = "Deze persoon wil niet benaderd worden."
Personen = QuerySet[Deelnemer, Any]


def wil_niet(naam: str, email: str) -> Q:
    """Condition: marked, and the same person as this one. Couples share an address, so the name must be alike too."""
    return Q(niet_benaderen=True, email__iexact=email, naam__iexact=naam)


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
    zelf_of_dubbel = Q(pk=over.pk, niet_benaderen=True) | wil_niet(over.naam, bericht.aan)
    return WIL_NIET if Deelnemer.objects.filter(zelf_of_dubbel).exists() else ""


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
