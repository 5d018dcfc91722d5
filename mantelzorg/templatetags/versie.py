"""The version of the product, for templates."""

from django import template

from mantelzorg.versie import VERSIE

register = template.Library()


@register.simple_tag
def versie() -> str:
    """The version as pyproject.toml gives it, such as 0.1.0."""
    return VERSIE
