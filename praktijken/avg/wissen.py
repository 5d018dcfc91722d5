"""Erasing a person: who they are goes everywhere, the record keeps number, kind and participations.

No figure changes, at any day: the kind a participation counts as becomes its own, and an organisation that counts
through this person alone is kept without the person (`Organisatieaanwezigheid`).
"""

import datetime
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.utils.module_loading import import_string

from deelnemers.models import Deelnemer, Organisatie, Samenvoeging
from mantelzorg.models import Bericht, Poststand, User
from praktijken.avg.inventaris import BLIJFT_BIJ_WISSEN, VAN_PERSOON, Aard, historie, velden_van
from praktijken.avg.patroon import VERWIJDERD, Patroon, maak_patroon
from praktijken.avg.vervangen import vervang
from praktijken.avg.zoeken import Vindplaats, zoek
from praktijken.models import (
    Deelname,
    Organisatieaanwezigheid,
    Praktijkpartner,
    Verwijdering,
    Verzoek,
)

REDEN: Final = "persoon gewist"
_ZELF = {"deelnemers.deelnemer", "deelnemers.samenvoeging", "praktijken.deelname", *BLIJFT_BIJ_WISSEN}


class CijfersVeranderd(Exception):
    """A figure would have changed: nothing was erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """Whom to erase, and what for. `teksten`: other ways in which notes name them; `plekken`: records to clean."""

    deelnemer: int
    teksten: tuple[str, ...] = ()
    plekken: frozenset[str] | None = None
    """Keys of the records to replace the texts in; None: all that hold them."""
    aanleiding: str = ""
    verzoek: Verzoek | None = None
    inzending: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfers:
    """The figures that people hang on, at a day: before and after they are the same."""

    dag: datetime.date
    deelnemers: int
    tot_nu_toe: int
    organisaties: int


@dataclass(slots=True, kw_only=True)
class Gewist:
    """What was done: how many records of which kind, where notes named the person, and the figures."""

    deelnemer: Deelnemer
    telling: dict[str, int] = field(default_factory=dict)
    plekken: list[Vindplaats] = field(default_factory=list)
    cijfers: list[Cijfers] = field(default_factory=list)


class Voorbeeld(Exception):
    """Ends a rehearsal, so that the database is as it was."""

    def __init__(self, gewist: Gewist) -> None:
        super().__init__()
        self.gewist = gewist


def proef(opdracht: Opdracht, *, user: User, nu: datetime.datetime, dag: datetime.date) -> Gewist:
    """What erasing would do: done and taken back at once, so that the preview is what will happen."""
    try:
        with transaction.atomic():
            raise Voorbeeld(wis(opdracht, user=user, nu=nu, dag=dag))
    except Voorbeeld as voorbeeld:
        return voorbeeld.gewist


@transaction.atomic
def wis(opdracht: Opdracht, *, user: User, nu: datetime.datetime, dag: datetime.date) -> Gewist:
    """Erase; somebody erased before stays as they are. CijfersVeranderd where a figure would move."""
    persoon = Deelnemer.objects.select_for_update(of=("self",)).select_related("programma").get(pk=opdracht.deelnemer)
    gewist = Gewist(deelnemer=persoon)
    if persoon.gewist_op is not None:
        return gewist
    dagen = peildata(persoon, dag)
    voor = [_alle_cijfers(persoon, een) for een in dagen]
    opgegaan = _samenvoegingen(persoon, gewist)
    namen, adressen = _heette({persoon.pk, *opgegaan})
    patroon = maak_patroon([*namen, *adressen, *opdracht.teksten])
    plekken = [] if patroon is None else zoek(patroon)
    _post({persoon.pk, *opgegaan}, adressen, gewist)
    _wis_persoon(persoon, opgegaan, gewist, nu)
    if voor != [_alle_cijfers(persoon, een) for een in dagen]:
        raise CijfersVeranderd
    if patroon is not None:
        _wis_teksten(gewist, plekken, patroon, opdracht)
    gewist.cijfers = [_kort(een, cijfers) for een, cijfers in zip(dagen, voor, strict=True)]
    Verwijdering.objects.create(
        deelnemer=persoon,
        verzoek=opdracht.verzoek,
        aanleiding=opdracht.aanleiding,
        telling=gewist.telling,
        door=user,
        inzending=opdracht.inzending,
    )
    return gewist


def peildata(persoon: Deelnemer, dag: datetime.date) -> list[datetime.date]:
    """Today, the programme's last day, and the days around which this person begins or ends to count."""
    een_dag = datetime.timedelta(days=1)
    dagen = {dag, persoon.programma.einddatum or dag}
    for vanaf, tot_en_met in persoon.deelnames.values_list("vanaf", "tot_en_met"):
        dagen |= {vanaf, *([tot_en_met, tot_en_met + een_dag] if tot_en_met else [])}
    return sorted(dagen)


