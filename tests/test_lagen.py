"""The layers, read from the imports of every module, and writes that history would miss."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tests.lagen import APPS, BUITENSTE, LAGEN, MAG_ALLES_NOEMEN, WAARDEN_UIT_MODELLEN
from tests.stil import sql, stille_schrijfacties

PROJECT = Path(settings.BASE_DIR)
MAG_IN_BULK = {
    "praktijken.uitwisseling.schrijver": "writes 100,000 rows, and writes their history along",
    "aanmeldingen.openbaar.tempo": "throws away counters, which have no history",
    "monitor.meten.vaststellen": "writes every fact of a measurement once, in tables that are only added to",
    "praktijken.avg.vervangen": "removed text must leave the history too; records are saved with their reason",
    "aanmeldingen.privacy.termijn": "what was never sent in must leave the history too; saved with a reason",
    "aanmeldingen.privacy.wissen": "who is erased must leave the history too; records are saved with their reason",
    "praktijken.avg.wissen": "an erased person must leave the history too; records are saved with their reason",
}
MAG_SQL = {
    "aanmeldingen.openbaar.tempo": "counts in one statement, which the ORM has no words for",
    "monitor.alleen_toevoegen": "triggers, which Django has no words for",
    "monitor.bron": "says when figures are read from one moment; writes nothing",
    "praktijken.uitwisseling.importeren": "takes a lock; writes nothing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A module of the product, parsed."""

    naam: str
    boom: ast.Module


def modules() -> Iterator[Module]:
    """Every module of the four apps, migrations excepted: they run once, on a database nobody uses."""
    for app in APPS:
        for pad in sorted((PROJECT / app).rglob("*.py")):
            delen = pad.relative_to(PROJECT).with_suffix("").parts
            if "migrations" not in delen:
                naam = ".".join(delen[:-1] if delen[-1] == "__init__" else delen)
                yield Module(naam=naam, boom=ast.parse(pad.read_text()))


def imports(boom: ast.Module) -> Iterator[str]:
    """What is imported at run time, with its name (`monitor.bron.lees`); imports for type checks alone don't count."""
    for knoop in _uitgevoerd(boom):
        match knoop:
            case ast.Import(names=namen):
                yield from (naam.name for naam in namen)
            case ast.ImportFrom(module=str(module), names=namen, level=0):
                yield from (f"{module}.{naam.name}" for naam in namen if naam.name not in WAARDEN_UIT_MODELLEN)
            case ast.ImportFrom(level=niveau) if niveau:
                raise AssertionError(f"regel {knoop.lineno}: schrijf imports voluit")


def _uitgevoerd(knoop: ast.AST) -> Iterator[ast.AST]:
    for kind in ast.iter_child_nodes(knoop):
        if isinstance(kind, ast.If) and "TYPE_CHECKING" in ast.unparse(kind.test):
            continue
        yield kind
        yield from _uitgevoerd(kind)


def valt_onder(naam: str, pakket: str) -> bool:
    return naam == pakket or naam.startswith(f"{pakket}.")


def test_apps_import_each_other_one_way() -> None:
    breuken = [
        f"{module.naam} imports {gehaald}"
        for module in modules()
        if module.naam not in MAG_ALLES_NOEMEN
        for gehaald in imports(module.boom)
        for later in APPS[APPS.index(module.naam.partition(".")[0]) + 1 :]
        if valt_onder(gehaald, later)
    ]

    assert breuken == []


def test_within_the_monitor_nothing_comes_back() -> None:
    breuken = [
        f"{module.naam} imports {gehaald}: {laag.omdat}"
        for module in modules()
        for laag in LAGEN
        if any(valt_onder(module.naam, naam) for naam in laag.modules)
        for gehaald in imports(module.boom)
        if any(valt_onder(gehaald, verboden) for verboden in laag.nooit)
        if not any(valt_onder(gehaald, eigen) for eigen in laag.modules)
    ]

    assert breuken == []


def test_every_module_of_the_monitor_has_its_place() -> None:
    plaatsen = {*BUITENSTE, *(naam for laag in LAGEN for naam in laag.modules)}
    zonder = [
        module.naam
        for module in modules()
        if valt_onder(module.naam, "monitor")
        and module.naam not in plaatsen
        and not any(valt_onder(module.naam, plaats) for plaats in plaatsen - {"monitor", "monitor.oproepen"})
    ]

    assert zonder == []


def test_no_module_uses_the_private_names_of_another() -> None:
    breuken = [
        f"{module.naam} imports {gehaald}"
        for module in modules()
        for gehaald in imports(module.boom)
        if gehaald.partition(".")[0] in APPS and gehaald.rpartition(".")[2].startswith("_")
    ]

    assert breuken == []


def test_every_write_that_history_misses_has_its_reason() -> None:
    gevonden = {module.naam for module in modules() if list(stille_schrijfacties(module.boom))}

    assert gevonden == set(MAG_IN_BULK)


def test_every_use_of_sql_has_its_reason() -> None:
    gevonden = {module.naam for module in modules() if list(sql(module.boom))}

    assert gevonden == set(MAG_SQL)


def test_the_search_for_silent_writes_tells_a_queryset_from_a_dict() -> None:
    tekst = (
        "Praktijk.objects.filter(code='A').update(naam='B')\n"
        "woorden.update({'a': 1})\n"
        "Praktijk.objects.bulk_create(nieuw)\n"
        "praktijk.delete()\n"
        "Praktijk.objects.all().delete()\n"
        "Praktijk._base_manager.update(startdatum=F('einddatum'))\n"
        "getattr(Praktijk.objects, 'update')(naam='B')\n"
        "oud = Praktijk.objects.filter(code='A')\n"
        "oud.delete()\n"
        "een = Praktijk.objects.filter(code='A').first()\n"
        "een.delete()\n"
        "await Praktijk.objects.aupdate(naam='B')\n"
        "praktijk.partners.filter(rol='').update(**velden)\n"
    )

    gevonden = sorted(knoop.lineno for knoop in stille_schrijfacties(ast.parse(tekst)))

    assert gevonden == [1, 3, 5, 6, 7, 9, 12, 13]


def test_the_search_for_sql_finds_every_way_to_it() -> None:
    tekst = (
        "cursor.execute('UPDATE x')\ncursor.executemany(opdracht, rijen)\nPraktijk.objects.raw('SELECT 1')\nlees(x)\n"
    )

    assert [knoop.lineno for knoop in sql(ast.parse(tekst))] == [1, 2, 3]
