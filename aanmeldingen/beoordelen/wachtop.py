"""What an application waits for, and what deserves the office's attention: conditions on rows of applications."""

import datetime
from typing import Final

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When

from aanmeldingen.beoordelen.aanwezig import was_er
from aanmeldingen.models import Aanmelding, Aanvulverzoek, Besluit, Criterium, Criteriumoordeel, Intakegesprek
from aanmeldingen.stand import ZONDER_BESLUIT, Aanmeldstand

LANG: Final = datetime.timedelta(days=42)
"""An application without a decision for so long is a signal."""


class Wachtop(TextChoices):
    """The one thing that has to happen next."""

    BEVESTIGING = "bevestiging van de afwijzing"
    AANBOD = "antwoord op het aanbod"
    AANVULLING = "aanvulling"
    GESPREK = "intakegesprek"
    BEOORDELING = "beoordeling"
    PLAATS = "een vrije plaats"
    BESLUIT = "besluit"


class Signaal(TextChoices):
    """Something to look at, in the words of the list."""

    DUBBEL_KVK = "kvk", "zelfde KvK-nummer"
    NIET_GEVONDEN = "bijeenkomst", "niet gevonden op bijeenkomst"
    ANTWOORD = "antwoord", "aanvulling ontvangen"
    VERLOPEN = "verlopen", "aanvulling te laat"
    LANG = "lang", f"langer dan {LANG.days // 7} weken zonder besluit"


def _van_deze(model: type) -> QuerySet:  # type: ignore[type-arg]
    return model._default_manager.filter(aanmelding=OuterRef("pk"))  # type: ignore[attr-defined,no-any-return]


def wacht_op() -> Case:
    """A Wachtop for each row that has `stand`; empty where nothing is waited for."""
    beoordeeld = Criteriumoordeel.objects.filter(aanmelding=OuterRef(OuterRef("pk")), criterium=OuterRef("pk"))
    te_beoordelen = Criterium.objects.filter(~Exists(beoordeeld), voorwaarden=OuterRef("voorwaarden"))
    gepland = _van_deze(Intakegesprek).filter(vervallen_op=None, verslag="")
    loopt = Q(stand__in=[woord.value for woord in ZONDER_BESLUIT])
    woorden: tuple[tuple[Q | Exists, Wachtop], ...] = (
        (Exists(_van_deze(Besluit).filter(bevestigd_op=None, teruggenomen_op=None)), Wachtop.BEVESTIGING),
        (Q(stand=Aanmeldstand.AANGEBODEN), Wachtop.AANBOD),
        (Q(stand=Aanmeldstand.AANVULLING), Wachtop.AANVULLING),
        (Q(Exists(gepland)) & loopt, Wachtop.GESPREK),
        (Q(Exists(te_beoordelen)) & loopt, Wachtop.BEOORDELING),
        (Q(stand=Aanmeldstand.WACHTLIJST), Wachtop.PLAATS),
        (loopt, Wachtop.BESLUIT),
    )
    gevallen = (When(Q(voorwaarde, ingetrokken_op=None), then=Value(woord.value)) for voorwaarde, woord in woorden)
    return Case(*gevallen, default=Value(""), output_field=CharField())


def signaal(welk: str, dag: datetime.date, nu: datetime.datetime) -> Q | Exists:
    """Condition on rows that have `stand`: this signal holds for them."""
    match welk:
        case Signaal.DUBBEL_KVK:
            andere = Aanmelding.objects.filter(oproep=OuterRef("oproep"), kvk=OuterRef("kvk"), ingetrokken_op=None)
            return Q(
                Exists(andere.exclude(pk=OuterRef("pk")).exclude(ingediend_op=None)), kvk__gt="", ingetrokken_op=None
            )
        case Signaal.NIET_GEVONDEN:
            return Q(~was_er(bijeenkomst=OuterRef("bijeenkomst")), bijeenkomst__isnull=False)
        case Signaal.ANTWOORD:
            return Exists(onbekeken_antwoorden().filter(aanmelding=OuterRef("pk")))
        case Signaal.VERLOPEN:
            return Exists(verlopen_vragen(dag).filter(aanmelding=OuterRef("pk")))
        case _:
            return Q(ingediend_op__lt=nu - LANG, stand__in=[woord.value for woord in ZONDER_BESLUIT])


def verlopen_vragen(dag: datetime.date) -> "QuerySet[Aanvulverzoek]":
    """Questions that nobody answered in time and nobody closed."""
    return Aanvulverzoek.objects.filter(afgesloten_op=None, uiterlijk__lt=dag, aanmelding__ingetrokken_op=None)


def onbekeken_antwoorden() -> "QuerySet[Aanvulverzoek]":
    """Questions that were answered, after which nobody gave a verdict, asked again or decided."""
    later = {
        Criteriumoordeel: "op__gte",
        Aanvulverzoek: "op__gte",
        Besluit: "voorgesteld_op__gte",
    }
    rijen = Aanvulverzoek.objects.filter(antwoord__isnull=False, aanmelding__ingetrokken_op=None)
    for model, veld in later.items():
        erna = model._default_manager.filter(aanmelding=OuterRef("aanmelding"), **{veld: OuterRef("afgesloten_op")})
        rijen = rijen.exclude(Exists(erna))
    return rijen
