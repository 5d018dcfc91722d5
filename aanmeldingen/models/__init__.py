"""Calls, applications and places; meetings and interest that lead to them; practices that come of them."""

from aanmeldingen.models.aanmeldingen import (
    Aanmelding,
    Aanmeldpartner,
    Contactpersoon,
    Indiening,
    Laattoegang,
    Partnersoort,
)
from aanmeldingen.models.belangstelling import Belangstelling, Contactmoment, Contactwijze, Vervolg
from aanmeldingen.models.beoordeling import (
    Aanvulverzoek,
    Advies,
    Besluit,
    Besluitsoort,
    Criteriumoordeel,
    Intakegesprek,
    Oordeel,
)
from aanmeldingen.models.bijeenkomsten import Bijeenkomst, Bijeenkomststuk, Inschrijving
from aanmeldingen.models.oproepen import (
    Criterium,
    Instroom,
    Oproep,
    Oproepsector,
    Sector,
    Vastgesteld,
    Verdeling,
    Voorwaarden,
)
from aanmeldingen.models.plaatsen import NEEMT_PLAATS, AlleenErbij, Gebeurtenis, Plaatsregel, Plaatsstand, Selectie
from aanmeldingen.models.tempo import Tempoteller
from aanmeldingen.models.toelating import Toelating

__all__ = [
    "NEEMT_PLAATS",
    "Aanmelding",
    "Aanmeldpartner",
    "Aanvulverzoek",
    "Advies",
    "AlleenErbij",
    "Belangstelling",
    "Besluit",
    "Besluitsoort",
    "Bijeenkomst",
    "Bijeenkomststuk",
    "Contactmoment",
    "Contactpersoon",
    "Contactwijze",
    "Criterium",
    "Criteriumoordeel",
    "Gebeurtenis",
    "Indiening",
    "Inschrijving",
    "Instroom",
    "Intakegesprek",
    "Laattoegang",
    "Oordeel",
    "Oproep",
    "Oproepsector",
    "Partnersoort",
    "Plaatsregel",
    "Plaatsstand",
    "Sector",
    "Selectie",
    "Tempoteller",
    "Toelating",
    "Vastgesteld",
    "Verdeling",
    "Vervolg",
    "Voorwaarden",
]
