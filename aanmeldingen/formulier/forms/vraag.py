"""Step 4: what the organisation wants to work on, with how many, and the meeting where it was."""

from typing import Any, Final

from django import forms
from django.db.models import Q
from django.utils.timezone import localdate

from aanmeldingen.formulier.forms.basis import Getalveld, Stapform
from aanmeldingen.models import Bijeenkomst, Instroom
from aanmeldingen.models.aanmeldingen import GEEN_NAMEN
from aanmeldingen.openbaar.velden import Tekstveld

MEESTE_MEDEWERKERS: Final = 100_000


class Vraagform(Stapform):
    """The question, the number of employees, and for some sectors the meeting."""

    vraag = Tekstveld(
        label="Aan welke vraag wilt u werken?",
        required=False,
        help_text=f"Wat wilt u verbeteren in de samenwerking met mantelzorgers, en waarom? {GEEN_NAMEN}",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    medewerkers = Getalveld(
        label="Hoeveel medewerkers wilt u bereiken?", required=False, hoogstens=MEESTE_MEDEWERKERS,
        help_text="Een schatting is goed.",
    )  # fmt: skip
    bijeenkomst = forms.ModelChoiceField(
        Bijeenkomst.objects.none(), label="Op welke informatiebijeenkomst was u?", required=False,
        widget=forms.RadioSelect, empty_label="Ik ben nog niet geweest", blank=True,
    )  # fmt: skip
    VELDEN: Final = ("vraag", "medewerkers", "bijeenkomst")
    verplicht = ("vraag", "medewerkers")

    def begin(self) -> dict[str, Any]:
        een = self.dossier.aanmelding
        return {"vraag": een.vraag, "medewerkers": een.medewerkers, "bijeenkomst": een.bijeenkomst_id}

    def richt_in(self) -> None:
        veld: Any = self.fields["bijeenkomst"]
        veld.queryset = self._geweest()
        veld.label_from_instance = naam_van
        veld.required = self.streng and self.eerst_bijeenkomst
        if not self.eerst_bijeenkomst and self.dossier.aanmelding.bijeenkomst_id is None:
            del self.fields["bijeenkomst"]

    def _geweest(self) -> Any:
        """Those that were held, and the one that is filled in already, whatever sector it was for."""
        gehouden = self.bijeenkomsten.filter(sessie__datum__lte=localdate(self.nu))
        al_ingevuld = Q(pk=self.dossier.aanmelding.bijeenkomst_id)
        return Bijeenkomst.objects.filter(Q(pk__in=gehouden.values("pk")) | al_ingevuld).select_related("sessie")

    @property
    def eerst_bijeenkomst(self) -> bool:
        """Whether this sector comes to a meeting before it applies."""
        return self.dossier.instroom == Instroom.BIJEENKOMST

    @property
    def bijeenkomsten(self) -> Any:
        """The meetings of the call for this sector, called off ones not."""
        een = self.dossier.aanmelding
        van_sector = Bijeenkomst.objects.filter(oproep=een.oproep_id, sectoren=een.sector_id, afgelast_op=None)
        return van_sector.select_related("sessie", "oproep")

    @property
    def komende(self) -> Any:
        """Those one can still go to."""
        return self.bijeenkomsten.filter(sessie__datum__gte=localdate(self.nu))

    def bewaar(self, reden: str) -> None:
        een = self.dossier.aanmelding
        for naam in self.VELDEN:
            if naam in self.fields:
                setattr(een, naam, self.cleaned_data[naam])
        een._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
        een.save(update_fields=self.VELDEN)


def naam_van(bijeenkomst: Bijeenkomst) -> str:
    """Day and place of a meeting."""
    plaats = bijeenkomst.sessie.plaats or "online"
    return f"{bijeenkomst.sessie.datum:%d-%m-%Y}, {plaats}"
