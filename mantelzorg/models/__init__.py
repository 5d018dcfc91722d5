"""Accounts, programmes and municipalities."""

from mantelzorg.models.gebruikers import User
from mantelzorg.models.gemeenten import Gemeente
from mantelzorg.models.programmas import Programma, Vorm

__all__ = ["Gemeente", "Programma", "User", "Vorm"]
