"""What keeps robots from public forms without a puzzle for people, and keeps everything typed when it says no.

Each refusal is a message at the form, which can be sent again as it is. Who falls into the trap is told so, too: a
browser that fills in what it should not is no robot, and a thank-you for something that is not kept would cost an
organisation its place.
"""

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Final
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.utils.datastructures import MultiValueDict

TE_SNEL: Final = "Dat ging wel erg snel. Wacht een paar tellen en verstuur het formulier dan nog eens."
ONBEKEND_MOMENT: Final = "Wij konden niet zien of dit formulier van onze website komt. Verstuur het nog eens."
IN_DE_VAL: Final = (
    "Er was een veld ingevuld dat mensen niet zien. Dat doet soms een browser of een robot. "
    "Wij hebben dat veld leeggemaakt. Verstuur het formulier nog eens."
)
VREEMDE_TEKENS: Final = (
    "Er stonden tekens in die wij niet kunnen bewaren. Wij hebben ze weggehaald. Kijk het na en verstuur het nog eens."
)
_Data = Mapping[str, Any] | None


class Inzendingveld(forms.UUIDField):
    """Tells this form from the next, so that sending it twice is sending it once; kept when it comes back."""

    widget = forms.HiddenInput

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was sent where it is a UUID."""
        return _uuid(data) or initial

    def clean(self, value: Any) -> UUID:
        """A form that came without gets one of its own."""
        return _uuid(value) or uuid4()


class Momentveld(forms.CharField):
    """When the form was shown, signed. It has no end: a page may lie open for days without losing what was typed."""

    widget = forms.HiddenInput

    def bound_data(self, data: Any, initial: Any) -> Any:
        """The first moment stays, so that who was too fast need not wait again."""
        return data if moment(data) else initial

    def clean(self, value: Any) -> datetime.datetime | None:
        """None where it is not ours."""
        return moment(value)


class Valveld(forms.CharField):
    """Hidden from people, whatever they browse with; only who fills in everything fills it in."""

    def __init__(self) -> None:
        super().__init__(
            required=False,
            label="Vul hier niets in",
            widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
        )
        self.template_name = "aanmeldingen/openbaar/val.html"

    def bound_data(self, data: Any, initial: Any) -> Any:  # the form hands them over
        """It comes back empty."""
        return ""


class OpenbaarFormulier(forms.Form):
    """A form for people without an account; to be shown with `{{ form }}`, or else with its hidden fields and
    `{{ form.website.as_field_group }}`.
    """

    niet_gelukt = "Er is nog niets verstuurd."
    minstens: ClassVar[bool] = True
    """Whether a minimum time holds; not where there is nothing to fill in."""

    inzending = Inzendingveld(required=False)
    getoond = Momentveld(required=False)
    website = Valveld()

    def __init__(self, data: _Data = None, *args: Any, nu: datetime.datetime, **kwargs: Any) -> None:
        schoon = _zonder_nul(data)
        kwargs["initial"] = {"inzending": uuid4(), "getoond": onderteken(nu)} | (kwargs.get("initial") or {})
        super().__init__(schoon, *args, **kwargs)
        self._nu, self._vreemd = nu, schoon is not data

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        for fout in self._weigeringen(schoon):
            self.add_error(None, ValidationError(fout))
        return schoon

    def _weigeringen(self, schoon: dict[str, Any]) -> list[str]:
        getoond: datetime.datetime | None = schoon.get("getoond")
        minstens = datetime.timedelta(seconds=settings.OPENBAAR_MINSTE_SECONDEN if self.minstens else 0)
        te_snel = getoond is not None and self._nu - getoond < minstens
        gevonden = {
            VREEMDE_TEKENS: self._vreemd,
            IN_DE_VAL: bool(schoon.get("website")),
            ONBEKEND_MOMENT: getoond is None,
            TE_SNEL: te_snel,
        }
        return [fout for fout, waar in gevonden.items() if waar]


def onderteken(nu: datetime.datetime) -> str:
    """The moment as a form carries it, in whole seconds."""
    return _ondertekenaar().sign(str(int(nu.timestamp())))


def moment(waarde: Any) -> datetime.datetime | None:
    """The moment that `onderteken` wrote; None where it did not."""
    try:
        seconden = int(_ondertekenaar().unsign(str(waarde)))
    except (BadSignature, ValueError):
        return None
    return datetime.datetime.fromtimestamp(seconden, datetime.UTC)


def _ondertekenaar() -> Signer:
    return Signer(salt="aanmeldingen.openbaar")


def _uuid(waarde: Any) -> UUID | None:
    try:
        return UUID(str(waarde))
    except ValueError:
        return None


def _zonder_nul(data: _Data) -> _Data:
    """`data` itself, or a copy without NUL characters, which no database takes, where there are any."""
    if not isinstance(data, MultiValueDict) or not any("\0" in w for _, waarden in data.lists() for w in waarden):
        return data
    return MultiValueDict({naam: [waarde.replace("\0", "") for waarde in waarden] for naam, waarden in data.lists()})
