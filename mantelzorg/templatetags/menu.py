"""The main menu, for templates."""

from django import template
from django.template.context import Context

from mantelzorg.menu import Menudeel, delen

register = template.Library()


@register.simple_tag(takes_context=True)
def menudelen(context: Context) -> list[Menudeel]:
    """The groups of the menu that who asks may see; none for who is not logged in."""
    user = context.get("user")
    if user is None or not user.is_authenticated:
        return []
    mag = context["toegang"] | {"is_adviseur": context["is_adviseur"], "is_staff": user.is_staff}
    return delen(mag.__getitem__, context["request"].resolver_match)
