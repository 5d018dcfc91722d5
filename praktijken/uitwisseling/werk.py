"""What the worker does with an uploaded file: read and compare it, and import it once it is confirmed."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from mantelzorg.excel.lezer import OnleesbaarBestand, Rij
from mantelzorg.klok import vandaag
from praktijken.models import Blokdeel, Importbatch, Importstand
from praktijken.models.importbatch import LOOPT, WACHT
from praktijken.uitwisseling.batches import VoorbeeldVerouderd, bewaar, maak_leeg, op_slot, stop
from praktijken.uitwisseling.blokken import Bladenmaker
from praktijken.uitwisseling.foutbestand import maak_foutbestand
from praktijken.uitwisseling.importeren import ImportBotsing, Opdracht, Wijze, importeer
from praktijken.uitwisseling.lezen import Bron, uit_bestand
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.terugdraaien import draai_terug
from praktijken.uitwisseling.verslag import Verslag
from praktijken.uitwisseling.werkplaats import Geannuleerd, Melder, Werkplaats

BEZET = "De administratie was te lang bezet door ander werk."
STORING = "Er ging iets mis in het programma zelf. Meld het aan de functioneel beheerder."


def doe(pk: int) -> None:
    """Do what the batch waits for, alone; whoever asks that it stops, is heard."""
    werkplaats = Werkplaats(pk)
    with werkplaats.slot() as vrij:
        if not vrij:
            return
        try:
            _doe(pk, werkplaats)
        except Geannuleerd:
            stop(pk)
        finally:
            werkplaats.vergeet()


def _doe(pk: int, werkplaats: Werkplaats) -> None:
    batch = _begin(pk)
    if batch is None:
        return
    werk = WERK[batch.stand]
    try:
        werk(batch, Melder(werkplaats, batch.voorbeeld.get("rijen", 0)))
    except OperationalError:
        connection.close()
        _mislukt(pk, BEZET)
    except Geannuleerd:
        raise
    except Exception:
        _mislukt(pk, STORING)
        raise


@transaction.atomic
def _begin(pk: int) -> Importbatch | None:
    """Mark that the work begins; None where the batch waits for nothing."""
    batch = op_slot(pk)
    if batch.stand not in WACHT:
        return None
    bewaar(batch, begonnen_op=timezone.now(), pogingen=batch.pogingen + 1)
    return batch


@transaction.atomic
def _mislukt(pk: int, reden: str) -> None:
    batch = op_slot(pk)
    if batch.stand is Importstand.WORDT_TERUGGEDRAAID:
        resultaat: dict[str, Any] = batch.resultaat | {"terug": {"reden": reden}}
        bewaar(batch, terug_gevraagd_op=None, begonnen_op=None, resultaat=resultaat)
        return
    bewaar(batch, mislukt_op=timezone.now(), begonnen_op=None, bevestigd_op=None, resultaat={"reden": reden})


def lees(batch: Importbatch, melder: Melder, *, verouderd: bool = False) -> None:
    """Compare the file with what is held, and keep the preview. `verouderd`: it takes the place of one that was."""
    maker = Bladenmaker()
    met_fouten = b""
    try:
        teller, verslag = _importeer(batch, melder, wijze=Wijze.VOORBEELD, ontvanger=maker.wijziging)
    except OnleesbaarBestand as fout:
        voorbeeld: dict[str, Any] = {"onleesbaar": str(fout)}
    else:
        maker.meldingen(Blokdeel.FOUTEN, verslag.fouten)
        maker.meldingen(Blokdeel.WAARSCHUWINGEN, verslag.waarschuwingen)
        voorbeeld = samenvatting(verslag) | {"rijen": teller.rijen, "verouderd": verouderd}
        if verslag.fouten:
            melder("bestand met fouten maken", 0, 0)
            met_fouten, uitleg = maak_foutbestand(bytes(batch.inhoud), verslag, melder.pols)
            voorbeeld |= uitleg
    with transaction.atomic():
        nu = _nog_bezig(batch)
        voorbeeld |= maker.bewaar(nu)
        bewaar(nu, voorbeeld=voorbeeld, met_fouten=met_fouten, gelezen_op=timezone.now())
        bewaar(nu, begonnen_op=None, bevestigd_op=None)


def _nog_bezig(batch: Importbatch) -> Importbatch:
    """The batch, as long as nobody closed it meanwhile (who erases a person does). Raises Geannuleerd."""
    nu = op_slot(batch.pk)
    if nu.stand not in LOOPT:
        raise Geannuleerd
    return nu


def samenvatting(verslag: Verslag) -> dict[str, Any]:
    """What the preview says before its pages."""
    return {
        "programma": verslag.programma,
        "vingerafdruk": verslag.vingerafdruk,
        "verandert_iets": verslag.verandert_iets,
        "tellingen": tellingen(verslag),
        "geleegd": verslag.geleegd,
        "andere_programmas": sorted(verslag.andere_programmas),
    }


def tellingen(verslag: Verslag) -> list[list[str | int]]:
    """(kind of record, nieuw, gewijzigd, ongewijzigd) a row, as they are shown and kept."""
    return [
        [soort, telling.nieuw, telling.gewijzigd, telling.ongewijzigd] for soort, telling in verslag.tellingen.items()
    ]


def verwerk(batch: Importbatch, melder: Melder) -> None:
    """Import, exactly as the preview showed; where that no longer holds, nothing is kept and there is a new preview."""

    def afsluiting(verslag: Verslag) -> None:
        if verslag.vingerafdruk != batch.voorbeeld["vingerafdruk"]:
            raise VoorbeeldVerouderd
        melder.pols()
        nu = _nog_bezig(batch)
        klaar = {"tellingen": tellingen(verslag), "programma": verslag.programma}
        bewaar(nu, verwerkt_op=timezone.now(), begonnen_op=None, resultaat=klaar)
        maak_leeg(nu)

    try:
        _, verslag = _importeer(batch, melder, wijze=Wijze.BEWAAR, afsluiting=afsluiting, pols=melder.pols)
        verouderd = bool(verslag.fouten)
    except (VoorbeeldVerouderd, ImportBotsing):
        verouderd = True
    if verouderd:
        lees(batch, melder, verouderd=True)


@dataclass(slots=True)
class Teller:
    """How many rows were read."""

    rijen: int = 0


def _importeer(batch: Importbatch, melder: Melder, **rest: Any) -> tuple[Teller, Verslag]:
    teller = Teller()
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as bestand:
        bestand.write(batch.inhoud)
        bestand.flush()
        opdracht = Opdracht(
            bron=_geteld(uit_bestand(Path(bestand.name)), teller, melder),
            vandaag=vandaag(),
            herkomst=Herkomst(gebruiker=batch.bevestigd_door or batch.door, reden=batch.reden),
            melder=melder,
            **rest,
        )
        return teller, importeer(opdracht)


def _geteld(bron: Bron, teller: Teller, melder: Callable[[str, int, int], None]) -> Bron:
    """The same rows, counted as they come; who wants to stop need not wait for the last one."""

    def rijen() -> Iterator[tuple[str, Rij]]:
        for blad, rij in bron():
            teller.rijen += 1
            if teller.rijen % 200 == 1:
                melder("lezen", teller.rijen, 0)
            yield blad, rij

    return rijen


WERK: dict[Importstand, Callable[[Importbatch, Melder], None]] = {
    Importstand.WORDT_GELEZEN: lees,
    Importstand.WORDT_VERWERKT: verwerk,
    Importstand.WORDT_TERUGGEDRAAID: draai_terug,
}
