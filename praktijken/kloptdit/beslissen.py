"""What staff do with an answer: in turn, at once or not at all, and never twice."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import User
from mantelzorg.samenloop import zelfde
from praktijken.avg.verzoeken import handel_af
from praktijken.kloptdit.antwoorden import afdruk
from praktijken.kloptdit.voorstel import (
    EINDE,
    HOEDANIGHEID,
    ORGANISATIE,
    SOORT,
    Voorstel,
    met_alles,
    soort_van,
    voorstel_van,
)
from praktijken.models import Antwoord, Deelname, Uitvraag
from praktijken.models.kloptdit import Uitkomst
from praktijken.register.acties import bewaar_velden

OP_VERZOEK: Final = "op verzoek van de deelnemer"
KIES: Final = "Kies wat u overneemt. Neemt u niets over? Kies dan ‘Niet overnemen’."
DEELNAME_WEG: Final = "Deze deelname is er niet meer. U kunt dit antwoord alleen niet overnemen."


class AlBesloten(Exception):
    """Somebody decided already, or the participant took it back: `antwoord` says what became of it."""

    def __init__(self, antwoord: Antwoord) -> None:
        super().__init__()
        self.antwoord = antwoord


class Gewijzigd(Exception):
    """What is held is no longer what the page showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overname:
    """What somebody chose to take over. `organisatie`: the record for the name that was given, None for none.

    `nieuwe_organisatie`: add one by the name that was given, of the kind that was given.
    """

    velden: frozenset[str]
    organisatie: Organisatie | None
    nieuwe_organisatie: bool
    gezien: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """Who decides, and when."""

    door: User
    op: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Afhandeling:
    """The request that ends with an answer, by its key, and what came of it (`praktijken.models.avg.Uitkomst`)."""

    verzoek: int
    uitkomst: str


@transaction.atomic
def neem_over(antwoord: int, overname: Overname, besluit: Besluit) -> Antwoord:
    """Write what was chosen into the participation, with its history.

    AlBesloten; Gewijzigd; ValidationError where nothing was chosen or the record would break a rule.
    """
    rij = _vergrendeld(antwoord)
    if rij.deelname_id is None:
        raise ValidationError(DEELNAME_WEG)
    deelname = Deelname.objects.select_for_update(of=("self",)).get(pk=rij.deelname_id)
    if not zelfde(afdruk(deelname, rij.soort), overname.gezien):
        raise Gewijzigd
    voorstel = voorstel_van(rij, overname.organisatie)
    gevraagd = {regel.sleutel for regel in voorstel.regels}
    gekozen = gevraagd & overname.velden
    if not gekozen:
        raise ValidationError(KIES)
    waarden = _waarden(voorstel, deelname, gekozen, overname)
    _pas_toe(deelname, waarden)
    uitkomst = Uitkomst.OVERGENOMEN if gekozen == gevraagd else Uitkomst.DEELS
    return _sluit(rij, uitkomst, overname.reden, besluit)


@transaction.atomic
def wijs_af(antwoord: int, reden: str, besluit: Besluit) -> Antwoord:
    """Leave the records as they are; the reason is kept, and the participant can read it. AlBesloten."""
    return _sluit(_vergrendeld(antwoord), Uitkomst.AFGEWEZEN, reden, besluit)


@transaction.atomic
def behandel(antwoord: int, reden: str, besluit: Besluit, afhandeling: Afhandeling | None = None) -> Antwoord:
    """An objection, or a remark, was seen and acted on elsewhere; the request it became may end along with it.

    AlBesloten; ValidationError where somebody ended the request meanwhile: then the answer waits on too.
    """
    rij = _sluit(_vergrendeld(antwoord), Uitkomst.BEHANDELD, reden, besluit)
    if afhandeling is not None:
        handel_af(
            afhandeling.verzoek,
            uitkomst=afhandeling.uitkomst,
            toelichting=reden,
            dag=localdate(besluit.op),
            door=besluit.door,
        )
    return rij


def _vergrendeld(antwoord: int) -> Antwoord:
    """The answer, with its person and request locked before it, in the order in which others do."""
    uitvraag = Uitvraag.objects.get(antwoorden=antwoord)
    Deelnemer.objects.select_for_update(of=("self",)).filter(pk=uitvraag.deelnemer_id).first()
    Uitvraag.objects.select_for_update(of=("self",)).get(pk=uitvraag.pk)
    rij = met_alles(Antwoord.objects.all()).get(pk=antwoord)
    if rij.besluit:
        raise AlBesloten(rij)
    return rij


def _waarden(voorstel: Voorstel, deelname: Deelname, gekozen: set[str], overname: Overname) -> dict[str, Any]:
    antwoord = voorstel.antwoord
    waarden: dict[str, Any] = {}
    if EINDE in gekozen:
        waarden["tot_en_met"] = antwoord.stopt_op
    if HOEDANIGHEID in gekozen:
        waarden["hoedanigheid"] = antwoord.hoedanigheid
    if ORGANISATIE in gekozen:
        waarden["organisatie"] = _organisatie(antwoord, overname)
    organisatie = waarden.get("organisatie", deelname.organisatie)
    van_organisatie = organisatie.organisatietype if organisatie else None
    if SOORT in gekozen:
        waarden["organisatietype"] = None if antwoord.organisatietype == van_organisatie else antwoord.organisatietype
    elif ORGANISATIE in gekozen:  # the kind that counted stays, unless the other organisation has one
        waarden["organisatietype"] = None if van_organisatie else soort_van(deelname)
    return waarden


def _organisatie(antwoord: Antwoord, overname: Overname) -> Organisatie | None:
    """The record to put in; ValidationError where a name was given and nobody said which organisation that is."""
    naam = antwoord.organisatie_naam
    if overname.organisatie is not None or not naam:
        return overname.organisatie
    if not overname.nieuwe_organisatie:
        raise ValidationError({"organisatie": f"Kies welke organisatie ‘{naam}’ is, of voeg haar toe."})
    nieuw = Organisatie(naam=naam, organisatietype=antwoord.organisatietype)
    nieuw.full_clean()
    nieuw._change_reason = OP_VERZOEK  # type: ignore[attr-defined]  # read by simple-history
    nieuw.save(force_insert=True)
    return nieuw


def _pas_toe(deelname: Deelname, waarden: dict[str, Any]) -> None:
    """Save what differs, by the rules of the record."""
    anders = [veld for veld, waarde in waarden.items() if getattr(deelname, veld) != waarde]
    for veld in anders:
        setattr(deelname, veld, waarden[veld])
    deelname.full_clean()
    if anders:
        bewaar_velden(deelname, anders, OP_VERZOEK)


def _sluit(antwoord: Antwoord, uitkomst: str, reden: str, besluit: Besluit) -> Antwoord:
    antwoord.besluit, antwoord.besluit_reden = uitkomst, reden
    antwoord.besloten_door, antwoord.besloten_op = besluit.door, besluit.op
    antwoord.save(update_fields=["besluit", "besluit_reden", "besloten_door", "besloten_op"])
    return antwoord
