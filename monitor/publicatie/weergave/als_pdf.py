"""A publication as PDF: what its page says and shows, in that order, and nothing else."""

import datetime
from collections.abc import Iterator

from monitor.document.als_pdf import als_pdf as maak_pdf
from monitor.document.blokken import Alinea, Beeld, Blok, Document, Gegevens, Kolom, Kop, Lijst, Tabel, alineas
from monitor.nederlands import datum
from monitor.publicatie.waarden import Figuur1, Inhoud, Uitgave, Vorigemeting
from monitor.publicatie.weergave.bladzijde import Bladzijde, Praktijkregel, Regel, Tabel1, maak_bladzijde
from monitor.publicatie.weergave.verbeteringen import in_een_zin, in_woorden

AFGESCHERMD = "– (afgeschermd)"
CIJFERS = (Kolom(kop="Cijfer"), Kolom(kop="Aantal", cijfer=True))
TYPEN = (Kolom(kop="Organisatietype"), Kolom(kop="Deelnemers", cijfer=True))
NUMMERS = (Kolom(kop="Nr.", cijfer=True), Kolom(kop="Praktijk"), Kolom(kop="Gemeenten"))
PRAKTIJKEN = (
    Kolom(kop="Praktijk"),
    Kolom(kop="Ontwerpvragen", cijfer=True),
    Kolom(kop="Experimenten", cijfer=True),
    Kolom(kop="Deelnemers nu", cijfer=True),
    Kolom(kop="Gestart", smal=True),
    Kolom(kop="Status", smal=True),
)


def als_pdf(uitgave: Uitgave, *, adres: str) -> bytes:
    """PDF/UA-1; `adres`: where this version stays. The same version, with the same afterwards, gives the same bytes."""
    inhoud = uitgave.inhoud
    bladzijde = maak_bladzijde(inhoud, uitgave.zegel)
    document = Document(
        titel=f"{inhoud.teksten.titel}, {inhoud.jaar}",
        onderwerp=f"{inhoud.programma.naam}, peildatum {datum(inhoud.meting.peildatum)}",
        auteur=inhoud.programma.uitvoerders or inhoud.programma.naam,
        voet=f"Indicator {inhoud.indicator.nummer}, {inhoud.jaar}, versie {inhoud.versie}",
        gemaakt_op=datetime.datetime.combine(inhoud.gepubliceerd_op, datetime.time(), datetime.UTC),
        blokken=(*_kop(uitgave), *_teksten(inhoud), *_cijfers(bladzijde), *_slot(bladzijde, adres)),
    )
    return maak_pdf(document)


def _kop(uitgave: Uitgave) -> Iterator[Blok]:
    inhoud = uitgave.inhoud
    yield Alinea(tekst=f"{inhoud.programma.naam}, {inhoud.jaar}.")
    yield from (Alinea(tekst=in_een_zin(later)) for later in uitgave.later)
    yield Gegevens(paren=tuple(_gegevens(inhoud)))


