"""The figures of the calls of a programme: those of docs/oproepcijfers.md that whole numbers can hold."""

import datetime
from collections.abc import Callable
from typing import Any

from aanmeldingen.models import Aanmelding, Belangstelling, Bijeenkomst, Oproep, Plaatsstand
from mantelzorg.toegang import Recht
from monitor.definities import Definitie
from monitor.feiten import Feiten
from monitor.indicatoren.cijfers import Cijfers
from monitor.indicatoren.oproep.bron import lees
from monitor.indicatoren.oproep.feiten import Aanmeldfeit, Belangstellingfeit, Bijeenkomstfeit, Oproepfeit
from monitor.indicatoren.oproep.tabellen import BEKEND, TABELLEN, TOTAAL, oproepfeiten
from monitor.indicatoren.oproep.telregels import DEFINITIE, TELREGELS
from monitor.indicatoren.soort import Indicatorsoort
from monitor.nederlands import aantal, datum, vorm
from monitor.oordelen import Oordeel
from monitor.oproepen.berekening import ONBEKEND, uitkomst
from monitor.oproepen.bron import Aanmeldrij
from monitor.oproepen.cijfers import Uitkomst

Dag = datetime.date
Oproepen = dict[int, Oproepfeit]
GEOPEND, GEHOUDEN = "oproepen.geopend", "bijeenkomsten.gehouden"
_PLAATSEN = {
    Plaatsstand.BEZET: ("bezet",),
    Plaatsstand.BEVESTIGD: ("bezet", "bevestigd"),
    Plaatsstand.AANGEBODEN: ("aangeboden",),
    Plaatsstand.WACHT: ("wachtend",),
    Plaatsstand.KANDIDAAT: ("kandidaten",),
}
"""In which figures an application counts by where it stands in the ledger."""
_NEEMT = (Plaatsstand.BEZET, Plaatsstand.BEVESTIGD, Plaatsstand.AANGEBODEN)


def oordelen(feiten: Feiten, peildatum: Dag) -> list[Oordeel]:
    """Of every call, application, meeting and statement of interest."""
    oproepen = {een.id: een for een in oproepfeiten(feiten)}
    return [_REGELS[feit.soort](feit, oproepen, peildatum) for feit in feiten.eigen]


def _oproep(feit: Oproepfeit, _: Oproepen, dag: Dag) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    oordeel.beslis(GEOPEND, _na(feit.opent, dag, "opent"))
    plaatsen = feit.plaatsen(dag)
    if plaatsen is None:
        oordeel.niet.append(("plaatsen.capaciteit", "het aantal plaatsen is op de peildatum niet vastgesteld"))
    else:
        oordeel.tel("plaatsen.capaciteit", gewicht=plaatsen)
        oordeel.tel("plaatsen.vrij", gewicht=plaatsen)
    return oordeel


def _na(op: Dag, dag: Dag, wat: str) -> str:
    return f"{wat} op {datum(op)}, na de peildatum" if op > dag else ""


def _aanmelding(feit: Aanmeldfeit, oproepen: Oproepen, dag: Dag) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    if oordeel.beslis(TOTAAL, _na(feit.ontvangen, dag, "ontvangen")):
        rij = _als_rij(feit, dag)
        wat = uitkomst(rij)
        _ingedeeld(oordeel, feit, oproepen[feit.oproep].slug, wat)
        _plek(oordeel, rij.plaatsstand, oproepen[feit.oproep].plaatsen(dag) is not None)
        _besluit(oordeel, rij)
    return oordeel


def _als_rij(feit: Aanmeldfeit, dag: Dag) -> Aanmeldrij:
    """The application as the figures of a call take it, so that its outcome is told by one and the same rule."""
    plaats = feit.plaats_op(dag)
    besloten = [een.dag for een in feit.besluiten if een.dag <= dag]
    return Aanmeldrij(
        sector=feit.sector,
        provincie=feit.provincie,
        ontvangen=feit.ontvangen,
        medewerkers=feit.medewerkers,
        sectoroverstijgend=feit.sectoroverstijgend,
        ingetrokken=feit.ingetrokken is not None and feit.ingetrokken <= dag,
        besluit=feit.besluit_op(dag),
        plaatsstand=plaats.naar if plaats else "",
        gebeurtenis=plaats.gebeurtenis if plaats else "",
        eerste_besluit=min(besloten, default=None),
    )


