"""Where an application stands, in one word: it follows from the ledger, the decisions and the questions for more."""

from django.db.models import Case, CharField, Exists, OuterRef, Q, Subquery, TextChoices, Value, When

from aanmeldingen.models.beoordeling import Aanvulverzoek, Besluit, Besluitsoort
from aanmeldingen.models.plaatsen import Gebeurtenis, Plaatsregel, Plaatsstand


class Aanmeldstand(TextChoices):
    """What is told of an application; of what holds at once, the word that says what happens next."""

    IN_DE_MAAK = "in de maak"
    ONTVANGEN = "ontvangen"
    AANVULLING = "aanvulling gevraagd"
    WACHTLIJST = "op de wachtlijst"
    AANGEBODEN = "plaats aangeboden"
    TOEGELATEN = "toegelaten"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"
    VERVALLEN = "aanbod vervallen"
    """It declined the place it was offered, or did not answer in time."""


ZONDER_BESLUIT = (
    Aanmeldstand.ONTVANGEN,
    Aanmeldstand.AANVULLING,
    Aanmeldstand.WACHTLIJST,
    Aanmeldstand.AANGEBODEN,
)
"""Somebody still has to decide, or to answer, before the applicant knows."""


def uitdrukking() -> Case:
    """The word for a row of applications; for an annotation, with `plaatsstand` and `laatste_gebeurtenis` beside it."""
    besluit = Besluit.objects.geldend().filter(aanmelding=OuterRef("pk"))
    verzoek = Aanvulverzoek.objects.filter(aanmelding=OuterRef("pk"), afgesloten_op=None)
    woorden: tuple[tuple[Q | Exists, Aanmeldstand], ...] = (
        (Q(ingediend_op=None), Aanmeldstand.IN_DE_MAAK),
        (Q(ingetrokken_op__isnull=False), Aanmeldstand.INGETROKKEN),
        (Exists(besluit.filter(soort=Besluitsoort.TOELATEN)), Aanmeldstand.TOEGELATEN),
        (Exists(besluit.filter(soort=Besluitsoort.AFWIJZEN)), Aanmeldstand.AFGEWEZEN),
        (Q(plaatsstand=Plaatsstand.AANGEBODEN), Aanmeldstand.AANGEBODEN),
        (Q(laatste_gebeurtenis__in=[Gebeurtenis.AFGESLAGEN, Gebeurtenis.VERLOPEN]), Aanmeldstand.VERVALLEN),
        (Exists(verzoek), Aanmeldstand.AANVULLING),
        (Q(plaatsstand=Plaatsstand.WACHT), Aanmeldstand.WACHTLIJST),
    )
    return Case(
        *(When(voorwaarde, then=Value(woord.value)) for voorwaarde, woord in woorden),
        default=Value(Aanmeldstand.ONTVANGEN.value),
        output_field=CharField(),
    )


def laatste_gebeurtenis() -> Subquery:
    """Why the last line of its ledger was written, for a row of applications."""
    regels = Plaatsregel.objects.filter(aanmelding=OuterRef("pk")).order_by("-nummer")
    return Subquery(regels.values("gebeurtenis")[:1])
