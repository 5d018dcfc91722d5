"""Admitted: one action makes of an application a practice with its organisations, people, adviser and first plan."""
