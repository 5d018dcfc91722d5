"""The mail about a record, for its page."""

from typing import Any

from django import template
from django.db import models

from mantelzorg.post.lijst import berichten_over

register = template.Library()


@register.inclusion_tag("post/over.html", takes_context=True)
def post_over(context: template.Context, record: models.Model) -> dict[str, Any]:
    """The last messages about `record`; one query. The page asks first whether its reader may see them."""
    return {"berichten": list(berichten_over(record)), "toegang": context["toegang"]}
