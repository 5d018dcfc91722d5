"""One page of Word for a question of parliament: the figure, what it does not say, and whom to ask.

It holds counts of practices alone: these may be quoted, however small.
"""

from collections.abc import Iterator

from monitor.aanlevering import teksten
from monitor.aanlevering.document import nieuw
from monitor.aanlevering.dossier import Dossier
from monitor.aanlevering.word import als_word
from monitor.document.blokken import Alinea, Blok, Gegevens, Kop, Lijst
from monitor.nederlands import datum


def als_antwoordnotitie(dossier: Dossier) -> bytes:
    """The note as .docx."""
    titel = teksten.titel(dossier)
    return als_word(
        nieuw(dossier, f"Antwoordnotitie: {titel[0].lower()}{titel[1:]}", _blokken(dossier), dossier.gemaakt_op)
    )


def _blokken(dossier: Dossier) -> Iterator[Blok]:
    rapport = dossier.rapport
    kern = ("Programma", rapport.programma.naam), ("Peildatum", datum(rapport.peildatum)), ("Cijfer", dossier.waarde)
    yield Gegevens(paren=kern)
    yield Kop(tekst="Antwoord")
    yield Alinea(tekst=teksten.antwoord(dossier))
    yield Kop(tekst="Verschil met de vorige keer")
    yield Alinea(tekst=teksten.verschil(dossier))
    yield Kop(tekst="Wat telt mee")
    yield Alinea(tekst=rapport.definitie)
    yield Alinea(tekst=rapport.naamgeving)
    yield Kop(tekst="Wat het cijfer niet zegt")
    yield Lijst(regels=tuple(teksten.zegt_niet(dossier)))
    yield Kop(tekst="Herkomst en contact")
    yield Alinea(tekst=f"{teksten.vastgesteld(dossier)} {rapport.bron}")
    yield Gegevens(paren=(("Vragen", dossier.contact),))
