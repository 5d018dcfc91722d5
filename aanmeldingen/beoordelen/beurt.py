"""One at a time for each application, and what says that something cannot be done now."""

from aanmeldingen.models import Aanmelding


class KanNiet(Exception):
    """It cannot be done as things stand; `tekst` says in Dutch why, and what can be done."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst


def op_beurt(aanmelding: int) -> Aanmelding:
    """The application, kept from others until the transaction ends. Who also locks its call, does that first."""
    return Aanmelding.objects.select_for_update(of=("self",)).select_related("oproep").get(pk=aanmelding)


def eis_lopend(aanmelding: Aanmelding) -> None:
    """KanNiet where it was not sent in, or was withdrawn."""
    if aanmelding.ingediend_op is None:
        raise KanNiet("Deze aanmelding is nog niet verstuurd. Er is nog niets te beoordelen.")
    if aanmelding.ingetrokken_op is not None:
        raise KanNiet("Deze aanmelding is ingetrokken. U kunt er niets meer over vastleggen.")
