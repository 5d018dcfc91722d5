"""Late changes behind a fixed figure, as a task of the office."""

import datetime
from collections.abc import Iterator
from typing import Final

from django.urls import reverse
from django.utils import timezone

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.meten.overzicht import kort
from monitor.models import Meting
from monitor.verschil.onbeslist import onbeslist
from praktijken.herinneringen.taak import Bron, Regel, Taak

LATER_GEWIJZIGD: Final = Regel(
    naam="meting-later-gewijzigd",
    kop="Gegevens gewijzigd na een meting",
    wanneer="Als gegevens achter een vastgesteld cijfer daarna zijn gewijzigd, en niemand besloot wat daarmee moet.",
    doel="Een vastgesteld cijfer verandert niet. Wie het leest, moet weten of het nog klopt.",
    stap_terug="Die is er niet: een besluit geldt voor precies deze wijzigingen.",
)


def _taken(user: User, dag: datetime.date) -> Iterator[Taak]:  # noqa: ARG001  # a change waits on every day
    metingen = Meting.objects.zichtbaar_voor(user).geldend().select_related("vaststelling", "programma")
    alle = list(metingen.prefetch_related("vaststelling__staten"))
    open_ = onbeslist(alle, timezone.now())
    for meting in alle:
        if aantal := open_.get(meting.pk):
            wat = "1 gegeven is" if aantal == 1 else f"{aantal} gegevens zijn"
            tekst = f"{wat} gewijzigd na het vaststellen van {kort(meting)}."
            yield Taak(
                regel=LATER_GEWIJZIGD,
                onderwerp=str(meting.pk),
                waar=str(meting.programma),
                tekst=tekst,
                mailtekst=tekst,
                adres=reverse("monitor:meting-wijzigingen", args=[meting.pk]),
            )


BRON: Final = Bron(
    wie="Wie cijfers publiceert.",
    regels=(LATER_GEWIJZIGD,),
    voor=lambda user: mag_alles(user, Recht.CIJFERS_PUBLICEREN),
    taken=_taken,
)