def _alle_cijfers(persoon: Deelnemer, dag: datetime.date) -> Any:
    return import_string(settings.CIJFERS)(persoon.programma, dag)


def _kort(dag: datetime.date, cijfers: Any) -> Cijfers:
    return Cijfers(
        dag=dag,
        deelnemers=cijfers.deelnemers.totaal,
        tot_nu_toe=cijfers.deelnemers_tot_nu_toe.totaal,
        organisaties=cijfers.organisaties,
    )


def _heette(personen: set[int]) -> tuple[set[str], set[str]]:
    """Names and e-mail addresses that the person ever had here."""
    rijen = Deelnemer.history.filter(id__in=personen)
    nu = Deelnemer.objects.filter(pk__in=personen)
    paren = [*rijen.values_list("naam", "email"), *nu.values_list("naam", "email")]
    return {naam for naam, _ in paren} - {""}, {email.lower() for _, email in paren} - {""}


def _wis_persoon(persoon: Deelnemer, opgegaan: set[int], gewist: Gewist, nu: datetime.datetime) -> None:
    personen = {persoon.pk, *opgegaan}
    rijen_nu = persoon.deelnames.select_for_update(of=("self",))
    deelnames = list(rijen_nu.select_related("organisatie__organisatietype", "organisatietype"))
    for deelname in deelnames:
        _wis_deelname(deelname)
    gewist.telling["organisatie en rol van een deelname"] = len(deelnames)
    _historie_van_deelnames(personen, [een.pk for een in deelnames], gewist)
    leeg = _leeg_van(Deelnemer) | {"gewist_op": nu}
    for naam, waarde in leeg.items():
        setattr(persoon, naam, waarde)
    _bewaar(persoon, list(leeg))
    rijen = Deelnemer.history.filter(id__in=personen)
    gewist.telling["versie van de persoon in de geschiedenis"] = rijen.update(**leeg)
    _beheerlog(personen, persoon.nummer, gewist)
    for naam, pad in VAN_PERSOON.items():
        if naam not in _ZELF:
            _leeg(apps.get_model(naam), pad, personen, gewist)


def _bewaar(record: models.Model, velden: list[str]) -> None:
    record._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
    record.save(update_fields=velden)


def _wis_deelname(deelname: Deelname) -> None:
    """Its kind becomes its own; the organisation and the role go."""
    organisatie = deelname.organisatie
    if organisatie is not None:
        _laat_tellen(deelname, organisatie)
        deelname.organisatietype = deelname.organisatietype or organisatie.organisatietype
        deelname.organisatie = None
    deelname.rol = ""
    _bewaar(deelname, ["organisatie", "organisatietype", "rol"])


def _laat_tellen(deelname: Deelname, organisatie: Organisatie) -> None:
    """Keep the organisation counting, unless something else has it count here all that time."""
    einde = Q(tot_en_met=None)
    if deelname.tot_en_met is not None:
        einde |= Q(tot_en_met__gte=deelname.tot_en_met)
    zelfde = Q(praktijk=deelname.praktijk_id, organisatie=organisatie, vanaf__lte=deelname.vanaf)
    anderen = Deelname.objects.exclude(deelnemer=deelname.deelnemer_id)
    for rijen in (Praktijkpartner.objects.all(), anderen, Organisatieaanwezigheid.objects.all()):
        if rijen.filter(zelfde & einde).exists():
            return
    Organisatieaanwezigheid.objects.create(
        praktijk=deelname.praktijk,
        organisatie=organisatie,
        vanaf=deelname.vanaf,
        tot_en_met=deelname.tot_en_met,
    )


def _historie_van_deelnames(personen: set[int], deelnames: list[int], gewist: Gewist) -> None:
    rijen = Deelname.history.filter(Q(deelnemer_id__in=personen) | Q(id__in=deelnames))
    soorten = rijen.filter(organisatietype=None).exclude(organisatie=None).order_by()
    for organisatie, soort in set(soorten.values_list("organisatie_id", "organisatie__organisatietype_id")):
        soorten.filter(organisatie_id=organisatie).update(organisatietype_id=soort)
    gewist.telling["versie van een deelname in de geschiedenis"] = rijen.update(organisatie=None, rol="")


