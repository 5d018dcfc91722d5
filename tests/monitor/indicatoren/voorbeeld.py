"""The indicator of docs/indicatoren.md, taken from that page as it stands there."""

import re
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from monitor.indicatoren import register
from monitor.indicatoren.soort import Indicatorsoort

MODULE = "voorbeeld_van_een_indicator"


@contextmanager
def indicator_uit_de_documentatie() -> Iterator[Indicatorsoort]:
    """Registered for as long as the block lasts."""
    tekst = (Path(settings.BASE_DIR) / "docs" / "indicatoren.md").read_text()
    (code,) = re.findall(r"```python\n(.*?)```", tekst, re.DOTALL)
    module = types.ModuleType(MODULE)
    sys.modules[MODULE] = module
    exec(compile(code, MODULE, "exec"), module.__dict__)  # noqa: S102  # the page of the project itself
    register.registreer(module.SOORT)
    try:
        yield module.SOORT
    finally:
        register.vergeet(module.SOORT)
        del sys.modules[MODULE]
