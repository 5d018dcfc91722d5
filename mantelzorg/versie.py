"""Which version of the product this is: shown on every page and in every report."""

import tomllib

from django.conf import settings

VERSIE: str = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text("utf-8"))["project"]["version"]
