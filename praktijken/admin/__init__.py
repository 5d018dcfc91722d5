"""Practices and what happens in them, in the admin."""

from praktijken.admin import deelnames, ontwerp, praktijk

__all__ = ["deelnames", "ontwerp", "praktijk"]
