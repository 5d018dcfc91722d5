"""The giving out of places, and the ledger that accounts for it."""
