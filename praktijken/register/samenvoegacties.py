"""Making two records of one person one, and taking that back: atomic, one at a time, each row with its reason."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.models import User
from mantelzorg.samenloop import zelfde
from praktijken.models import Aanwezigheid, Deelname, Stand
from praktijken.register.samenvoegen import Voorstel, maak_voorstel, niet_benaderen, overgenomen
from praktijken.register.stappen import Stap, bleef, verwijder, zet


class IntussenGewijzigd(Exception):
    """One of the records is no longer what was shown, or no longer there."""


class KanNietTerug(Exception):
    """Something was built on the merge: `redenen` says what, a sentence each."""

    def __init__(self, redenen: list[str]) -> None:
        super().__init__()
        self.redenen = redenen


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What somebody confirmed: which record goes up in which, the choices, and the fingerprint of what they saw."""

    blijft: int
    verdwijnt: int
    gekozen: Mapping[str, str]
    gezien: str
    inzending: UUID


@transaction.atomic
def voeg_samen(opdracht: Opdracht, *, user: User, dag: datetime.date) -> Samenvoeging:
    """Do what the preview showed; sent before, the first one's result. IntussenGewijzigd where it no longer holds."""
    personen = _vergrendeld(opdracht.blijft, opdracht.verdwijnt)
    eerder = Samenvoeging.objects.filter(inzending=opdracht.inzending).first()
    if eerder is not None:
        return eerder
    blijft, verdwijnt = personen.get(opdracht.blijft), personen.get(opdracht.verdwijnt)
    if blijft is None or verdwijnt is None or blijft.gewist_op or verdwijnt.gewist_op:
        raise IntussenGewijzigd
    voorstel = maak_voorstel(blijft, verdwijnt, dag)
    if not zelfde(voorstel.vingerafdruk, opdracht.gezien):
        raise IntussenGewijzigd
    opgegaan = {"id": verdwijnt.pk, "nummer": verdwijnt.nummer, "programma": blijft.programma_id, "in": blijft.pk}
    stappen = [stap.als_json() for stap in _voer_uit(voorstel, opdracht.gekozen)]
    return Samenvoeging.objects.create(
        blijft=blijft, verdween=opgegaan, stappen=stappen, gebruiker=user, inzending=opdracht.inzending
    )


def _vergrendeld(*sleutels: int) -> dict[int, Deelnemer]:
    """The records, locked in the order of their keys, so that two who cross don't wait for each other."""
    rijen = Deelnemer.objects.select_for_update(of=("self",)).filter(pk__in=sleutels)
    return {rij.pk: rij for rij in rijen.select_related("programma").order_by("pk")}


def _voer_uit(voorstel: Voorstel, gekozen: Mapping[str, str]) -> Iterator[Stap]:
    """The steps, in an order in which no rule of the database is broken; backwards neither."""
    blijft, verdwijnt = voorstel.blijft, voorstel.verdwijnt
    reden = f"{verdwijnt.nummer} samengevoegd met {blijft.nummer}: dezelfde persoon"
    geraakt = {botsing.blijft.pk for botsing in voorstel.botsingen}
    for eigen in blijft.deelnames.exclude(pk__in=geraakt):
        yield bleef(eigen)
    for botsing in voorstel.botsingen:
        for antwoord in botsing.verdwijnt.antwoorden.all():
            yield zet(antwoord, {"deelname_id": botsing.blijft.pk}, reden).alleen_anders()
        yield verwijder(botsing.verdwijnt, reden)
        nieuw = overgenomen(botsing.keuzes, gekozen, botsing.verdwijnt) | {"tot_en_met": botsing.tot_en_met}
        yield zet(botsing.blijft, nieuw, reden)
    for deelname in voorstel.verhuist:
        yield zet(deelname, {"deelnemer_id": blijft.pk}, reden)
    yield from _aanwezigheid(blijft, verdwijnt, reden)
    for eerdere in Samenvoeging.objects.filter(blijft__in=[blijft, verdwijnt]).defer("stappen"):
        yield _meegenomen(eerdere, blijft)
    for uitvraag in verdwijnt.uitvragen.all():
        yield zet(uitvraag, {"deelnemer_id": blijft.pk}, reden).alleen_anders()
    for verzoek in verdwijnt.verzoeken.all():
        yield zet(verzoek, {"deelnemer_id": blijft.pk}, reden).alleen_anders()
    nieuw = overgenomen(voorstel.keuzes, gekozen, verdwijnt) | niet_benaderen(blijft, verdwijnt)
    yield zet(blijft, nieuw, reden).alleen_anders()
    yield verwijder(verdwijnt, reden)


