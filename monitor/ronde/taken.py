"""Rounds in the task list: of the adviser who is to confirm, and of the office once the last day is over."""

import datetime
from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from mantelzorg.models import User
from mantelzorg.toegang import Recht, Rol, mag_alles
from monitor.models import Meetronde
from monitor.nederlands import datum
from monitor.ronde.stand import Regel as Voortgangsregel
from monitor.ronde.stand import voortgangen
from praktijken.herinneringen.taak import Bron, Regel, Taak
from praktijken.models import Praktijk

BEVESTIGEN: Final = Regel(
    naam="meetronde-bevestigen",
    kop="Cijfers bevestigen",
    wanneer="Vanaf de peildatum van een meetronde, voor elke praktijk waarvan u de cijfers nog niet heeft bevestigd.",
    doel="De gepubliceerde cijfers kloppen pas als wie de praktijk kent ze heeft bekeken.",
    stap_terug="Cijfers die al bevestigd waren en daarna zijn gewijzigd.",
)
VERLOPEN: Final = Regel(
    naam="meetronde-afronden",
    kop="Meetronde afronden",
    wanneer="Als de laatste dag om te bevestigen voorbij is en de meetronde nog openstaat.",
    doel="De meting kan pas worden vastgesteld als alle praktijken bevestigd zijn, of u opschrijft waarom niet.",
    stap_terug="Die is er niet: de laatste dag van een ronde verandert niet.",
)


def _van_adviseur(user: User, dag: datetime.date) -> Iterator[Taak]:
    open_rondes = Meetronde.objects.filter(gesloten_op=None, peildatum__lte=dag)
    eigen = set(Praktijk.objects.begeleid_door(user, dag).values_list("pk", flat=True))
    rondes = open_rondes.filter(programma__praktijken__in=eigen).distinct().select_related("programma")
    for een in voortgangen(rondes.order_by("deadline", "pk"), dag):
        for regel in een.wachten:
            if regel.praktijk.praktijk.id in eigen:
                yield _bevestig(een.ronde, regel)


def _bevestig(ronde: Meetronde, regel: Voortgangsregel) -> Taak:
    praktijk = regel.praktijk.praktijk
    wat = "De cijfers zijn gewijzigd. Bevestig ze opnieuw" if regel.heropend else "Bevestig de cijfers"
    tekst = f"{wat} per {datum(ronde.peildatum)}, tot en met {datum(ronde.deadline)}."
    return Taak(
        regel=BEVESTIGEN,
        onderwerp=f"{ronde.pk}-{praktijk.id}",
        waar=praktijk.naam,
        tekst=tekst,
        mailtekst="" if regel.heropend else tekst,
        adres=reverse("monitor:ronde-praktijk", args=[ronde.pk, praktijk.id]),
    )


def _van_kantoor(_: User, dag: datetime.date) -> Iterator[Taak]:
    over = Meetronde.objects.filter(gesloten_op=None, deadline__lt=dag).select_related("programma")
    for een in voortgangen(over.order_by("deadline", "pk"), dag):
        tekst = f"{een.zin}. {'Sluit de ronde.' if not een.wachten else 'Noteer waarom u zonder de rest verdergaat.'}"
        yield Taak(
            regel=VERLOPEN,
            onderwerp=str(een.ronde.pk),
            waar=f"Meetronde {datum(een.ronde.peildatum)}",
            tekst=tekst,
            mailtekst=tekst,
            adres=reverse("monitor:ronde", args=[een.ronde.pk]),
        )


VAN_ADVISEUR: Final = Bron(
    wie="De adviseur van de praktijk, ook als waarnemer.",
    regels=(BEVESTIGEN,),
    voor=lambda user: Rol.ADVISEUR in user.rollen,
    taken=_van_adviseur,
)
VAN_KANTOOR: Final = Bron(
    wie="Wie meetrondes beheert.",
    regels=(VERLOPEN,),
    voor=lambda user: mag_alles(user, Recht.MEETRONDES_BEHEREN),
    taken=_van_kantoor,
)
