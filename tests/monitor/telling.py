"""Indicator 23 counted in plain Python: the rules of begrippen.md §3 a second time. Nothing here asks the product."""

from monitor.indicator import (
    Deelnemers,
    Experimenten,
    Indicator23,
    Ontwerpvragen,
    Organisatietypeaantal,
    Praktijkcijfers,
    Praktijken,
)
from tests.monitor.plannen import Dag, Mee, Partner, Plan, Plek, Proef, Vraag


def tel(plan: Plan, slug: str = "thuis") -> Indicator23:
    """Indicator 23 of the plan, counted one thing after the other."""
    dag = plan.peildatum
    opgestart = [plek for plek in plan.plekken if plek.opgestart(dag)]
    geeindigd = [plek.afloop for plek in opgestart if not plek.actief(dag)]
    vragen = [sum(_geldt(vraag, dag) for vraag in plek.vragen) for plek in opgestart]
    nu = [mee for mee in plan.deelnames if _loopt(mee, dag) and plan.plekken[mee.plek].actief(dag)]
    tot_nu_toe = [mee for mee in plan.deelnames if mee.vanaf <= dag and plan.plekken[mee.plek].opgestart(dag)]
    return Indicator23(
        programma=slug,
        peildatum=dag,
        praktijken=Praktijken(
            opgestart=len(opgestart),
            actief=len(opgestart) - len(geeindigd),
            afgerond=geeindigd.count("afgerond"),
            voortijdig_gestopt=geeindigd.count("voortijdig gestopt"),
            samengevoegd=geeindigd.count("samengevoegd"),
        ),
        gemeenten=len({gemeente for plek in opgestart for gemeente in plek.gemeenten}),
        organisaties=len(
            {p.organisatie for p in plan.partners if _loopt(p, dag) and plan.plekken[p.plek].actief(dag)}
            | {mee.organisatie for mee in nu if mee.organisatie is not None}
        ),
        ontwerpvragen=Ontwerpvragen(
            totaal=sum(vragen),
            minimum_per_praktijk=min(vragen) if vragen else None,
            maximum_per_praktijk=max(vragen) if vragen else None,
        ),
        experimenten=_tel_proeven(opgestart, dag),
        deelnemers=_tel_mensen(plan, nu),
        deelnemers_tot_nu_toe=_tel_mensen(plan, tot_nu_toe),
        per_praktijk=tuple(
            Praktijkcijfers(
                code=plek.code,
                naam=plek.naam,
                ontwerpvragen=sum(_geldt(vraag, dag) for vraag in plek.vragen),
                experimenten=sum(_begonnen(proef, dag) for vraag in plek.vragen for proef in vraag.proeven),
                deelnemers=len({mee.persoon for mee in nu if plan.plekken[mee.plek] is plek}),
            )
            for plek in sorted(opgestart, key=lambda plek: (*_alfabet(plek.naam), plek.code))
        ),
    )


def _loopt(periode: Partner | Mee, dag: Dag) -> bool:
    return periode.vanaf <= dag and (periode.tot_en_met is None or dag <= periode.tot_en_met)


def _geldt(vraag: Vraag, dag: Dag) -> bool:
    return vraag.geformuleerd <= dag and (vraag.vervallen is None or dag < vraag.vervallen)


def _begonnen(proef: Proef, dag: Dag) -> bool:
    return proef.periode.begin is not None and proef.periode.begin <= dag


def _tel_proeven(opgestart: list[Plek], dag: Dag) -> Experimenten:
    proeven = [proef for plek in opgestart for vraag in plek.vragen for proef in vraag.proeven if _begonnen(proef, dag)]
    klaar = [proef.afloop for proef in proeven if proef.periode.eind is not None and proef.periode.eind < dag]
    return Experimenten(
        opgestart=len(proeven),
        lopend=len(proeven) - len(klaar),
        afgerond=klaar.count("afgerond"),
        voortijdig_gestopt=klaar.count("voortijdig gestopt"),
    )


def _tel_mensen(plan: Plan, deelnames: list[Mee]) -> Deelnemers:
    typen: dict[int, str | None] = {}
    for persoon in {mee.persoon for mee in deelnames}:
        typen[persoon] = None
        van_persoon = [mee for mee in deelnames if mee.persoon == persoon]
        for mee in sorted(van_persoon, key=lambda mee: (mee.vanaf, plan.plekken[mee.plek].code)):
            soort = mee.type or (None if mee.organisatie is None else plan.organisaties[mee.organisatie])
            if soort is not None:
                typen[persoon] = soort
                break
    bekend = [soort for soort in typen.values() if soort is not None]
    aantallen = [Organisatietypeaantal(naam=naam, aantal=bekend.count(naam)) for naam in set(bekend)]
    return Deelnemers(
        totaal=len(typen),
        bekend=len(bekend),
        onbekend=len(typen) - len(bekend),
        typen=tuple(sorted(aantallen, key=lambda regel: (-regel.aantal, *_alfabet(regel.naam)))),
    )


def _alfabet(naam: str) -> tuple[str, str]:
    """Only for the names above: their accents are all on an e."""
    kaal = naam.lower().replace("é", "e")
    return "".join(teken for teken in kaal if teken in "abcdefghijklmnopqrstuvwxyz0123456789 ").strip(), naam
