"""Values of indicator 23 for tests of what is told about them: consistent, the rest filled in."""

import datetime

from hypothesis import strategies as st

from monitor.indicator import (
    Deelnemers,
    Experimenten,
    Indicator23,
    Ontwerpvragen,
    Organisatietypeaantal,
    Praktijkcijfers,
    Praktijken,
)

PEILDATUM = datetime.date(2020, 6, 30)


def praktijken(actief: int = 0, afgerond: int = 0, voortijdig_gestopt: int = 0, samengevoegd: int = 0) -> Praktijken:
    return Praktijken(
        opgestart=actief + afgerond + voortijdig_gestopt + samengevoegd,
        actief=actief,
        afgerond=afgerond,
        voortijdig_gestopt=voortijdig_gestopt,
        samengevoegd=samengevoegd,
    )


def experimenten(lopend: int = 0, afgerond: int = 0, voortijdig_gestopt: int = 0) -> Experimenten:
    return Experimenten(
        opgestart=lopend + afgerond + voortijdig_gestopt,
        lopend=lopend,
        afgerond=afgerond,
        voortijdig_gestopt=voortijdig_gestopt,
    )


def deelnemers(onbekend: int = 0, **typen: int) -> Deelnemers:
    """`typen`: people per kind of organisation, most first."""
    bekend = sum(typen.values())
    return Deelnemers(
        totaal=bekend + onbekend,
        bekend=bekend,
        onbekend=onbekend,
        typen=tuple(Organisatietypeaantal(naam=naam, aantal=aantal) for naam, aantal in typen.items()),
    )


def per_praktijk(*vragen: int) -> tuple[Praktijkcijfers, ...]:
    return tuple(
        Praktijkcijfers(code=f"P{nummer}", naam=f"Praktijk {nummer}", ontwerpvragen=n, experimenten=0, deelnemers=0)
        for nummer, n in enumerate(vragen, start=1)
    )


def indicator(
    *,
    stand: Praktijken,
    vragen: tuple[int, ...] = (),
    proeven: Experimenten | None = None,
    nu: Deelnemers | None = None,
    tot_nu_toe: Deelnemers | None = None,
    gemeenten: int = 0,
    organisaties: int = 0,
) -> Indicator23:
    """The figures; `vragen` holds one number per practice opgestart, `tot_nu_toe` is as `nu` where not given."""
    nu = nu or deelnemers()
    return Indicator23(
        programma="thuis",
        peildatum=PEILDATUM,
        praktijken=stand,
        gemeenten=gemeenten,
        organisaties=organisaties,
        ontwerpvragen=Ontwerpvragen(
            totaal=sum(vragen),
            minimum_per_praktijk=min(vragen, default=None),
            maximum_per_praktijk=max(vragen, default=None),
        ),
        experimenten=proeven or experimenten(),
        deelnemers=nu,
        deelnemers_tot_nu_toe=tot_nu_toe or nu,
        per_praktijk=per_praktijk(*vragen),
    )


_klein = st.integers(0, 3)


@st.composite
def deelnemersaantallen(draw: st.DrawFn) -> Deelnemers:
    aantallen = sorted(draw(st.lists(st.integers(1, 4), max_size=4)), reverse=True)
    return deelnemers(draw(_klein), **{f"Type{'abcd'[n]}": aantal for n, aantal in enumerate(aantallen)})


@st.composite
def indicatoren(draw: st.DrawFn) -> Indicator23:
    """Any figures that can occur together."""
    stand = praktijken(draw(_klein), draw(_klein), draw(_klein), draw(_klein))
    tot_nu_toe = draw(deelnemersaantallen()) if stand.opgestart else deelnemers()
    nu = draw(st.sampled_from([tot_nu_toe, deelnemers()])) if stand.actief else deelnemers()
    return indicator(
        stand=stand,
        vragen=tuple(draw(st.lists(st.integers(0, 7), min_size=stand.opgestart, max_size=stand.opgestart))),
        proeven=experimenten(draw(_klein), draw(_klein), draw(_klein)) if stand.opgestart else None,
        nu=nu,
        tot_nu_toe=tot_nu_toe,
        gemeenten=draw(_klein) if stand.opgestart else 0,
        organisaties=draw(_klein) if stand.actief else 0,
    )
