"""Small builders of records for tests: named for what they make, with everything a test doesn't care about filled in.

Days are written as `jjjj-mm-dd`. Each call saves one record; what it takes beyond the arguments has a default that
keeps the rules of the database.
"""

import datetime
from collections.abc import Sequence
from itertools import count
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Group

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma, User, Vorm
from mantelzorg.toegang import Rol
from praktijken.models import (
    Adviseurschap,
    Deelname,
    Experiment,
    Ontwerpvraag,
    Planstap,
    Praktijk,
    PraktijkGemeente,
    Praktijkpartner,
    Sessie,
    Traject,
)

WACHTWOORD = "een-lang-testwachtwoord"
NAMEN = {
    Rol.BEHEERDER: "Anja de Beheerder",
    Rol.MEDEWERKER: "Mo de Medewerker",
    Rol.ADVISEUR: "Ada de Adviseur",
    Rol.ANALIST: "Ben de Analist",
}
_volgnummer = count(1)


def dag(tekst: str | datetime.date | None) -> datetime.date | None:
    """The day written as `jjjj-mm-dd`; None stays None."""
    return datetime.date.fromisoformat(tekst) if isinstance(tekst, str) else tekst


def gebruiker(rol: Rol | None = None, naam: str | None = None, **velden: Any) -> User:
    """An account with the password WACHTWOORD, in the role; named after the role (`Anja de Beheerder`)."""
    naam = naam or (NAMEN[rol] if rol else "Nel Nieuw")
    velden.setdefault("email", f"{naam.lower().replace(' ', '.')}.{next(_volgnummer)}@voorbeeld.example")
    user = User(naam=naam, **velden)
    user.set_password(WACHTWOORD)
    user.save()
    if rol is not None:
        user.groups.add(Group.objects.get(name=rol.value))
    return user


def programma(slug: str = "thuis", **velden: Any) -> Programma:
    """A programme of learning practices, 2019–2021."""
    return Programma.objects.create(
        slug=slug,
        **{
            "naam": f"In voor mantelzorg {slug}",
            "vorm": Vorm.LERENDE_PRAKTIJK,
            "startdatum": dag("2019-01-01"),
            "einddatum": dag("2021-05-31"),
        }
        | velden,
    )


def praktijk(
    programma: Programma,
    code: str = "ARN",
    *,
    naam: str | None = None,
    start: str | datetime.date | None = "2019-09-02",
    eind: str | datetime.date | None = None,
    afloop: str = "",
    gemeenten: Sequence[str] = (),
    **velden: Any,
) -> Praktijk:
    """A practice; with `eind` and no `afloop` it is afgerond. `gemeenten`: CBS codes, the first one its own."""
    nieuw = Praktijk.objects.create(
        programma=programma,
        code=code,
        naam=naam or f"Praktijk {code}",
        startdatum=dag(start),
        einddatum=dag(eind),
        afloop=afloop or ("afgerond" if eind else ""),
        **velden,
    )
    for volgorde, gemeente in enumerate(gemeenten, start=1):
        PraktijkGemeente.objects.create(praktijk=nieuw, gemeente_id=gemeente, volgorde=volgorde)
    return nieuw


def adviseurschap(
    praktijk: Praktijk, adviseur: User, vanaf: str | None = None, tot_en_met: str | None = None
) -> Adviseurschap:
    """`adviseur` guides the practice; without dates always."""
    return Adviseurschap.objects.create(
        praktijk=praktijk, adviseur=adviseur, vanaf=dag(vanaf), tot_en_met=dag(tot_en_met)
    )


def ontwerpvraag(
    praktijk: Praktijk,
    nummer: int = 1,
    *,
    geformuleerd: str | datetime.date = "2019-10-01",
    vervallen: str | datetime.date | None = None,
    **velden: Any,
) -> Ontwerpvraag:
    """A design question of the practice."""
    return Ontwerpvraag.objects.create(
        praktijk=praktijk,
        nummer=nummer,
        geformuleerd_op=dag(geformuleerd),
        vervallen_op=dag(vervallen),
        **{"vraag": f"Hoe doen wij dit samen ({nummer})?"} | velden,
    )


