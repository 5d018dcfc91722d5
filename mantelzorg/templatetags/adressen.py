"""E-mail addresses in templates."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def breekbaar(adres: str) -> SafeString:
    """The address, escaped; where it does not fit it breaks before its @ or a dot, not within a word."""
    return mark_safe(re.sub(r"(?=[@.])", "<wbr>", escape(adres)))  # noqa: S308  # escaped here
