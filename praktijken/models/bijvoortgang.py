"""What hangs on a progress entry: attachments and colleagues' comments."""

from django.db import models
from simple_history.models import HistoricalRecords

from mantelzorg.models import User
from mantelzorg.toegang import Recht
from mantelzorg.velden import Regel, Tekst
from praktijken.models.ontwerp import Voortgang
from praktijken.querysets import BinnenPraktijk, M


class BijVoortgang(BinnenPraktijk[M]):
    """Seen by who sees progress of the practice, changed by who changes the practice."""

    praktijk_pad = "voortgang__experiment__ontwerpvraag__praktijk__"
    zien = Recht.VOORTGANG_ZIEN


class Bijlage(models.Model):
    """A file with an entry. Its kind was told by its content; it is only ever sent as a download."""

    voortgang = models.ForeignKey(Voortgang, models.PROTECT, related_name="bijlagen")
    naam = Regel("naam", max_length=200)
    soort = models.CharField("soort", max_length=100)
    inhoud = models.BinaryField("inhoud")

    objects = BijVoortgang["Bijlage"].as_manager()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.naam


class Reactie(models.Model):
    """A colleague's comment on an entry."""

    voortgang = models.ForeignKey(Voortgang, models.PROTECT, related_name="reacties")
    door = models.ForeignKey(User, models.PROTECT, related_name="reacties")
    op = models.DateTimeField("op", auto_now_add=True)
    tekst = Tekst("reactie", blank=False, help_text="Schrijf geen namen of gezondheid van personen op.")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = BijVoortgang["Reactie"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"reactie van {self.door}"
