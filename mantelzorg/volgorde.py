"""Alphabetical order as begrippen.md §3 fixes it, the same whatever the database."""

import unicodedata


def alfabetisch(naam: str) -> tuple[str, str]:
    """Sort key: casefolded, without accents, letters, digits and spaces only, ends trimmed; then the name itself."""
    ontleed = unicodedata.normalize("NFKD", naam.casefold())
    letters = "".join(teken for teken in ontleed if teken.isalnum() or teken == " ")
    return letters.casefold().strip(), naam
