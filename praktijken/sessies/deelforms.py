"""The parts of a session that are worded together, each a form that is saved on its own."""

from collections.abc import Collection
from typing import Any, ClassVar
from uuid import uuid4

from django import forms

from mantelzorg.tekstvak import Tekstvak
from praktijken.blad.forms import Bladformulier, KernthemaForm
from praktijken.models import Afspraak, Ontwerpvraag, Praktijk, Sessie, Thema

Keuzes = list[tuple[int, str]]


class Deel(Bladformulier):
    """A part that says in the history in which session it was worded. Its ids differ from those of other parts."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, sessie: Sessie, **kwargs: Any) -> None:
        record: Any = kwargs["instance"]
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}-{record.pk or _ouder(record)}-%s")
        super().__init__(*args, **kwargs)
        self.initial.setdefault("inzending", uuid4())
        self.fields["reden"].widget = forms.HiddenInput()
        self.initial["reden"] = f"de {sessie}"


def _ouder(record: Any) -> str:
    """What a new record hangs on."""
    return f"nieuw-{getattr(record, 'praktijk_id', None) or getattr(record, 'sessie_id', '')}"


def themakeuzes() -> Keuzes:
    """The themes to tick; read once for a page of many forms."""
    return list(Thema.objects.values_list("pk", "naam"))


class SessieKernthemaForm(Deel, KernthemaForm):
    """The theme in the practice's own words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kernthema_vastgesteld_op"].help_text = "Verandert u de woorden? Kijk dan ook of deze dag klopt."


class VerwoordForm(Deel):
    """A design question that stands: other words, other themes, or lapsed."""

    bij_veld = {"ontwerpvraag_vervallen_na_geformuleerd": "vervallen_op"}

    class Meta:
        model = Ontwerpvraag
        fields = ["vraag", "themas", "vervallen_op"]
        field_classes = {"vraag": Tekstvak}
        widgets = {"themas": forms.CheckboxSelectMultiple}


class NieuweVraagForm(Deel):
    """One more design question; its number follows."""

    class Meta:
        model = Ontwerpvraag
        fields = ["vraag", "themas", "geformuleerd_op"]
        field_classes = {"vraag": Tekstvak}
        widgets = {"themas": forms.CheckboxSelectMultiple}


class AfspraakForm(Deel):
    """What is agreed: what, who in which role, ready when; by one practice or by all together."""

    velden_in_rij: ClassVar[tuple[str, ...]] = ("wie", "voor")

    class Meta:
        model = Afspraak
        fields = ["wat", "wie", "voor", "praktijk"]
        field_classes = {"wat": Tekstvak}

    def __init__(self, *args: Any, praktijken: Collection[Praktijk], samen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["praktijk"]
        veld.queryset = Praktijk.objects.filter(pk__in=[praktijk.pk for praktijk in praktijken])
        veld.label = "Van welke praktijk"
        veld.required = not samen
        leeg = [("", "Van alle praktijken samen")] if samen else []
        veld.choices = [*leeg, *((praktijk.pk, praktijk.naam) for praktijk in praktijken)]
        if len(veld.choices) == 1:
            veld.widget = forms.HiddenInput()
            self.initial["praktijk"] = self.instance.praktijk_id or veld.choices[0][0]
