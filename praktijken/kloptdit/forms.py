"""What staff fill in."""

from django import forms

from mantelzorg.velden import regel

GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."


class NietBenaderenForm(forms.Form):
    """Why somebody must not, or may again, be mailed."""

    reden = forms.CharField(label="Waarom", max_length=200, help_text=GEEN_NAMEN)

    def clean_reden(self) -> str:
        return regel(str(self.cleaned_data["reden"]))
