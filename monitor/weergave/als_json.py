"""Indicator 23 as JSON, in the form others rely on (begrippen.md §3)."""

import json

from monitor.indicator import Indicator23
from monitor.uitkomst import als_uitkomst


def als_json(cijfers: Indicator23) -> str:
    """The figures with the keys of begrippen.md §3, in that order; names keep their letters; ends with a newline."""
    return json.dumps(als_uitkomst(cijfers), ensure_ascii=False, indent=2) + "\n"
