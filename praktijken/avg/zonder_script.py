"""The same pointing out for who has no JavaScript: asked once when the form is sent, never stopping anybody.

A form says that no script ran with the field of `templates/praktijken/avg/zonder_script.html`; the button *Toch
bewaren* says that its writer has seen it.
"""

from collections.abc import Iterator, Sequence

from django import forms
from django.db import models
from django.http import HttpRequest

from praktijken.avg.aanwijzen import Aanwijzing
from praktijken.avg.inventaris import Aard, velden_van
from praktijken.avg.views.controle import aanwijzingen


def let_op(
    request: HttpRequest, formulier: forms.BaseForm, model: type[models.Model], praktijken: Sequence[int]
) -> list[Aanwijzing]:
    """What to ask the writer about before it is stored; nothing where a script told them, or they said so already.

    `model`: what the form is about, whose fields its own are named after. `praktijken`: keys of the practices whose
    participants' names are looked for, as far as the writer may see them.
    """
    if "zonder_script" not in request.POST or "toch" in request.POST:
        return []
    teksten = [str(veld.value() or "") for veld in _vrije_tekst(formulier, model)]
    return [een for tekst in teksten for een in aanwijzingen(request, tekst, praktijken)]


def _vrije_tekst(formulier: forms.BaseForm, model: type[models.Model]) -> Iterator[forms.BoundField]:
    """The fields in which one writes what one likes: of the record, and beside it, as the reason of a change.

    What one searches with is not kept, so a name may stand there.
    """
    vrij = {veld.name for veld in velden_van(model, Aard.VRIJ)}
    vast = {veld.name for veld in model._meta.get_fields()} - vrij
    for veld in formulier.visible_fields():
        zoekt = getattr(veld.field.widget, "input_type", "") == "search"
        if isinstance(veld.field, forms.CharField) and veld.name not in vast and not zoekt:
            yield veld
