"""Practices and what happens in them, in the admin."""

from praktijken.admin import deelnames, ontwerp, praktijk, schoolvakanties

__all__ = ["deelnames", "ontwerp", "praktijk", "schoolvakanties"]
