"""The signals of a practice as tasks of its adviser."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from django.urls import reverse

from praktijken import signalen
from praktijken.herinneringen.taak import Regel, Taak
from praktijken.models import Praktijk
from praktijken.signalen import Praktijkrij, Soort

_NAAM: Final = {
    Soort.VOORTGANG: "geen-voortgang",
    Soort.ONTWERPVRAGEN: "aantal-ontwerpvragen",
    Soort.KERNTHEMA: "geen-kernthema",
    Soort.ONBEKEND: "soort-organisatie-onbekend",
    Soort.GEMEENTE: "geen-gemeente",
    Soort.PENVOERDER: "geen-penvoerder",
}
_STAP_TERUG: Final = {
    Soort.VOORTGANG: "Een datum van een verslag of start die naar voren wordt gehaald, een verslag dat vervalt, of een "
    "experiment dat weer opengaat: de latere dag blijft tellen.",
    Soort.ONTWERPVRAGEN: "Waren er ooit genoeg vragen, dan telt dat. Een vraag die vervallen was en weer geldt, "
    "telt niet mee als vraag te veel.",
    Soort.KERNTHEMA: "Een kernthema dat er was en is leeggemaakt.",
    Soort.ONBEKEND: "Iemand van wie het organisatietype al eens bekend was.",
    Soort.GEMEENTE: "Er stond al eens een gemeente bij de partners.",
    Soort.PENVOERDER: "Er stond al eens een penvoerder bij de partners.",
}
ANKER: Final = {
    Soort.ONTWERPVRAGEN: "ontwerpvragen",
    Soort.KERNTHEMA: "kernthema",
    Soort.ONBEKEND: "deelnemers",
    Soort.GEMEENTE: "partners",
    Soort.PENVOERDER: "partners",
}
"""The part of a practice's page where each signal is met; a stalled experiment is met by writing a report."""
_REGEL: Final = {
    regel.soort: Regel(
        naam=_NAAM[regel.soort],
        kop=str(regel.soort).capitalize(),
        wanneer=regel.wanneer,
        doel=regel.doel,
        stap_terug=_STAP_TERUG[regel.soort],
    )
    for regel in signalen.REGELS
}
REGELS: Final = tuple(_REGEL.values())


def taken_van(praktijk: Praktijk, rij: Praktijkrij, verste: Praktijkrij, dag: datetime.date) -> Iterator[Taak]:
    """The tasks of one practice as `rij` says it is on `dag`; `verste`: as far as it ever got."""
    if not rij.actief:
        return
    for regel in signalen.REGELS:
        for deel, onderwerp, adres in _delen(praktijk, rij, regel.soort):
            for tekst in regel.teksten(deel, dag):
                yield Taak(
                    regel=_REGEL[regel.soort],
                    onderwerp=onderwerp,
                    waar=praktijk.naam,
                    tekst=tekst,
                    mailtekst=tekst if _ook_zonder_stap_terug(regel, deel, verste, dag) else "",
                    adres=adres,
                )


def _delen(praktijk: Praktijk, rij: Praktijkrij, soort: Soort) -> Iterator[tuple[Praktijkrij, str, str]]:
    """The parts that a rule speaks of by itself: each experiment, else the practice; with key and page."""
    if soort is not Soort.VOORTGANG:
        pagina = reverse("praktijken:praktijk", args=[praktijk.pk])
        yield rij, str(praktijk.pk), f"{pagina}#{ANKER[soort]}"
        return
    for experiment in rij.experimenten:
        nieuw = reverse("praktijken:voortgang-nieuw")
        yield replace(rij, experimenten=(experiment,)), str(experiment.pk), f"{nieuw}?experiment={experiment.pk}"


def _ook_zonder_stap_terug(regel: signalen.Regel, deel: Praktijkrij, verste: Praktijkrij, dag: datetime.date) -> bool:
    sleutels = {een.pk for een in deel.experimenten}
    zelfde = replace(verste, experimenten=tuple(een for een in verste.experimenten if een.pk in sleutels))
    return verste.actief and any(regel.teksten(zelfde, dag))
