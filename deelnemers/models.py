"""Organisations and the people who take part."""

from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from mantelzorg.klok import vandaag
from mantelzorg.models import Gemeente, Programma, User
from mantelzorg.toegang import Bereik, Recht, bereik
from mantelzorg.velden import Regel, Tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class Organisatietype(models.Model):
    """A kind of organisation, or of people tied to none (NVO: niet verbonden aan organisatie)."""

    naam = Regel("naam", unique=True)
    omschrijving = Tekst("omschrijving")
    verbonden_aan_organisatie = models.BooleanField("verbonden aan organisatie", default=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "organisatietype"
        verbose_name_plural = "organisatietypen"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Organisatie(models.Model):
    """An organisation; shared by all programmes."""

    naam = Regel("naam", unique=True)
    organisatietype = models.ForeignKey(
        Organisatietype, models.PROTECT, null=True, blank=True, related_name="organisaties"
    )
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="organisaties")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """A participation with a kind of its own must not come to differ from its organisation's kind."""
        super().clean()
        if self.pk and self.organisatietype_id and self.deelnames_van_ander_type():
            raise ValidationError(
                {
                    "organisatietype": "Bij deze organisatie horen deelnames met een ander organisatietype. "
                    "Wijzig die eerst."
                }
            )

    def deelnames_van_ander_type(self) -> bool:
        """Whether a participation on behalf of this organisation names another kind."""
        return self.deelnames.exclude(organisatietype=None).exclude(organisatietype=self.organisatietype).exists()


class DeelnemerQuerySet(models.QuerySet["Deelnemer"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """People whose name `user` may see: an adviser those of own practices, an analyst nobody."""
        return self._binnen(user, Recht.PERSONEN_ZIEN)

    def wijzigbaar_door(self, user: "User | AnonymousUser") -> Self:
        """People whose record `user` may change; that of an erased or restricted person nobody does."""
        return self._binnen(user, Recht.PERSONEN_WIJZIGEN).filter(gewist_op=None, beperkt_op=None)

    def _binnen(self, user: "User | AnonymousUser", recht: Recht) -> Self:
        match bereik(user, recht):
            case Bereik.ALLES:
                return self
            case Bereik.GEEN:
                return self.none()
            case _:
                eigen = self.model.objects.filter(
                    models.Q(deelnames__praktijk__adviseurschappen__tot_en_met=None)
                    | models.Q(deelnames__praktijk__adviseurschappen__tot_en_met__gte=vandaag()),
                    models.Q(deelnames__praktijk__adviseurschappen__vanaf=None)
                    | models.Q(deelnames__praktijk__adviseurschappen__vanaf__lte=vandaag()),
                    deelnames__praktijk__adviseurschappen__adviseur_id=user.pk,
                )
                return self.filter(pk__in=eigen.values("pk"))


class Deelnemer(models.Model):
    """A person who takes part. The e-mail address is optional and may be shared by a couple.

    Who is marked `niet_benaderen` is mailed by nobody, from the day of `niet_benaderen_sinds` on. The Excel file holds
    no such column, so that an import never lifts the mark.
    """

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="deelnemers")
    nummer = Regel("nummer")
    naam = Regel("naam", blank=True)
    email = models.EmailField("e-mail", max_length=254, blank=True)
    niet_benaderen = models.BooleanField("niet benaderen", default=False, help_text="Krijgt nooit mail.")
    niet_benaderen_sinds = models.DateField("niet benaderen sinds", null=True, blank=True)
    niet_benaderen_omdat = Regel(
        "niet benaderen omdat", blank=True, help_text="Schrijf geen namen of gezondheid van personen op."
    )
    gewist_op = models.DateTimeField("gewist op", null=True, blank=True, editable=False)
    """When the person was erased: from then on nothing says who they are (a rule of the database)."""
    beperkt_op = models.DateField("beperkt sinds", null=True, blank=True, editable=False)
    """Since when nobody changes this record or mails the person (AVG, art. 18)."""

    objects = DeelnemerQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "deelnemer"
        verbose_name_plural = "deelnemers"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "nummer"],
                name="deelnemer_nummer_uniek",
                violation_error_message="Dit programma heeft al een deelnemer met dit nummer.",
            ),
            models.CheckConstraint(
                condition=models.Q(niet_benaderen=True, niet_benaderen_sinds__isnull=False)
                | models.Q(niet_benaderen=False, niet_benaderen_sinds=None, niet_benaderen_omdat=""),
                name="deelnemer_niet_benaderen",
                violation_error_message=(
                    "Vul bij niet benaderen in sinds wanneer. Wie benaderd mag worden, heeft geen dag en geen reden."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(gewist_op=None) | models.Q(naam="", email=""),
                name="deelnemer_gewist_zonder_naam",
                violation_error_message="Deze persoon is gewist: een naam of e-mailadres komt niet terug.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.naam}".strip()

    @property
    def waarom_vast(self) -> str:
        """Why nobody changes this record; empty where one may."""
        if self.gewist_op is not None:
            return "Deze persoon is gewist. De gegevens kunnen niet meer worden gewijzigd."
        if self.beperkt_op is not None:
            return "De gegevens van deze persoon zijn beperkt. Niemand kan ze wijzigen tot de beperking is opgeheven."
        return ""

    def clean_fields(self, exclude: Any = None) -> None:
        self.email = self.email.strip().lower()
        super().clean_fields(exclude)

    def clean(self) -> None:
        super().clean()
        if self.pk and self.deelnames.exclude(praktijk__programma_id=self.programma_id).exists():
            raise ValidationError({"programma": "Deze deelnemer doet mee aan praktijken van een ander programma."})


class Samenvoeging(models.Model):
    """Two records of one person made one: what was moved, so that it can be undone."""

    blijft = models.ForeignKey(Deelnemer, models.PROTECT, related_name="samengevoegd_met")
    verdween = models.JSONField("verdween", help_text="De deelnemer die opging in de andere.")
    stappen = models.JSONField("stappen", default=list)
    gebruiker = models.ForeignKey(User, models.PROTECT, related_name="samenvoegingen")
    op = models.DateTimeField("op", auto_now_add=True)
    inzending = models.UUIDField("inzending", unique=True, editable=False)
    ongedaan_op = models.DateTimeField("ongedaan gemaakt op", null=True)

    class Meta:
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        ordering = ["-op"]

    def __str__(self) -> str:
        return f"samengevoegd tot {self.blijft.nummer}"


class NamenUitvoer(models.Model):
    """One export of names: who took what, of how many people, when. Only added to."""

    gebruiker = models.ForeignKey(User, models.PROTECT, related_name="namenuitvoer")
    wat = Regel("wat")
    programma = models.ForeignKey(Programma, models.PROTECT, null=True, blank=True, related_name="+")
    aantal_personen = models.PositiveIntegerField("aantal personen")
    tijdstip = models.DateTimeField("tijdstip", auto_now_add=True)

    class Meta:
        verbose_name = "uitvoer van namen"
        verbose_name_plural = "uitvoer van namen"
        ordering = ["-tijdstip"]

    def __str__(self) -> str:
        return f"{self.wat} ({self.aantal_personen})"
