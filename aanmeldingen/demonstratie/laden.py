"""Load the call of 2014 through the same actions as people use, in the order in which it happened."""

import datetime
from typing import Final
from uuid import uuid4

from django.db import transaction
from django.db.models import Q, QuerySet

from aanmeldingen.belangstelling.acties import afdruk as afdruk_belangstelling
from aanmeldingen.belangstelling.acties import leg_contact_vast, toon_belangstelling, wijs_toe, word_aanmelding
from aanmeldingen.beoordelen.besluiten import Voornemen, afdruk, besluit, bevestig
from aanmeldingen.beoordelen.oordelen import Bevinding, Wens, criteriumrijen, leg_vast
from aanmeldingen.bijeenkomsten.deur import tik
from aanmeldingen.bijeenkomsten.inschrijven import Persoon, schrijf_in
from aanmeldingen.bijeenkomsten.plannen import Plan, maak
from aanmeldingen.demonstratie import oproep as tekst
from aanmeldingen.demonstratie.oproep import op
from aanmeldingen.demonstratie.organisaties import AANTAL, Aanmelder, aanmelders
from aanmeldingen.formulier.beginnen import begin
from aanmeldingen.formulier.indienen import dien_in
from aanmeldingen.formulier.intrekken import trek_in
from aanmeldingen.models import (
    Aanmelding,
    Besluitsoort,
    Criterium,
    Oordeel,
    Oproep,
    Oproepsector,
    Sector,
    Voorwaarden,
)
from aanmeldingen.plaatsen.acties import antwoord, laat_verlopen, stel_capaciteit
from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import Bericht, Gemeente, Poststand, Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import Stand

REDEN: Final = "demonstratie"
TOEGELATEN: Final = 12
"""So many have been decided on; the others still are in assessment."""
_OM_DE = (op(7, 1, 0) - op(6, 2)) / (AANTAL + 1)


@transaction.atomic
def laad_oproep() -> None:
    """The call with all that came of it, where its programme was never there; what users changed since is kept."""
    if Programma.history.filter(slug=tekst.PROGRAMMA["slug"]).exists():
        return
    laatste = Bericht.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    mees, bente, ada = (_account(rol) for rol in (Rol.MEDEWERKER, Rol.BEHEERDER, Rol.ADVISEUR))
    oproep = _maak_oproep(mees)
    _bijeenkomsten(oproep, mees)
    aanmeldingen = [_meld_aan(oproep, een, ada) for een in aanmelders()]
    for een in aanmeldingen[:TOEGELATEN]:
        _laat_toe(een, mees)
    _afloop(aanmeldingen, mees, bente)
    _verstuurd_in_2014(Bericht.objects.filter(pk__gt=laatste))


def _account(rol: Rol) -> User:
    email = next(email for email, van in DEMONSTRATIEACCOUNTS.items() if van is rol)
    return User.objects.get(email=email)


def _maak_oproep(mees: User) -> Oproep:
    programma = Programma.objects.create(**tekst.PROGRAMMA)
    oproep = Oproep.objects.create(programma=programma, gepubliceerd_op=op(3, 25), **tekst.OPROEP)
    for naam, instroom in tekst.SECTOREN.items():
        sector, _ = Sector.objects.get_or_create(naam=naam)
        Oproepsector.objects.create(oproep=oproep, sector=sector, instroom=instroom)
    versie = Voorwaarden.objects.create(
        oproep=oproep, nummer=1, tekst=tekst.VOORWAARDEN, vastgesteld_op=op(3, 24), vastgesteld_door=mees
    )
    for nummer, (criterium, toelichting) in enumerate(tekst.CRITERIA, start=1):
        Criterium.objects.create(voorwaarden=versie, nummer=nummer, tekst=criterium, toelichting=toelichting)
    stel_capaciteit(oproep=oproep.pk, plaatsen=tekst.PLAATSEN, reden="ruimte bij de opening", door=mees, op=op(3, 24))
    return oproep


def _bijeenkomsten(oproep: Oproep, mees: User) -> None:
    """Each with people of its sector, of whom every fourth did not come."""
    for sector, begin_op, plaats in tekst.BIJEENKOMSTEN:
        bezoekers = [een for een in aanmelders() if een.sector == sector][:9]
        plan = Plan(
            datum=begin_op.date(), begin=begin_op.time(), eind=datetime.time(16), plaats=plaats, online="",
            capaciteit=40, sectoren=(Sector.objects.get(naam=sector),), agenda=tekst.AGENDA, meenemen=tekst.MEENEMEN,
            stukken_vooraf=False,
        )  # fmt: skip
        bijeenkomst = maak(oproep=oproep, plan=plan, inzending=uuid4())
        for plek, een in enumerate(bezoekers):
            wie = Persoon(naam=een.naam, email=een.email, organisatie=een.organisatie, sector=plan.sectoren[0])
            rij = schrijf_in(bijeenkomst=bijeenkomst.pk, persoon=wie, inzending=uuid4(), op=op(6, 3 + plek))
            stand = Stand.NIET_GEKOMEN if plek % 4 == 3 else Stand.AANWEZIG
            tik(inschrijving=rij.pk, stand=stand, gezien="", op=begin_op, door=mees)


