"""Indicators beside 23: each counts what it says, and has all that an indicator has."""
