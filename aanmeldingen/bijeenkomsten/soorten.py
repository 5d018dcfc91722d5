"""The kinds of mail about a meeting. Each is about a sign-up (`Bericht.over`)."""

from typing import Final

INGESCHREVEN: Final = "inschrijving"
WACHTLIJST: Final = "wachtlijst bijeenkomst"
STOND_AL: Final = "dubbele inschrijving"
PLAATS_VRIJ: Final = "plaats bij bijeenkomst"
GEWIJZIGD: Final = "bijeenkomst gewijzigd"
AFGELAST: Final = "bijeenkomst afgelast"
AFGEMELD: Final = "afmelding bijeenkomst"
HERINNERING: Final = "herinnering bijeenkomst"
BEDANKT: Final = "bedankt bijeenkomst"
GEMIST: Final = "gemiste bijeenkomst"
ALLE: Final = (
    INGESCHREVEN, WACHTLIJST, STOND_AL, PLAATS_VRIJ, GEWIJZIGD, AFGELAST, AFGEMELD, HERINNERING, BEDANKT, GEMIST,
)  # fmt: skip
