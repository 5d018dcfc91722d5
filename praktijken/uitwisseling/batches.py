"""What people ask of an uploaded file: look, confirm, stop, try again. The worker does it (`werk`)."""

import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from mantelzorg.models import User
from praktijken.models import Importbatch, Importstand
from praktijken.models.importbatch import BEWAARTERMIJN, LOOPT, TE_KIEZEN, WACHT
from praktijken.uitwisseling.blokken import wis_blokken
from praktijken.uitwisseling.taken import werk_aan
from praktijken.uitwisseling.werkplaats import Werkplaats, met_bestanden

TERUG = {Importstand.WACHT_OP_TERUGDRAAIEN, Importstand.WORDT_TERUGGEDRAAID}


class VoorbeeldVerouderd(Exception):
    """It is not this preview that waits for confirmation: it must be looked at again."""


@transaction.atomic
def bewaar_upload(bestand: "UploadedFile[Any]", user: User, formulier: UUID) -> Importbatch:
    """Keep the file, and put reading it in the queue; the same file by the same form again is the batch of then."""
    naam, inhoud = (bestand.name or "bestand.xlsx")[:200], bestand.read()
    zonder_inhoud = Importbatch.objects.defer("inhoud", "met_fouten")
    batch, nieuw = zonder_inhoud.get_or_create(
        inzending=uuid5(formulier, f"{user.pk} {sha256(inhoud).hexdigest()} {naam}"),
        defaults={"bestandsnaam": naam, "inhoud": inhoud, "door": user},
    )
    if nieuw:
        _zet_in_de_rij(batch)
    return batch


def _zet_in_de_rij(batch: Importbatch) -> None:
    Werkplaats(batch.pk).vergeet()
    werk_aan.enqueue(batch.pk)


def op_slot(pk: int) -> Importbatch:
    """The batch, for this transaction alone to change; without its content."""
    return Importbatch.objects.select_for_update(of=("self",)).defer("inhoud", "met_fouten").get(pk=pk)


def bewaar(batch: Importbatch, **velden: Any) -> None:
    """Save these fields alone."""
    for naam, waarde in velden.items():
        setattr(batch, naam, waarde)
    batch.save(update_fields=list(velden))


def zoals_nu(batch: Importbatch) -> Importbatch:
    """The batch as it counts now: one of over a week is done with, also where nobody has emptied it yet."""
    if batch.wacht_op_mens and batch.geladen_op < timezone.now() - BEWAARTERMIJN:
        batch.verlopen_op = batch.geladen_op + BEWAARTERMIJN
    return batch


@transaction.atomic
def bevestig(pk: int, user: User, vingerafdruk: str) -> None:
    """Ask the worker to import what the preview with `vingerafdruk` showed. A second click changes nothing.

    Raises VoorbeeldVerouderd.
    """
    batch = zoals_nu(op_slot(pk))
    if batch.stand is not Importstand.VOORBEELD:
        return
    if vingerafdruk != batch.voorbeeld["vingerafdruk"]:
        raise VoorbeeldVerouderd
    nu = timezone.now()
    bewaar(batch, bevestigd_op=nu, bevestigd_door=user, gevraagd_op=nu, begonnen_op=None, pogingen=0)
    _zet_in_de_rij(batch)


@transaction.atomic
def probeer_opnieuw(pk: int) -> None:
    """Read a file anew whose work broke off."""
    batch = zoals_nu(op_slot(pk))
    if batch.stand is Importstand.MISLUKT:
        leeg: dict[str, Any] = dict.fromkeys(("mislukt_op", "begonnen_op", "gelezen_op", "bevestigd_op"))
        bewaar(batch, **leeg, gevraagd_op=timezone.now(), pogingen=0, resultaat={})
        _zet_in_de_rij(batch)


@transaction.atomic
def vraag_terug(pk: int, user: User) -> None:
    """Ask the worker to undo the whole batch. A second click changes nothing."""
    batch = op_slot(pk)
    if batch.stand is Importstand.KLAAR and batch.bevestigd_op is not None:
        nu = timezone.now()
        resultaat = {sleutel: waarde for sleutel, waarde in batch.resultaat.items() if sleutel != "terug"}
        bewaar(batch, terug_gevraagd_op=nu, terug_door=user, gevraagd_op=nu, begonnen_op=None, resultaat=resultaat)
        _zet_in_de_rij(batch)


def annuleer(pk: int) -> bool:
    """Stop what goes on and throw the file away; False where the worker is at it, which then stops by itself.

    What is being written or undone is taken back whole: nothing of it stays.
    """
    werkplaats = Werkplaats(pk)
    with werkplaats.slot() as vrij:
        if not vrij:
            werkplaats.vraag_stop()
            return False
        stop(pk)
        return True


@transaction.atomic
def stop(pk: int) -> None:
    """Close a batch that nobody works on; a batch to be undone stays imported."""
    batch = op_slot(pk)
    if batch.stand in TERUG:
        bewaar(batch, terug_gevraagd_op=None, begonnen_op=None)
    elif batch.stand in WACHT | LOOPT | TE_KIEZEN:
        bewaar(batch, geannuleerd_op=timezone.now(), begonnen_op=None)
        maak_leeg(batch)


def maak_leeg(batch: Importbatch) -> None:
    """Done with it: what it held goes (it holds names), what came of it stays."""
    wis_blokken(batch)
    bewaar(batch, inhoud=b"", met_fouten=b"")


def ruim_op(nu: datetime.datetime) -> int:
    """Files that nobody confirmed in a week lose their content; how many did. What is done with leaves no files."""
    _ruim_werkplaatsen()
    oud = Importbatch.objects.filter(geladen_op__lt=nu - BEWAARTERMIJN, verwerkt_op=None, verlopen_op=None)
    return sum(_verloopt(pk) for pk in list(oud.filter(geannuleerd_op=None).values_list("pk", flat=True)))


@transaction.atomic
def _verloopt(pk: int) -> bool:
    batch = op_slot(pk)
    if not batch.wacht_op_mens:
        return False
    bewaar(batch, verlopen_op=batch.geladen_op + BEWAARTERMIJN)
    maak_leeg(batch)
    return True


def _ruim_werkplaatsen() -> None:
    pks = met_bestanden()
    batches = Importbatch.objects.filter(pk__in=pks).defer("inhoud", "met_fouten")
    open_ = {batch.pk for batch in batches if batch.is_bezig or batch.wacht_op_mens}
    for pk in set(pks) - open_:
        werkplaats = Werkplaats(pk)
        with werkplaats.slot() as vrij:
            if vrij:
                werkplaats.ruim()