def _ingedeeld(oordeel: Oordeel, feit: Aanmeldfeit, slug: str, wat: str) -> None:
    oordeel.tel(f"uitkomsten.{wat}")
    oordeel.tel("per_sector.aantal", feit.sector)
    oordeel.tel("per_provincie.aantal", feit.provincie or ONBEKEND)
    oordeel.tel("per_oproep.aanmeldingen", slug)
    oordeel.tel("medewerkers.alle_aanmeldingen", gewicht=feit.medewerkers)
    if feit.sectoroverstijgend:
        oordeel.tel("aanmeldingen.sectoroverstijgend")
        oordeel.tel("per_sector.sectoroverstijgend", feit.sector)
    if wat == Uitkomst.TOEGELATEN:
        oordeel.tel("per_oproep.toegelaten", slug)
        oordeel.tel("medewerkers.toegelaten", gewicht=feit.medewerkers)


def _plek(oordeel: Oordeel, stand: str, vastgesteld: bool) -> None:  # of the call, not a choice
    """A place that is taken or offered is no longer free, of a call whose number of places is settled."""
    for naam in _PLAATSEN.get(Plaatsstand(stand), ()) if stand else ():
        oordeel.tel(f"plaatsen.{naam}")
    if stand in _NEEMT and vastgesteld:
        oordeel.tel("plaatsen.vrij", gewicht=-1)


def _besluit(oordeel: Oordeel, rij: Aanmeldrij) -> None:
    if rij.eerste_besluit is not None:
        dagen = (rij.eerste_besluit - rij.ontvangen).days
        oordeel.tel("beslistijd.aantal")
        oordeel.tel("beslistijd.kortste", gewicht=dagen)
        oordeel.tel("beslistijd.langste", gewicht=dagen)


def _bijeenkomst(feit: Bijeenkomstfeit, _: Oproepen, dag: Dag) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    if oordeel.beslis(GEHOUDEN, "afgelast" if feit.afgelast else _na(feit.datum, dag, "gepland")):
        oordeel.tel("bijeenkomsten.capaciteit", gewicht=feit.capaciteit)
        oordeel.tel("bijeenkomsten.ingeschreven", gewicht=feit.ingeschreven)
        if oordeel.beslis(BEKEND, "" if feit.aanwezig + feit.niet_gekomen else "er is geen presentielijst"):
            for naam in ("aanwezig", "niet_gekomen", "aan_de_deur"):
                oordeel.tel(f"bijeenkomsten.{naam}", gewicht=getattr(feit, naam))
    return oordeel


def _belangstelling(feit: Belangstellingfeit, _: Oproepen, dag: Dag) -> Oordeel:
    oordeel = Oordeel(feit=feit)
    if oordeel.beslis("belangstelling.ontvangen", _na(feit.op, dag, "ontvangen")):
        for figuur, op in (("belangstelling.bereikt", feit.bereikt), ("belangstelling.aangemeld", feit.aangemeld)):
            oordeel.beslis(figuur, "op de peildatum nog niet" if op is None or op > dag else "")
    return oordeel


_REGELS: dict[str, Callable[[Any, Oproepen, Dag], Oordeel]] = {
    Oproepfeit.soort: _oproep,
    Aanmeldfeit.soort: _aanmelding,
    Bijeenkomstfeit.soort: _bijeenkomst,
    Belangstellingfeit.soort: _belangstelling,
}


def zinnen(cijfers: Cijfers) -> tuple[str, ...]:
    """How many applied, to how many calls, and how many were admitted."""
    ontvangen = cijfers.waarde(TOTAAL) or 0
    totaal = aantal(ontvangen, "aanmelding", "aanmeldingen")
    oproepen = aantal(cijfers.waarde(GEOPEND) or 0, "oproep", "oproepen")
    toegelaten = cijfers.waarde("uitkomsten.toegelaten") or 0
    kwam = f"{vorm(ontvangen, 'kwam', 'kwamen')} er {totaal} binnen, bij {oproepen}."
    return (f"Tot en met {datum(cijfers.peildatum)} {kwam} Toegelaten: {toegelaten}.",)


SOORT = Indicatorsoort(
    code="oproep",
    naam="Oproepen samen",
    titel="Aanmeldingen, plaatsen en bijeenkomsten van de oproepen",
    definities=(
        Definitie(
            versie=1, vanaf=datetime.date(2014, 1, 1), tekst=DEFINITIE, telregels=TELREGELS, wijziging="",
            oordelen=oordelen,
        ),
    ),
    lees=lees,
    tabellen=TABELLEN,
    hoofd=TOTAAL,
    niet_gestart=GEOPEND,
    zinnen=zinnen,
    feitsoorten=(Oproepfeit, Aanmeldfeit, Bijeenkomstfeit, Belangstellingfeit),
    kader=(Oproepfeit.soort,),
    recht_records=Recht.AANMELDINGEN_ZIEN,
    historie={
        Oproepfeit.soort: (Oproep, "id"),
        Aanmeldfeit.soort: (Aanmelding, "id"),
        Bijeenkomstfeit.soort: (Bijeenkomst, "id"),
        Belangstellingfeit.soort: (Belangstelling, "id"),
    },
)  # fmt: skip
