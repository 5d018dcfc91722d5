"""The office's tasks: one a rule, with how many records it is about."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from mantelzorg.models import Bericht, Poststand, User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.herinneringen import wachtrijtaken
from praktijken.herinneringen.taak import Bron, Regel, Taak
from praktijken.models import Adviseurschap, Deelname, Praktijk
from praktijken.querysets import loopt_op

NAMEN = 5
"""How many practices a task names."""

ZONDER_ADVISEUR: Final = Regel(
    naam="zonder-adviseur",
    kop="Praktijk zonder adviseur",
    wanneer="Als een praktijk die actief is vandaag geen adviseur of waarnemer heeft.",
    doel="Zonder adviseur houdt niemand bij hoe het met de experimenten gaat.",
    stap_terug="Een adviseur die is weggehaald in plaats van een laatste dag te krijgen.",
)
ZONDER_STARTDATUM: Final = Regel(
    naam="zonder-startdatum",
    kop="Praktijk zonder startdatum",
    wanneer="Als een programma loopt en een praktijk daarvan geen startdatum heeft.",
    doel="Een praktijk telt in indicator 23 vanaf haar startbijeenkomst. Zonder startdatum telt zij niet mee.",
    stap_terug="Een startdatum die er was en is leeggemaakt.",
)
ONBEKEND: Final = Regel(
    naam="onbekenden",
    kop="Organisatietype onbekend",
    wanneer="Als van iemand die nu meedoet het organisatietype niet bekend is.",
    doel="De monitor telt deelnemers naar organisatietype. Wie onbekend is, valt daarbuiten.",
    stap_terug="Iemand van wie het organisatietype al eens bekend was.",
)
POST_MISLUKT: Final = Regel(
    naam="post-mislukt",
    kop="Post mislukt",
    wanneer="Als een mail niet kon worden verstuurd.",
    doel="De ontvanger weet van niets. Alleen het programmabureau kan de mail opnieuw sturen of intrekken.",
    stap_terug="Die is er niet: een mail die mislukt, is altijd nieuw.",
)


def _taken(user: User, dag: datetime.date) -> Iterator[Taak]:
    overzicht = reverse("praktijken:overzicht")
    yield from _over_praktijken(ZONDER_ADVISEUR, _zonder_adviseur(dag), "vandaag geen adviseur", overzicht)
    yield from _over_praktijken(ZONDER_STARTDATUM, _zonder_startdatum(dag), "geen startdatum", overzicht)
    yield from _onbekend(dag)
    yield from wachtrijtaken.taken(user, dag)
    yield from _mislukt()


def _zonder_adviseur(dag: datetime.date) -> list[tuple[str, bool]]:
    """(name, whether by a step back) of each practice without."""
    nu = Adviseurschap.objects.filter(loopt_op(dag), praktijk=OuterRef("pk"))
    weg = Adviseurschap.history.filter(loopt_op(dag), praktijk_id=OuterRef("pk"), history_type="-")
    zonder = Praktijk.objects.actief_op(dag).exclude(Exists(nu))
    return _met_terug(zonder, Exists(weg))


def _zonder_startdatum(dag: datetime.date) -> list[tuple[str, bool]]:
    loopt = Q(programma__einddatum=None) | Q(programma__einddatum__gte=dag)
    zonder = Praktijk.objects.filter(loopt, startdatum=None, programma__startdatum__lte=dag)
    return _met_terug(zonder, Exists(Praktijk.history.filter(id=OuterRef("pk"), startdatum__isnull=False)))


def _met_terug(praktijken: Any, terug: Exists) -> list[tuple[str, bool]]:
    return list(praktijken.annotate(terug=terug).order_by("naam", "code").values_list("naam", "terug"))


def _over_praktijken(regel: Regel, rijen: Sequence[tuple[str, bool]], wat: str, adres: str) -> Iterator[Taak]:
    if not rijen:
        return
    vooruit = [naam for naam, terug in rijen if not terug]
    yield Taak(
        regel=regel,
        onderwerp="alle",
        waar="Alle praktijken",
        tekst=_zin([naam for naam, _ in rijen], wat),
        mailtekst=_zin(vooruit, wat) if vooruit else "",
        adres=adres,
    )


def _zin(namen: Sequence[str], wat: str) -> str:
    wie = "1 praktijk heeft" if len(namen) == 1 else f"{len(namen)} praktijken hebben"
    rest = f" en nog {len(namen) - NAMEN}" if len(namen) > NAMEN else ""
    return f"{wie} {wat}: {', '.join(namen[:NAMEN])}{rest}."


def _onbekend(dag: datetime.date) -> Iterator[Taak]:
    met_type = Q(organisatietype__isnull=False) | Q(organisatie__organisatietype__isnull=False)
    nu = Deelname.objects.op(dag).order_by()
    zonder = nu.exclude(deelnemer__in=nu.filter(met_type).values("deelnemer"))
    aantal = zonder.values("deelnemer").distinct().count()
    if not aantal:
        return
    ooit = Deelname.history.filter(met_type, deelnemer_id=OuterRef("deelnemer_id"))
    vooruit = zonder.exclude(Exists(ooit)).values("deelnemer").distinct().count()
    yield Taak(
        regel=ONBEKEND,
        onderwerp="alle",
        waar="Deelnemers",
        tekst=_zin_onbekend(aantal),
        mailtekst=_zin_onbekend(vooruit) if vooruit else "",
        adres=reverse("praktijken:deelnemers-onbekend"),
    )


def _zin_onbekend(aantal: int) -> str:
    return f"Van {aantal} deelnemer{'' if aantal == 1 else 's'} is het organisatietype niet bekend."


def _mislukt() -> Iterator[Taak]:
    aantal = Bericht.objects.filter(stand=Poststand.MISLUKT).count()
    if aantal:
        tekst = f"{aantal} bericht{' is' if aantal == 1 else 'en zijn'} niet verstuurd."
        adres = f"{reverse('post')}?stand={Poststand.MISLUKT.value}"
        yield Taak(
            regel=POST_MISLUKT, onderwerp="alle", waar="Uitgaande post", tekst=tekst, mailtekst=tekst, adres=adres
        )


BRON: Final = Bron(
    wie="Programmamedewerkers en functioneel beheerders.",
    regels=(ZONDER_ADVISEUR, ZONDER_STARTDATUM, ONBEKEND, *wachtrijtaken.REGELS, POST_MISLUKT),
    voor=lambda user: mag_alles(user, Recht.POST_BEHEREN),
    taken=_taken,
)
