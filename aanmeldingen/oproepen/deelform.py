"""A form about several records at once, which two people can change at the same moment."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property

from mantelzorg.samenloop import Verschil, verschillen, zelfde

NIET_VERGELEKEN = ("gezien", "reden")


class Deelform(forms.Form):
    """`afdruk`: the fingerprint of what is stored; `gezien`: as it was when the form was shown.

    It is taken before the values that are shown are read: where somebody saves in between, the page shows what is newer
    than its fingerprint, and saving says so. The other way round one would choose against values never seen.
    """

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None, *, afdruk: str, initial: dict[str, Any]) -> None:
        super().__init__(None if data is None else data.dict(), initial=initial | {"gezien": afdruk})
        self.afdruk = afdruk

    @property
    def botst(self) -> bool:
        """Whether somebody else saved after this form was shown, and something else than stands in it."""
        return not zelfde(self.afdruk, str(self.data.get("gezien", ""))) and bool(self.changed_data)

    @property
    def is_al_bewaard(self) -> bool:
        """Whether just this stands there already: the same form, sent a second time."""
        return not zelfde(self.afdruk, str(self.data.get("gezien", ""))) and not self.changed_data

    @cached_property
    def changed_data(self) -> list[str]:
        """Fields of what is stored alone."""
        return [naam for naam in super().changed_data if naam not in NIET_VERGELEKEN]

    def beide_versies(self) -> list[Verschil]:
        """What differs; sending the form again is then choosing what stands in it."""
        anders = verschillen(self)
        self.data = {**self.data, "gezien": self.afdruk}
        return anders
