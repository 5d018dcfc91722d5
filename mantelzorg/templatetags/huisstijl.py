"""The house style of this installation, for templates."""

from pathlib import Path

from django import template
from django.conf import settings
from django.templatetags.static import static

register = template.Library()


@register.simple_tag
def huisstijl(naam: str) -> str:
    """The address of a file in HUISSTIJL_DIR, such as merk.svg; empty where there is none."""
    if not settings.HUISSTIJL_DIR or not Path(f"{settings.HUISSTIJL_DIR}/{naam}").is_file():
        return ""
    return static(f"huisstijl/{naam}")
