"""Applications: what an organisation fills in, in steps, and each version that was sent in."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from simple_history.models import HistoricalRecords

from aanmeldingen.models.links import LinkQuerySet, MetLink
from aanmeldingen.models.oproepen import Oproep, Sector, Voorwaarden
from mantelzorg.models import Gemeente, User
from mantelzorg.toegang import Bereik, Recht, bereik
from mantelzorg.velden import Regel, Tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

KVK = RegexValidator(r"^\d{8}$", "Een KvK-nummer heeft 8 cijfers.")
GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."


class AanmeldingQuerySet(LinkQuerySet["Aanmelding"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Applications that `user` may read: staff all; an adviser those they talk with, were to call, or guide now."""
        match bereik(user, Recht.AANMELDINGEN_ZIEN):
            case Bereik.ALLES:
                return self
            case Bereik.GEEN:
                return self.none()
            case _:
                eigen = self.model.objects.filter(
                    Q(gesprekken__adviseur=user.pk, gesprekken__vervallen_op=None)
                    | Q(belangstelling__adviseur=user.pk)
                    | Q(toelating__praktijk__adviseurschappen__adviseur=user.pk)
                )
                return self.filter(pk__in=eigen.values("pk"))

    def ingediend(self) -> Self:
        """Those that were sent in, whatever became of them; what is only being written does not count anywhere."""
        return self.exclude(ingediend_op=None)

    def met_stand(self) -> Self:
        """With `stand`, a word of `aanmeldingen.stand.Aanmeldstand`, and `plaatsstand`."""
        from aanmeldingen.stand import laatste_gebeurtenis, uitdrukking  # it reads models that point at this one

        rijen = self.met_plaatsstand().annotate(laatste_gebeurtenis=laatste_gebeurtenis())
        return rijen.annotate(stand=uitdrukking())

    def met_plaatsstand(self) -> Self:
        """With `plaatsstand`, a Plaatsstand: where each stands in the giving out of places; "" before receipt."""
        regels = self.model._meta.get_field("plaatsregels").related_model._default_manager
        laatste = regels.filter(aanmelding=OuterRef("pk")).order_by("-nummer").values("naar")[:1]
        return self.annotate(plaatsstand=Coalesce(Subquery(laatste), Value("")))


class Aanmelding(MetLink):
    """An application to a call. Its contact persons and partners stand beside it.

    Being written until `ingediend_op`; from then on it is complete and stays so. `nummer` is given at that moment.
    What became of it is never stored: it follows from the ledger of places, the decisions and `ingetrokken_op`
    (`aanmeldingen.stand`). `voorwaarden` is the version that was agreed with.
    """

    DOEL = "aanmeldingen.aanmelding"

    oproep = models.ForeignKey(Oproep, models.PROTECT, related_name="aanmeldingen")
    nummer = models.PositiveIntegerField("nummer", null=True, blank=True, editable=False)
    """Counts up within the call, in the order of receipt."""
    organisatie = Regel("naam van de organisatie", max_length=200, blank=True)
    kvk = models.CharField("KvK-nummer", max_length=8, blank=True, validators=[KVK])
    geen_kvk = Regel("waarom geen KvK-nummer", max_length=300, blank=True)
    sector = models.ForeignKey(
        Sector, models.PROTECT, null=True, blank=True, related_name="aanmeldingen", verbose_name="sector"
    )
    """The leading organisation's: a place is taken from this sector."""
    sectoren = models.ManyToManyField(
        Sector, related_name="ook_aanmeldingen", blank=True, verbose_name="andere sectoren"
    )
    plaats = Regel("plaats", max_length=100, blank=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="aanmeldingen")
    medewerkers = models.PositiveIntegerField("medewerkers die u wilt bereiken", null=True, blank=True)
    vraag = Tekst("vraag waaraan u wilt werken", help_text=GEEN_NAMEN)
    bijeenkomst = models.ForeignKey(
        "Bijeenkomst",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="aanmeldingen",
        verbose_name="bijeenkomst waar u was",
    )
    """What the applicant says; whether anybody was there is looked up in the attendance."""
    belangstelling = models.OneToOneField(
        "Belangstelling", models.PROTECT, null=True, blank=True, related_name="aanmelding", editable=False
    )
    voorwaarden = models.ForeignKey(
        Voorwaarden, models.PROTECT, null=True, blank=True, related_name="aanmeldingen", editable=False
    )
    begonnen_op = models.DateTimeField("begonnen op", auto_now_add=True)
    ingediend_op = models.DateTimeField("ingediend op", null=True, blank=True, editable=False)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True, editable=False)
    ingetrokken_omdat = Regel("reden van intrekken", blank=True, help_text=GEEN_NAMEN)
    gewist_op = models.DateTimeField("persoonsgegevens gewist op", null=True, blank=True, editable=False)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = AanmeldingQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sectoren])

    class Meta(MetLink.Meta):
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        ordering = ["oproep", "nummer", "id"]
        indexes = [
            models.Index(fields=["oproep", "ingediend_op"], name="aanmelding_ingediend"),
            models.Index(fields=["kvk"], name="aanmelding_kvk"),
        ]
        constraints = [
            *MetLink.Meta.constraints,
            models.UniqueConstraint(fields=["oproep", "nummer"], name="aanmelding_nummer_uniek"),
            models.CheckConstraint(
                condition=Q(nummer=None, ingediend_op=None, voorwaarden=None)
                | Q(nummer__isnull=False, ingediend_op__isnull=False, voorwaarden__isnull=False),
                name="aanmelding_ingediend_heel",
            ),
            models.CheckConstraint(
                condition=Q(ingediend_op=None)
                | (
                    ~Q(organisatie="")
                    & (Q(kvk="") ^ Q(geen_kvk=""))
                    & Q(sector__isnull=False, gemeente__isnull=False)
                    & Q(medewerkers__isnull=False, medewerkers__gte=1)
                    & ~Q(vraag="")
                ),
                name="aanmelding_ingediend_compleet",
                violation_error_message="De aanmelding is niet compleet.",
            ),
        ]

    def __str__(self) -> str:
        return f"aanmelding {self.nummer}" if self.nummer else "aanmelding in de maak"


