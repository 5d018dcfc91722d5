"""Erasing somebody who applied, asked or signed up: who they are goes, from history and mail too.

What is about the organisation stays, and so does every line of the ledger: no figure of the call changes. A contact
person goes as a whole; the next one takes their turn. Links of the person stop working.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q

from aanmeldingen.models import Aanmelding, Belangstelling, Contactpersoon, Inschrijving, Laattoegang
from aanmeldingen.privacy.personen import Sporen
from mantelzorg.models import Bericht, Poststand, User
from praktijken.avg.inventaris import Aard, historie, velden_van
from praktijken.avg.patroon import VERWIJDERD, maak_patroon
from praktijken.avg.vervangen import vervang
from praktijken.avg.zoeken import Vindplaats, zoek
from praktijken.models import Verwijdering, Verzoek

REDEN: Final = "persoon gewist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """Whom to erase, and what for. `plekken`: keys of the notes to clean; None: all that name them."""

    sporen: Sporen
    plekken: frozenset[str] | None = None
    aanleiding: str = ""
    verzoek: Verzoek | None = None
    inzending: UUID


@dataclass(slots=True, kw_only=True)
class Gewist:
    """What was done: how many records of which kind, and where notes named the person."""

    telling: dict[str, int] = field(default_factory=dict)
    plekken: list[Vindplaats] = field(default_factory=list)

    def tel(self, wat: str, aantal: int) -> None:
        if aantal:
            self.telling[wat] = self.telling.get(wat, 0) + aantal


class _Voorbeeld(Exception):
    """Ends a rehearsal, so that the database is as it was."""


def proef(opdracht: Opdracht, *, user: User, nu: datetime.datetime) -> Gewist:
    """What erasing would do: done and taken back at once, so that the preview is what will happen."""
    try:
        with transaction.atomic():
            gewist = wis(opdracht, user=user, nu=nu)
            raise _Voorbeeld
    except _Voorbeeld:
        return gewist


@transaction.atomic
def wis(opdracht: Opdracht, *, user: User, nu: datetime.datetime) -> Gewist:
    """Erase on request, and clean the notes that name them. The same order twice erases once."""
    gewist = Gewist()
    if Verwijdering.objects.filter(inzending=opdracht.inzending).exists():
        return gewist
    patroon = maak_patroon([*opdracht.sporen.namen, *opdracht.sporen.adressen])
    eigen = {f"{model._meta.label_lower}:{rij.pk}" for model, rijen in opdracht.sporen.rijen.items() for rij in rijen}
    plekken = [] if patroon is None else [plek for plek in zoek(patroon) if plek.sleutel not in eigen]
    wis_sporen(opdracht.sporen, gewist, nu)
    gewist.plekken = [plek for plek in plekken if plek.model is not Bericht]
    if patroon is not None:
        keuze = opdracht.plekken
        gekozen = [plek for plek in gewist.plekken if keuze is None or plek.sleutel in keuze]
        for soort, aantal in vervang(gekozen, patroon).items():
            gewist.tel(f"tekst in {soort}", aantal)
    Verwijdering.objects.create(
        aanleiding=opdracht.aanleiding,
        verzoek=opdracht.verzoek,
        telling=gewist.telling,
        door=user,
        inzending=opdracht.inzending,
    )
    return gewist


def wis_sporen(sporen: Sporen, gewist: Gewist, nu: datetime.datetime) -> None:
    """What their own records and mails hold of them, now and before; notes elsewhere stay. In a transaction."""
    _indieningen(sporen, gewist)
    _post(sporen, gewist)
    for toegang in sporen.van(Laattoegang):
        maak_leeg(toegang, {"email": "", "afdruk": ""}, gewist)
    for belangstelling in sporen.van(Belangstelling):
        maak_leeg(belangstelling, _wie(Belangstelling) | {"gewist_op": nu}, gewist)
    for inschrijving in sporen.van(Inschrijving):
        maak_leeg(inschrijving, _wie(Inschrijving) | {"gewist_op": nu, "afdruk": ""}, gewist)
    versies = [(tabel, list(tabel.values_list("pk", flat=True))) for tabel in sporen.versies()]
    _contactpersonen(sporen.van(Contactpersoon), gewist, nu)
    for tabel, pks in versies:
        _in_historie(tabel.model, Q(pk__in=pks))


def _wie(model: type[models.Model]) -> dict[str, Any]:
    return {veld.name: "" for veld in velden_van(model, Aard.WIE)}


def maak_leeg(rij: models.Model, leeg: dict[str, Any], gewist: Gewist, reden: str = REDEN) -> None:
    """These fields get these values, in the record; its text fields among them in its history too."""
    for naam, waarde in leeg.items():
        setattr(rij, naam, waarde)
    rij._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    rij.save(update_fields=list(leeg))
    tabel = historie(type(rij))
    if tabel is not None:
        teksten = {naam: waarde for naam, waarde in leeg.items() if waarde == ""}
        tabel._default_manager.filter(id=rij.pk).update(**teksten)
    gewist.tel(str(rij._meta.verbose_name), 1)


def _in_historie(tabel: type[models.Model], welke: Q) -> None:
    tabel._default_manager.filter(welke).update(**_wie(tabel))


def _contactpersonen(personen: list[Contactpersoon], gewist: Gewist, nu: datetime.datetime) -> None:
    van = {een.aanmelding_id for een in personen}
    for een in personen:
        pk = een.pk
        een._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
        een.delete()
        _in_historie(Contactpersoon.history.model, Q(id=pk))
        gewist.tel("contactpersoon", 1)
    for aanmelding in Aanmelding.objects.filter(pk__in=van):
        if not _schuif_op(aanmelding):
            _sluit(aanmelding, nu)


def _schuif_op(aanmelding: Aanmelding) -> bool:
    """Number those who are left from 1; whether anybody is."""
    over = list(aanmelding.contactpersonen.order_by("volgorde"))
    for plek, een in enumerate(over, start=1):
        if een.volgorde != plek:
            een.volgorde = plek
            een._change_reason = "eerdere contactpersoon gewist"  # type: ignore[attr-defined]  # read by simple-history
            een.save(update_fields=["volgorde"])
    return bool(over)


def _sluit(aanmelding: Aanmelding, nu: datetime.datetime) -> None:
    """Nobody is left to write to: its link stops working."""
    aanmelding.gewist_op, aanmelding.afdruk = nu, ""
    aanmelding._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
    aanmelding.save(update_fields=["gewist_op", "afdruk"])


def _indieningen(sporen: Sporen, gewist: Gewist) -> None:
    """What was sent in names contact persons a line each; the lines of this one go."""
    for indiening in sporen.indieningen():
        nieuw = [[wie, VERWIJDERD if sporen.noemt(wat) else wat] for wie, wat in indiening.contact]
        if nieuw != indiening.contact:
            indiening.contact = nieuw
            indiening.save(update_fields=["contact"])
            gewist.tel("indiening", 1)


def _post(sporen: Sporen, gewist: Gewist) -> None:
    """Mails to this person: the text and the address go; what was not sent yet is not sent."""
    leeg = {"aan": "", "aan_naam": "", "onderwerp": VERWIJDERD, "tekst": VERWIJDERD}
    brieven = list(sporen.berichten())
    for brief in brieven:
        for naam, waarde in leeg.items():
            setattr(brief, naam, waarde)
        if brief.te_wijzigen:
            brief.stand, brief.uitkomst = Poststand.INGETROKKEN, "Deze persoon is gewist."
        brief._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
        brief.save(update_fields=[*leeg, "stand", "uitkomst"])
    Bericht.history.filter(id__in=[brief.pk for brief in brieven]).update(**leeg)
    gewist.tel("bericht", len(brieven))
