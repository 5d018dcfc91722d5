"""Finds the calls in a module that write past `save()`, so past history: tests forbid them outside a list."""

import ast
from collections.abc import Iterator

STIL = {"update", "bulk_create", "bulk_update", "_raw_delete"}
STIL |= {f"a{naam}" for naam in STIL}
"""Of a queryset or manager, whatever manager it is; also the asynchronous ones."""
SQL = {"execute", "executemany", "executescript", "raw", "copy_expert"}
GEEFT_RIJEN = {"all", "filter", "exclude", "order_by", "select_related", "zichtbaar_voor", "wijzigbaar_door", "none"}


def stille_schrijfacties(boom: ast.Module) -> Iterator[ast.Call]:
    """Calls that write past `save()`.

    A queryset's `update` takes keywords alone; that of a dict, a set or a progress bar takes a value first. A delete
    counts where it is called on what a queryset method gave, by way of a name too; deleting one record keeps its
    history. A method asked for by its name as text is no way round.
    """
    rijen = _namen_van_rijen(boom)
    for knoop in ast.walk(boom):
        match knoop:
            case ast.Call(func=ast.Attribute(attr="update"), args=[_, *_]):
                continue
            case ast.Call(func=ast.Attribute(attr=naam)) if naam in STIL:
                yield knoop
            case ast.Call(func=ast.Name("getattr"), args=[_, ast.Constant(value=naam), *_]) if naam in STIL:
                yield knoop
            case ast.Call(func=ast.Attribute(attr="delete" | "adelete", value=ast.Call(func=ast.Attribute()))):
                yield knoop
            case ast.Call(func=ast.Attribute(attr="delete" | "adelete", value=ast.Name(id=naam))) if naam in rijen:
                yield knoop


def sql(boom: ast.Module) -> Iterator[ast.Call]:
    """Calls that hand the database its own language."""
    for knoop in ast.walk(boom):
        match knoop:
            case ast.Call(func=ast.Attribute(attr=naam)) if naam in SQL:
                yield knoop


def _namen_van_rijen(boom: ast.Module) -> set[str]:
    """Names that hold a queryset somewhere in the module: given by one of its methods, and nothing after it."""
    namen: set[str] = set()
    for knoop in ast.walk(boom):
        match knoop:
            case ast.Assign(targets=[ast.Name(id=naam)], value=ast.Call(func=ast.Attribute(attr=methode))):
                namen |= {naam} if methode in GEEFT_RIJEN else set()
            case ast.AnnAssign(target=ast.Name(id=naam), value=ast.Call(func=ast.Attribute(attr=methode))):
                namen |= {naam} if methode in GEEFT_RIJEN else set()
    return namen
