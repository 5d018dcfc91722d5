"""Whose figures somebody may see."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from aanmeldingen.models import Oproep
from mantelzorg.models import Programma

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User


def oproepen_met_cijfers(user: "User | AnonymousUser") -> QuerySet[Oproep]:
    """Calls of programmes whose figures `user` may see, newest first; not published: who manages calls alone."""
    programmas = Programma.objects.zichtbaar_voor(user)
    return Oproep.objects.zichtbaar_voor(user).filter(programma__in=programmas.values("pk")).select_related("programma")
