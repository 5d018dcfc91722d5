"""What an application has, as applicants read it in mails and on pages."""

from aanmeldingen.models import Plaatsstand
from aanmeldingen.plaatsen.lezen import Plek
from mantelzorg.momenten import tot_en_met

_ZINNEN = {
    Plaatsstand.BEZET: (
        "Er is een plaats voor u. Wij beoordelen nog of uw aanmelding aan de criteria voldoet. "
        "Daarna hoort u of u meedoet."
    ),
    Plaatsstand.BEVESTIGD: "U heeft een plaats.",
    Plaatsstand.KANDIDAAT: "De plaatsen worden verdeeld na de sluiting. Daarna hoort u of er een plaats voor u is.",
    Plaatsstand.GEEN: "U heeft geen plaats.",
}


def plaatszin(plek: Plek) -> str:
    """What an application has: a place, a rank, or neither yet."""
    if plek.stand == Plaatsstand.WACHT:
        return (
            f"Alle plaatsen zijn nu bezet. U staat op nummer {plek.rang} van de wachtlijst. "
            "Komt er een plaats vrij? Dan mailen wij wie bovenaan staat."
        )
    if plek.stand == Plaatsstand.AANGEBODEN and plek.antwoord_voor is not None:
        return f"Er is een plaats voor u vrij. Laat weten of u die wilt, {tot_en_met(plek.antwoord_voor)}."
    return _ZINNEN.get(Plaatsstand(plek.stand), "") if plek.stand else ""
