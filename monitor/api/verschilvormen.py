"""The form of differences in openapi.json."""

from typing import Any, Final

from monitor.api.vormen import Vorm, aantal, dag, lijst, tekst, voorwerp
from monitor.verschil.soorten import Oorzaak


def _geheel(omschrijving: str, **meer: Any) -> Vorm:
    return {"type": "integer", "description": omschrijving, **meer}


def _kant(omschrijving: str) -> Vorm:
    return voorwerp(
        omschrijving,
        meting=_geheel("Het `id` van de meting; null: de administratie van nu.", nullable=True),
        naam=tekst("De kant in woorden."),
        peildatum=dag("De dag waarvoor de cijfers gelden."),
        nvt=tekst("Waarom de meting als geheel geen waarde heeft; leeg: die heeft zij."),
    )


_RECORDS: Final = lijst(
    "Welke records; personen staan er niet bij, en zonder het recht op praktijken is de lijst leeg.",
    soort=tekst("Wat voor record."),
    sleutel=tekst("Het nummer van het record; van een gemeente de code van het CBS."),
    naam=tekst("Het record in woorden."),
    toelichting=tekst("De dagen waar het om gaat; mag leeg zijn."),
    bij=_geheel("Wat het bij het verschil optelt."),
)
_DELEN: Final = lijst(
    "De onderdelen: hun saldo's zijn samen het verschil.",
    oorzaak=tekst("De reden.", enum=[een.value for een in Oorzaak]),
    erbij=aantal("Wat erbij kwam."),
    eraf=aantal("Wat eraf ging."),
    saldo=_geheel("Erbij min eraf."),
    records=_RECORDS,
    niet_getoond=aantal("Hoeveel records hier niet staan."),
)
VERSCHILLEN: Final = voorwerp(
    "De verschillen tussen twee kanten, de vroegste eerst.",
    van=_kant("De vroegste kant."),
    naar=_kant("De andere kant."),
    verschillen=lijst(
        "Elk cijfer dat uit records is op te tellen.",
        figuur=tekst("De korte naam van het cijfer, zoals `praktijken.opgestart`."),
        sleutel=tekst("Van welke rij: een organisatietype, of de code van een praktijk; leeg: het hele programma."),
        naam=tekst("Het cijfer in woorden."),
        van=_geheel("De waarde eerst; null: nvt.", nullable=True),
        naar=_geheel("De waarde dan; null: nvt.", nullable=True),
        verschil=_geheel("De waarde dan min de waarde eerst."),
        zin=tekst("Het verschil in een zin."),
        delen=_DELEN,
    ),
)
