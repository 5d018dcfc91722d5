"""What the forms of the steps share: they show what is stored, and notice who changed it meanwhile."""

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from aanmeldingen.formulier.dossier import Dossier
from aanmeldingen.openbaar.bescherming import OpenbaarFormulier
from mantelzorg.samenloop import VELDNAAM, Verschil, verschillen, vingerafdruk

MACHINERIE = ("inzending", "getoond", "website")


class Getalveld(forms.CharField):
    """A count in digits, with spaces at most; `1.000` and `1,5` are refused, for they read two ways."""

    def __init__(self, *, hoogstens: int, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs)
        self.hoogstens = hoogstens

    def clean(self, value: Any) -> int | None:
        tekst = str(super().clean(value)).replace(" ", "")
        if not tekst:
            return None
        if not (tekst.isascii() and tekst.isdigit()):
            raise ValidationError("Schrijf een heel getal, met alleen cijfers. Bijvoorbeeld 1000.")
        if not 1 <= int(tekst[:12]) <= self.hoogstens:
            raise ValidationError(f"Kies een getal van 1 tot en met {self.hoogstens}.")
        return int(tekst)


class Stapform(OpenbaarFormulier):
    """One step, filled with what is stored. `streng`: once sent in, what was complete stays complete.

    `gezien`: the fingerprint of what was stored when the page was shown; `verschil`: what somebody else changed since.
    """

    niet_gelukt = "Wat u op deze pagina invulde, is nog niet bewaard."
    minstens = False
    verplicht: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, dossier: Dossier, streng: bool, nu: datetime.datetime
    ) -> None:
        self.dossier, self.streng, self.nu = dossier, streng, nu
        begin = self.begin()
        super().__init__(data, initial=begin, nu=nu)
        self.afdruk = vingerafdruk((naam, repr(waarde)) for naam, waarde in begin.items())
        self.gezien = str((data or {}).get(VELDNAAM, "")) if self.is_bound else self.afdruk
        self.verschil: list[Verschil] = []
        self.richt_in()
        for naam in self.fields.keys() & set(self.verplicht if streng else ()):
            self.fields[naam].required = True

    def begin(self) -> dict[str, Any]:
        """What is stored, by the name of its field."""
        raise NotImplementedError

    def richt_in(self) -> None:
        """Add or drop fields by what is stored."""

    def bewaar(self, reden: str) -> None:
        """Store what was filled in, of a valid form."""
        raise NotImplementedError

    @property
    def changed_data(self) -> list[str]:
        """The fields of which something else was filled in than is stored; not those of the form itself."""
        return [naam for naam in self.fields if naam not in MACHINERIE and self._veranderd(naam)]

    def _veranderd(self, naam: str) -> bool:
        """Text is compared as it is stored, whatever spaces and line ends a browser sends."""
        veld, begin = self.fields[naam], self.initial.get(naam)
        if isinstance(veld, forms.CharField) and naam in self.cleaned_data:
            return _als_tekst(self.cleaned_data[naam]) != _als_tekst(begin)
        return veld.has_changed(begin, self[naam].data)

    def toon_verschil(self) -> None:
        """Somebody else saved meanwhile: say what differs; sending it again is choosing this version."""
        self.verschil = verschillen(self)
        self.gezien = self.afdruk


def _als_tekst(waarde: object) -> str:
    return "" if waarde is None else str(waarde)
