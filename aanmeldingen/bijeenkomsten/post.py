"""What the outbox asks about mails on meetings: the link and the .ics in them, and reasons not to send one any more."""

from typing import Final

from django.urls import reverse
from django.utils import timezone

from aanmeldingen.bijeenkomsten import soorten
from aanmeldingen.bijeenkomsten.kalender import Methode, kalender
from aanmeldingen.models import Inschrijving
from aanmeldingen.models.links import LinkQuerySet
from mantelzorg.models import Bericht
from mantelzorg.post.bijlagen import Bijlage
from praktijken.models import Stand

METHODEN: Final[dict[str, Methode]] = {
    soorten.INGESCHREVEN: "REQUEST",
    soorten.STOND_AL: "REQUEST",
    soorten.PLAATS_VRIJ: "REQUEST",
    soorten.GEWIJZIGD: "REQUEST",
    soorten.HERINNERING: "REQUEST",
    soorten.AFGELAST: "CANCEL",
    soorten.AFGEMELD: "CANCEL",
}
WEG: Final = "De inschrijving is er niet meer, of de persoonsgegevens zijn gewist."
IS_AFGEMELD: Final = "De persoon heeft zich intussen afgemeld."
IS_AFGELAST: Final = "De bijeenkomst is intussen afgelast."
HEEFT_PLAATS: Final = "De persoon staat intussen niet meer op de wachtlijst."
ZONDER_PLAATS: Final = "De persoon staat op de wachtlijst."
NIEUWER: Final = "De bijeenkomst is intussen nog een keer gewijzigd."
WAS_ER: Final = "Op de deurlijst staat nu dat de persoon er was."
WAS_ER_NIET: Final = "Op de deurlijst staat nu niet meer dat de persoon er was."
_VOORAF: Final = (
    soorten.INGESCHREVEN, soorten.WACHTLIJST, soorten.STOND_AL, soorten.PLAATS_VRIJ, soorten.GEWIJZIGD,
    soorten.HERINNERING,
)  # fmt: skip
"""Mails that only make sense as long as somebody is to come."""


def maak_link(bericht: Bericht) -> str:
    """The address of the reader's own page (`POST_LINKS`)."""
    return reverse("aanmeldingen:mijn-inschrijving", args=[_rijen(bericht).get().sleutel])


def bijlagen(bericht: Bericht) -> list[Bijlage]:
    """The .ics as the meeting stands now (`POST_BIJLAGEN`); none for who waits for a place."""
    inschrijving = _over(bericht)
    if inschrijving is None or inschrijving.op_wachtlijst:
        return []
    methode = METHODEN[bericht.soort]
    inhoud = kalender(inschrijving, methode=methode, op=timezone.now())
    in_de_mail = f"text/calendar; method={methode}"
    return [Bijlage(naam="bijeenkomst.ics", mediatype="application/ics", inhoud=inhoud, in_de_mail=in_de_mail)]


def weigering(bericht: Bericht) -> str:
    """Why this mail must not go now; empty where nothing is against it (`POST_WEIGERINGEN`)."""
    if bericht.soort not in soorten.ALLE:
        return ""
    inschrijving = _over(bericht)
    if inschrijving is None:
        return WEG
    if bericht.soort in _VOORAF:
        return _vooraf(bericht, inschrijving)
    was_er = inschrijving.stand == Stand.AANWEZIG
    if bericht.soort == soorten.BEDANKT:
        return "" if was_er else WAS_ER_NIET
    return WAS_ER if bericht.soort == soorten.GEMIST and was_er else ""


def _vooraf(bericht: Bericht, inschrijving: Inschrijving) -> str:
    redenen = {
        IS_AFGELAST: inschrijving.bijeenkomst.afgelast_op is not None,
        IS_AFGEMELD: inschrijving.stand == Stand.AFGEMELD,
        HEEFT_PLAATS: bericht.soort == soorten.WACHTLIJST and not inschrijving.op_wachtlijst,
        ZONDER_PLAATS: bericht.soort == soorten.HERINNERING and inschrijving.op_wachtlijst,
        NIEUWER: bericht.soort == soorten.GEWIJZIGD and _is_ingehaald(bericht),
    }
    return next((reden for reden, geldt in redenen.items() if geldt), "")


def _is_ingehaald(bericht: Bericht) -> bool:
    """Whether a later change of the same meeting has a mail of its own to the same person."""
    over = {"soort": bericht.soort, "over_soort": bericht.over_soort, "over_id": bericht.over_id}
    return Bericht.objects.filter(**over, pk__gt=bericht.pk).exists()


def _over(bericht: Bericht) -> Inschrijving | None:
    """The sign-up, with its meeting; None where its link is dead or the person was erased."""
    rijen = _rijen(bericht).select_related("bijeenkomst__sessie", "bijeenkomst__oproep")
    return rijen.filter(gewist_op=None, email=bericht.aan).exclude(afdruk="").first()


def _rijen(bericht: Bericht) -> LinkQuerySet[Inschrijving]:
    return Inschrijving.objects.filter(pk__in=[bericht.over_id])
