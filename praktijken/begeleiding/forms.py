"""What one fills in about guiding: a new adviser, a new break, the last day of either, a day to look back at."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.formats import date_format

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Adviseurschap, Onderbreking, Praktijk

Termijn = Adviseurschap | Onderbreking

if TYPE_CHECKING:  # no subscript at run time
    _Adviseurformulier = forms.ModelForm[Adviseurschap]
    _Onderbrekingsformulier = forms.ModelForm[Onderbreking]
else:
    _Adviseurformulier = _Onderbrekingsformulier = forms.ModelForm


def datumveld() -> forms.DateInput:
    """A day, chosen or typed."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def periode(termijn: Termijn) -> str:
    """From when until when, in words."""
    vanaf = f"vanaf {date_format(termijn.vanaf)}" if termijn.vanaf else "vanaf het begin"
    return f"{vanaf} tot en met {date_format(termijn.tot_en_met)}" if termijn.tot_en_met else vanaf


def overlap(vanaf: Any, tot_en_met: Any) -> Q:
    """Condition: a period that shares a day with this one; an empty end is open."""
    begint_op_tijd = Q(vanaf=None) | Q(vanaf__lte=tot_en_met) if tot_en_met else Q()
    eindigt_later = Q(tot_en_met=None) | Q(tot_en_met__gte=vanaf) if vanaf else Q()
    return begint_op_tijd & eindigt_later


class AdviseurForm(_Adviseurformulier):
    """A new adviser of a practice, or a stand-in. `al_vastgelegd`: the same that stands there already."""

    class Meta:
        model = Adviseurschap
        fields = ("adviseur", "vanaf", "tot_en_met", "waarnemer")
        widgets = {"vanaf": datumveld(), "tot_en_met": datumveld()}
        help_texts = {"tot_en_met": "De laatste dag. Leeg: zonder einde."}

    def __init__(self, data: Any = None, *, praktijk: Praktijk, **kwargs: Any) -> None:
        super().__init__(data, instance=Adviseurschap(praktijk=praktijk), **kwargs)
        self.al_vastgelegd: Adviseurschap | None = None
        veld = self.fields["adviseur"]
        if isinstance(veld, forms.ModelChoiceField):
            veld.queryset = User.objects.filter(groups__name=Rol.ADVISEUR.value).order_by("naam", "email")
            veld.help_text = "Staat iemand er niet bij? De functioneel beheerder geeft de rol Adviseur."

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return schoon
        eigen = Adviseurschap.objects.filter(praktijk=self.instance.praktijk, adviseur=schoon["adviseur"])
        self.al_vastgelegd = eigen.filter(**schoon).first()
        botst = eigen.filter(overlap(schoon["vanaf"], schoon["tot_en_met"])).first()
        if self.al_vastgelegd is None and botst is not None:
            raise ValidationError(
                f"{botst.adviseur} staat dan al bij deze praktijk ({periode(botst)}). "
                "Kies andere dagen, of geef die periode eerst een laatste dag."
            )
        return schoon


class OnderbrekingForm(_Onderbrekingsformulier):
    """A new break of a practice. `al_vastgelegd`: the same that stands there already."""

    class Meta:
        model = Onderbreking
        fields = ("vanaf", "tot_en_met", "reden")
        widgets = {"vanaf": datumveld(), "tot_en_met": datumveld(), "reden": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, data: Any = None, *, praktijk: Praktijk, **kwargs: Any) -> None:
        super().__init__(data, instance=Onderbreking(praktijk=praktijk), **kwargs)
        self.al_vastgelegd: Onderbreking | None = None

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return schoon
        eigen = Onderbreking.objects.filter(praktijk=self.instance.praktijk)
        self.al_vastgelegd = eigen.filter(**schoon).first()
        botst = eigen.filter(overlap(schoon["vanaf"], schoon["tot_en_met"])).first()
        if self.al_vastgelegd is None and botst is not None:
            raise ValidationError(
                f"De praktijk ligt dan al stil ({periode(botst)}). "
                "Kies andere dagen, of geef die onderbreking eerst een andere laatste dag."
            )
        return schoon


class EindeForm(forms.Form):
    """The last day of what runs."""

    tot_en_met = forms.DateField(label="Tot en met", help_text="De laatste dag die meetelt.", widget=datumveld())

    def __init__(self, *args: Any, termijn: Termijn, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.termijn = termijn

    def clean_tot_en_met(self) -> Any:
        einde = self.cleaned_data["tot_en_met"]
        if self.termijn.vanaf is not None and einde < self.termijn.vanaf:
            raise ValidationError(f"De laatste dag ligt voor de eerste: {date_format(self.termijn.vanaf)}.")
        anders = type(self.termijn)._default_manager.filter(self._van_dezelfde()).exclude(pk=self.termijn.pk)
        botst = anders.filter(overlap(self.termijn.vanaf, einde)).first()
        if botst is not None:
            raise ValidationError(f"Dan valt dit samen met een andere periode: {periode(botst)}.")
        return einde

    def _van_dezelfde(self) -> Q:
        """The periods that may not share a day with this one."""
        zelfde = Q(praktijk=self.termijn.praktijk_id)
        return zelfde & Q(adviseur=self.termijn.adviseur_id) if isinstance(self.termijn, Adviseurschap) else zelfde


class WieForm(forms.Form):
    """A day to look back at."""

    op = forms.DateField(label="Wie begeleidde de praktijk op", widget=datumveld())
