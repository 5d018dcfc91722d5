"""Records of the monitor, for pages and forms that are each about one."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from mantelzorg.models import Programma
from monitor.models import Navraag, Overhandiging
from tests.gegevens import praktijk
from tests.monitor.aanlevering.gegevens import gevraagd
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.toezenden.gegevens import toezending


def aangeleverd(programma: Programma) -> dict[str, Any]:
    """Keys of a fixed measurement, who has its delivery, what was asked, and a link to send; a practice came late."""
    levering = gevraagd(vastgesteld(programma, voor_monitor=False))
    praktijk(programma, "LAAT")
    levering.klaar_op, levering.afdruk = timezone.now(), "a" * 64
    levering.save()
    meting, wie = levering.vaststelling.meting, {"door": levering.gevraagd_door, "op": timezone.localdate()}
    return {
        "toezending": toezending(levering.vaststelling, levering.gevraagd_door).pk,
        "programma": programma.slug,
        "aangeleverd": meting.pk,
        "overhandiging": Overhandiging.objects.create(levering=levering, aan="RIVM", inzending=uuid4(), **wie).pk,
        "navraag": Navraag.objects.create(meting=meting, van="RIVM", vraag="Waarom 11?", inzending=uuid4(), **wie).pk,
    }
