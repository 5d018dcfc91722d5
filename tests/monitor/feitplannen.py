"""Random facts of a programme as plain values: small domains, so that boundaries, doubles and ties come up."""

import datetime

from hypothesis import strategies as st

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

Dag = datetime.date
PEILDATUM = Dag(2020, 6, 30)
DAGEN = [Dag(2020, 6, 28), Dag(2020, 6, 29), PEILDATUM, Dag(2020, 7, 1), Dag(2020, 7, 20)]
GEMEENTEN = [Gemeentefeit(code=f"GM{nummer}", naam=f"Plaats {nummer}", provincie="Gelderland") for nummer in range(3)]
TYPEN = ["", "", "Gemeente", "Zorg"]
_dagen = st.sampled_from(DAGEN)


@st.composite
def _einden(draw, vanaf):
    return draw(st.sampled_from([None, None, *(dag for dag in DAGEN if dag >= vanaf)]))


@st.composite
def _perioden(draw, aflopen):
    start = draw(st.sampled_from([None, DAGEN[0], DAGEN[0], *DAGEN]))
    einde = draw(_einden(start)) if start else None
    return {"startdatum": start, "einddatum": einde, "afloop": draw(st.sampled_from(aflopen)) if einde else ""}


@st.composite
def _praktijken(draw, nummer, aantal):
    periode = draw(_perioden(["afgerond", "voortijdig gestopt", "samengevoegd"]))
    anders = [f"P{een}" for een in range(aantal) if een != nummer]
    if periode["afloop"] == "samengevoegd" and not anders:
        periode["afloop"] = "afgerond"
    verder = draw(st.sampled_from(anders)) if periode["afloop"] == "samengevoegd" else ""
    return Praktijkfeit(
        id=nummer,
        code=f"P{nummer}",
        naam=draw(st.sampled_from(["Arnhem", "arnhem ", "Ede"])),
        gaat_verder_in=verder,
        gemeenten=tuple(draw(st.lists(st.sampled_from(GEMEENTEN), unique=True, max_size=2))),
        **periode,
    )


@st.composite
def _in_praktijk(draw, aantal):
    vanaf = draw(_dagen)
    praktijk = draw(st.integers(0, aantal - 1))
    return {"praktijk": praktijk, "vanaf": vanaf, "tot_en_met": draw(_einden(vanaf))}


@st.composite
def feiten(draw) -> Feiten:
    """The facts of a programme of one to four practices."""
    aantal = draw(st.integers(1, 4))
    praktijk = st.integers(0, aantal - 1)
    vragen = [
        Vraagfeit(id=nummer, praktijk=draw(praktijk), nummer=nummer, geformuleerd_op=op, vervallen_op=draw(_einden(op)))
        for nummer, op in enumerate(draw(st.lists(_dagen, max_size=3)))
    ]
    proeven = [
        Experimentfeit(
            id=nummer, praktijk=draw(praktijk), code=f"E{nummer}",
            **draw(_perioden(["afgerond", "voortijdig gestopt"])),
        )
        for nummer in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    eigen = st.lists(_in_praktijk(aantal), min_size=1, max_size=3)
    organisaties = [
        Organisatiefeit(
            id=nummer,
            naam=f"Organisatie {nummer}",
            betrokken=tuple(Betrokkenheid(als="partner", **een) for een in draw(eigen)),
        )
        for nummer in range(draw(st.integers(0, 2)))
    ]
    mensen = [
        Deelnemerfeit(persoon=str(nummer), deelnames=tuple(_deelnames(draw, draw(eigen))))
        for nummer in range(draw(st.integers(0, 5)))
    ]
    return Feiten(
        praktijken=tuple(draw(_praktijken(nummer, aantal)) for nummer in range(aantal)),
        ontwerpvragen=tuple(vragen),
        experimenten=tuple(proeven),
        organisaties=tuple(organisaties),
        deelnemers=tuple(mensen),
    )


def _deelnames(draw, plekken):
    """One a practice and first day, as the database has it."""
    gehad = set()
    for plek in plekken:
        if (plek["praktijk"], plek["vanaf"]) not in gehad:
            gehad.add((plek["praktijk"], plek["vanaf"]))
            yield Deelnamefeit(type=draw(st.sampled_from(TYPEN)), **plek)
