"""An uploaded file from preview to confirmation. What it holds stays in the database until then, not longer."""

import datetime
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from mantelzorg.models import User
from praktijken.models import Importbestand
from praktijken.uitwisseling.importeren import Opdracht, Wijze, importeer
from praktijken.uitwisseling.lezen import uit_bestand
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.verslag import Verslag

TOON_WIJZIGINGEN = 500
BEWAARTERMIJN = datetime.timedelta(days=7)
VERLOPEN: dict[str, Any] = {"afloop": "verlopen"}


class AlVerwerkt(Exception):
    """Somebody (a second click, another tab) was first."""


class VoorbeeldVerouderd(Exception):
    """The records changed since the preview: it must be looked at again."""


@transaction.atomic
def bewaar_upload(bestand: "UploadedFile[Any]", user: User) -> Importbestand:
    """Keep the file for its preview."""
    ruim_op()
    return Importbestand.objects.create(
        bestandsnaam=(bestand.name or "bestand.xlsx")[:200], inhoud=bestand.read(), door=user
    )


@transaction.atomic
def ruim_op() -> None:
    """Files that nobody confirmed in a week lose their content. Every POST of these pages does this."""
    open_ = Importbestand.objects.select_for_update().filter(verwerkt_op=None)
    for oud in open_.filter(geladen_op__lt=timezone.now() - BEWAARTERMIJN).defer("inhoud"):
        sluit(oud, VERLOPEN)


def zoals_nu(upload: Importbestand) -> Importbestand:
    """The file as it counts now: one of over a week is done with, also where no POST has emptied it yet."""
    if upload.verwerkt_op is None and upload.geladen_op < timezone.now() - BEWAARTERMIJN:
        upload.verwerkt_op, upload.resultaat = upload.geladen_op + BEWAARTERMIJN, VERLOPEN
    return upload


def sluit(upload: Importbestand, resultaat: dict[str, Any]) -> None:
    """Done with it: what it held goes, what came of it stays."""
    upload.inhoud, upload.verwerkt_op, upload.resultaat = b"", timezone.now(), resultaat
    upload.save(update_fields=["inhoud", "verwerkt_op", "resultaat"])


def voorbeeld(upload: Importbestand, vandaag: datetime.date) -> Verslag:
    """What the file would change now. Raises OnleesbaarBestand."""
    return _importeer(upload, vandaag, Wijze.VOORBEELD)


def bevestig(upload: Importbestand, vandaag: datetime.date, vingerafdruk: str) -> Verslag:
    """Import it, exactly as the preview with `vingerafdruk` showed.

    Raises AlVerwerkt, VoorbeeldVerouderd, ImportBotsing: then nothing was kept.
    """

    def afsluiting(verslag: Verslag) -> None:
        nu = Importbestand.objects.select_for_update().defer("inhoud").get(pk=upload.pk)
        if nu.verwerkt_op is not None:
            raise AlVerwerkt
        if verslag.vingerafdruk != vingerafdruk:
            raise VoorbeeldVerouderd
        sluit(nu, {"afloop": "verwerkt", "tellingen": tellingen(verslag)})

    return _importeer(upload, vandaag, Wijze.BEWAAR, afsluiting=afsluiting)


def _importeer(upload: Importbestand, vandaag: datetime.date, wijze: Wijze, **rest: Any) -> Verslag:
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as bestand:
        bestand.write(upload.inhoud)
        bestand.flush()
        opdracht = Opdracht(
            bron=uit_bestand(Path(bestand.name)),
            vandaag=vandaag,
            herkomst=Herkomst(gebruiker=upload.door, reden=f"import van {upload.bestandsnaam}"),
            wijze=wijze,
            toon=TOON_WIJZIGINGEN,
            **rest,
        )
        return importeer(opdracht)


def tellingen(verslag: Verslag) -> list[list[str | int]]:
    """(kind of record, nieuw, gewijzigd, ongewijzigd) a row, as they are shown and kept."""
    return [
        [soort, telling.nieuw, telling.gewijzigd, telling.ongewijzigd] for soort, telling in verslag.tellingen.items()
    ]
