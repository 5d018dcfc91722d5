"""What search engines read of a publication: schema.org's Dataset, as JSON-LD."""

from typing import Any

from monitor.publicatie.waarden import Inhoud, Uitgave
from monitor.publicatie.weergave.verbeteringen import verbeteringen

MEDIATYPEN = {
    "csv": "text/csv",
    "json": "application/json",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def als_schema_org(uitgave: Uitgave, *, basis: str, licentie: str) -> dict[str, Any]:
    """The dataset; `basis`: the web address of the product, without a slash at its end; `licentie`: its address."""
    inhoud = uitgave.inhoud
    adres = f"{basis}{inhoud.adres}"
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": adres,
        "url": adres,
        "name": f"{inhoud.teksten.titel}, {inhoud.jaar}",
        "description": inhoud.teksten.beschrijving,
        "inLanguage": "nl",
        "version": str(inhoud.versie),
        "identifier": f"sha256:{uitgave.zegel}",
        "correction": list(verbeteringen(uitgave)),
        "datePublished": inhoud.gepubliceerd_op.isoformat(),
        "temporalCoverage": inhoud.meting.peildatum.isoformat(),
        "spatialCoverage": {"@type": "Place", "name": "Nederland"},
        "isAccessibleForFree": True,
        "license": licentie,
        "creator": {"@type": "Organization", "name": inhoud.programma.uitvoerders or inhoud.programma.naam},
        "variableMeasured": _gemeten(inhoud),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": soort, "contentUrl": f"{adres}{vorm}/"}
            for vorm, soort in MEDIATYPEN.items()
        ],
    }


def _gemeten(inhoud: Inhoud) -> list[dict[str, Any]]:
    """The figures of the programme as a whole; a protected count is not among them."""
    return [
        {"@type": "PropertyValue", "name": f"{tabel.titel}: {figuur.label}", "value": waarde}
        for tabel in inhoud.tabellen
        for rij in tabel.rijen
        for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True)
        if not rij.sleutel and waarde is not None
    ]