def experiment(
    ontwerpvraag: Ontwerpvraag,
    code: str = "E1",
    *,
    start: str | datetime.date | None = "2020-01-06",
    eind: str | datetime.date | None = None,
    afloop: str = "",
    **velden: Any,
) -> Experiment:
    """An experiment; with `eind` and no `afloop` it is afgerond."""
    return Experiment.objects.create(
        ontwerpvraag=ontwerpvraag,
        code=code,
        startdatum=dag(start),
        einddatum=dag(eind),
        afloop=afloop or ("afgerond" if eind else ""),
        **{"naam": f"Experiment {code}"} | velden,
    )


def sessie(*praktijken: Praktijk, soort: str = "ontwerpsessie", datum: str = "2020-06-01", **velden: Any) -> Sessie:
    """A session of these practices, which are of one programme."""
    nieuw = Sessie.objects.create(
        programma=praktijken[0].programma, soort=soort, datum=dag(datum), inzending=uuid4(), **velden
    )
    nieuw.praktijken.set(praktijken)
    return nieuw


def organisatietype(naam: str = "Gemeente", **velden: Any) -> Organisatietype:
    """A kind of organisation."""
    return Organisatietype.objects.create(naam=naam, **velden)


def organisatie(
    naam: str = "Zorggroep Voorbeeld", organisatietype: Organisatietype | None = None, **velden: Any
) -> Organisatie:
    """An organisation; without a type its kind is unknown."""
    return Organisatie.objects.create(naam=naam, organisatietype=organisatietype, **velden)


def praktijkpartner(
    praktijk: Praktijk,
    organisatie: Organisatie,
    *,
    vanaf: str | datetime.date = "2019-09-02",
    tot_en_met: str | datetime.date | None = None,
    **velden: Any,
) -> Praktijkpartner:
    """The organisation works along in the practice."""
    return Praktijkpartner.objects.create(
        praktijk=praktijk, organisatie=organisatie, vanaf=dag(vanaf), tot_en_met=dag(tot_en_met), **velden
    )


def deelnemer(programma: Programma, nummer: str = "D1", **velden: Any) -> Deelnemer:
    """A person; give `naam` where the test is about names."""
    return Deelnemer.objects.create(programma=programma, nummer=nummer, **velden)


def deelname(
    deelnemer: Deelnemer,
    praktijk: Praktijk,
    *,
    vanaf: str | datetime.date = "2019-09-02",
    tot_en_met: str | datetime.date | None = None,
    organisatie: Organisatie | None = None,
    organisatietype: Organisatietype | None = None,
    **velden: Any,
) -> Deelname:
    """The person takes part in the practice; with neither organisation nor type its kind is unknown."""
    return Deelname.objects.create(
        deelnemer=deelnemer,
        praktijk=praktijk,
        vanaf=dag(vanaf),
        tot_en_met=dag(tot_en_met),
        organisatie=organisatie,
        organisatietype=organisatietype,
        **velden,
    )


def traject(praktijk: Praktijk, start: str | datetime.date = "2019-09-02", maanden: int = 20) -> Traject:
    """What the practice was promised."""
    return Traject.objects.create(praktijk=praktijk, geplande_start=dag(start), maanden=maanden)


def planstap(
    praktijk: Praktijk,
    soort: str = "intake",
    *,
    vanaf: str | datetime.date = "2019-09-02",
    tot_en_met: str | datetime.date = "2019-10-31",
    klaar: str | datetime.date | None = None,
    **velden: Any,
) -> Planstap:
    """A step of the practice's plan."""
    return Planstap.objects.create(
        praktijk=praktijk, soort=soort, vanaf=dag(vanaf), tot_en_met=dag(tot_en_met), klaar_op=dag(klaar), **velden
    )
