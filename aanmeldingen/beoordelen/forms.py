"""What the office and advisers fill in about an application."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from django import forms
from django.utils import timezone

from aanmeldingen.beoordelen.gesprekken import AFSPRAAK, UITKOMST, adviseurs
from aanmeldingen.beoordelen.oordelen import Bevinding, Criteriumrij, Wens
from aanmeldingen.models import Advies, Intakegesprek, Oordeel
from mantelzorg.models import User
from mantelzorg.velden import LENGTE_REGEL, LENGTE_TEKST, regel, tekst
from praktijken.blad.acties import afdruk

GEEN_NAMEN: Final = "Schrijf geen namen of gezondheid van personen op."
INTUSSEN: Final = (
    "Iemand anders was u voor. Wat u invulde, staat er nog; verstuur het nog een keer als u het wilt bewaren."
)
_DATUMTIJD: Final = "%Y-%m-%dT%H:%M"


if TYPE_CHECKING:
    _Keuzeveld = forms.ModelChoiceField[User]
else:
    _Keuzeveld = forms.ModelChoiceField


class Tekstveld(forms.CharField):
    """Text as the model keeps it."""

    def __init__(self, *, hulp: str = "", regels: int = 4, namen: bool = False, **kwargs: Any) -> None:
        hulp = hulp if namen else f"{hulp} {GEEN_NAMEN}".strip()
        widget = forms.Textarea(attrs={"rows": regels, "dir": "auto"})
        super().__init__(max_length=LENGTE_TEKST, help_text=hulp, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        return tekst(str(super().to_python(value)))


class Regelveld(forms.CharField):
    """One line as the model keeps it."""

    def to_python(self, value: Any) -> str:
        return regel(str(super().to_python(value)))


class Deelformulier(forms.Form):
    """A form of the page; `inzending` makes that sending it twice does it once. Its ids differ from other forms'."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}-%s")
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.initial.setdefault("inzending", uuid4())

    def meld_intussen(self, gezien: str, nu: str) -> None:
        """Say what somebody else stored meanwhile, and take that as seen: who sends again, replaces it knowingly."""
        self._neem_als_gezien(gezien=gezien)
        self.add_error(None, f"{INTUSSEN} Nu staat er: {nu}")

    def _neem_als_gezien(self, **velden: str) -> None:
        data: Any = self.data
        self.data = data.copy()
        self.data.update(velden)  # type: ignore[attr-defined]  # a copy of what was sent, which may change


class RedenForm(Deelformulier):
    """Why something is done."""

    reden = Regelveld(label="Reden", max_length=LENGTE_REGEL, help_text=GEEN_NAMEN)


