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
from typing import Any, Final

from django.db import connection
from django.db.models import BooleanField, Case, F, FloatField, Func, Q, TextField, Value, When
from django.db.models.functions import Cast

VAN: Final = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ-/.@_<>&'’"
NAAR: Final = "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy          "
"""Accents go, and what PostgreSQL would take for a path, an address or one long word becomes a space."""
OPEN, DICHT = "\ue000", "\ue001"
"""Around what was found, in a fragment: characters that no text has (they are taken out first)."""
TEKENS, VERVANGEN = "<>&", "\ue002\ue003\ue004"
"""PostgreSQL would take these for HTML and leave a piece of text out: in a fragment it sees others for them."""
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


def gevonden(rijen: Any, velden: tuple[Veld, ...], tekst: str) -> Any:
    """The rows (of a queryset) in which every word of `tekst` stands, each with its `rang`: higher is nearer."""
    gezocht = woorden(tekst)
    if not gezocht:
        return rijen.none().annotate(rang=Value(0.0))
    if connection.vendor == "postgresql":
        zoekvraag = vraag(gezocht)
        treffer = Func(
            vector(velden), zoekvraag, arg_joiner=" @@ ", template="%(expressions)s", output_field=BooleanField()
        )
        rang = Func(vector(velden), zoekvraag, function="ts_rank", output_field=FloatField())
        return rijen.filter(treffer).annotate(rang=rang)
    return _met_letters(rijen, velden, gezocht)


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
    leer_letters()
    in_veld = {veld.naam: Func(F(veld.naam), function="letters", output_field=TextField()) for veld in velden}
    namen = {naam: f"letters_{naam}" for naam in in_veld}

    def staat_in(woord: str, velden: Iterable[str]) -> Q:
        return reduce(or_, (Q(**{f"{namen[veld]}__contains": woord}) for veld in velden))

    eerste = velden[0].naam
    gemerkt = rijen.alias(**{namen[naam]: functie for naam, functie in in_veld.items()})
    hoog = reduce(and_, (staat_in(woord, [eerste]) for woord in gezocht))
    rang = Case(When(hoog, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
    return gemerkt.filter(*(staat_in(woord, in_veld) for woord in gezocht)).annotate(rang=rang)


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