def _aanwezigheid(blijft: Deelnemer, verdwijnt: Deelnemer, reden: str) -> Iterator[Stap]:
    """One record a session stays: who was there under either number was there."""
    eigen = {rij.sessie_id: rij for rij in blijft.aanwezigheid.all()}
    for ander in verdwijnt.aanwezigheid.all():
        zelfde_sessie = eigen.pop(ander.sessie_id, None)
        if zelfde_sessie is None:
            yield zet(ander, {"deelnemer_id": blijft.pk}, reden)
            continue
        yield verwijder(ander, reden)
        er_was = Stand.AANWEZIG in (ander.stand, zelfde_sessie.stand)
        yield zet(zelfde_sessie, {"stand": Stand.AANWEZIG.value if er_was else zelfde_sessie.stand}, reden)
    for rest in eigen.values():
        yield bleef(rest)


def _meegenomen(eerdere: Samenvoeging, blijft: Deelnemer) -> Stap:
    """An earlier merge into the record that vanishes now points at the one that stays."""
    was = eerdere.blijft_id
    if was == blijft.pk:
        return bleef(eerdere)
    eerdere.blijft = blijft
    eerdere.save(update_fields=["blijft"])
    return Stap(model=eerdere._meta.label_lower, pk=eerdere.pk, voor={"blijft_id": was}, na={"blijft_id": blijft.pk})


@transaction.atomic
def maak_ongedaan(*, samenvoeging: int, nu: datetime.datetime) -> Samenvoeging:
    """Make every row what it was; done before, nothing happens. KanNietTerug where something was built on it."""
    rij = Samenvoeging.objects.select_for_update(of=("self",)).get(pk=samenvoeging)
    if rij.ongedaan_op is not None:
        return rij
    _vergrendeld(rij.blijft_id)
    if redenen := redenen_tegen(rij):
        raise KanNietTerug(redenen)
    nummer = rij.verdween["nummer"]
    for stap in reversed([Stap(**stap) for stap in rij.stappen]):
        stap.neem_terug(f"samenvoegen met {nummer} ongedaan gemaakt")
    rij.ongedaan_op = nu
    rij.save(update_fields=["ongedaan_op"])
    return rij


def redenen_tegen(rij: Samenvoeging) -> list[str]:
    """Why this merge cannot be undone, a sentence each; none where it can."""
    if not rij.stappen:
        return ["Deze persoon is gewist. Wat er stond, is niet bewaard."]
    if rij.blijft_id != rij.verdween["in"]:
        return [f"Deze deelnemer is daarna zelf samengevoegd met {rij.blijft.nummer}. Maak eerst dat ongedaan."]
    stappen = [Stap(**stap) for stap in rij.stappen]
    return [*_bezet(rij), *_veranderd(stappen), *_erbij(rij, stappen)]


def _bezet(rij: Samenvoeging) -> Iterator[str]:
    nummer, programma = rij.verdween["nummer"], rij.verdween["programma"]
    if Deelnemer.objects.filter(programma=programma, nummer=nummer).exists():
        yield f"Het nummer {nummer} is intussen van iemand anders."


def _veranderd(stappen: list[Stap]) -> Iterator[str]:
    """What the merge changed and somebody changed again."""
    for stap in stappen:
        if not stap.na:
            continue
        record = stap.klasse._default_manager.filter(pk=stap.pk).first()
        if record is None:
            yield f"Er is een {stap.klasse._meta.verbose_name} verwijderd of verder samengevoegd."
        elif not stap.is_bij(record):
            yield f"{_aanduiding(record)} is daarna gewijzigd."


def _aanduiding(record: object) -> str:
    if isinstance(record, Deelname):
        return f"De deelname aan {record.praktijk.naam} vanaf {record.vanaf:%d-%m-%Y}"
    if isinstance(record, Aanwezigheid):
        return f"De aanwezigheid bij de {record.sessie}"
    return "Een eerdere samenvoeging" if isinstance(record, Samenvoeging) else f"Deelnemer {record}"


def _erbij(rij: Samenvoeging, stappen: list[Stap]) -> Iterator[str]:
    """What hangs on the record since: of whom of the two that is, nobody can tell."""
    bekend = {(stap.model, stap.pk) for stap in stappen}
    for deelname in Deelname.objects.filter(deelnemer=rij.blijft_id).select_related("praktijk"):
        if (deelname._meta.label_lower, deelname.pk) not in bekend:
            yield f"Er is daarna een deelname bijgekomen: {deelname.praktijk.naam} vanaf {deelname.vanaf:%d-%m-%Y}."
    for aanwezig in Aanwezigheid.objects.filter(deelnemer=rij.blijft_id).select_related("sessie"):
        if (aanwezig._meta.label_lower, aanwezig.pk) not in bekend:
            yield f"Er is daarna aanwezigheid bijgekomen: bij de {aanwezig.sessie}."
    for later in Samenvoeging.objects.filter(blijft=rij.blijft_id, ongedaan_op=None).exclude(pk=rij.pk):
        if (later._meta.label_lower, later.pk) not in bekend:
            yield f"Daarna is ook {later.verdween['nummer']} samengevoegd. Maak eerst dat ongedaan."
