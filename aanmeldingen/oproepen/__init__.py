"""Calls: set up by the office, read by the public."""
