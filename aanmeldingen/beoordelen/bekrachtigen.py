"""What follows from a decision that holds: its place, the question for more that is no longer asked, and its mail."""

import datetime
from typing import Final

from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.beoordelen.brief import mail_besluit
from aanmeldingen.models import Besluit, Besluitsoort, Gebeurtenis
from aanmeldingen.plaatsen.acties import GeenPlaats, herzie, maak_vrij
from aanmeldingen.plaatsen.acties import bevestig as bevestig_plaats
from mantelzorg.models import User

GEEN_PLAATS: Final = (
    "Er is geen plaats vrij voor deze aanmelding. U kunt wachten tot er een plaats vrijkomt, of het aantal plaatsen "
    "verhogen bij de verdeling van de plaatsen. Er is nog niets besloten; wat u schreef, staat er nog."
)


def bekrachtig(besluit: Besluit, *, door: User, op: datetime.datetime) -> None:
    """Within the transaction of the decision, under the lock of the call. KanNiet where no place is free."""
    _verwerk_plaats(besluit, door, op)
    _sluit_vraag(besluit, op)
    besluit.bericht = mail_besluit(besluit, door=door, op=op)
    besluit._change_reason = "mail klaargezet"  # type: ignore[attr-defined]  # read by simple-history
    besluit.save(update_fields=["bericht"])


def _verwerk_plaats(besluit: Besluit, door: User, op: datetime.datetime) -> None:
    een = besluit.aanmelding
    match besluit.soort:
        case Besluitsoort.AFWIJZEN:
            reden = besluit.reden_herziening or "besluit over deelname"
            maak_vrij(aanmelding=een, gebeurtenis=Gebeurtenis.AFGEWEZEN, reden=_kort(reden), door=door, op=op)
        case Besluitsoort.HEROPENEN:
            herzie(aanmelding=een, reden=_kort(besluit.reden_herziening), door=door, op=op)
        case Besluitsoort.TOELATEN:
            if besluit.vervangt is not None:
                herzie(aanmelding=een, reden=_kort(besluit.reden_herziening), door=door, op=op)
            try:
                bevestig_plaats(aanmelding=een, door=door, op=op)
            except GeenPlaats as geen:
                raise KanNiet(GEEN_PLAATS) from geen


def _kort(reden: str) -> str:
    """As much of it as fits on a line of the ledger."""
    return " ".join(reden.split())[:500]


def _sluit_vraag(besluit: Besluit, op: datetime.datetime) -> None:
    verzoek = besluit.aanmelding.aanvulverzoeken.filter(afgesloten_op=None).first()
    if verzoek is not None:
        verzoek.afgesloten_op = op
        verzoek._change_reason = "er is een besluit"  # type: ignore[attr-defined]  # read by simple-history
        verzoek.save(update_fields=["afgesloten_op"])
