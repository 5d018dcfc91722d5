"""How text is compared with what somebody looks for: by Dutch stems on PostgreSQL, by letters on SQLite.

Migration 0004 makes an index on the very expressions that `vector` gives PostgreSQL: change both, in a new migration,
or the index stays unused.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any, Final, cast

from django.db import connection
from django.db.models import BooleanField, Case, F, FloatField, Func, Q, TextField, Value, When
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

VAN: Final = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ-/.@_<>&'’"
NAAR: Final = "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy          "
"""Accents go, and what PostgreSQL would take for a path, an address or one long word becomes a space."""
OPEN, DICHT = "\ue000", "\ue001"
"""Around what was found, in a fragment: characters that no text has (they are taken out first)."""
TEKENS, VERVANGEN = "<>&", "\ue002\ue003\ue004"
"""PostgreSQL would take these for HTML and leave a piece of text out: in a fragment it sees others for them."""
KANDIDATEN: Final = 200
_WOORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A column to look in, and how much a word there weighs (A most, D least)."""

    naam: str
    gewicht: str


LES: Final = (
    Veld(naam="titel", gewicht="A"),
    Veld(naam="opbrengst", gewicht="B"),
    Veld(naam="advies", gewicht="B"),
    Veld(naam="situatie", gewicht="C"),
)
OPBRENGST: Final = (Veld(naam="naam", gewicht="A"), Veld(naam="opbrengst", gewicht="B"))


def letters(tekst: str) -> str:
    """Text without case or accents."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def woorden(tekst: str) -> list[str]:
    """The words to look for, each once: letters and digits alone."""
    return list(dict.fromkeys(_WOORD.findall(letters(tekst))))


def gevonden(rijen: Any, velden: tuple[Veld, ...], tekst: str, *volgorde: Any) -> Any:
    """The rows (of a queryset) in which every word of `tekst` stands, nearest first, then by `volgorde`.

    Nearness is told of the first KANDIDATEN by `volgorde` alone, and no others come back: to weigh every row that
    holds a common word takes seconds.
    """
    gezocht = woorden(tekst)
    if not gezocht:
        return rijen.none()
    if connection.vendor == "postgresql":
        treffers, rang = rijen.filter(_treffer(velden, gezocht)), cast(Any, _rang(velden, gezocht))
    else:
        leer_letters()
        treffers, rang = _met_letters(rijen, velden, gezocht), _rang_van_letters(velden[0], gezocht)
    kandidaten = treffers.order_by(*volgorde).values("pk")[:KANDIDATEN]
    return rijen.filter(pk__in=kandidaten).annotate(rang=rang).order_by("-rang", *volgorde)


def _treffer(velden: tuple[Veld, ...], gezocht: list[str]) -> Q:
    """By stem; where all words are so common that PostgreSQL passes over them (`veel`), by letters."""
    beide = (vector(velden), vraag(gezocht))
    op_stam = Func(*beide, arg_joiner=" @@ ", template="%(expressions)s", output_field=BooleanField())
    niets_over = Func(vraag(gezocht), template="numnode(%(expressions)s) = 0", output_field=BooleanField())
    letterlijk = (reduce(or_, (Q(**{f"{veld.naam}__icontains": woord}) for veld in velden)) for woord in gezocht)
    return Q(op_stam) | Q(niets_over) & reduce(and_, letterlijk)


def _rang(velden: tuple[Veld, ...], gezocht: list[str]) -> Func:
    return Func(vector(velden), vraag(gezocht), function="ts_rank", output_field=FloatField())


def vector(velden: Iterable[Veld]) -> Func:
    """The words of the columns by their Dutch stem, weighed; PostgreSQL alone."""
    woorden_van = f"to_tsvector('dutch'::regconfig, {_zonder_accenten('%(expressions)s')})"
    delen = [
        Func(Cast(F(veld.naam), TextField()), template=f"setweight({woorden_van}, '{veld.gewicht}')") for veld in velden
    ]
    return Func(*delen, template="(%(expressions)s)", arg_joiner=" || ", output_field=TextField())


def vraag(gezocht: list[str]) -> Func:
    """Every word, or one that begins with its stem: `respijt` finds respijtzorg; PostgreSQL alone."""
    tekst = " & ".join(f"'{woord}':*" for woord in gezocht)
    return Func(Value(tekst), template="to_tsquery('dutch'::regconfig, %(expressions)s)", output_field=TextField())


def _zonder_accenten(uitdrukking: str) -> str:
    van, naar = VAN.replace("'", "''"), NAAR
    return f"translate({uitdrukking}, '{van}', '{naar}')"


def _met_letters(rijen: Any, velden: tuple[Veld, ...], gezocht: list[str]) -> Any:
    gemerkt = rijen.alias(**{f"letters_{veld.naam}": _letters(veld) for veld in velden})
    in_een = (reduce(or_, (Q(**{f"letters_{veld.naam}__contains": woord}) for veld in velden)) for woord in gezocht)
    return gemerkt.filter(*in_een)


def _rang_van_letters(eerste: Veld, gezocht: list[str]) -> Case:
    """Every word in the first column, or not."""
    daar = (Contains(_letters(eerste), Value(woord)) for woord in gezocht)
    return Case(When(reduce(and_, map(Q, daar)), then=Value(1.0)), default=Value(0.0), output_field=FloatField())


def _letters(veld: Veld) -> Func:
    return Func(F(veld.naam), function="letters", output_field=TextField())


def leer_letters() -> None:
    """Gives SQLite the function `letters`, on the connection of this moment."""
    connection.ensure_connection()
    connection.connection.create_function("letters", 1, letters, deterministic=True)


def kop(velden: Iterable[str], gezocht: list[str]) -> Func:
    """A fragment of the columns with OPEN and DICHT around what was found; PostgreSQL alone."""
    van, naar = f"{TEKENS}{OPEN}{DICHT}{VERVANGEN}", VERVANGEN
    schoon = f"translate(concat_ws(' … ', %(expressions)s), '{van}', '{naar}')"
    tekst = Func(*(F(veld) for veld in velden), template=schoon, output_field=TextField())
    keuzes = Value(f"StartSel={OPEN}, StopSel={DICHT}, MaxWords=35, MinWords=15, MaxFragments=1")
    zo = "ts_headline('dutch'::regconfig, %(expressions)s)"
    return Func(tekst, vraag(gezocht), keuzes, template=zo, output_field=TextField())
