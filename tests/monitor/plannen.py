"""Random programmes as plain values, and as records.

Domains are small, so that boundaries, doubles and ties come up all the time.
"""

import datetime
from dataclasses import dataclass, field

from hypothesis import strategies as st

from deelnemers.models import Organisatie, Organisatietype
from mantelzorg.models import Programma
from tests import gegevens

Dag = datetime.date
DAGEN = [Dag(2020, 6, 28), Dag(2020, 6, 29), Dag(2020, 6, 30), Dag(2020, 7, 1)]
TYPENAMEN = ["Gemeente", "gemeente", "(Gemeente)", "Één organisatie", "Een organisatie", "Zorg 2", "Zorg 10"]
PRAKTIJKNAMEN = ["Ede", "Éde", "'s-Hage", "S Hage", "Zwolle"]
CODES = ["b", "B", "a", "É"]
GEMEENTEN = ["GM0202", "GM0228", "GM0344"]


@dataclass(frozen=True)
class Periode:
    begin: Dag | None
    eind: Dag | None


@dataclass(frozen=True)
class Proef:
    periode: Periode
    afloop: str


@dataclass(frozen=True)
class Vraag:
    geformuleerd: Dag
    vervallen: Dag | None
    proeven: list[Proef]


@dataclass(frozen=True)
class Plek:
    code: str
    naam: str
    periode: Periode
    afloop: str
    gemeenten: list[str]
    vragen: list[Vraag]

    def opgestart(self, dag: Dag) -> bool:
        return self.periode.begin is not None and self.periode.begin <= dag

    def actief(self, dag: Dag) -> bool:
        return self.opgestart(dag) and (self.periode.eind is None or self.periode.eind >= dag)


@dataclass(frozen=True)
class Partner:
    plek: int
    organisatie: int
    vanaf: Dag
    tot_en_met: Dag | None


@dataclass(frozen=True)
class Mee:
    persoon: int
    plek: int
    organisatie: int | None
    type: str | None
    vanaf: Dag
    tot_en_met: Dag | None


@dataclass(frozen=True)
class Plan:
    """A whole programme; `organisaties` holds the type of each."""

    peildatum: Dag
    typen: list[str]
    organisaties: list[str | None]
    plekken: list[Plek] = field(default_factory=list)
    partners: list[Partner] = field(default_factory=list)
    deelnames: list[Mee] = field(default_factory=list)


def _dagen(vanaf: Dag | None) -> st.SearchStrategy[Dag | None]:
    later = [dag for dag in DAGEN if vanaf is None or dag >= vanaf]
    return st.sampled_from([None, None, None, *later])


@st.composite
def _periodes(draw: st.DrawFn) -> Periode:
    begin = draw(st.sampled_from([DAGEN[0], DAGEN[0], DAGEN[0], *DAGEN, None]))
    return Periode(begin, draw(_dagen(begin)) if begin else None)


@st.composite
def _proeven(draw: st.DrawFn) -> Proef:
    periode = draw(_periodes())
    return Proef(periode, draw(st.sampled_from(["afgerond", "voortijdig gestopt"])) if periode.eind else "")


@st.composite
def _vragen(draw: st.DrawFn) -> Vraag:
    geformuleerd = draw(st.sampled_from(DAGEN))
    return Vraag(geformuleerd, draw(_dagen(geformuleerd)), draw(st.lists(_proeven(), max_size=2)))


@st.composite
def _plekken(draw: st.DrawFn, code: str, aflopen: list[str]) -> Plek:
    periode = draw(_periodes())
    return Plek(
        code=code,
        naam=draw(st.sampled_from(PRAKTIJKNAMEN)),
        periode=periode,
        afloop=draw(st.sampled_from(aflopen)) if periode.eind else "",
        gemeenten=draw(st.lists(st.sampled_from(GEMEENTEN), unique=True, max_size=2)),
        vragen=draw(st.lists(_vragen(), max_size=3)),
    )


