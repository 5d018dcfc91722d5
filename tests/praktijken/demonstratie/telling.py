"""Indicator 23 counted by hand from the rows of an Excel file (begrippen.md §3), apart from the product."""

import unicodedata
from collections import Counter
from datetime import date, datetime
from typing import Any

Rij = dict[str, Any]
Bladen = dict[str, list[Rij]]


def als_rijen(bladen: dict[str, list[list[Any]]]) -> Bladen:
    """Sheets as rows by header; a moment becomes its day, and an absent cell None."""
    return {
        blad: [
            {kop: cel.date() if isinstance(cel, datetime) else cel for kop, cel in zip(koppen, rij, strict=True)}
            for rij in rijen
        ]
        for blad, (koppen, *rijen) in bladen.items()
    }


def tel(bladen: Bladen, peildatum: date) -> Rij:
    """The JSON of indicator 23 at a peildatum."""
    opgestart = [rij for rij in bladen["Praktijken"] if _begonnen(rij, peildatum)]
    codes = {rij["code"] for rij in opgestart}
    actief = {rij["code"] for rij in opgestart if not _voorbij(rij, peildatum)}
    ooit = [rij for rij in bladen["Deelnemers"] if rij["praktijk"] in codes and rij["vanaf"] <= peildatum]
    nu = [rij for rij in ooit if rij["praktijk"] in actief and _geldt(rij, peildatum)]
    vragen = Counter(
        rij["praktijk"]
        for rij in bladen["Ontwerpvragen"]
        if rij["praktijk"] in codes and _telt_als_vraag(rij, peildatum)
    )
    experimenten = [rij for rij in bladen["Experimenten"] if rij["praktijk"] in codes and _begonnen(rij, peildatum)]
    per_praktijk = [vragen[code] for code in codes]
    typen = {rij["naam"]: rij["organisatietype"] for rij in bladen["Organisaties"]}
    return {
        "indicator": 23,
        "programma": bladen["Programma"][0]["slug"],
        "peildatum": peildatum.isoformat(),
        "praktijken": {
            "opgestart": len(opgestart),
            "actief": len(actief),
            **_aflopen(opgestart, peildatum, ("afgerond", "voortijdig gestopt", "samengevoegd")),
        },
        "gemeenten": len({naam for rij in opgestart for naam in rij["gemeenten"].split("; ")}),
        "organisaties": len(_organisaties(bladen, nu, actief, peildatum)),
        "ontwerpvragen": {
            "totaal": sum(per_praktijk),
            "minimum_per_praktijk": min(per_praktijk, default=None),
            "maximum_per_praktijk": max(per_praktijk, default=None),
        },
        "experimenten": {
            "opgestart": len(experimenten),
            "lopend": sum(not _voorbij(rij, peildatum) for rij in experimenten),
            **_aflopen(experimenten, peildatum, ("afgerond", "voortijdig gestopt")),
        },
        "deelnemers": _bekendheid(nu, typen),
        "deelnemers_tot_nu_toe": _bekendheid(ooit, typen),
        "organisatietypen": _tabel(nu, typen),
        "organisatietypen_tot_nu_toe": _tabel(ooit, typen),
        "per_praktijk": [
            {
                "code": rij["code"],
                "naam": rij["naam"],
                "ontwerpvragen": vragen[rij["code"]],
                "experimenten": sum(experiment["praktijk"] == rij["code"] for experiment in experimenten),
                "deelnemers": len({deel["nummer"] for deel in nu if deel["praktijk"] == rij["code"]}),
            }
            for rij in sorted(opgestart, key=lambda rij: (*_volgorde(rij["naam"]), rij["code"]))
        ],
    }


def _begonnen(rij: Rij, peildatum: date) -> bool:
    return rij["startdatum"] is not None and rij["startdatum"] <= peildatum


def _voorbij(rij: Rij, peildatum: date) -> bool:
    return rij["einddatum"] is not None and rij["einddatum"] < peildatum


def _geldt(rij: Rij, peildatum: date) -> bool:
    return rij["vanaf"] <= peildatum and (rij["tot en met"] is None or rij["tot en met"] >= peildatum)


def _telt_als_vraag(rij: Rij, peildatum: date) -> bool:
    vervallen = rij["vervallen op"]
    return rij["geformuleerd op"] <= peildatum and (vervallen is None or vervallen > peildatum)


def _aflopen(rijen: list[Rij], peildatum: date, aflopen: tuple[str, ...]) -> dict[str, int]:
    geteld = Counter(rij["afloop"] for rij in rijen if _voorbij(rij, peildatum))
    return {afloop.replace(" ", "_"): geteld[afloop] for afloop in aflopen}


def _organisaties(bladen: Bladen, nu: list[Rij], actief: set[str], peildatum: date) -> set[str]:
    partners = {
        rij["organisatie"] for rij in bladen["Praktijkpartners"] if rij["praktijk"] in actief and _geldt(rij, peildatum)
    }
    return partners | {rij["organisatie"] for rij in nu if rij["organisatie"]}


def _type_per_persoon(deelnames: list[Rij], typen: dict[str, str]) -> dict[str, str | None]:
    per_persoon: dict[str, str | None] = {}
    for rij in sorted(deelnames, key=lambda rij: (rij["vanaf"], rij["praktijk"])):
        organisatietype = rij["organisatietype"] or typen.get(rij["organisatie"])
        per_persoon[rij["nummer"]] = per_persoon.get(rij["nummer"]) or organisatietype
    return per_persoon


def _bekendheid(deelnames: list[Rij], typen: dict[str, str]) -> dict[str, int]:
    soorten = list(_type_per_persoon(deelnames, typen).values())
    return {
        "totaal": len(soorten),
        "bekend": len(soorten) - soorten.count(None),
        "onbekend": soorten.count(None),
    }


def _tabel(deelnames: list[Rij], typen: dict[str, str]) -> list[Rij]:
    geteld = Counter(soort for soort in _type_per_persoon(deelnames, typen).values() if soort)
    volgorde = sorted(geteld, key=lambda naam: (-geteld[naam], *_volgorde(naam)))
    return [{"naam": naam, "aantal": geteld[naam]} for naam in volgorde]


def _volgorde(naam: str) -> tuple[str, str]:
    letters = unicodedata.normalize("NFKD", naam.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ").strip(), naam
