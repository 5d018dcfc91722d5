"""One page of Word for a question of parliament: the figure, what it does not say, and whom to ask.

It holds counts of practices alone: these may be quoted, however small.
"""

from monitor.aanlevering import teksten
from monitor.aanlevering.document import nieuw
from monitor.aanlevering.dossier import Dossier
from monitor.nederlands import datum


def als_antwoordnotitie(dossier: Dossier) -> bytes:
    """The note as .docx."""
    document = nieuw(dossier, f"Antwoordnotitie: {teksten.titel(dossier)[0].lower()}{teksten.titel(dossier)[1:]}")
    document.regel("Programma", dossier.rapport.programma.naam)
    document.regel("Peildatum", datum(dossier.rapport.peildatum))
    document.regel("Cijfer", dossier.waarde)
    document.kop("Antwoord")
    document.alinea(teksten.antwoord(dossier))
    document.kop("Verschil met de vorige keer")
    document.alinea(teksten.verschil(dossier))
    document.kop("Wat telt mee")
    document.alinea(dossier.rapport.definitie)
    document.alinea(dossier.rapport.naamgeving)
    document.kop("Wat het cijfer niet zegt")
    document.lijst(teksten.zegt_niet(dossier))
    document.kop("Herkomst en contact")
    document.alinea(f"{teksten.vastgesteld(dossier)} {dossier.rapport.bron}")
    document.regel("Vragen", dossier.contact)
    return document.bytes()