@st.composite
def plannen(draw: st.DrawFn) -> Plan:
    typen = draw(st.lists(st.sampled_from(TYPENAMEN), unique=True, min_size=1, max_size=4))
    plan = Plan(
        peildatum=draw(st.sampled_from([*DAGEN[1:], DAGEN[0]])),
        typen=typen,
        organisaties=draw(st.lists(st.sampled_from([None, *typen]), min_size=1, max_size=3)),
    )
    codes = draw(st.permutations(CODES))[: draw(st.sampled_from([3, 4, 1, 0]))]
    aflopen = ["afgerond", "voortijdig gestopt", *(["samengevoegd"] if len(codes) > 1 else [])]
    plan.plekken.extend(draw(_plekken(code, aflopen)) for code in codes)
    if codes:
        plan.partners.extend(draw(_partnerlijst(plan)))
        plan.deelnames.extend(draw(_deelnamelijst(plan)))
    return plan


@st.composite
def _partnerlijst(draw: st.DrawFn, plan: Plan) -> list[Partner]:
    partners = {}
    for _ in range(draw(st.integers(0, 3))):
        plek, organisatie = draw(_index(plan.plekken)), draw(_index(plan.organisaties))
        vanaf = draw(st.sampled_from(DAGEN))
        partners[plek, organisatie, vanaf] = Partner(plek, organisatie, vanaf, draw(_dagen(vanaf)))
    return list(partners.values())


@st.composite
def _deelnamelijst(draw: st.DrawFn, plan: Plan) -> list[Mee]:
    deelnames = {}
    for _ in range(draw(st.sampled_from([6, 12, 0]))):
        persoon, plek = draw(st.integers(0, 2)), draw(_index(plan.plekken))
        vanaf = draw(st.sampled_from([DAGEN[0], *DAGEN]))
        deelnames[persoon, plek, vanaf] = Mee(
            persoon=persoon,
            plek=plek,
            organisatie=draw(st.one_of(st.none(), _index(plan.organisaties))),
            type=draw(st.sampled_from([None, None, *plan.typen])),
            vanaf=vanaf,
            tot_en_met=draw(_dagen(vanaf)),
        )
    return list(deelnames.values())


def _index(lijst: list) -> st.SearchStrategy[int]:
    return st.integers(0, len(lijst) - 1)


def leg_vast(plan: Plan, slug: str = "thuis") -> Programma:
    """The plan as records of a new programme."""
    programma = gegevens.programma(slug)
    typen = {naam: Organisatietype.objects.get_or_create(naam=naam)[0] for naam in plan.typen}
    organisaties = [
        Organisatie.objects.get_or_create(naam=f"Organisatie {nummer} {slug}", organisatietype=typen.get(soort))[0]
        for nummer, soort in enumerate(plan.organisaties)
    ]
    praktijken = _leg_praktijken_vast(plan, programma)
    for partner in plan.partners:
        gegevens.praktijkpartner(
            praktijken[partner.plek],
            organisaties[partner.organisatie],
            vanaf=partner.vanaf,
            tot_en_met=partner.tot_en_met,
        )
    personen = {mee.persoon: None for mee in plan.deelnames}
    deelnemers = {nummer: gegevens.deelnemer(programma, f"D{nummer}") for nummer in personen}
    for mee in plan.deelnames:
        gegevens.deelname(
            deelnemers[mee.persoon],
            praktijken[mee.plek],
            organisatie=None if mee.organisatie is None else organisaties[mee.organisatie],
            organisatietype=typen.get(mee.type),
            vanaf=mee.vanaf,
            tot_en_met=mee.tot_en_met,
        )
    return programma


def _leg_praktijken_vast(plan: Plan, programma: Programma) -> list:
    open_plekken = [
        gegevens.praktijk(programma, plek.code, naam=plek.naam, start=plek.periode.begin, gemeenten=plek.gemeenten)
        for plek in plan.plekken
    ]
    for nummer, (plek, praktijk) in enumerate(zip(plan.plekken, open_plekken, strict=True)):
        praktijk.einddatum, praktijk.afloop = plek.periode.eind, plek.afloop
        praktijk.gaat_verder_in = open_plekken[nummer - 1] if plek.afloop == "samengevoegd" else None
        praktijk.save()
        for vraagnummer, vraag in enumerate(plek.vragen, start=1):
            gesteld = gegevens.ontwerpvraag(
                praktijk, vraagnummer, geformuleerd=vraag.geformuleerd, vervallen=vraag.vervallen
            )
            for proefnummer, proef in enumerate(vraag.proeven):
                gegevens.experiment(
                    gesteld,
                    f"{plek.code}-{vraagnummer}-{proefnummer}",
                    start=proef.periode.begin,
                    eind=proef.periode.eind,
                    afloop=proef.afloop,
                )
    return open_plekken
