"""What an application became: the practice of who was admitted."""

from django.db import models
from simple_history.models import HistoricalRecords

from aanmeldingen.models.aanmeldingen import Aanmelding
from mantelzorg.models import User
from praktijken.models import Praktijk


class Toelating(models.Model):
    """The practice that an admitted application became: the link from its records back to where it came from."""

    aanmelding = models.OneToOneField(Aanmelding, models.PROTECT, related_name="toelating")
    praktijk = models.OneToOneField(Praktijk, models.PROTECT, related_name="toelating")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("op")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "toelating"
        verbose_name_plural = "toelatingen"
        ordering = ["op"]

    def __str__(self) -> str:
        return f"{self.aanmelding} werd {self.praktijk}"
