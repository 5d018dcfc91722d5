"""An uploaded Excel file from preview to confirmation, and what became of it."""

import datetime
import json
import zlib
from enum import StrEnum
from typing import Any, Final

from django.db import models

from mantelzorg.models import User
from mantelzorg.velden import Regel

BEWAARTERMIJN: Final = datetime.timedelta(days=7)
"""How long a file that nobody confirms keeps its content."""


class Importstand(StrEnum):
    """Where a batch is; it follows from its timestamps. The value is what people read."""

    WACHT_OP_LEZEN = "in de wachtrij"
    WORDT_GELEZEN = "wordt gelezen"
    FOUTEN = "heeft fouten"
    VOORBEELD = "wacht op bevestiging"
    WACHT_OP_VERWERKEN = "bevestigd, in de wachtrij"
    WORDT_VERWERKT = "wordt verwerkt"
    KLAAR = "verwerkt"
    WACHT_OP_TERUGDRAAIEN = "wordt zo ongedaan gemaakt"
    WORDT_TERUGGEDRAAID = "wordt ongedaan gemaakt"
    ONGEDAAN = "ongedaan gemaakt"
    MISLUKT = "mislukt"
    GEANNULEERD = "geannuleerd"
    VERLOPEN = "verlopen"


WACHT: Final = {Importstand.WACHT_OP_LEZEN, Importstand.WACHT_OP_VERWERKEN, Importstand.WACHT_OP_TERUGDRAAIEN}
LOOPT: Final = {Importstand.WORDT_GELEZEN, Importstand.WORDT_VERWERKT, Importstand.WORDT_TERUGGEDRAAID}
TE_KIEZEN: Final = {Importstand.FOUTEN, Importstand.VOORBEELD, Importstand.MISLUKT}
"""Waits for a person."""


class Importbatch(models.Model):
    """The file as it was uploaded; its content goes once it is processed or thrown away (it holds names).

    `gevraagd_op`: since when it waits for the worker; `begonnen_op`: since when the worker is at what was asked.
    """

    inzending = models.UUIDField("inzending", unique=True, null=True, editable=False)
    """Of the form and the file together (`uitwisseling.batches`); None for what was uploaded before there was one."""
    bestandsnaam = Regel("bestandsnaam")
    inhoud = models.BinaryField("inhoud")
    met_fouten = models.BinaryField("bestand met foutenkolom", default=b"")
    door = models.ForeignKey(User, models.PROTECT, related_name="importbatches")
    geladen_op = models.DateTimeField("geladen op", auto_now_add=True)
    gevraagd_op = models.DateTimeField("gevraagd op", auto_now_add=True)
    begonnen_op = models.DateTimeField("begonnen op", null=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    gelezen_op = models.DateTimeField("gelezen op", null=True)
    bevestigd_op = models.DateTimeField("bevestigd op", null=True)
    bevestigd_door = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    verwerkt_op = models.DateTimeField("verwerkt op", null=True)
    terug_gevraagd_op = models.DateTimeField("ongedaan maken gevraagd op", null=True)
    terug_door = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ongedaan_op = models.DateTimeField("ongedaan gemaakt op", null=True)
    mislukt_op = models.DateTimeField("mislukt op", null=True)
    geannuleerd_op = models.DateTimeField("geannuleerd op", null=True)
    verlopen_op = models.DateTimeField("verlopen op", null=True)
    voorbeeld = models.JSONField("voorbeeld", default=dict)
    resultaat = models.JSONField("resultaat", default=dict)

    class Meta:
        verbose_name = "importbatch"
        verbose_name_plural = "importbatches"
        ordering = ["-geladen_op", "-id"]

    def __str__(self) -> str:
        return self.bestandsnaam

    @property
    def stand(self) -> Importstand:
        """Where it is, by its timestamps; the last thing that happened counts."""
        einde = {
            Importstand.ONGEDAAN: self.ongedaan_op,
            Importstand.GEANNULEERD: self.geannuleerd_op,
            Importstand.VERLOPEN: self.verlopen_op,
            Importstand.MISLUKT: self.mislukt_op,
        }
        for stand, op in einde.items():
            if op is not None:
                return stand
        if self.verwerkt_op is not None:
            return self._bezig(Importstand.WACHT_OP_TERUGDRAAIEN) if self.terug_gevraagd_op else Importstand.KLAAR
        if self.bevestigd_op is not None:
            return self._bezig(Importstand.WACHT_OP_VERWERKEN)
        if self.gelezen_op is None:
            return self._bezig(Importstand.WACHT_OP_LEZEN)
        return Importstand.FOUTEN if self.heeft_fouten else Importstand.VOORBEELD

    def _bezig(self, wacht: Importstand) -> Importstand:
        loopt = {
            Importstand.WACHT_OP_LEZEN: Importstand.WORDT_GELEZEN,
            Importstand.WACHT_OP_VERWERKEN: Importstand.WORDT_VERWERKT,
            Importstand.WACHT_OP_TERUGDRAAIEN: Importstand.WORDT_TERUGGEDRAAID,
        }
        return wacht if self.begonnen_op is None else loopt[wacht]

    @property
    def heeft_fouten(self) -> bool:
        return bool(self.voorbeeld.get("onleesbaar") or self.voorbeeld.get("fouten"))

    @property
    def is_bezig(self) -> bool:
        """Whether it waits for the worker, or the worker is at it."""
        return self.stand in WACHT | LOOPT

    @property
    def wacht_op_mens(self) -> bool:
        return self.stand in TE_KIEZEN

    @property
    def reden(self) -> str:
        """What history says of every record the batch adds or changes."""
        return f"import van {self.bestandsnaam} (import {self.pk})"

    @property
    def sporen(self) -> models.Q:
        """The lines of history it wrote; the name of the file may have been taken out of them since."""
        zelf = models.Q(history_change_reason__endswith=f" (import {self.pk})", history_date__gte=self.bevestigd_op)
        return zelf & models.Q(history_change_reason__startswith="import van ")


class Blokdeel(models.TextChoices):
    """What a page of the preview lists."""

    FOUTEN = "fouten"
    WAARSCHUWINGEN = "waarschuwingen"
    WIJZIGINGEN = "wijzigingen"


class Importblok(models.Model):
    """One page of a part of the preview: rows as JSON, compressed, for there may be 100,000."""

    batch = models.ForeignKey(Importbatch, models.CASCADE, related_name="blokken")
    deel = models.CharField("deel", max_length=20, choices=Blokdeel.choices)
    nummer = models.PositiveIntegerField("nummer")
    inhoud = models.BinaryField("inhoud")

    class Meta:
        verbose_name = "blad van een voorbeeld"
        verbose_name_plural = "bladen van voorbeelden"
        ordering = ["batch", "deel", "nummer"]
        constraints = [models.UniqueConstraint(fields=["batch", "deel", "nummer"], name="importblok_uniek")]

    def __str__(self) -> str:
        return f"{self.batch}: {self.deel} {self.nummer}"

    @staticmethod
    def pak_in(rijen: list[Any]) -> bytes:
        return zlib.compress(json.dumps(rijen, ensure_ascii=False, separators=(",", ":")).encode())

    @property
    def rijen(self) -> list[Any]:
        rijen: list[Any] = json.loads(zlib.decompress(self.inhoud))
        return rijen
