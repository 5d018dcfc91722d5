"""How often one address sends public forms: counted, and forgotten within a day."""

from django.db import models


class Tempoteller(models.Model):
    """The number of times in one slot of time. Which address it was cannot be read from it, nor that two slots are
    of the same address: `afdruk` is an HMAC of kind, address and slot.
    """

    afdruk = models.CharField("afdruk", max_length=64, unique=True)
    tijdvak = models.PositiveIntegerField("tijdvak", db_index=True)
    """The number of the slot, counted from 1970."""
    aantal = models.PositiveIntegerField("aantal")

    class Meta:
        verbose_name = "teller van openbare formulieren"
        verbose_name_plural = "tellers van openbare formulieren"
        ordering = ["-tijdvak"]

    def __str__(self) -> str:
        return f"{self.aantal} in tijdvak {self.tijdvak}"
