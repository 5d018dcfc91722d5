"""Accounts, programmes, municipalities, outgoing mail."""

from mantelzorg.models.gebruikers import User
from mantelzorg.models.gemeenten import Gemeente
from mantelzorg.models.post import Bericht, Postrem, Poststand
from mantelzorg.models.programmas import Programma, Vorm
from mantelzorg.models.taken import Hartslag, Roosterbeurt
from mantelzorg.models.tokens import Toegangstoken

__all__ = [
    "Bericht",
    "Gemeente",
    "Hartslag",
    "Postrem",
    "Poststand",
    "Programma",
    "Roosterbeurt",
    "Toegangstoken",
    "User",
    "Vorm",
]
