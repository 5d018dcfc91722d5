"""Work that nobody waits for: what is to be done when, and the worker that does it."""
