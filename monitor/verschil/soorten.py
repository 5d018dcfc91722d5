"""The reasons for which a record counts in one measurement and not in the other."""

from enum import StrEnum


class Oorzaak(StrEnum):
    """In the order in which they are shown; the value is how people read it."""

    GESTART = "gestart of erbij gekomen"
    AFGEROND = "afgerond"
    GESTOPT = "voortijdig gestopt"
    SAMENGEVOEGD = "opgegaan in een andere praktijk"
    GEEINDIGD = "geëindigd"
    LATER_INGEVOERD = "later ingevoerd"
    GECORRIGEERD = "gecorrigeerd"
    ANDER_TYPE = "anders ingedeeld"
    ONTDUBBELD = "dubbele personen samengevoegd"
    ONTVLOCHTEN = "samenvoeging ongedaan gemaakt"
    GEWIST = "persoon gewist"
    VERWIJDERD = "uit het programma verwijderd"
    DEFINITIE = "definitie gewijzigd"


VOLGORDE = {oorzaak: plek for plek, oorzaak in enumerate(Oorzaak)}
