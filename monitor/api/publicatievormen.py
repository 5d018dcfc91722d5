"""The form of what is published, in openapi.json: made of its values, with what each means in Dutch."""

from typing import Final

from monitor.api.cijfervormen import CIJFERWOORDEN, NU, PEILDATUM, PROGRAMMA, TOT_NU_TOE
from monitor.api.cijfervormen import WOORDEN as TELWOORDEN
from monitor.api.vormen import Woorden, vorm_van
from monitor.bescherming.waarden import (
    BeschermdeCijfers,
    BeschermdeDeelnemers,
    BeschermdePraktijkcijfers,
    BeschermdType,
)
from monitor.indicator import Deelnemers, Praktijkcijfers
from monitor.publicatie import waarden
from monitor.tabellen import Figuur, Rij

_AFGESCHERMD: Final = " Null: afgeschermd."
_DEELNEMERS: Final = {
    naam: tekst + ("" if naam == "typen" else _AFGESCHERMD) for naam, tekst in TELWOORDEN[Deelnemers].items()
}
_PRAKTIJK: Final = TELWOORDEN[Praktijkcijfers]
WOORDEN: Final[Woorden] = TELWOORDEN | {
    waarden.Inhoud: {
        "vorm": "De versie van deze vorm.",
        "adres": "Het vaste adres van de bladzijde, zonder het begin.",
        "indicator": "Welke indicator.",
        "programma": "Van welk programma.",
        "jaar": "Het jaar waarnaar de meting heet.",
        "versie": "De versie in dat jaar.",
        "gepubliceerd_op": "De dag waarop deze versie openbaar werd.",
        "drempel": "Aantallen personen daaronder zijn afgeschermd; 0: geen.",
        "meting": "De vastgestelde meting.",
        "vorige_meting": "De indicator een meting eerder.",
        "bron": "Waar de cijfers vandaan komen.",
        "definitie": "Wat er is geteld.",
        "teksten": "Wat erbij staat.",
        "errata": "Fouten die vóór deze versie in de meting zijn gevonden.",
        "licentie": "De licentie waaronder u de cijfers mag gebruiken; ontbreekt in vorm 1.",
        "uitleg": "Hoe een afgeschermd aantal eruitziet; leeg: er is niets afgeschermd.",
        "cijfers": "De cijfers; null: de meting is als geheel nvt.",
        "tabellen": "Dezelfde cijfers als tabellen.",
        "figuur1": "De kaart; null: de meting is als geheel nvt.",
    },
    waarden.Indicatorgegevens: {
        "nummer": "Het nummer van de indicator.",
        "titel": "De titel.",
        "monitor": "In welke monitor.",
        "naamgeving": "Hoe de monitor noemt wat hier een praktijk heet.",
    },
    waarden.Programmagegevens: {
        "slug": PROGRAMMA,
        "naam": "De naam.",
        "opdrachtgever": "Wie het programma betaalt.",
        "uitvoerders": "Wie het programma uitvoeren.",
    },
    waarden.Metinggegevens: {
        "nummer": "Het nummer in het jaar.",
        "peildatum": PEILDATUM,
        "aanleiding": "Waarvoor er is gemeten.",
        "vastgesteld_op": "De dag waarop de meting is vastgesteld.",
        "nvt": "Waarom de meting als geheel geen waarde heeft; leeg: die heeft zij.",
    },
    waarden.Vorigemeting: {
        "peildatum": "De dag van die meting.",
        "waarde": "De waarde; null: nvt.",
        "tekst": "De waarde in woorden.",
    },
    waarden.Telregel: {"begrip": "Het cijfer.", "regel": "Wat het telt."},
    waarden.Definitie: {
        "versie": "De versie van de definitie.",
        "tekst": "De definitie.",
        "telregels": "Wat elk cijfer telt.",
    },
    waarden.Teksten: {
        "titel": "De titel.",
        "beschrijving": "De beschrijving.",
        "beleidsdoel": "Het verband met het beleidsdoel.",
        "verdieping": "Verdieping; mag leeg zijn.",
        "referenties": "Verwijzingen; mag leeg zijn.",
        "wijziging": "Wat er anders is dan in de vorige versie; mag leeg zijn.",
    },
    waarden.Erratum: {
        "nummer": "Het nummer.",
        "op": "De dag waarop het is vastgelegd.",
        "tekst": "Wat er fout was en hoe het wel zit; ontbreekt in vorm 1.",
    },
    waarden.Plaats: {
        "code": "De code van het CBS; leeg: niet op de kaart.",
        "naam": "De gemeente.",
        "provincie": "De provincie; leeg: niet op de kaart.",
        "lon": "De lengtegraad als tekst (WGS 84); leeg: niet op de kaart.",
        "lat": "De breedtegraad als tekst (WGS 84); leeg: niet op de kaart.",
    },
    waarden.Praktijk: {
        "nummer": "Het nummer op de kaart.",
        "code": _PRAKTIJK["code"],
        "naam": _PRAKTIJK["naam"],
        "startdatum": "De eerste dag; null: niet bekend.",
        "status": "De status op de peildatum.",
        "plaatsen": "De gemeenten.",
    },
    waarden.Figuur1: {
        "titel": "De titel.",
        "tekstalternatief": "De kaart in woorden.",
        "bron": "Waar de lijnen vandaan komen.",
        "svg": "De tekening.",
        "praktijken": "De praktijken op de kaart.",
    },
    waarden.Tabel: {
        "naam": "De korte naam.",
        "titel": "De titel.",
        "figuren": "De kolommen.",
        "rijen": "De rijen.",
        "noot": "De zinnen eronder; leeg: er zijn er geen.",
    },
    Figuur: {"naam": "De korte naam van de kolom.", "label": "De kop van de kolom."},
    Rij: {
        "sleutel": "Waaraan de rij is te herkennen; leeg: het hele programma.",
        "label": "De naam van de rij.",
        "waarden": "De cijfers, in de volgorde van de kolommen; null: afgeschermd, of geen gegevens.",
    },
    BeschermdeCijfers: CIJFERWOORDEN
    | {
        "programma": PROGRAMMA,
        "peildatum": PEILDATUM,
        "versie": "De hoeveelste publicatie van deze peildatum.",
        "drempel": "Aantallen personen daaronder zijn afgeschermd; 0: geen.",
        "deelnemers": NU,
        "deelnemers_tot_nu_toe": TOT_NU_TOE,
    },
    BeschermdeDeelnemers: _DEELNEMERS,
    BeschermdType: {
        "naam": "Het organisatietype, of hoe kleine typen samen heten.",
        "aantal": f"De deelnemers.{_AFGESCHERMD}",
        "soorten": "Welke kleine typen hier samen staan; leeg: het is één type.",
    },
    BeschermdePraktijkcijfers: _PRAKTIJK | {"deelnemers": f"{_PRAKTIJK['deelnemers']}{_AFGESCHERMD}"},
}
INHOUD: Final = vorm_van(waarden.Inhoud, "Alles wat is gepubliceerd, en niets anders.", WOORDEN)
