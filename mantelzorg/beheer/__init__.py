"""Django's admin for this product's records: what every page of it shares."""

from mantelzorg.beheer.basis import Beheer, Regelbeheer, Stapel, Tabel
from mantelzorg.beheer.formulier import Hoofdformulier, Recordformulier
from mantelzorg.beheer.lijst import BinnenBereik, KeuzeFilter
from mantelzorg.beheer.rechten import Gebruiker, Rijen

__all__ = [
    "Beheer",
    "BinnenBereik",
    "Gebruiker",
    "Hoofdformulier",
    "KeuzeFilter",
    "Recordformulier",
    "Regelbeheer",
    "Rijen",
    "Stapel",
    "Tabel",
]
