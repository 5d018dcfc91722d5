"""Undo a whole import: what it added goes, what it changed gets the values it had; all of it, or nothing.

The earlier values come from the history, so what was erased or replaced there since stays erased; and only what the
import itself changed is put back.
"""

from itertools import islice
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from praktijken.models import Importbatch, Importstand
from praktijken.uitwisseling.batches import bewaar, op_slot
from praktijken.uitwisseling.importeren import neem_slot
from praktijken.uitwisseling.schrijver import Terugschrijver
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.sporen import Spoor, groepen, lees_sporen, versies
from praktijken.uitwisseling.vervolg import HOOGSTENS, ONBEKEND, zoek_vervolg
from praktijken.uitwisseling.werkplaats import Geannuleerd, Melder

STAP = "terugzetten"


class HeeftVervolg(Exception):
    """Something was built on it: `vervolg` names the first of it, `aantal` counts all."""

    def __init__(self, vervolg: list[Any], aantal: int) -> None:
        super().__init__()
        self.vervolg, self.aantal = vervolg, aantal


def draai_terug(batch: Importbatch, melder: Melder) -> None:
    """Undo the batch, or keep with it why that cannot be."""
    try:
        with transaction.atomic():
            neem_slot(melder)
            _draai_terug(batch, melder)
    except HeeftVervolg as fout:
        _weiger(batch, {"vervolg": fout.vervolg, "aantal": fout.aantal})
    except IntegrityError:  # a rule of the database, which says that something came in between
        _weiger(batch, {"botsing": True})


@transaction.atomic
def _weiger(batch: Importbatch, waarom: dict[str, Any]) -> None:
    nu = op_slot(batch.pk)
    bewaar(nu, terug_gevraagd_op=None, begonnen_op=None, resultaat=nu.resultaat | {"terug": waarom})


def _draai_terug(batch: Importbatch, melder: Melder) -> None:
    sporen = lees_sporen(batch)
    totaal = sum(len(spoor) for spoor in sporen)
    if not totaal:
        raise IntegrityError("the history of the import is gone")
    _zet_vast(sporen, melder)
    melder("nakijken wat erop voortbouwt", 0, 0)
    gevonden = zoek_vervolg(sporen, melder.pols)
    if eerste := list(islice(gevonden, HOOGSTENS)):
        raise HeeftVervolg(eerste, len(eerste) + sum(1 for _ in gevonden))
    reden = f"{batch.reden} ongedaan gemaakt"
    _Teruggang(sporen, Terugschrijver(Herkomst(gebruiker=batch.terug_door, reden=reden)), melder, totaal).loop()
    nu = op_slot(batch.pk)
    if nu.stand is not Importstand.WORDT_TERUGGEDRAAID:
        raise Geannuleerd
    bewaar(nu, ongedaan_op=timezone.now(), begonnen_op=None)


def _zet_vast(sporen: list[Spoor], melder: Melder) -> None:
    """Nobody changes these records until it is done."""
    for spoor in sporen:
        for pks in groepen(spoor.nieuw | spoor.gewijzigd):
            melder.pols()
            list(spoor.model._base_manager.select_for_update().filter(pk__in=pks).order_by("pk").values_list("pk"))


class _Teruggang:
    """Goes over everything the import wrote."""

    def __init__(self, sporen: list[Spoor], schrijver: Terugschrijver, melder: Melder, totaal: int) -> None:
        self._sporen, self._schrijver = sporen, schrijver
        self._melder, self._totaal, self._gedaan = melder, totaal, 0

    def loop(self) -> None:
        """First what was there before gets its values; then nothing of it refers to the new records, which go."""
        for spoor in self._sporen:
            for pks in groepen(spoor.gewijzigd):
                self._zet_terug(spoor, pks)
                self._tel(pks)
        for spoor in self._sporen:
            for pks in groepen(spoor.nieuw):
                self._schrijver.verwijder(spoor.model, pks)
                self._tel(pks)
        for spoor in reversed(self._sporen):
            for pk, (voor, _) in versies(spoor, sorted(spoor.verwijderd)).items():
                self._schrijver.voeg_weer_toe(self._bekend(spoor, pk, voor).instance)

    def _tel(self, pks: list[int]) -> None:
        self._gedaan += len(pks)
        self._melder(STAP, self._gedaan, self._totaal)

    @staticmethod
    def _bekend(spoor: Spoor, pk: int, voor: Any) -> Any:
        """The version from before; without one nobody knows what to put back."""
        if voor is None:
            raise HeeftVervolg([[spoor.label, pk, ONBEKEND]], 1)
        return voor

    def _zet_terug(self, spoor: Spoor, pks: list[int]) -> None:
        records = spoor.model._base_manager.in_bulk(pks)
        velden = [veld for veld in spoor.model.history.model.tracked_fields if not veld.primary_key]
        veranderd, namen, lijsten = [], set(), []
        for pk, (voor, na) in versies(spoor, pks).items():
            anders = [v for v in velden if getattr(self._bekend(spoor, pk, voor), v.attname) != getattr(na, v.attname)]
            for veld in anders:
                setattr(records[pk], veld.attname, getattr(voor, veld.attname))
                namen.add(veld.name)
            veranderd += [records[pk]] if anders else []
            lijsten.append((records[pk], voor, na))
        self._schrijver.wijzig(veranderd, namen)
        self._zet_lijsten(spoor.model, lijsten)

    def _zet_lijsten(self, model: Any, versies_: list[tuple[Any, Any, Any]]) -> None:
        for veld in getattr(model.history.model, "_history_m2m_fields", ()):
            leden = _leden(model, veld, [regel.pk for _, voor, na in versies_ for regel in (voor, na)])
            for record, voor, na in versies_:
                if leden.get(voor.pk, []) != leden.get(na.pk, []):
                    self._schrijver.zet_lijst(record, veld.name, leden.get(voor.pk, []))


def _leden(model: Any, veld: Any, regels: list[int]) -> dict[int, list[int]]:
    """Per line of history the members of a list."""
    lijst = getattr(model.history.model, veld.name).model
    leden: dict[int, list[int]] = {}
    ander = veld.m2m_reverse_name()
    for regel, pk in lijst.objects.filter(history__in=regels).order_by(ander).values_list("history_id", ander):
        leden.setdefault(regel, []).append(pk)
    return leden
