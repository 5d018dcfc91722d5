"""What gets in the log, and what must stay out of it: settings of logging."""

from typing import Any

GEHEIME_ADRESSEN = [  # what of an address opens a page without logging in
    r"(?<=/klopt-dit/)[\w-]{43}(?=/)",
    r"(?<=/aanmelding/)[\w-]{43}(?=/)",
    r"(?<=/aanmelding/laat/)[\w-]{43}(?=/)",
    r"(?<=/inschrijving/)[\w-]{43}(?=/)",
    r"ivm_[\w-]{43}",  # a token for the API, which does not belong in an address
]

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"zonder_sleutels": {"()": "mantelzorg.logboek.ZonderSleutels"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["zonder_sleutels"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "axes": {"level": "ERROR"},  # axes writes the e-mail address of who fails to log in
        "django_tasks": {"level": "CRITICAL"},  # it writes what an error says, which may hold personal data
        "django_tasks_db": {"level": "ERROR"},  # it warns, in English, that it stops when it is told to
    },
}
