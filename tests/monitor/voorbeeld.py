"""One small programme with a bit of everything, and its figures at 30 June 2020 as visible arithmetic."""

from pathlib import Path

from mantelzorg.models import Programma
from monitor.models import ElderGenoemdGetal
from tests import gegevens

PEILDATUM = "2020-06-30"
TEKST = Path(__file__).with_name("voorbeeld.txt").read_text(encoding="utf-8")
JSON = {
    "indicator": 23,
    "programma": "thuis",
    "peildatum": "2020-06-30",
    "praktijken": {
        "opgestart": 1 + 1,
        "actief": 1,
        "afgerond": 1,
        "voortijdig_gestopt": 0,
        "samengevoegd": 0,
    },
    "gemeenten": 2,
    "organisaties": 1,
    "ontwerpvragen": {"totaal": 2 + 0, "minimum_per_praktijk": 0, "maximum_per_praktijk": 2},
    "experimenten": {"opgestart": 1 + 1, "lopend": 1, "afgerond": 0, "voortijdig_gestopt": 1},
    "deelnemers": {"totaal": 1 + 1, "bekend": 1, "onbekend": 1},
    "deelnemers_tot_nu_toe": {"totaal": 1 + 1 + 1, "bekend": 1 + 1, "onbekend": 1},
    "organisatietypen": [{"naam": "Één; \"NVO\"", "aantal": 1}],
    "organisatietypen_tot_nu_toe": [{"naam": "Één; \"NVO\"", "aantal": 1}, {"naam": "Gemeente", "aantal": 1}],
    "per_praktijk": [
        {"code": "EDE", "naam": "Ède", "ontwerpvragen": 2, "experimenten": 1 + 1, "deelnemers": 2},
        {"code": "EPE", "naam": "Epe", "ontwerpvragen": 0, "experimenten": 0, "deelnemers": 0},
    ],
}  # fmt: skip


def voorbeeld() -> Programma:
    """Ede runs; Epe is afgerond; two more are planned; a number is quoted elsewhere."""
    programma = gegevens.programma(streefwaarde=10, uitvoerders="Movisie; Vilans")
    ede = gegevens.praktijk(programma, "EDE", naam="Ède", gemeenten=["GM0228", "GM0202"])
    epe = gegevens.praktijk(programma, "EPE", naam="Epe", eind="2020-06-29")
    gegevens.praktijk(programma, "LEI", naam="Leiden", start="2020-07-01")
    gegevens.praktijk(programma, "BOZ", naam="Bergen op Zoom", start=None)
    vraag = gegevens.ontwerpvraag(ede, 1)
    gegevens.ontwerpvraag(ede, 2)
    gegevens.experiment(vraag, "E1")
    gegevens.experiment(vraag, "E2", eind="2020-06-01", afloop="voortijdig gestopt")
    organisatie = gegevens.organisatie("Zorg", gegevens.organisatietype('Één; "NVO"'))
    gegevens.praktijkpartner(ede, organisatie)
    gegevens.deelname(gegevens.deelnemer(programma, "D1", naam="Geheime Naam"), ede, organisatie=organisatie)
    gegevens.deelname(gegevens.deelnemer(programma, "D2"), ede)
    gegevens.deelname(gegevens.deelnemer(programma, "D3"), epe, organisatietype=gegevens.organisatietype("Gemeente"))
    ElderGenoemdGetal.objects.create(programma=programma, getal="10 plaatsen", bron="Oproep", toelichting="Een oproep.")
    return programma