def _gegevens(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    indicator, meting = inhoud.indicator, inhoud.meting
    waarde = f"nvt ({meting.nvt})" if meting.nvt else str(inhoud.waarde)
    yield "Lokale pilots opgestart", f"{waarde}, peildatum {datum(meting.peildatum)}"
    yield "Vorige meting", _vorige(inhoud.vorige_meting)
    yield "Indicator", f"{indicator.nummer}. {indicator.titel} ({indicator.monitor})"
    yield "Bron", inhoud.bron
    yield "Jaar", f"{inhoud.jaar}; aanleiding: {meting.aanleiding}"
    yield "Versie", f"{inhoud.versie}, gepubliceerd op {datum(inhoud.gepubliceerd_op)}"
    yield from (("Verwerkte verbetering", in_woorden(een)) for een in inhoud.errata)
    if inhoud.licentie:
        yield "Licentie", inhoud.licentie


def _vorige(vorige: Vorigemeting) -> str:
    return f"{vorige.tekst}, peildatum {datum(vorige.peildatum)}"


def _teksten(inhoud: Inhoud) -> Iterator[Blok]:
    teksten = inhoud.teksten
    yield from _deel(f"Wat er anders is dan in versie {inhoud.versie - 1}", teksten.wijziging)
    yield Kop(tekst="Beschrijving")
    yield from (Alinea(tekst=tekst) for tekst in (*alineas(teksten.beschrijving), inhoud.indicator.naamgeving))
    yield from _deel("Verband met het beleidsdoel", teksten.beleidsdoel)
    yield from _deel("Verdieping", teksten.verdieping)
    if inhoud.uitleg:
        yield Alinea(tekst=inhoud.uitleg)


def _deel(kop: str, tekst: str) -> Iterator[Blok]:
    """A heading with its paragraphs; nothing where there are none."""
    delen = alineas(tekst)
    if delen:
        yield Kop(tekst=kop)
        yield from (Alinea(tekst=deel) for deel in delen)


def _cijfers(bladzijde: Bladzijde) -> Iterator[Blok]:
    if bladzijde.inhoud.figuur1 is None:
        return
    yield from _figuur1(bladzijde.inhoud.figuur1)
    yield Kop(tekst="Deelnemers naar organisatietype")
    for tabel in bladzijde.tabellen1:
        yield from _tabel1(tabel)
    yield Kop(tekst="Cijfers per praktijk")
    yield Tabel(
        titel="Cijfers per praktijk",
        kolommen=PRAKTIJKEN,
        rijen=tuple(_praktijkrij(een) for een in bladzijde.praktijken),
    )
    yield Alinea(tekst=bladzijde.praktijknoot)
    yield Kop(tekst="Alle cijfers van het programma")
    for onderwerp, regels in bladzijde.groepen:
        yield Tabel(titel=onderwerp, kolommen=CIJFERS, rijen=tuple(_regel(regel) for regel in regels))


def _figuur1(figuur: Figuur1) -> Iterator[Blok]:
    yield Kop(tekst="Waar de praktijken zijn")
    yield Beeld(svg=figuur.svg, titel=figuur.titel, tekstalternatief=figuur.tekstalternatief, bron=figuur.bron)
    if figuur.praktijken:
        rijen = ((str(een.nummer), een.naam, ", ".join(plek.naam for plek in een.plaatsen) or "–")
                 for een in figuur.praktijken)  # fmt: skip
        yield Tabel(titel="De nummers op de kaart", kolommen=NUMMERS, rijen=tuple(rijen))


def _tabel1(tabel: Tabel1) -> Iterator[Blok]:
    if tabel.rijen:
        rijen = tuple(_regel(regel) for regel in tabel.rijen)
        yield Tabel(titel=tabel.titel, kolommen=TYPEN, rijen=rijen, totaal=("Totaal", _cel(tabel.totaal)))
    else:
        yield Alinea(tekst=tabel.titel)
    yield Alinea(tekst=tabel.noot)


def _praktijkrij(regel: Praktijkregel) -> tuple[str, ...]:
    praktijk = regel.praktijk
    gestart = datum(praktijk.startdatum) if praktijk.startdatum else ""
    return (f"{praktijk.naam} ({praktijk.code})", *(_cel(een) for een in regel.waarden), gestart, praktijk.status)


def _regel(regel: Regel) -> tuple[str, str]:
    return regel.naam, _cel(regel.waarden[0])


def _cel(waarde: int | None) -> str:
    return AFGESCHERMD if waarde is None else str(waarde)


def _slot(bladzijde: Bladzijde, adres: str) -> Iterator[Blok]:
    inhoud = bladzijde.inhoud
    referenties = tuple(filter(None, inhoud.teksten.referenties.splitlines()))
    if referenties:
        yield Kop(tekst="Referenties")
        yield Lijst(regels=referenties)
    yield Kop(tekst="Hoe er is geteld")
    yield Alinea(tekst=f"{inhoud.definitie.tekst} Dit is versie {inhoud.definitie.versie} van de definitie.")
    yield Gegevens(paren=tuple((een.begrip, een.regel) for een in inhoud.definitie.telregels))
    yield Kop(tekst="Is dit echt?")
    yield Alinea(tekst=f"Vast adres van deze versie: {adres}")
    yield Alinea(
        tekst=f"Het zegel van deze versie is {bladzijde.zegel}. U rekent het na op dat adres: download de JSON en "
        "bereken daarvan de SHA-256."
    )
