"""Intake: from an open call to an admitted organisation (begrippen.md §1)."""
