"""All that is published, built from a fixed measurement: its protected figures, and texts with those filled in."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.timezone import localtime

from monitor.bescherming.beschermen import Verraadt, bescherm
from monitor.bescherming.controle import Deel
from monitor.bescherming.waarden import UITLEG, BeschermdeCijfers
from monitor.kaartpunten import Kaartpunt
from monitor.metinggegevens import Metinggegevens as Vastgesteld
from monitor.models import Publicatietekst
from monitor.nederlands import datum, opsomming
from monitor.publicatie.getallen import Los, losse_getallen
from monitor.publicatie.invullen import Invulling, figuren, invulling
from monitor.publicatie.tabelnoten import met_noten
from monitor.publicatie.waarden import (
    VORM,
    Definitie,
    Erratum,
    Figuur1,
    Indicatorgegevens,
    Inhoud,
    Metinggegevens,
    Plaats,
    Praktijk,
    Programmagegevens,
    Teksten,
    Telregel,
    Vorigemeting,
)
from monitor.rapport import Rapport
from monitor.uitkomst import INDICATOR
from monitor.weergave import figuur1

MONITOR = "Monitor Langer Thuis"
DELEN = {
    Deel.NU: "deelnemers nu",
    Deel.TOT_NU_TOE: "deelnemers tot nu toe",
    Deel.PRAKTIJKEN: "deelnemers per praktijk",
}
TEKSTVELDEN = ("titel", "beschrijving", "beleidsdoel", "verdieping", "referenties", "wijziging")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzet:
    """What is to be published. `eerder`: all that was published of the programme, in that order."""

    rapport: Rapport
    tekst: Publicatietekst
    versie: int
    op: datetime.date
    eerder: Sequence[BeschermdeCijfers]
    errata: tuple[Erratum, ...]
    licentie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What would be published, what its texts were filled in with, and in Dutch what cannot be filled in.

    `opent`: in Dutch what else it gives away, where the office chose to protect nothing; empty where nothing.
    """

    inhoud: Inhoud
    invulling: Invulling
    fouten: tuple[str, ...]
    opent: str


def maak_concept(opzet: Opzet) -> Concept:
    """What would be published. ValueError where the report is not of a fixed measurement."""
    rapport, meting = opzet.rapport, opzet.rapport.meting
    if meting is None:
        raise ValueError("Alleen een vastgestelde meting kan worden gepubliceerd.")
    cijfers, verraadt = (None, "") if meting.nvt else _beschermd(opzet)
    tabellen = () if cijfers is None else met_noten(cijfers)
    in_te_vullen = invulling(tabellen, _bij(rapport, meting))
    inhoud = Inhoud(
        vorm=VORM,
        adres=f"/cijfers/{rapport.programma.slug}/{meting.jaar}/{opzet.versie}/",
        indicator=_indicator(rapport),
        programma=_programma(rapport),
        jaar=meting.jaar,
        versie=opzet.versie,
        gepubliceerd_op=opzet.op,
        drempel=opzet.tekst.drempel,
        meting=_meting(rapport, meting),
        vorige_meting=_vorige(rapport),
        bron=_bron(rapport),
        definitie=_definitie(rapport, meting),
        teksten=_teksten(opzet, in_te_vullen),
        errata=opzet.errata,
        licentie=opzet.licentie,
        uitleg=UITLEG if cijfers is not None and cijfers.iets_beschermd else "",
        cijfers=cijfers,
        tabellen=tabellen,
        figuur1=None if cijfers is None else _figuur1(rapport),
    )
    opent = verraadt if opzet.tekst.drempel == 0 else ""
    dicht = [_te_raden(verraadt)] if verraadt and not opent else []
    return Concept(inhoud=inhoud, invulling=in_te_vullen, fouten=(*dicht, *_fouten(opzet, in_te_vullen)), opent=opent)


def _beschermd(opzet: Opzet) -> tuple[BeschermdeCijfers, str]:
    """The figures, and in Dutch which protected counts can be worked out when they are public; empty: none."""
    try:
        return bescherm(opzet.rapport.indicator, drempel=opzet.tekst.drempel, eerder=opzet.eerder), ""
    except Verraadt as fout:
        return fout.kandidaat, opsomming([f"{DELEN[deel]} op {datum(dag)}" for dag, deel in fout.waar])


def _te_raden(waar: str) -> str:
    return (
        f"Wie alles van dit programma naast elkaar legt, kan dan een afgeschermd aantal uitrekenen ({waar}), ook als "
        "alle aantallen personen weggaan. Kies een andere drempel en kijk opnieuw. Helpt dat niet, laat dan staan "
        "wat er is gepubliceerd, en schrijf bij een fout een erratum."
    )


