"""Interest in the task list: of the adviser who is to call, and of the office that still has to choose one."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from aanmeldingen.belangstelling.adviseurs import niemand_belt, open_belangstelling
from aanmeldingen.belangstelling.lijst import met_contact
from aanmeldingen.models import Belangstelling, Vervolg
from mantelzorg.models import User
from mantelzorg.toegang import Recht, Rol, mag_alles
from praktijken.herinneringen.taak import Bron, Regel, Taak

BELLEN: Final = Regel(
    naam="belangstelling-zonder-uitkomst",
    kop="Belangstelling zonder uitkomst",
    wanneer="Als een organisatie die belangstelling toonde aan u is toegewezen, tot er een uitkomst of aanmelding is.",
    doel="De organisatie wacht op u. Leg elk contact vast, ook als u niemand bereikte.",
    stap_terug="Een uitkomst die er was en is leeggemaakt.",
)
OPNIEUW: Final = Regel(
    naam="belangstelling-opnieuw-vragen",
    kop="Belangstelling opnieuw vragen",
    wanneer="Vanaf de dag waarop u opnieuw zou vragen, tot er een andere uitkomst of dag is.",
    doel="U sprak af om het later nog eens te vragen.",
    stap_terug="Een dag die naar voren wordt gehaald: de latere dag blijft tellen.",
)
TOEWIJZEN: Final = Regel(
    naam="belangstelling-niet-toegewezen",
    kop="Belangstelling zonder adviseur",
    wanneer="Als een organisatie belangstelling toonde en nog niemand contact opneemt: er is geen adviseur gekozen, of "
    "het account van de adviseur is gesloten.",
    doel="De organisatie rekent op een telefoontje of mail. Kies wie contact opneemt.",
    stap_terug="Die is er niet: een toewijzing gaat alleen naar een andere adviseur.",
)


def _van_adviseur(user: User, dag: datetime.date) -> Iterator[Taak]:
    leeggemaakt = Belangstelling.history.filter(id=OuterRef("pk")).exclude(vervolg="")
    later = Belangstelling.history.filter(id=OuterRef("pk"), later_op__gt=dag)
    eigen: Any = met_contact(open_belangstelling().filter(adviseur=user))
    aan_de_beurt = eigen.filter(Q(vervolg="") | Q(later_op__lte=dag))
    for rij in aan_de_beurt.annotate(leeg=Exists(leeggemaakt), eerder=Exists(later)).order_by("pk"):
        if rij.vervolg == Vervolg.LATER:
            yield _taak(OPNIEUW, rij, "Vraag opnieuw of de organisatie belangstelling heeft.", terug=rij.eerder)
        else:
            yield _taak(BELLEN, rij, _stand(rij), terug=rij.leeg)


def _stand(rij: Any) -> str:
    if not rij.pogingen:
        return "Neem contact op: er is nog geen contact geweest."
    if not rij.bereikt:
        return f"Neem contact op: {rij.pogingen} keer geprobeerd, nog niet bereikt."
    return "Er is contact geweest. Leg vast wat de uitkomst is."


def _taak(regel: Regel, rij: Belangstelling, tekst: str, *, terug: bool) -> Taak:
    return Taak(
        regel=regel,
        onderwerp=str(rij.pk),
        waar=f"Belangstelling van {rij.organisatie}",
        tekst=tekst,
        mailtekst="" if terug else tekst,
        adres=reverse("aanmeldingen:belangstelling", args=[rij.pk]),
    )


def _van_kantoor(_: User, dag: datetime.date) -> Iterator[Taak]:
    aantal = open_belangstelling().filter(niemand_belt(dag)).count()
    if aantal:
        wie = "1 organisatie die belangstelling toonde, heeft" if aantal == 1 else _meer(aantal)
        tekst = f"{wie} nog geen adviseur."
        adres = f"{reverse('aanmeldingen:belangstellingen')}?wie=niemand"
        yield Taak(regel=TOEWIJZEN, onderwerp="alle", waar="Belangstelling", tekst=tekst, mailtekst=tekst, adres=adres)


def _meer(aantal: int) -> str:
    return f"{aantal} organisaties die belangstelling toonden, hebben"


VAN_ADVISEUR: Final = Bron(
    wie="De adviseur aan wie de belangstelling is toegewezen.",
    regels=(BELLEN, OPNIEUW),
    voor=lambda user: Rol.ADVISEUR in user.rollen,
    taken=_van_adviseur,
)
VAN_KANTOOR: Final = Bron(
    wie="Wie aanmeldingen beoordeelt.",
    regels=(TOEWIJZEN,),
    voor=lambda user: mag_alles(user, Recht.AANMELDINGEN_BEOORDELEN),
    taken=_van_kantoor,
)