class Partnersoort(models.TextChoices):
    """What a partner of a cross-sector application is."""

    WELZIJN = "welzijnsorganisatie", "Welzijnsorganisatie"
    GEMEENTE = "gemeente"
    ANDERS = "andere organisatie", "Andere organisatie"


class Aanmeldpartner(models.Model):
    """An organisation that joins in with the one that applies; it takes no place of its own."""

    aanmelding = models.ForeignKey(Aanmelding, models.CASCADE, related_name="partners")
    soort = models.CharField("soort", max_length=30, choices=Partnersoort.choices)
    naam = Regel("naam", max_length=200)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "partner van een aanmelding"
        verbose_name_plural = "partners van een aanmelding"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["aanmelding", "naam"],
                name="aanmeldpartner_uniek",
                violation_error_message="Deze partner staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=Partnersoort.values),
                name="aanmeldpartner_soort",
                violation_error_message="Kies wat voor organisatie het is.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Contactpersoon(models.Model):
    """Somebody to write to about an application. The first of them gets the mail."""

    aanmelding = models.ForeignKey(Aanmelding, models.CASCADE, related_name="contactpersonen")
    volgorde = models.PositiveSmallIntegerField("volgorde")
    naam = Regel("naam", max_length=200)
    email = models.EmailField("e-mailadres", max_length=254)
    telefoon = Regel("telefoonnummer", max_length=30, blank=True)
    functie = Regel("functie", max_length=100, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"
        ordering = ["volgorde"]
        indexes = [models.Index(fields=["email"], name="contactpersoon_email")]
        constraints = [
            models.UniqueConstraint(fields=["aanmelding", "volgorde"], name="contactpersoon_volgorde_uniek"),
        ]

    def __str__(self) -> str:
        return self.naam


class Indiening(models.Model):
    """What was sent in, as it was: the first time, and after every change. Only added to.

    `inhoud` and `contact` are lists of [label, value] in the words of the form; those of people stand in `contact`,
    which is emptied when they are erased.
    """

    aanmelding = models.ForeignKey(Aanmelding, models.PROTECT, related_name="indieningen")
    nummer = models.PositiveSmallIntegerField("versie")
    op = models.DateTimeField("op")
    door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """None: the applicant."""
    inhoud = models.JSONField("inhoud", default=list)
    contact = models.JSONField("contactpersonen", default=list)

    class Meta:
        verbose_name = "indiening"
        verbose_name_plural = "indieningen"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["aanmelding", "nummer"], name="indiening_nummer_uniek"),
        ]

    def __str__(self) -> str:
        return f"versie {self.nummer} van {self.aanmelding}"


class Laattoegang(MetLink):
    """A link that the office gives to somebody to apply after closing: it works once, and says why it was given."""

    DOEL = "aanmeldingen.laattoegang"

    oproep = models.ForeignKey(Oproep, models.PROTECT, related_name="laattoegangen")
    reden = Regel("reden", help_text=GEEN_NAMEN)
    email = models.EmailField("e-mailadres", max_length=254)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("gegeven op", auto_now_add=True)
    aanmelding = models.OneToOneField(
        Aanmelding, models.PROTECT, null=True, blank=True, related_name="laattoegang", editable=False
    )
    """The application begun with it: from then on the link opens nothing else."""
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True, editable=False)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects: ClassVar[LinkQuerySet["Laattoegang"]] = LinkQuerySet.as_manager()  # type: ignore[assignment]
    history = HistoricalRecords()

    class Meta(MetLink.Meta):
        verbose_name = "toegang na sluiting"
        verbose_name_plural = "toegang na sluiting"
        ordering = ["-op"]

    def __str__(self) -> str:
        return f"toegang na sluiting van {self.oproep}"
