"""Random programmes in the form of the Excel file: every rule kept, boundaries close together so that they are hit."""

import datetime
from typing import Any

from hypothesis import strategies as st

from tests.praktijken.uitwisseling.bestanden import Bladen

BEGIN = datetime.date(2019, 9, 1)
GEMEENTEN = ("Arnhem", "Ede", "Stein", "'s-Hertogenbosch", "Cuijk")
TYPEN = ("(Thuis)zorg", "Gemeente", "Élan", "Elan", "=1+1", "Vrijwilliger NVO")
# What a cell can hold: no control characters or surrogates; begins and ends with something visible.
teksten = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12).filter(
    lambda tekst: tekst == tekst.strip() and "\ufffe" not in tekst and "\uffff" not in tekst
)
vrije_teksten = st.one_of(
    st.none(), teksten, st.sampled_from(["=1+1", "_x0041_", "1.0", "regel een\nregel twee", "ja"])
)


def dagen(vanaf: datetime.date = BEGIN) -> st.SearchStrategy[datetime.date]:
    return st.integers(0, 12).map(lambda n: vanaf + datetime.timedelta(days=n))


@st.composite
def periodes(draw: st.DrawFn, *, begin_mag_leeg: bool = False) -> tuple[Any, Any]:
    begin = draw(st.one_of(st.none(), dagen()) if begin_mag_leeg else dagen())
    return begin, draw(st.one_of(st.none(), dagen(begin))) if begin else None


@st.composite
def programmas(draw: st.DrawFn) -> Bladen:
    """All ten sheets."""
    codes = [f"P{n}" for n in range(draw(st.integers(0, 4)))]
    organisaties = [f"Org {n}" for n in range(draw(st.integers(0, 4)))]
    bladen: Bladen = {
        "Programma": [
            ["slug", "naam", "vorm", "startdatum", "beleidsdoel"],
            ["verzonnen", draw(teksten), "lerende praktijk", BEGIN, draw(vrije_teksten)],
        ],
        "Prangende vragen": [["nummer", "vraag"], [1, draw(teksten)], [2, "Hoe?"]],
        "Organisatietypen": [["naam", "omschrijving", "verbonden aan organisatie"]]
        + [[naam, draw(vrije_teksten), draw(st.sampled_from(["ja", "NEE"]))] for naam in TYPEN],
        "Praktijken": [PRAKTIJKKOP] + [_praktijk(draw, code, codes) for code in codes],
        "Organisaties": [["naam", "organisatietype", "gemeente"]]
        + [
            [naam, draw(st.sampled_from([None, *TYPEN])), draw(st.sampled_from([None, *GEMEENTEN]))]
            for naam in organisaties
        ],
    }
    return bladen | _inhoud(draw, codes) | _mensen(draw, codes, organisaties, bladen)


PRAKTIJKKOP = [
    "code", "naam", "gemeenten", "werkgebied", "kernthema", "kernthema vastgesteld op", "prangende vragen",
    "startdatum", "einddatum", "afloop", "gaat verder in", "adviseurs",
]  # fmt: skip


def _praktijk(draw: st.DrawFn, code: str, codes: list[str]) -> list[Any]:
    start, einde = draw(periodes(begin_mag_leeg=True))
    anderen = [ander for ander in codes if ander != code]
    aflopen = ["afgerond", "voortijdig gestopt", *(["samengevoegd"] if anderen else [])]
    afloop = draw(st.sampled_from(aflopen)) if einde else None
    return [
        code,
        draw(teksten),
        "; ".join(draw(st.lists(st.sampled_from(GEMEENTEN), min_size=1, max_size=3, unique=True))),
        draw(st.sampled_from([None, "wijk", "Lokaal"])),
        draw(vrije_teksten),
        draw(st.one_of(st.none(), dagen())),
        draw(st.sampled_from([None, 1, "1; 2"])),
        start,
        einde,
        afloop,
        draw(st.sampled_from(anderen)) if afloop == "samengevoegd" else None,
        draw(st.sampled_from([None, "a@voorbeeld.example", "B@voorbeeld.example; a@voorbeeld.example"])),
    ]


def _inhoud(draw: st.DrawFn, codes: list[str]) -> Bladen:
    vragen = [["praktijk", "nummer", "ontwerpvraag", "thema's", "geformuleerd op", "vervallen op"]]
    experimenten = [["praktijk", "ontwerpvraag", "code", "naam", "startdatum", "einddatum", "afloop", "opbrengst"]]
    voortgang = [["experiment", "datum", "ronde", "fase", "verslag", "besluit", "door"]]
    for code in codes:
        for nummer in range(draw(st.integers(0, 3))):
            themas = draw(st.sampled_from([None, "dementie", "respijtzorg; dementie"]))
            vragen.append([code, nummer, draw(teksten), themas, *draw(periodes())])
            for volg in range(draw(st.integers(0, 2))):
                start, einde = draw(periodes(begin_mag_leeg=True))
                afloop = draw(st.sampled_from(["afgerond", "voortijdig gestopt"])) if einde else None
                naam = f"{code}-{nummer}-{volg}"
                experimenten.append([code, nummer, naam, draw(teksten), start, einde, afloop, draw(vrije_teksten)])
                voortgang.append([naam, draw(dagen()), volg, None, draw(teksten), None, "a@voorbeeld.example"])
    return {"Ontwerpvragen": vragen, "Experimenten": experimenten, "Voortgang": voortgang}


def _mensen(draw: st.DrawFn, codes: list[str], organisaties: list[str], bladen: Bladen) -> Bladen:
    partners: dict[tuple[Any, ...], list[Any]] = {}
    deelnames: dict[tuple[Any, ...], list[Any]] = {}
    van_organisatie = {rij[0]: rij[1] for rij in bladen["Organisaties"][1:]}
    for _ in range(draw(st.integers(0, 5)) if codes and organisaties else 0):
        praktijk, organisatie, (vanaf, tot) = (
            draw(st.sampled_from(codes)),
            draw(st.sampled_from(organisaties)),
            draw(periodes()),
        )
        partners[praktijk, organisatie, vanaf] = [
            praktijk,
            organisatie,
            draw(st.sampled_from([None, "Partner"])),
            vanaf,
            tot,
        ]
    for _ in range(draw(st.integers(0, 12)) if codes else 0):
        nummer, praktijk, (vanaf, tot) = f"D{draw(st.integers(1, 5))}", draw(st.sampled_from(codes)), draw(periodes())
        organisatie = draw(st.sampled_from([None, *organisaties]))
        mogelijk = [None, van_organisatie.get(organisatie)] if van_organisatie.get(organisatie) else [None, *TYPEN]
        deelnames[nummer, praktijk, vanaf] = [
            nummer, f"Naam {nummer}", None, organisatie, draw(st.sampled_from(mogelijk)),
            draw(st.sampled_from([None, "beroepskracht", "Vrijwilliger"])), praktijk, draw(vrije_teksten), vanaf, tot,
        ]  # fmt: skip
    kop = [
        "nummer",
        "naam",
        "e-mail",
        "organisatie",
        "organisatietype",
        "hoedanigheid",
        "praktijk",
        "rol",
        "vanaf",
        "tot en met",
    ]
    return {
        "Praktijkpartners": [["praktijk", "organisatie", "rol", "vanaf", "tot en met"], *partners.values()],
        "Deelnemers": [kop, *deelnames.values()],
    }
