"""Fills a database with many programmes, by `INSERT … SELECT`: quick, and the same on SQLite and PostgreSQL."""

from dataclasses import dataclass

from django.db import connection, transaction

PRAKTIJKEN_PER_PROGRAMMA, DEELNAMES_PER_PRAKTIJK = 48, 100
ORGANISATIES, TYPEN = 5_000, 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Omvang:
    """How much to make. Every programme has 48 practices, the last one what is left of them."""

    programmas: int
    praktijken: int

    @property
    def deelnames(self) -> int:
        return self.praktijken * DEELNAMES_PER_PRAKTIJK


@transaction.atomic
def vul(omvang: Omvang) -> None:
    """Fill the tables of an empty database."""
    for tabel, velden, bron, aantal in _opdrachten(omvang):
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH RECURSIVE reeks(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM reeks WHERE n < {aantal}) "  # noqa: S608
                f"INSERT INTO {tabel} ({velden}) SELECT {bron} FROM reeks"
            )


def bijwerken() -> None:
    """Let the database look at how its tables are filled, as it does by itself in time."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _opdrachten(omvang: Omvang) -> list[tuple[str, str, str, int]]:
    programma = f"CASE WHEN (n - 1) / {PRAKTIJKEN_PER_PROGRAMMA} < {omvang.programmas} "
    programma += f"THEN 1 + (n - 1) / {PRAKTIJKEN_PER_PROGRAMMA} ELSE {omvang.programmas} END"
    praktijk = f"1 + (n - 1) / {DEELNAMES_PER_PRAKTIJK}"
    van_deelnemer = programma.replace("(n - 1)", f"((n - 1) / {DEELNAMES_PER_PRAKTIJK})")
    start, laat, eind = _dag("2019-09-02"), _dag("2020-01-15"), _dag("2020-05-31")
    return [
        ("mantelzorg_programma",
         "id, slug, naam, vorm, opdrachtgever, uitvoerders, beleidsprogramma, beleidsdoel",
         "n, 'p' || n, 'Programma ' || n, 'lerende praktijk', '', '', '', ''", omvang.programmas),
        ("deelnemers_organisatietype", "id, naam, omschrijving, verbonden_aan_organisatie",
         "n, 'Soort ' || n, '', (n > 0)", TYPEN),
        ("deelnemers_organisatie", "id, naam, organisatietype_id",
         f"n, 'Organisatie ' || n, CASE WHEN n % 10 = 0 THEN NULL ELSE 1 + n % {TYPEN} END", ORGANISATIES),
        ("praktijken_praktijk",
         "id, programma_id, code, naam, werkgebied, kernthema, startdatum, einddatum, afloop",
         f"n, {programma}, 'C' || n, 'Praktijk ' || n, '', '', CASE WHEN n % 4 = 0 THEN {laat} ELSE {start} END, "
         f"CASE WHEN n % 10 = 0 THEN {eind} ELSE NULL END, CASE WHEN n % 10 = 0 THEN 'afgerond' ELSE '' END",
         omvang.praktijken),
        ("praktijken_ontwerpvraag", "id, praktijk_id, nummer, vraag, geformuleerd_op",
         f"n, 1 + (n - 1) / 4, 1 + n % 4, 'Hoe dan?', {laat}", omvang.praktijken * 4),
        ("praktijken_experiment",
         "id, programma_id, ontwerpvraag_id, code, naam, verwachting, startdatum, afloop, opbrengst",
         f"n, {programma.replace('(n - 1)', '((n - 1) / 4)')}, n, 'E' || n, 'Proef', '', {laat}, '', ''",
         omvang.praktijken * 4),
        ("praktijken_praktijkpartner", "id, praktijk_id, organisatie_id, rol, vanaf",
         f"n, 1 + (n - 1) / 4, 1 + n % {ORGANISATIES}, 'partner', {start}", omvang.praktijken * 4),
        ("deelnemers_deelnemer", "id, programma_id, nummer, naam, email",
         f"n, {van_deelnemer}, 'D' || n, 'Voornaam' || n % 977 || ' Achternaam' || n % 3001, ''", omvang.deelnames),
        ("praktijken_deelname",
         "id, deelnemer_id, praktijk_id, organisatie_id, organisatietype_id, hoedanigheid, rol, vanaf, tot_en_met",
         f"n, n, {praktijk}, CASE WHEN n % 10 < 7 THEN 1 + n % {ORGANISATIES} ELSE NULL END, "
         f"CASE WHEN n % 10 = 8 THEN 1 + n % {TYPEN} ELSE NULL END, '', '', "
         f"CASE WHEN n % 3 = 0 THEN {laat} ELSE {start} END, CASE WHEN n % 20 = 0 THEN {eind} ELSE NULL END",
         omvang.deelnames),
    ]  # fmt: skip


def _dag(tekst: str) -> str:
    return f"DATE '{tekst}'" if connection.vendor == "postgresql" else f"'{tekst}'"
