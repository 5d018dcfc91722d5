"""What is looked for, and what stands in its place: whole words, in any case, however the white space runs."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final

VERWIJDERD: Final = "[verwijderd]"
KORTSTE: Final = 2  # characters
_ASCII: Final = re.compile(r"[A-Za-z0-9]+")
_OMGEVING: Final = 40  # characters shown on both sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Patroon:
    """Texts to find. `in_databank`: for each a piece that a query can look for, empty where it cannot."""

    regex: re.Pattern[str]
    in_databank: tuple[str, ...]

    def vervang(self, waarde: Any) -> Any:
        """The value (text, or what JSON holds) with every occurrence replaced."""
        if isinstance(waarde, str):
            return self.regex.sub(VERWIJDERD, waarde)
        if isinstance(waarde, list):
            return [self.vervang(een) for een in waarde]
        if isinstance(waarde, dict):
            persoon = ("naam", "email") if "email" in waarde else ()  # a participant's own fields, kept for an undo
            return {sleutel: een if sleutel in persoon else self.vervang(een) for sleutel, een in waarde.items()}
        return waarde

    def staat_in(self, waarde: Any) -> bool:
        """Whether it occurs in the value."""
        return bool(self.vervang(waarde) != waarde)

    def fragment(self, tekst: str) -> str:
        """The first occurrence with what surrounds it; empty where there is none."""
        gevonden = self.regex.search(tekst)
        if gevonden is None:
            return ""
        begin, eind = max(0, gevonden.start() - _OMGEVING), gevonden.end() + _OMGEVING
        return f"{'…' if begin else ''}{tekst[begin:eind]}{'…' if eind < len(tekst) else ''}"


def maak_patroon(teksten: list[str]) -> Patroon | None:
    """For all of these together; None where nothing of use was given."""
    bruikbaar = sorted({" ".join(tekst.split()) for tekst in teksten}, key=lambda tekst: (-len(tekst), tekst))
    bruikbaar = [tekst for tekst in bruikbaar if len(tekst) >= KORTSTE and tekst.strip("[]").lower() != "verwijderd"]
    if not bruikbaar:
        return None
    regex = re.compile("|".join(_regex(tekst) for tekst in bruikbaar), re.IGNORECASE)
    stukken = (max(_ASCII.findall(tekst), key=len, default="") for tekst in bruikbaar)
    return Patroon(regex=regex, in_databank=tuple(stuk if len(stuk) >= KORTSTE else "" for stuk in stukken))


def _regex(tekst: str) -> str:
    """Composed or not, as a whole word: `Jan` is not found in `januari`."""
    vormen = {unicodedata.normalize(vorm, tekst) for vorm in ("NFC", "NFD")} | {tekst}
    keuzes = "|".join(r"\s+".join(map(re.escape, vorm.split())) for vorm in sorted(vormen))
    begin = r"(?<!\w)" if re.match(r"\w", tekst) else ""
    eind = r"(?!\w)" if re.search(r"\w$", tekst) else ""
    return f"{begin}(?:{keuzes}){eind}"