def _meld_aan(oproep: Oproep, een: Aanmelder, ada: User) -> Aanmelding:
    """Begun and sent in, evenly over June."""
    moment = op(6, 2) + _OM_DE * (een.volgnummer + 1)
    sector = Sector.objects.get(naam=een.sector)
    gemeente = _gemeente(een)
    if tekst.SECTOREN[een.sector] is tekst.BELANGSTELLING:
        aanmelding = _na_belangstelling(oproep, een, sector, gemeente, moment, ada)
    else:
        aanmelding = begin(
            oproep=oproep, organisatie=een.organisatie, naam=een.naam, email=een.email, inzending=uuid4(), op=moment,
            sector=sector, plaats=gemeente.naam, gemeente=gemeente, vraag=een.vraag,
        )  # fmt: skip
    aanmelding.kvk, aanmelding.medewerkers = een.kvk, een.medewerkers
    aanmelding._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
    aanmelding.save(update_fields=["kvk", "medewerkers"])
    return dien_in(aanmelding=aanmelding.pk, versie=1, op=moment)


def _gemeente(een: Aanmelder) -> Gemeente:
    """Spread over the country; those that were there in 2014."""
    dag = op(6, 30).date()
    toen = Gemeente.objects.filter(Q(begin=None) | Q(begin__lte=dag), Q(eind=None) | Q(eind__gt=dag)).order_by("code")
    return toen[een.volgnummer * 37 % toen.count()]


def _na_belangstelling(
    oproep: Oproep, een: Aanmelder, sector: Sector, gemeente: Gemeente, moment: datetime.datetime, ada: User
) -> Aanmelding:
    rij = toon_belangstelling(
        oproep=oproep, inzending=uuid4(), sector=sector, organisatie=een.organisatie, plaats=gemeente.naam,
        gemeente=gemeente, naam=een.naam, email=een.email, vraag=een.vraag,
    )  # fmt: skip
    wijs_toe(belangstelling=rij.pk, adviseur=ada, gezien=afdruk_belangstelling(rij, "adviseur_id"))
    leg_contact_vast(
        belangstelling=rij.pk, op=moment.date(), hoe="telefoon", inzending=uuid4(), door=ada,
        verslag="Gebeld over werkwijze en voorwaarden. Zij willen zich aanmelden.",
    )  # fmt: skip
    return word_aanmelding(belangstelling=rij.pk, op=moment)


def _laat_toe(een: Aanmelding, mees: User) -> None:
    moment = op(7, 8) + datetime.timedelta(days=(een.nummer or 0) % 5)
    _beoordeel(een, {}, mees, moment)
    voornemen = Voornemen(
        soort=Besluitsoort.TOELATEN, motivering="De aanmelding voldoet.", inzending=uuid4(), gezien=afdruk(een)
    )
    besluit(aanmelding=een.pk, voornemen=voornemen, door=mees, op=moment)


def _beoordeel(een: Aanmelding, niet: dict[int, str], mees: User, moment: datetime.datetime) -> None:
    """A verdict on each criterion: met, but for those in `niet` (number to reason)."""
    wensen = {}
    for rij in criteriumrijen(een):
        reden = niet.get(rij.criterium.nummer, "")
        oordeel = Oordeel.NIET_VOLDAAN if reden else Oordeel.VOLDAAN
        wensen[rij.criterium.pk] = Wens(bevinding=Bevinding(oordeel=oordeel, reden=reden), gezien=rij.bevinding.afdruk)
    leg_vast(aanmelding=een.pk, wensen=wensen, door=mees, op=moment)


def _afloop(aanmeldingen: list[Aanmelding], mees: User, bente: User) -> None:
    """One is rejected, one withdraws; of those who were offered their places one says yes and one lets it lapse."""
    afgewezen, ingetrokken, wacht = aanmeldingen[20], aanmeldingen[33], aanmeldingen[tekst.PLAATSEN :]
    _beoordeel(afgewezen, {2: "De vraag gaat over een folder, niet over samenwerken."}, mees, op(7, 10))
    rust_op = afgewezen.oordelen.filter(oordeel=Oordeel.NIET_VOLDAAN).values_list("criterium", flat=True)
    voornemen = Voornemen(
        soort=Besluitsoort.AFWIJZEN, motivering="De vraag past niet bij deze oproep.", criteria=frozenset(rust_op),
        inzending=uuid4(), gezien=afdruk(afgewezen),
    )  # fmt: skip
    voorstel = besluit(aanmelding=afgewezen.pk, voornemen=voornemen, door=mees, op=op(7, 10))
    bevestig(besluit=voorstel.pk, door=bente, op=op(7, 11))
    antwoord(aanmelding=wacht[0], ja=True, door=None, op=op(7, 12))
    trek_in(aanmelding=ingetrokken.pk, reden="Door een fusie is er geen tijd.", door=None, op=op(7, 14))
    laat_verlopen(op(7, 23))
    antwoord(aanmelding=wacht[2], ja=True, door=None, op=op(7, 24))


def _verstuurd_in_2014(berichten: "QuerySet[Bericht]") -> None:
    """These mails are of then: the worker need not send them now."""
    for bericht in berichten:
        bericht.stand, bericht.verstuurd_op = Poststand.VERSTUURD, bericht.verstuur_na
        bericht._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
        bericht.save(update_fields=["stand", "verstuurd_op"])