class AanvulForm(Deelformulier):
    """What is asked of the applicant, and until which day."""

    vraag = Tekstveld(label="Wat moet er worden aangevuld?", hulp="Deze tekst staat in de mail aan de aanmelder.")
    uiterlijk = forms.DateField(
        label="Uiterlijk",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="De laatste dag waarop men kan aanvullen. Twee dagen eerder gaat er een herinnering.",
    )

    def __init__(self, *args: Any, vandaag: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.initial.setdefault("uiterlijk", vandaag + datetime.timedelta(days=14))

    def clean_uiterlijk(self) -> datetime.date:
        dag: datetime.date = self.cleaned_data["uiterlijk"]
        if not self.vandaag < dag < self.vandaag + datetime.timedelta(days=366):
            raise forms.ValidationError("Kies een dag na vandaag, en binnen een jaar.")
        return dag


class _Adviseurkeuze(_Keuzeveld):
    """Advisers with how busy they are."""

    def label_from_instance(self, obj: Any) -> str:
        aantal = getattr(obj, "aantal", 0)
        return f"{obj} ({aantal} {'gesprek' if aantal == 1 else 'gesprekken'} gepland)"


class GesprekForm(Deelformulier):
    """The appointment for a talk."""

    adviseur = _Adviseurkeuze(
        label="Wie voert het gesprek?", queryset=User.objects.none(), empty_label="Kies een adviseur"
    )
    moment = forms.DateTimeField(
        label="Wanneer",
        input_formats=[_DATUMTIJD, "%Y-%m-%dT%H:%M:%S", "%d-%m-%Y %H:%M", "%d-%m-%Y %H.%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_DATUMTIJD),
    )
    waar = Regelveld(
        label="Waar", required=False, max_length=200, help_text="Een adres, of: online, telefonisch. Mag leeg blijven."
    )
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, nu: datetime.datetime, gesprek: Intakegesprek | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["adviseur"]
        veld.queryset = adviseurs(nu)
        if gesprek is not None:
            staat_er = {"adviseur": gesprek.adviseur_id, "moment": gesprek.moment, "waar": gesprek.waar}
            self.initial = {**self.initial, **staat_er, "gezien": afdruk(gesprek, AFSPRAAK)}

    def clean_moment(self) -> datetime.datetime:
        moment: datetime.datetime = self.cleaned_data["moment"]
        if not 2000 < timezone.localtime(moment).year < 2100:
            raise forms.ValidationError("Kijk het jaar na.")
        return moment


class VerslagForm(Deelformulier):
    """What came of the talk."""

    verslag = Tekstveld(label="Verslag", regels=10)
    advies = forms.ChoiceField(
        label="Advies", required=False, choices=[("", "Nog geen advies"), *Advies.choices], widget=forms.RadioSelect
    )
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, gesprek: Intakegesprek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staat_er = {"verslag": gesprek.verslag, "advies": gesprek.advies, "gezien": afdruk(gesprek, UITKOMST)}
        self.initial = {**self.initial, **staat_er}


class BesluitForm(Deelformulier):
    """A decision on taking part. Only a rejection names criteria; only what replaces a decision says why."""

    criteria = forms.TypedMultipleChoiceField(
        label="Op welke criteria rust de afwijzing?", coerce=int, widget=forms.CheckboxSelectMultiple
    )
    reden_herziening = Tekstveld(label="Waarom wordt het eerdere besluit herzien?", hulp="Dit staat in de mail.")
    motivering = Tekstveld(label="Toelichting", hulp="Dit staat in de mail aan de aanmelder.")
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, niet_voldaan: Iterable[Criteriumrij] | None, herziening: bool, **kwargs: Any
    ) -> None:
        """`niet_voldaan`: what a rejection can rest on; None: it is no rejection."""
        super().__init__(*args, **kwargs)
        if niet_voldaan is None:
            del self.fields["criteria"]
        else:
            veld: Any = self.fields["criteria"]
            veld.choices = [(rij.criterium.pk, str(rij.criterium)) for rij in niet_voldaan]
        if not herziening:
            del self.fields["reden_herziening"]


class OordelenForm(Deelformulier):
    """A verdict for each criterion; `gezien` per criterion is what stood there when the form was opened."""

    def __init__(self, *args: Any, rijen: Iterable[Criteriumrij], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rijen = tuple(rijen)
        for rij in self.rijen:
            self._voeg_toe(rij)

    def _voeg_toe(self, rij: Criteriumrij) -> None:
        pk, nu = rij.criterium.pk, rij.bevinding
        self.fields[f"oordeel-{pk}"] = forms.ChoiceField(
            label=str(rij.criterium),
            required=False,
            choices=Oordeel.choices if nu.oordeel else [("", "Nog geen oordeel"), *Oordeel.choices],
            widget=forms.RadioSelect,
            help_text=rij.criterium.toelichting,
            initial=nu.oordeel,
        )
        self.fields[f"reden-{pk}"] = Tekstveld(
            label=f"Reden bij criterium {rij.criterium.nummer}", required=False, regels=2, initial=nu.reden
        )
        self.fields[f"gezien-{pk}"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=nu.afdruk)

    def clean(self) -> dict[str, Any]:
        for rij in self.rijen:
            oordeel, reden = self._ingevuld(rij)
            if oordeel in (Oordeel.NIET_VOLDAAN, Oordeel.ONTHEVEN) and not reden:
                self.add_error(f"reden-{rij.criterium.pk}", "Schrijf op waarom.")
        return self.cleaned_data

    def _ingevuld(self, rij: Criteriumrij) -> tuple[str, str]:
        pk = rij.criterium.pk
        return self.cleaned_data.get(f"oordeel-{pk}", ""), self.cleaned_data.get(f"reden-{pk}", "")

    @property
    def wensen(self) -> dict[int, Wens]:
        """What was filled in, by the key of the criterion."""
        wensen = {}
        for rij in self.rijen:
            oordeel, reden = self._ingevuld(rij)
            gezien = self.cleaned_data[f"gezien-{rij.criterium.pk}"]
            wensen[rij.criterium.pk] = Wens(bevinding=Bevinding(oordeel=oordeel, reden=reden), gezien=gezien)
        return wensen

    @property
    def paren(self) -> list[tuple[Any, Any, Any]]:
        """(criterion, verdict, reason) with their fields, to lay out."""
        return [(rij, self[f"oordeel-{rij.criterium.pk}"], self[f"reden-{rij.criterium.pk}"]) for rij in self.rijen]

    def meld_botsing(self, botst: dict[int, Bevinding]) -> None:
        """Say of each of these what somebody else found meanwhile, and take that as seen."""
        self._neem_als_gezien(**{f"gezien-{pk}": nu.afdruk for pk, nu in botst.items()})
        for pk, nu in botst.items():
            reden = f": {nu.reden}" if nu.reden else ""
            self.add_error(
                f"oordeel-{pk}",
                f"Een collega vulde intussen in: {nu.oordeel}{reden}. Bewaart u nog een keer, dan geldt uw oordeel.",
            )
