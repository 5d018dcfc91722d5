"""The programme office's own things: views by name, and bulk actions that can be undone."""

from django.db import models

from mantelzorg.models import User
from mantelzorg.velden import Regel


class Weergave(models.Model):
    """A view of the overview by name: its filters, columns and order, as they stand in the address."""

    gebruiker = models.ForeignKey(User, models.CASCADE, related_name="weergaven")
    naam = Regel("naam", max_length=100)
    vraag = models.TextField("vraag", blank=True)

    class Meta:
        verbose_name = "weergave"
        verbose_name_plural = "weergaven"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["gebruiker", "naam"],
                name="weergave_naam_uniek",
                violation_error_message="U heeft al een weergave met deze naam.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Bulkactie(models.Model):
    """One change of many records at once: what each was before, so that it can be undone."""

    gebruiker = models.ForeignKey(User, models.PROTECT, related_name="bulkacties")
    op = models.DateTimeField("op", auto_now_add=True)
    wat = Regel("wat")
    stappen = models.JSONField("stappen", default=list)
    inzending = models.UUIDField("inzending", unique=True, editable=False)
    ongedaan_op = models.DateTimeField("ongedaan gemaakt op", null=True)

    class Meta:
        verbose_name = "bulkactie"
        verbose_name_plural = "bulkacties"
        ordering = ["-op"]

    def __str__(self) -> str:
        return self.wat
