"""The tables of the Excel report, each for a sheet of its own."""

from collections.abc import Iterator

from monitor.nederlands import datum
from monitor.rapport import Rapport, Tabel1
from monitor.weergave.xlsx_tabel import Bladtabel, Kolom, Waarde

TYPEN_NU, TYPEN_TOT_NU_TOE = "Organisatietypen nu", "Organisatietypen tot nu toe"


def tabelbladen(rapport: Rapport) -> tuple[Bladtabel, ...]:
    """All tables, in the order of their sheets."""
    return (
        _kerncijfers(rapport),
        _organisatietypen(TYPEN_NU, rapport.tabel1_nu),
        _organisatietypen(TYPEN_TOT_NU_TOE, rapport.tabel1_tot_nu_toe),
        _per_praktijk(rapport),
        _niet_meegeteld(rapport),
        _elders_genoemd(rapport),
    )


def _kerncijfers(rapport: Rapport) -> Bladtabel:
    return Bladtabel(
        blad="Kerncijfers",
        naam="Kerncijfers",
        omschrijving="De cijfers van het programma als geheel, een per rij.",
        kolommen=(
            Kolom(kop="Onderwerp", breedte=26),
            Kolom(kop="Cijfer", breedte=44),
            Kolom(kop="Aantal", breedte=12),
            Kolom(kop="Opmerking", breedte=26),
            Kolom(kop="Naam in CSV en JSON", breedte=42),
        ),
        rijen=(*_figuren(rapport), *_vergelijking(rapport)),
    )


def _figuren(rapport: Rapport) -> Iterator[tuple[Waarde, ...]]:
    """Those of the programme as a whole: a table without keys."""
    for tabel in rapport.tabellen:
        for rij in tabel.rijen:
            if not rij.sleutel:
                for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                    yield tabel.titel, figuur.label, waarde, "", f"{tabel.naam}.{figuur.naam}"


def _vergelijking(rapport: Rapport) -> Iterator[tuple[Waarde, ...]]:
    vorige = rapport.vorige_meting
    opmerking = str(vorige) if vorige.opgestart is None else ""
    yield "Vorige meting", f"Praktijken opgestart op {datum(vorige.peildatum)}", vorige.opgestart, opmerking, ""
    yield "Vorige meting", "Nieuw sindsdien", rapport.nieuw, "", ""
    streefwaarde = rapport.programma.streefwaarde
    yield "Streefwaarde", "Praktijken", streefwaarde, "niet vastgelegd" if streefwaarde is None else "", ""


def _organisatietypen(blad: str, tabel: Tabel1) -> Bladtabel:
    return Bladtabel(
        blad=blad,
        naam=blad.replace(" ", "_"),
        omschrijving=f"{tabel.titel}: meeste bovenaan.",
        kolommen=(Kolom(kop="Organisatietype", breedte=60), Kolom(kop="Deelnemers", breedte=14)),
        rijen=tuple((regel.naam, regel.aantal) for regel in tabel.rijen),
    )


def _per_praktijk(rapport: Rapport) -> Bladtabel:
    return Bladtabel(
        blad="Per praktijk",
        naam="Per_praktijk",
        omschrijving="De opgestarte praktijken met hun cijfers, een per rij.",
        kolommen=(
            Kolom(kop="Nummer op de kaart", breedte=12),
            Kolom(kop="Code", breedte=10),
            Kolom(kop="Praktijk", breedte=26),
            Kolom(kop="Gemeenten", breedte=32),
            Kolom(kop="Startdatum", breedte=13),
            Kolom(kop="Einddatum", breedte=13),
            Kolom(kop="Status", breedte=17),
            Kolom(kop="Ontwerpvragen", breedte=17),
            Kolom(kop="Experimenten opgestart", breedte=16),
            Kolom(kop="Deelnemers nu", breedte=15),
        ),
        rijen=tuple(
            (p.nummer, p.code, p.naam, "; ".join(p.gemeenten), p.startdatum, p.einddatum, p.status,
             p.ontwerpvragen, p.experimenten, p.deelnemers)
            for p in rapport.praktijken
        ),
    )  # fmt: skip


def _niet_meegeteld(rapport: Rapport) -> Bladtabel:
    return Bladtabel(
        blad="Niet meegeteld",
        naam="Niet_meegeteld",
        omschrijving="De praktijken die op de peildatum niet zijn opgestart, met de reden.",
        kolommen=(
            Kolom(kop="Code", breedte=12),
            Kolom(kop="Praktijk", breedte=40),
            Kolom(kop="Startdatum", breedte=13),
            Kolom(kop="Reden", breedte=60),
        ),
        rijen=tuple((p.code, p.naam, p.startdatum, p.reden) for p in rapport.niet_meegeteld),
    )


def _elders_genoemd(rapport: Rapport) -> Bladtabel:
    return Bladtabel(
        blad="Elders genoemd",
        naam="Elders_genoemd",
        omschrijving="Getallen die elders over het programma zijn genoemd, met de bron.",
        kolommen=(
            Kolom(kop="Getal", breedte=22),
            Kolom(kop="Bron", breedte=45),
            Kolom(kop="Toelichting", breedte=70),
        ),
        rijen=tuple((g.getal, g.bron, g.toelichting) for g in rapport.elders_genoemd),
    )
