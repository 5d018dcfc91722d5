"""The programme itself and the questions it starts from."""

from typing import Any

from django.db.models import QuerySet

from mantelzorg.bladen import PROGRAMMA
from mantelzorg.models import Programma
from praktijken.bladen import PRANGENDE_VRAGEN
from praktijken.models import PrangendeVraag
from praktijken.uitwisseling import regels
from praktijken.uitwisseling.register import NOG_GEEN, Register
from praktijken.uitwisseling.soort import Sleutel, Soort, Vergelijking, gelijk
from praktijken.uitwisseling.verslag import Meldingen


class Programmas(Soort):
    naam = "programma"
    blad = PROGRAMMA
    model = Programma
    per_programma = False
    sleutelvelden = (gelijk("slug"),)
    velden = (
        gelijk("naam"),
        gelijk("vorm"),
        gelijk("startdatum"),
        gelijk("einddatum"),
        gelijk("aanmelden tot en met", "aanmelden_tot_en_met"),
        gelijk("capaciteit"),
        gelijk("streefwaarde"),
        gelijk("opdrachtgever"),
        gelijk("uitvoerders"),
        gelijk("beleidsprogramma"),
        gelijk("beleidsdoel"),
    )

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Programma]:
        return Programma.objects.filter(slug=register.slug)

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        return {}

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        regels.einde_na_begin(self.blad.naam, vergelijking, meldingen, begin="startdatum", einde="einddatum")
        register.programmastart = regels.dag(vergelijking, "startdatum")

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        register.programma = record


class PrangendeVragen(Soort):
    naam = "prangende vragen"
    blad = PRANGENDE_VRAGEN
    model = PrangendeVraag
    sleutelvelden = (gelijk("nummer"),)
    velden = (gelijk("vraag"),)

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[PrangendeVraag]:
        return PrangendeVraag.objects.filter(programma=register.programma)

    def meld_aan(self, register: Register, sleutel: Sleutel) -> None:
        register.prangende_vragen.setdefault(sleutel[0], NOG_GEEN)  # type: ignore[arg-type]  # a number by its column

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        register.prangende_vragen[record.nummer] = record.pk
