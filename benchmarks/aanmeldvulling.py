"""A call with drafts that are complete, and the count of what became of them. Needs DATABASE_URL."""

import datetime
from uuid import uuid4

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # models need django.setup() first
from django.db.models import Count  # noqa: E402
from django.utils import timezone  # noqa: E402

from aanmeldingen.models import (  # noqa: E402
    Aanmelding,
    Contactpersoon,
    Indiening,
    Instroom,
    Oproep,
    Oproepsector,
    Plaatsregel,
    Sector,
    Voorwaarden,
)
from aanmeldingen.plaatsen.acties import stel_capaciteit  # noqa: E402
from aanmeldingen.plaatsen.lezen import stand  # noqa: E402
from mantelzorg.models import Bericht, Gemeente, Programma, Vorm  # noqa: E402

DAG = datetime.timedelta(days=1)
ONTVANGEN = "aanmelding ontvangen"
STAPPEN = (
    {"organisatie": "Zorggroep Meting", "kvk": "12345678", "naam": "Carla", "email": "carla@zorg.example"},
    {"sector": "thuiszorg", "plaats": "Arnhem", "partner_1": "Welzijn Meting", "soort_1": "welzijnsorganisatie"},
    {"naam_2": "Bas", "email_2": "bas@zorg.example"},
    {"vraag": "Hoe betrekken wij mantelzorgers bij de zorg?", "medewerkers": "25"},
    {"akkoord": "on"},
)
"""What one fills in on the pages of the form, in their order."""


def vul(aantal: int, plaatsen: int) -> list[str]:
    """Tables, a call (and a second one, for the pages one by one) and drafts; the keys of their links."""
    call_command("migrate", verbosity=0)
    oproep = _oproep("meting", plaatsen)
    _oproep("meting-stappen", plaatsen)
    sector, gemeente = Sector.objects.get(), Gemeente.objects.get(code="GM0202")
    concepten = [_concept(nummer, oproep, sector, gemeente) for nummer in range(aantal)]
    Aanmelding.objects.bulk_create(concepten)
    Contactpersoon.objects.bulk_create(
        Contactpersoon(aanmelding=een, volgorde=1, naam="Carla Contact", email=f"carla{nummer}@zorg.example")
        for nummer, een in enumerate(concepten)
    )
    return [een.sleutel for een in concepten]


def _oproep(slug: str, plaatsen: int) -> Oproep:
    nu = timezone.now()
    programma, _ = Programma.objects.get_or_create(
        slug="meting", defaults={"naam": "Meting", "vorm": Vorm.INNOVATIETRAJECT, "startdatum": nu.date()}
    )
    oproep = Oproep.objects.create(
        programma=programma, slug=slug, naam=slug, opent_op=nu - DAG, sluit_op=nu + DAG, gepubliceerd_op=nu - DAG,
        contact_email="bureau@voorbeeld.example",
    )  # fmt: skip
    sector, _ = Sector.objects.get_or_create(pk=1, defaults={"naam": "thuiszorg"})
    Oproepsector.objects.create(oproep=oproep, sector=sector, instroom=Instroom.AANMELDEN)
    Voorwaarden.objects.create(oproep=oproep, nummer=1, tekst="U werkt twintig maanden mee.", vastgesteld_op=nu - DAG)
    stel_capaciteit(oproep=oproep.pk, plaatsen=plaatsen, reden="Meting.", door=None, op=nu)
    return oproep


def _concept(nummer: int, oproep: Oproep, sector: Sector, gemeente: Gemeente) -> Aanmelding:
    een = Aanmelding(
        oproep=oproep, organisatie=f"Zorggroep {nummer}", kvk=f"{nummer:08d}", sector=sector, gemeente=gemeente,
        plaats="Arnhem", medewerkers=25, vraag="Hoe betrekken wij mantelzorgers bij de zorg?", inzending=uuid4(),
    )  # fmt: skip
    een.maak_link(geldig_tot=oproep.sluit_op.date() + 180 * DAG)
    return een


def tel_na(aantal: int, plaatsen: int) -> list[str]:
    """What is not as it should be, of so many that were sent in for so many places."""
    oproep = Oproep.objects.get(slug="meting")
    ingediend = Aanmelding.objects.filter(oproep=oproep).ingediend()
    regels = Plaatsregel.objects.filter(oproep=oproep)
    mails = Bericht.objects.filter(soort=ONTVANGEN, over_id__in=ingediend.values("pk"))
    dubbel = mails.values("over_id").annotate(keer=Count("pk")).filter(keer__gt=1).count()
    nu = stand(oproep)
    bezet = min(aantal, plaatsen)
    eisen = {
        "ingediend": (sorted(ingediend.values_list("nummer", flat=True)), list(range(1, aantal + 1))),
        "versies": (Indiening.objects.filter(aanmelding__in=ingediend).count(), aantal),
        "mails": ((mails.count(), dubbel), (aantal, 0)),
        "regelnummers": (list(regels.values_list("nummer", flat=True)), list(range(1, aantal + 2))),
        "plaatsen": ((nu.capaciteit, nu.bezet, nu.wacht, nu.vrij), (plaatsen, bezet, aantal - bezet, plaatsen - bezet)),
        "een regel elk": (regels.exclude(aanmelding=None).values("aanmelding").distinct().count(), aantal),
        "rangen": (
            list(regels.filter(naar="wacht").order_by("nummer").values_list("rang", flat=True)),
            list(range(bezet + 2, aantal + 2)),
        ),
    }
    return [f"{naam}: {str(is_)[:200]}" for naam, (is_, hoort) in eisen.items() if is_ != hoort]
