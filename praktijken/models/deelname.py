"""Which organisations and people take part in a practice, and when."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.velden import Regel
from praktijken.models.praktijk import Praktijk
from praktijken.querysets import BinnenPraktijk, DeelnameQuerySet


class Partnerrol(models.TextChoices):
    PENVOERDER = "penvoerder"
    PARTNER = "partner"


class Praktijkpartner(models.Model):
    """An organisation that works along in a practice; `tot_en_met` is the last day."""

    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="partners")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="partnerschappen")
    rol = models.CharField("rol", max_length=20, choices=Partnerrol.choices, blank=True)
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    objects = BinnenPraktijk["Praktijkpartner"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "praktijkpartner"
        verbose_name_plural = "praktijkpartners"
        ordering = ["praktijk", "organisatie", "vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktijk", "organisatie", "vanaf"],
                name="praktijkpartner_uniek",
                violation_error_message="Deze organisatie is al vanaf die dag partner van deze praktijk.",
            ),
            models.CheckConstraint(
                condition=Q(rol__in=["", *Partnerrol.values]),
                name="praktijkpartner_rol",
                violation_error_message="Kies een rol uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(tot_en_met=None) | Q(tot_en_met__gte=F("vanaf")),
                name="praktijkpartner_einde_na_begin",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} ({self.rol or 'partner'})"


class Hoedanigheid(models.TextChoices):
    """In what capacity a person takes part."""

    BEROEPSKRACHT = "beroepskracht"
    VRIJWILLIGER = "vrijwilliger"
    EX_MANTELZORGER = "(ex-)mantelzorger", "(Ex-)mantelzorger"
    BESTUUR_OF_BELEID = "bestuur of beleid", "Bestuur of beleid"


class Deelname(models.Model):
    """A person taking part in a practice for a time, on behalf of an organisation or not.

    The kind of organisation that counts is the participation's own, else that of its organisation (begrippen.md §2).
    """

    deelnemer = models.ForeignKey(Deelnemer, models.PROTECT, related_name="deelnames", db_index=False)
    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="deelnames", db_index=False)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="deelnames")
    organisatietype = models.ForeignKey(
        Organisatietype, models.PROTECT, null=True, blank=True, related_name="deelnames",
        help_text="Alleen nodig zonder organisatie, of als het type van de organisatie niet bekend is.",
    )  # fmt: skip
    hoedanigheid = models.CharField("hoedanigheid", max_length=20, choices=Hoedanigheid.choices, blank=True)
    rol = Regel("rol", blank=True)
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    objects = DeelnameQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["deelnemer", "praktijk", "vanaf"]
        indexes = [models.Index(fields=["praktijk", "vanaf", "tot_en_met"], name="deelname_periode")]
        constraints = [
            models.UniqueConstraint(
                fields=["deelnemer", "praktijk", "vanaf"],
                name="deelname_uniek",
                violation_error_message="Deze deelnemer doet al vanaf die dag mee aan deze praktijk.",
            ),
            models.CheckConstraint(
                condition=Q(hoedanigheid__in=["", *Hoedanigheid.values]),
                name="deelname_hoedanigheid",
                violation_error_message="Kies een hoedanigheid uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(tot_en_met=None) | Q(tot_en_met__gte=F("vanaf")),
                name="deelname_einde_na_begin",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deelnemer.nummer} in {self.praktijk.naam}"

    def clean(self) -> None:
        super().clean()
        if self.deelnemer_id is None or self.praktijk_id is None:
            return  # said at the field itself
        if self.deelnemer.programma_id != self.praktijk.programma_id:
            raise ValidationError("De deelnemer en de praktijk horen bij verschillende programma's.")
        if self.deelnemer.gewist_op and (self.organisatie_id or self.rol):
            raise ValidationError("Deze persoon is gewist: een organisatie of rol komt niet terug.")
        van_organisatie = self.organisatie.organisatietype if self.organisatie else None
        if self.organisatietype and van_organisatie and self.organisatietype != van_organisatie:
            raise ValidationError(
                {"organisatietype": f"De organisatie is van een ander organisatietype: {van_organisatie}."}
            )
