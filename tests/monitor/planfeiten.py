"""The facts of a random programme without a database: records go by their place in the plan."""

from collections import defaultdict

from monitor.feiten import (
    Betrokkenheid,
    Deelnamefeit,
    Deelnemerfeit,
    Experimentfeit,
    Feiten,
    Gemeentefeit,
    Organisatiefeit,
    Praktijkfeit,
    Vraagfeit,
)
from tests.monitor.plannen import Plan


def als_feiten(plan: Plan) -> Feiten:
    """What `monitor.feitenbron` reads of the plan, with the place of each thing as its key."""
    return Feiten(
        praktijken=tuple(_praktijk(nummer, plek) for nummer, plek in enumerate(plan.plekken)),
        ontwerpvragen=tuple(_vragen(plan)),
        experimenten=tuple(_proeven(plan)),
        organisaties=tuple(_organisaties(plan)),
        deelnemers=tuple(_deelnemers(plan)),
    )


def _praktijk(nummer, plek):
    return Praktijkfeit(
        id=nummer,
        code=plek.code,
        naam=plek.naam,
        startdatum=plek.periode.begin,
        einddatum=plek.periode.eind,
        afloop=plek.afloop,
        gaat_verder_in="",
        gemeenten=tuple(Gemeentefeit(code=code, naam=code, provincie="") for code in plek.gemeenten),
    )


def _vragen(plan):
    for praktijk, plek in enumerate(plan.plekken):
        for nummer, vraag in enumerate(plek.vragen):
            yield Vraagfeit(
                id=10 * praktijk + nummer, praktijk=praktijk, nummer=nummer,
                geformuleerd_op=vraag.geformuleerd, vervallen_op=vraag.vervallen,
            )  # fmt: skip


def _proeven(plan):
    for praktijk, plek in enumerate(plan.plekken):
        for vraagnummer, vraag in enumerate(plek.vragen):
            for nummer, proef in enumerate(vraag.proeven):
                yield Experimentfeit(
                    id=100 * praktijk + 10 * vraagnummer + nummer, praktijk=praktijk, code="",
                    startdatum=proef.periode.begin, einddatum=proef.periode.eind, afloop=proef.afloop,
                )  # fmt: skip


def _organisaties(plan):
    betrokken = defaultdict(set)
    for een in plan.partners:
        betrokken[een.organisatie].add((een.plek, "partner", een.vanaf, een.tot_en_met))
    for een in plan.deelnames:
        if een.organisatie is not None:
            betrokken[een.organisatie].add((een.plek, "deelnemer", een.vanaf, een.tot_en_met))
    for nummer, alle in betrokken.items():
        yield Organisatiefeit(
            id=nummer,
            naam=f"Organisatie {nummer}",
            betrokken=tuple(
                Betrokkenheid(praktijk=plek, als=als, vanaf=vanaf, tot_en_met=einde) for plek, als, vanaf, einde in alle
            ),
        )


def _deelnemers(plan):
    deelnames = defaultdict(list)
    for een in plan.deelnames:
        soort = een.type or (None if een.organisatie is None else plan.organisaties[een.organisatie])
        deelnames[een.persoon].append(
            Deelnamefeit(praktijk=een.plek, type=soort or "", vanaf=een.vanaf, tot_en_met=een.tot_en_met)
        )
    for persoon, alle in deelnames.items():
        yield Deelnemerfeit(persoon=str(persoon), deelnames=tuple(alle))
