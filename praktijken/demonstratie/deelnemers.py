"""The participants: which of the invented people takes part where, from when, on behalf of whom."""

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from praktijken.demonstratie.cel import Rij
from praktijken.demonstratie.namen import NAMEN
from praktijken.demonstratie.organisaties import ORGANISATIES
from praktijken.demonstratie.praktijken import PRAKTIJKEN

KOP: Final = (
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
)
# Table 1 of the 2020 measurement: how many persons of each kind; None is unknown.
PERSONEN_PER_TYPE: Final[tuple[tuple[str | None, int], ...]] = (
    ("(Thuis)zorgorganisatie", 46),
    ("Gemeente", 24),
    ("Vrijwilligersorganisatie", 20),
    ("Welzijnsorganisatie", 17),
    ("(Ex-) Mantelzorger NVO", 10),
    ("Mantelzorgorganisatie", 10),
    ("Huisartspraktijk", 7),
    ("Zorgorganisatie", 4),
    ("Belangenbehartiging", 3),
    ("Mantelzorgsteunpunt", 3),
    ("GGZ organisatie", 2),
    ("Netwerkorganisatie", 2),
    ("Vrijwilliger NVO", 2),
    ("Ondernemer", 1),
    (None, 20),
)
ORGANISATIETYPEN_VAN_PERSONEN: Final = tuple(
    organisatietype for organisatietype, aantal in PERSONEN_PER_TYPE for _ in range(aantal)
)
ANDERE_HOEDANIGHEDEN: Final[dict[str | None, str | None]] = {
    "Vrijwilligersorganisatie": "vrijwilliger",
    "(Ex-) Mantelzorger NVO": "(ex-)mantelzorger",
    "Mantelzorgorganisatie": "(ex-)mantelzorger",
    "Belangenbehartiging": "bestuur of beleid",
    "Vrijwilliger NVO": "vrijwilliger",
    None: None,
}
EERSTE_DAG: Final = date(2019, 9, 2)
IN_TWEE_PRAKTIJKEN: Final = 108


def rijen() -> Iterator[Rij]:
    """The rows of the sheet Deelnemers: a deelname each, and a second one for a carer who also volunteers."""
    for nummer in range(1, len(NAMEN) + 1):
        yield _deelname(nummer)
    yield [
        *_persoon(IN_TWEE_PRAKTIJKEN),
        *(None, "Vrijwilliger NVO", "vrijwilliger", "EPE", "deelnemer", date(2020, 6, 15), None),
    ]


def _deelname(nummer: int) -> Rij:
    """The persons are dealt over the practices in turn, and over the months in steps of 37 days."""
    praktijk = list(PRAKTIJKEN.values())[(nummer - 1) % len(PRAKTIJKEN)]
    organisatietype = ORGANISATIETYPEN_VAN_PERSONEN[nummer - 1]
    organisatie = ORGANISATIES.get(organisatietype or "", {}).get(praktijk.code)
    rol = _rol(nummer, organisatietype)
    return [
        *_persoon(nummer),
        organisatie,
        None if organisatie else organisatietype,
        _hoedanigheid(organisatietype, rol),
        praktijk.code,
        rol,
        max(praktijk.startdatum, EERSTE_DAG + timedelta(days=37 * nummer % 290)),
        None,
    ]


def _persoon(nummer: int) -> Rij:
    naam = NAMEN[nummer - 1]
    return [f"D{nummer:03}", naam, f"{_adresdeel(naam)}@voorbeeld.example"]


def _adresdeel(naam: str) -> str:
    letters = unicodedata.normalize("NFKD", naam.casefold().replace("ı", "i"))
    return ".".join("".join(letter for letter in letters if letter.isascii()).split())


def _rol(nummer: int, organisatietype: str | None) -> str:
    """The first person of each municipality coordinates."""
    eerste = ORGANISATIETYPEN_VAN_PERSONEN.index("Gemeente")
    is_eerste = nummer - 1 < eerste + len(PRAKTIJKEN)
    return "coördinator" if organisatietype == "Gemeente" and is_eerste else "deelnemer"


def _hoedanigheid(organisatietype: str | None, rol: str) -> str | None:
    if organisatietype == "Gemeente" and rol == "deelnemer":
        return "bestuur of beleid"
    return ANDERE_HOEDANIGHEDEN.get(organisatietype, "beroepskracht")
