"""The mails about a sign-up, and putting them ready. Where it is held says what is true now; the .ics goes along."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.utils.formats import date_format

from aanmeldingen.bijeenkomsten import soorten
from aanmeldingen.models import Bijeenkomst, Inschrijving
from mantelzorg.models import User
from mantelzorg.models.post import eenmalig
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.links import LINK

_PAGINA: Final = f"Uw inschrijving bekijken of u afmelden:\n{LINK}\n\nDeze link is alleen voor u. Stuur hem niet door."
_AGENDA: Final = "Bij deze mail zit een afspraak voor uw agenda (bijeenkomst.ics)."
_AGENDA_NIEUW: Final = "Bij deze mail zit de nieuwe afspraak. Opent u die, dan past uw agenda zich aan."
_AGENDA_WEG: Final = "Bij deze mail zit een bericht dat de afspraak uit uw agenda haalt."


def wanneer(bijeenkomst: Bijeenkomst) -> str:
    """Day and times as people read them: dinsdag 24 juni 2014, van 13.00 tot 16.00 uur."""
    dag = date_format(bijeenkomst.sessie.datum, "l j F Y")
    return f"{dag}, van {bijeenkomst.begin:%H.%M} tot {bijeenkomst.eind:%H.%M} uur"


def bevestig(inschrijving: Inschrijving) -> None:
    """The first mail: a place, or the waiting list."""
    if inschrijving.op_wachtlijst:
        alineas = ["De bijeenkomst is vol. U staat op de wachtlijst.", _gegevens(inschrijving), _MAIL_ALS_VRIJ, _PAGINA]
        _zet_klaar(inschrijving, soorten.WACHTLIJST, "U staat op de wachtlijst", alineas)
        return
    alineas = ["U bent ingeschreven voor deze bijeenkomst.", _gegevens(inschrijving), _AGENDA, _PAGINA]
    _zet_klaar(inschrijving, soorten.INGESCHREVEN, "U bent ingeschreven", alineas)


_MAIL_ALS_VRIJ: Final = "Komt er een plaats vrij, dan krijgt u die vanzelf. U krijgt daarover een mail."


def stond_al(inschrijving: Inschrijving, naam: str, *, dag: datetime.date) -> None:
    """Somebody signed up again with this address; once a day, however often they do."""
    waar = "op de wachtlijst" if inschrijving.op_wachtlijst else "ingeschreven"
    alineas = [
        f"Met dit e-mailadres is vandaag nog eens een inschrijving gestuurd, op naam van {naam}. "
        f"U stond al {waar}, op naam van {inschrijving.naam}. Daar is niets aan veranderd.",
        "Wilt u iemand anders inschrijven? Gebruik dan een ander e-mailadres.",
        _gegevens(inschrijving),
        _PAGINA,
    ]
    sleutel = f"{soorten.STOND_AL}:{inschrijving.pk}:{dag}"
    _zet_klaar(inschrijving, soorten.STOND_AL, "U stond al ingeschreven", alineas, sleutel=sleutel)


def plaats_vrij(inschrijving: Inschrijving) -> None:
    """From the waiting list to a place."""
    alineas = [
        "Er is een plaats vrijgekomen. U bent nu ingeschreven.",
        _gegevens(inschrijving),
        f"{_AGENDA} Kunt u niet komen? Meld u dan af. Dan kan iemand anders uw plaats krijgen.",
        _PAGINA,
    ]
    _zet_klaar(inschrijving, soorten.PLAATS_VRIJ, "Er is plaats voor u", alineas)


def gewijzigd(inschrijving: Inschrijving, wat: Iterable[str], *, door: User | None) -> None:
    """Another day, time or place; `wat`: a line for each thing that changed."""
    agenda = [] if inschrijving.op_wachtlijst else [f"{_AGENDA_NIEUW} Kunt u dan niet? Meld u dan af."]
    alineas = [
        "De bijeenkomst waarvoor u zich heeft ingeschreven, is veranderd.",
        "\n".join(wat),
        "Zo is het nu:",
        _gegevens(inschrijving),
        *agenda,
        _PAGINA,
    ]
    _zet_klaar(inschrijving, soorten.GEWIJZIGD, "Let op: de bijeenkomst is veranderd", alineas, door=door)


def afgelast(inschrijving: Inschrijving, *, door: User | None) -> None:
    """It is not held, and why."""
    alineas = [
        "De bijeenkomst waarvoor u zich heeft ingeschreven, gaat niet door.",
        f"De reden: {inschrijving.bijeenkomst.afgelast_omdat}",
        _gegevens(inschrijving, vervallen=True),
        *([] if inschrijving.op_wachtlijst else [_AGENDA_WEG]),
        vragen(inschrijving.bijeenkomst),
    ]
    _zet_klaar(inschrijving, soorten.AFGELAST, "De bijeenkomst gaat niet door", alineas, door=door)


def afgemeld(inschrijving: Inschrijving, *, door: User | None) -> None:
    """They signed off."""
    alineas = [
        "U bent afgemeld voor deze bijeenkomst.",
        _gegevens(inschrijving, vervallen=True),
        *([] if inschrijving.op_wachtlijst else [_AGENDA_WEG]),
        "Wilt u toch komen? Dan kunt u zich opnieuw inschrijven op de website.",
    ]
    _zet_klaar(inschrijving, soorten.AFGEMELD, "U bent afgemeld", alineas, door=door)


def herinnering(inschrijving: Inschrijving) -> None:
    """Two days before; once for each day that it is held on."""
    alineas = [
        "Binnenkort is de bijeenkomst waarvoor u zich heeft ingeschreven.",
        _gegevens(inschrijving),
        "Kunt u niet komen? Meld u dan af. Dan kan iemand anders uw plaats krijgen.",
        _PAGINA,
    ]
    sleutel = f"{soorten.HERINNERING}:{inschrijving.pk}:{inschrijving.bijeenkomst.sessie.datum}"
    _zet_klaar(inschrijving, soorten.HERINNERING, "Tot binnenkort op de bijeenkomst", alineas, sleutel=sleutel)


def vragen(bijeenkomst: Bijeenkomst) -> str:
    """Where to ask."""
    telefoon = bijeenkomst.oproep.contact_telefoon
    bellen = f" of bel {telefoon}" if telefoon else ""
    return f"Heeft u vragen? Mail naar {bijeenkomst.oproep.contact_email}{bellen}."


def _gegevens(inschrijving: Inschrijving, *, vervallen: bool = False) -> str:
    """Where and when; how to get in and what is done there for who comes."""
    bijeenkomst = inschrijving.bijeenkomst
    regels = [
        f"Informatiebijeenkomst {bijeenkomst.oproep.naam}",
        f"Wanneer: {wanneer(bijeenkomst)}",
        f"Waar: {bijeenkomst.sessie.plaats or 'online'}",
    ]
    if bijeenkomst.online and not (vervallen or inschrijving.op_wachtlijst):
        regels.append(f"Online meedoen: {bijeenkomst.online}")
    if not vervallen:
        regels += [f"\n{kop}:\n{tekst}" for kop, tekst in _teksten(bijeenkomst) if tekst]
    return "\n".join(regels)


def _teksten(bijeenkomst: Bijeenkomst) -> Iterable[tuple[str, str]]:
    return ("Programma", bijeenkomst.agenda), ("Wat u kunt meenemen", bijeenkomst.meenemen)


def _zet_klaar(
    inschrijving: Inschrijving,
    soort: str,
    kop: str,
    alineas: Iterable[str],
    *,
    door: User | None = None,
    sleutel: str | None = None,
) -> None:
    if inschrijving.email:
        zet_klaar(brief(inschrijving, soort, kop, alineas, sleutel=sleutel or eenmalig()), door=door)


def brief(inschrijving: Inschrijving, soort: str, kop: str, alineas: Iterable[str], *, sleutel: str) -> Brief:
    """The letter: a greeting, these paragraphs, and who sends it."""
    bijeenkomst = inschrijving.bijeenkomst
    groet = f"Met vriendelijke groet,\nhet bureau van {bijeenkomst.oproep.naam}"
    return Brief(
        soort=soort,
        aan=inschrijving.email,
        aan_naam=inschrijving.naam,
        onderwerp=f"{kop}: {date_format(bijeenkomst.sessie.datum, 'j F Y')}",
        tekst="\n\n".join([f"Beste {inschrijving.naam},", *alineas, groet]),
        over=inschrijving,
        sleutel=sleutel,
    )
