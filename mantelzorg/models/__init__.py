"""Accounts, programmes, municipalities, outgoing mail."""

from mantelzorg.models.gebruikers import User
from mantelzorg.models.gemeenten import Gemeente
from mantelzorg.models.post import Bericht, Poststand
from mantelzorg.models.programmas import Programma, Vorm
from mantelzorg.models.taken import Roosterbeurt

__all__ = ["Bericht", "Gemeente", "Poststand", "Programma", "Roosterbeurt", "User", "Vorm"]
