"""Indicators: what each declares, the list of them, and what all get for it (docs/indicatoren.md)."""
