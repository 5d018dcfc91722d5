"""What the worker keeps of its clock."""

from django.db import models

from mantelzorg.velden import Regel


class Roosterbeurt(models.Model):
    """A job by the clock had its turn in this slot of time."""

    taak = Regel("taak", max_length=200)
    tijdvak = Regel("tijdvak", max_length=40)
    op = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name = "beurt van het rooster"
        verbose_name_plural = "beurten van het rooster"
        ordering = ["-op"]
        constraints = [models.UniqueConstraint(fields=["taak", "tijdvak"], name="roosterbeurt_uniek")]

    def __str__(self) -> str:
        return f"{self.taak} {self.tijdvak}"


class Hartslag(models.Model):
    """When the worker last showed that it runs."""

    werker = Regel("werker", max_length=64, unique=True)
    op = models.DateTimeField("op")

    class Meta:
        verbose_name = "hartslag van de werker"
        verbose_name_plural = "hartslagen van de werker"
        ordering = ["-op"]

    def __str__(self) -> str:
        return self.werker
