"""Practices and what happens in them, in the admin."""

from praktijken.admin import begeleiding, deelnames, ontwerp, praktijk

__all__ = ["begeleiding", "deelnames", "ontwerp", "praktijk"]
