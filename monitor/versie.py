"""Which version of the product made a report."""

import tomllib
from functools import cache

from django.conf import settings


@cache
def versie() -> str:
    """The version this installation runs, from pyproject.toml."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
