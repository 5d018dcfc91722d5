"""Writing down who guides a practice and when it is on hold: each at once or not at all, in turn per practice."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from mantelzorg.samenloop import opgeslagen, vingerafdruk, zelfde
from praktijken.begeleiding.forms import AdviseurForm, OnderbrekingForm, Termijn
from praktijken.models import Praktijk


class IntussenGewijzigd(Exception):
    """Somebody else changed the record after the form was opened; `nu` is how it stands."""

    def __init__(self, nu: Termijn) -> None:
        super().__init__()
        self.nu = nu


@contextmanager
def beurt(praktijk: Praktijk) -> Iterator[None]:
    """Whoever writes for the same practice waits; rules about periods that may not overlap hold so."""
    with transaction.atomic():
        Praktijk.objects.select_for_update(no_key=True).filter(pk=praktijk.pk).values_list("pk").first()
        yield


def voeg_toe(form: AdviseurForm | OnderbrekingForm, *, praktijk: Praktijk) -> bool:
    """Store what the form holds, unless it stands there already; False where the form is not valid."""
    with beurt(praktijk):
        if not form.is_valid():
            return False
        if form.al_vastgelegd is None:
            reden = "adviseur toegevoegd" if isinstance(form, AdviseurForm) else "onderbreking vastgelegd"
            form.instance._change_reason = reden  # type: ignore[union-attr]  # read by simple-history
            form.save()
    return True


def afdruk(termijn: Termijn) -> str:
    """The fingerprint of the record as it is stored."""
    return vingerafdruk(opgeslagen(termijn))


def beeindig(termijn: Termijn, *, tot_en_met: datetime.date, gezien: str) -> None:
    """Give it its last day, within a `beurt`; raises IntussenGewijzigd. The same day a second time is no change."""
    if termijn.tot_en_met == tot_en_met:
        return
    if not zelfde(gezien, afdruk(termijn)):
        raise IntussenGewijzigd(termijn)
    termijn.tot_en_met = tot_en_met
    termijn._change_reason = "laatste dag bepaald"  # type: ignore[union-attr]  # read by simple-history
    termijn.save(update_fields=["tot_en_met"])
