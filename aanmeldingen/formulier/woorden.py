"""Moments and places as applicants read them, in mails and on pages."""

import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

from aanmeldingen.models import Oproep, Plaatsstand
from aanmeldingen.plaatsen.lezen import Plek

MINUUT = datetime.timedelta(minutes=1)
_ZINNEN = {
    Plaatsstand.BEZET: (
        "Er is een plaats voor u. Wij beoordelen nog of uw aanmelding aan de criteria voldoet. "
        "Daarna hoort u of u meedoet."
    ),
    Plaatsstand.BEVESTIGD: "U heeft een plaats.",
    Plaatsstand.KANDIDAAT: "De plaatsen worden verdeeld na de sluiting. Daarna hoort u of er een plaats voor u is.",
    Plaatsstand.GEEN: "U heeft geen plaats.",
}


def moment(op: datetime.datetime) -> str:
    """`maandag 30 juni 2014, 23.59 uur`, in Amsterdam."""
    return date_format(localtime(op), "l j F Y, H.i") + " uur"


def sluiting(oproep: Oproep) -> str:
    """Until when one can apply: the last minute that counts, for `sluit_op` is the first that does not."""
    return f"tot en met {moment(oproep.sluit_op - MINUUT)}"


def plaatszin(plek: Plek) -> str:
    """What an application has: a place, a rank, or neither yet."""
    if plek.stand == Plaatsstand.WACHT:
        return (
            f"Alle plaatsen zijn nu bezet. U staat op nummer {plek.rang} van de wachtlijst. "
            "Komt er een plaats vrij? Dan mailen wij wie bovenaan staat."
        )
    if plek.stand == Plaatsstand.AANGEBODEN and plek.antwoord_voor is not None:
        return (
            f"Er is een plaats voor u vrij. Laat weten of u die wilt, tot en met {moment(plek.antwoord_voor - MINUUT)}."
        )
    return _ZINNEN.get(Plaatsstand(plek.stand), "") if plek.stand else ""
