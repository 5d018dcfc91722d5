"""Measurements: made, checked by somebody else, fixed for good; and read back from what was fixed."""
