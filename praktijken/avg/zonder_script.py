"""The same pointing out for who has no JavaScript: asked once when the form is sent, never stopping anybody.

A form says that no script ran with the field of `templates/praktijken/avg/zonder_script.html`; the button *Toch
bewaren* says that its writer has seen it.
"""

from django import forms
from django.http import HttpRequest

from praktijken.avg.aanwijzen import Aanwijzing
from praktijken.avg.views.controle import aanwijzingen


def let_op(request: HttpRequest, formulier: forms.BaseForm, praktijk: int) -> list[Aanwijzing]:
    """What to ask the writer about before it is stored; nothing where a script told them, or they said so already."""
    if "zonder_script" not in request.POST or "toch" in request.POST:
        return []
    teksten = [str(veld.value() or "") for veld in formulier if isinstance(veld.field.widget, forms.Textarea)]
    return [een for tekst in teksten for een in aanwijzingen(request, tekst, str(praktijk))]
