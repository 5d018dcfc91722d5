"""What must not stand in a log: the secret in an address that opens somebody's own page."""

import logging
import re
from typing import Any, Final

from django.conf import settings

VERBORGEN: Final = "…"


class ZonderSleutels(logging.Filter):
    """Hides the secret part of addresses (`GEHEIME_ADRESSEN` in the settings) in what is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _verberg(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_verberg(een) for een in record.args)
        return True


def _verberg(waarde: Any) -> Any:
    """Text without secrets; anything else as it is."""
    if not isinstance(waarde, str):
        return waarde
    for patroon in settings.GEHEIME_ADRESSEN:
        waarde = re.sub(patroon, VERBORGEN, waarde)
    return waarde