def _samenvoegingen(persoon: Deelnemer, gewist: Gewist) -> set[int]:
    """Merges with this person can no longer be undone; the keys of the records that went up in this one."""
    met = Samenvoeging.objects.filter(Q(blijft=persoon) | Q(verdween__id=persoon.pk))
    opgegaan: set[int] = set()
    for rij in met:
        if rij.blijft_id == persoon.pk and rij.ongedaan_op is None:
            opgegaan.add(rij.verdween["id"])
        elif rij.blijft_id != persoon.pk:
            _uit_het_andere_record(persoon, rij)
        rij.stappen = []
        rij.save(update_fields=["stappen"])
    gewist.telling["samenvoeging"] = len(met)
    return opgegaan


def _uit_het_andere_record(persoon: Deelnemer, rij: Samenvoeging) -> None:
    """A merge that was undone: while it stood, the other record may have borne this person's name."""
    namen, adressen = _heette({persoon.pk})
    toen = Deelnemer.history.filter(id=rij.blijft_id)
    toen.filter(naam__in=namen).exclude(naam=rij.blijft.naam).update(naam="")
    toen.filter(email__in=adressen).exclude(email=rij.blijft.email).update(email="")


def _post(personen: set[int], adressen: set[str], gewist: Gewist) -> None:
    """Mails about this person, and to an address that is nobody else's: the text and the address go."""
    soort = ContentType.objects.get_for_model
    deelnames = list(Deelname.objects.filter(deelnemer__in=personen).values_list("pk", flat=True))
    voorwaarde = Q(over_soort=soort(Deelnemer), over_id__in=personen)
    voorwaarde |= Q(over_soort=soort(Deelname), over_id__in=deelnames)
    gedeeld = Deelnemer.objects.filter(email__in=adressen).exclude(pk__in=personen).values_list("email", flat=True)
    voorwaarde |= Q(aan__in=adressen - set(gedeeld))
    brieven = list(Bericht.objects.filter(voorwaarde, ontvanger=None))
    leeg = {"aan": "", "aan_naam": "", "onderwerp": VERWIJDERD, "tekst": VERWIJDERD}
    for brief in brieven:
        for naam, waarde in leeg.items():
            setattr(brief, naam, waarde)
        if brief.stand in (Poststand.WACHT, Poststand.VASTGEHOUDEN):
            brief.stand, brief.uitkomst = Poststand.INGETROKKEN, "Deze persoon is gewist."
        _bewaar(brief, [*leeg, "stand", "uitkomst"])
    Bericht.history.filter(id__in=[brief.pk for brief in brieven]).update(**leeg)
    gewist.telling["bericht"] = len(brieven)


def _beheerlog(personen: set[int], nummer: str, gewist: Gewist) -> None:
    """The admin's own log names a person by number and name."""
    soort = ContentType.objects.get_for_model(Deelnemer)
    regels = LogEntry.objects.filter(content_type=soort, object_id__in=[str(pk) for pk in personen])
    gewist.telling["regel in het logboek van beheer"] = regels.update(object_repr=nummer, change_message="")


def _leeg(model: type[models.Model], pad: str, personen: set[int], gewist: Gewist) -> None:
    """What records about this person hold, also of those that went up in theirs: who they are, what they wrote."""
    leeg = _leeg_van(model)
    rijen = list(model._default_manager.filter(**{f"{pad}__in": personen}))
    for rij in rijen if leeg else []:
        for naam, waarde in leeg.items():
            setattr(rij, naam, waarde)
        _bewaar(rij, list(leeg))
    tabel = historie(model)
    if tabel is not None and leeg:
        tabel._default_manager.filter(**{f"{model._meta.pk.name}__in": [rij.pk for rij in rijen]}).update(**leeg)
    if rijen and leeg:
        gewist.telling[str(model._meta.verbose_name)] = len(rijen)


def _leeg_van(model: type[models.Model]) -> dict[str, Any]:
    """What is emptied in a record about one person, and what then stands there."""
    return {veld.name: _lege_waarde(veld) for veld in velden_van(model, Aard.WIE, Aard.VRIJ, Aard.BESTAND)}


def _lege_waarde(veld: "models.Field[Any, Any]") -> Any:
    if veld.null:
        return None
    if isinstance(veld, models.JSONField):
        return veld.get_default() if veld.has_default() else {}
    return b"" if isinstance(veld, models.BinaryField) else ""


def _wis_teksten(gewist: Gewist, plekken: list[Vindplaats], patroon: Patroon, opdracht: Opdracht) -> None:
    """Notes that name the person, as chosen; their own records are done by now."""
    gewist.plekken = [plek for plek in plekken if plek.model._meta.label_lower not in VAN_PERSOON]
    keuze = opdracht.plekken
    gekozen = [plek for plek in gewist.plekken if keuze is None or plek.sleutel in keuze]
    for soort, aantal in vervang(gekozen, patroon).items():
        gewist.telling[f"tekst in {soort}"] = aantal