def _bron(rapport: Rapport) -> str:
    """Without the word that stands beside it already."""
    tekst = rapport.bron.removeprefix("Bron: ")
    return f"{tekst[:1].upper()}{tekst[1:]}"


def _bij(rapport: Rapport, meting: Vastgesteld) -> dict[str, str]:
    """What is no count of a table; and where the measurement is nvt, that word for every figure there would be."""
    zonder = {naam: "nvt" for naam, _ in figuren(rapport.tabellen)} if meting.nvt else {}
    return zonder | {
        "jaar": str(meting.jaar),
        "peildatum": datum(rapport.peildatum),
        "vorige_meting": str(rapport.vorige_meting),
        "programma": rapport.programma.naam,
    }


def _indicator(rapport: Rapport) -> Indicatorgegevens:
    return Indicatorgegevens(nummer=INDICATOR, titel=rapport.titel, monitor=MONITOR, naamgeving=rapport.naamgeving)


def _programma(rapport: Rapport) -> Programmagegevens:
    een = rapport.programma
    return Programmagegevens(slug=een.slug, naam=een.naam, opdrachtgever=een.opdrachtgever, uitvoerders=een.uitvoerders)


def _meting(rapport: Rapport, meting: Vastgesteld) -> Metinggegevens:
    return Metinggegevens(
        nummer=meting.nummer,
        peildatum=rapport.peildatum,
        aanleiding=meting.aanleiding,
        vastgesteld_op=localtime(meting.vastgesteld_op).date(),
        nvt=meting.nvt,
    )


def _vorige(rapport: Rapport) -> Vorigemeting:
    vorige = rapport.vorige_meting
    return Vorigemeting(peildatum=vorige.peildatum, waarde=vorige.opgestart, tekst=str(vorige))


def _definitie(rapport: Rapport, meting: Vastgesteld) -> Definitie:
    regels = tuple(Telregel(begrip=een.begrip, regel=een.regel) for een in rapport.telregels)
    return Definitie(versie=meting.definitie, tekst=rapport.definitie, telregels=regels)


def _gebruikt(opzet: Opzet) -> dict[str, str]:
    """The texts of this version: a first one changed nothing; without figures there is nothing to go deeper into."""
    weg = {"wijziging"} if opzet.versie == 1 else set()
    if opzet.rapport.meting and opzet.rapport.meting.nvt:
        weg.add("verdieping")
    return {naam: "" if naam in weg else str(getattr(opzet.tekst, naam)) for naam in TEKSTVELDEN}


def _teksten(opzet: Opzet, in_te_vullen: Invulling) -> Teksten:
    return Teksten(**{naam: in_te_vullen.vul(tekst) for naam, tekst in _gebruikt(opzet).items()})


def getallen(opzet: Opzet) -> tuple[Los, ...]:
    """The numbers that are typed in the texts of this version."""
    teksten = _gebruikt(opzet).items()
    return tuple(los for naam, tekst in teksten for los in losse_getallen(_label(naam), tekst))


def getallen_in_errata(opzet: Opzet) -> tuple[Los, ...]:
    """The numbers in what readers are told of errata, filled in when that was written."""
    return tuple(los for een in opzet.errata for los in losse_getallen(f"erratum {een.nummer}", een.tekst))


def _label(naam: str) -> str:
    return str(Publicatietekst._meta.get_field(naam).verbose_name)  # type: ignore[union-attr]  # no relation


def _fouten(opzet: Opzet, in_te_vullen: Invulling) -> list[str]:
    return [fout for naam, tekst in _gebruikt(opzet).items() for fout in in_te_vullen.fouten(_label(naam), tekst)]


def _figuur1(rapport: Rapport) -> Figuur1:
    return Figuur1(
        titel=figuur1.titel(rapport),
        tekstalternatief=figuur1.tekstalternatief(rapport),
        bron=figuur1.kaartbron(rapport),
        svg=figuur1.figuur1_svg(rapport),
        praktijken=tuple(_praktijken(rapport)),
    )


def _praktijken(rapport: Rapport) -> list[Praktijk]:
    """By number; a municipality without a point is named and stands on no map."""
    punten = {(een.nummer, punt.naam): punt for een in rapport.kaart for punt in een.gemeenten}
    return [
        Praktijk(
            nummer=een.nummer,
            code=een.code,
            naam=een.naam,
            startdatum=een.startdatum,
            status=een.status,
            plaatsen=tuple(_plaats(naam, punten.get((een.nummer, naam))) for naam in een.gemeenten),
        )
        for een in rapport.praktijken
    ]


def _plaats(naam: str, punt: Kaartpunt | None) -> Plaats:
    if punt is None:
        return Plaats(code="", naam=naam, provincie="", lon="", lat="")
    return Plaats(code=punt.code, naam=naam, provincie=punt.provincie, lon=f"{punt.lon:.4f}", lat=f"{punt.lat:.4f}")
