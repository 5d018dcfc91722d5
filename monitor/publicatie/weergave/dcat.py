"""The catalogue of what is published, for catalogues of data: DCAT-AP-NL 3.0, as JSON-LD.

JSON-LD is JSON: it takes no library, and what a text holds cannot break it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from monitor.publicatie.waarden import Inhoud, Uitgave
from monitor.publicatie.weergave.verbeteringen import verbeteringen

_EU = "http://publications.europa.eu/resource/authority"
TAAL = f"{_EU}/language/NLD"
OPENBAAR = f"{_EU}/access-right/PUBLIC"
THEMA = f"{_EU}/data-theme/HEAL"
NEDERLAND = f"{_EU}/country/NLD"
VORMEN = {
    "csv": (f"{_EU}/file-type/CSV", "https://www.iana.org/assignments/media-types/text/csv"),
    "json": (f"{_EU}/file-type/JSON", "https://www.iana.org/assignments/media-types/application/json"),
    "pdf": (f"{_EU}/file-type/PDF", "https://www.iana.org/assignments/media-types/application/pdf"),
    "xlsx": (
        f"{_EU}/file-type/XLSX",
        "https://www.iana.org/assignments/media-types/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgever:
    """Who publishes, at which address (`basis`, without a slash at its end), under which licence (an IRI)."""

    basis: str
    naam: str
    email: str
    licentie: str


def als_dcat(uitgaven: Iterable[Uitgave], uitgever: Uitgever) -> dict[str, Any]:
    """The catalogue: a dataset for each publication."""
    catalogus = {
        "@id": f"{uitgever.basis}/cijfers/",
        "@type": "dcat:Catalog",
        "dct:title": _nl("Gepubliceerde cijfers"),
        "dct:description": _nl("De gepubliceerde cijfers van de programma’s, per jaar."),
        "dct:language": _iri(TAAL, "dct:LinguisticSystem"),
        "dct:license": _iri(uitgever.licentie, "dct:LicenseDocument"),
        "dct:publisher": _organisatie(uitgever),
        "dcat:contactPoint": _contact(uitgever),
        "dcat:dataset": [_dataset(een, uitgever) for een in uitgaven],
    }
    return {"@context": CONTEXT, **catalogus}


def _dataset(uitgave: Uitgave, uitgever: Uitgever) -> dict[str, Any]:
    inhoud = uitgave.inhoud
    adres = f"{uitgever.basis}{inhoud.adres}"
    return {
        "@id": adres,
        "@type": "dcat:Dataset",
        "dct:identifier": adres,
        "dct:title": _nl(f"{inhoud.teksten.titel}, {inhoud.jaar}"),
        "dct:description": _nl(inhoud.teksten.beschrijving),
        "dct:issued": _dag(inhoud.gepubliceerd_op.isoformat()),
        "dct:language": _iri(TAAL, "dct:LinguisticSystem"),
        "dct:accessRights": _iri(OPENBAAR, "dct:RightsStatement"),
        "dct:spatial": _iri(NEDERLAND, "dct:Location"),
        "dct:temporal": _periode(inhoud),
        "dcat:theme": _iri(THEMA, "skos:Concept") | {"skos:prefLabel": _nl("Gezondheid")},
        "dcat:version": str(inhoud.versie),
        "adms:versionNotes": [_nl(noot) for noot in verbeteringen(uitgave)],
        "dcat:landingPage": _iri(adres, "foaf:Document"),
        "dct:creator": _organisatie(uitgever),
        "dct:publisher": _organisatie(uitgever),
        "dcat:contactPoint": _contact(uitgever),
        "dcat:distribution": [_bestand(adres, inhoud, vorm, uitgever) for vorm in VORMEN],
    }


def _periode(inhoud: Inhoud) -> dict[str, Any]:
    """The one day that the figures are of."""
    dag = _dag(inhoud.meting.peildatum.isoformat())
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": dag, "dcat:endDate": dag}


def _bestand(adres: str, inhoud: Inhoud, vorm: str, uitgever: Uitgever) -> dict[str, Any]:
    soort, mediatype = VORMEN[vorm]
    return {
        "@id": f"{adres}{vorm}/",
        "@type": "dcat:Distribution",
        "dct:title": _nl(f"{inhoud.teksten.titel}, {inhoud.jaar} ({vorm.upper()})"),
        "dct:issued": _dag(inhoud.gepubliceerd_op.isoformat()),
        "dct:format": _iri(soort, "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _iri(mediatype, "dct:MediaType"),
        "dcat:accessURL": _iri(adres, "rdfs:Resource"),
        "dcat:downloadURL": _iri(f"{adres}{vorm}/", "rdfs:Resource"),
        "dct:license": _iri(inhoud.licentie or uitgever.licentie, "dct:LicenseDocument"),
    }


def _organisatie(uitgever: Uitgever) -> dict[str, Any]:
    return {
        "@id": f"{uitgever.basis}/contact/#uitgever",
        "@type": "foaf:Agent",
        "foaf:name": _nl(uitgever.naam),
    }


def _contact(uitgever: Uitgever) -> dict[str, Any]:
    return {
        "@id": f"{uitgever.basis}/contact/#contact",
        "@type": "vcard:Kind",
        "vcard:fn": uitgever.naam,
        "vcard:hasEmail": {"@id": f"mailto:{uitgever.email}"},
    }


def _iri(adres: str, soort: str) -> dict[str, Any]:
    return {"@id": adres, "@type": soort}


def _nl(tekst: str) -> dict[str, str]:
    return {"@value": tekst, "@language": "nl"}


def _dag(dag: str) -> dict[str, str]:
    return {"@value": dag, "@type": "xsd:date"}
