"""Publish a fixed measurement: what was previewed, sealed, as the next version of its year."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime

from mantelzorg.models import Programma, User
from monitor.meten.lezen import rapport
from monitor.meten.opstellen import KanNiet
from monitor.meten.staten import zet_staat
from monitor.models import Publicatie, Publicatietekst, Staatsoort, Vaststelling
from monitor.models.vaststellingen import EINDE
from monitor.publicatie.inhoud import Opzet, getallen, getallen_in_errata, maak_concept
from monitor.publicatie.invullen import Invulling
from monitor.publicatie.nakijken import Nagekeken, geheimen, kijk_na
from monitor.publicatie.standaard import standaardteksten
from monitor.publicatie.verborgen import verborgen
from monitor.publicatie.vorm import lees, schrijf, zegel_van
from monitor.publicatie.waarden import Erratum, Inhoud


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """What would be published now; `tekst` in canonical form. `belemmeringen`: in Dutch, why it cannot be yet.

    `invulling`: what its texts are filled in with. `geheim`: every protected count, of other years too, by its name.
    `opent`: what publishing without a threshold gives away beside; it takes a reason.
    """

    tekst: str
    inhoud: Inhoud
    invulling: Invulling
    geheim: dict[str, int]
    getallen: Nagekeken
    belemmeringen: tuple[str, ...]
    opent: str

    @property
    def zegel(self) -> str:
        """The seal that it would have."""
        return zegel_van(self.tekst)


def teksten_van(programma: Programma) -> Publicatietekst:
    """The texts of this programme; those to begin with where staff stored none yet."""
    bewaard = Publicatietekst.objects.filter(programma=programma, indicator="23").first()
    return bewaard or Publicatietekst(programma=programma, **standaardteksten(programma))


def maak_voorbeeld(vaststelling: Vaststelling, op: datetime.datetime) -> Voorbeeld:
    """What publishing at that moment would give."""
    meting = vaststelling.meting
    rijen = Publicatie.objects.filter(programma=meting.programma).select_related("vaststelling").order_by("op", "pk")
    eerdere = [lees(een.inhoud) for een in rijen]
    van_jaar = [inhoud for inhoud in eerdere if inhoud.jaar == meting.jaar]
    opzet = Opzet(
        rapport=rapport(vaststelling),
        tekst=teksten_van(meting.programma),
        versie=len(van_jaar) + 1,
        op=localtime(op).date(),
        eerder=[inhoud.cijfers for inhoud in eerdere if inhoud.cijfers is not None],
        errata=tuple(_errata(vaststelling)),
        licentie=settings.CIJFERS_LICENTIE,
    )
    concept = maak_concept(opzet)
    geheim = geheimen(rijen) | _nog_geheim(opzet, concept.inhoud, van_jaar)
    uitzonderingen = vaststelling.getaluitzonderingen.select_related("door")
    waarden = concept.invulling.waarden
    gevonden = kijk_na(getallen(opzet), geheim, waarden, uitzonderingen, vast=getallen_in_errata(opzet))
    belemmeringen = [
        *_van_meting(vaststelling),
        *concept.fouten,
        *(een.belemmering for een in gevonden.tegen),
    ]
    if van_jaar:
        belemmeringen += _tegenover(concept.inhoud, van_jaar[-1])
    tekst = schrijf(concept.inhoud)
    return Voorbeeld(
        tekst=tekst,
        inhoud=lees(tekst),
        invulling=concept.invulling,
        geheim=geheim,
        getallen=gevonden,
        belemmeringen=tuple(belemmeringen),
        opent=concept.opent,
    )


def _nog_geheim(opzet: Opzet, nieuw: Inhoud, van_jaar: Sequence[Inhoud]) -> dict[str, int]:
    """What neither this version nor an earlier one of the same measurement tells."""
    if nieuw.cijfers is None:
        return {}
    zelfde = [een.cijfers for een in van_jaar if een.cijfers is not None and een.meting.nummer == nieuw.meting.nummer]
    return verborgen(opzet.rapport.indicator, [*zelfde, nieuw.cijfers])


@transaction.atomic
def publiceer(
    *, meting: int, gezien: str, inzending: UUID, door: User, op: datetime.datetime, waarom: str = ""
) -> Publicatie:
    """Publish what was seen: `gezien` is the seal of the preview. The same `inzending` again gives what there is.

    `waarom`: why protected counts of other days may be opened, where they are. KanNiet, with the reason in Dutch.
    """
    vaststelling = _op_slot(meting)
    if (eerder := Publicatie.objects.filter(inzending=inzending).first()) is not None:
        return eerder
    voorbeeld = maak_voorbeeld(vaststelling, op)
    if voorbeeld.belemmeringen:
        raise KanNiet(" ".join(voorbeeld.belemmeringen))
    if voorbeeld.zegel != gezien:
        raise KanNiet("De bladzijde is veranderd terwijl u keek. Bekijk haar opnieuw.")
    if voorbeeld.opent and not waarom:
        raise KanNiet("Vul in waarom afgeschermde aantallen van andere dagen openbaar mogen worden.")
    inhoud = voorbeeld.inhoud
    reden = f"Gepubliceerd als versie {inhoud.versie} van {inhoud.jaar}."
    if voorbeeld.opent:
        reden += f" Zonder drempel: daarmee zijn ook te berekenen {voorbeeld.opent}. Waarom dat mag: {waarom}"
    zet_staat(vaststelling, Staatsoort.GEPUBLICEERD, reden=reden, door=door, op=op, inzending=inzending)
    return Publicatie.objects.create(
        vaststelling=vaststelling,
        programma=vaststelling.meting.programma,
        jaar=inhoud.jaar,
        versie=inhoud.versie,
        drempel=inhoud.drempel,
        inhoud=voorbeeld.tekst,
        zegel=voorbeeld.zegel,
        op=op,
        door=door,
        inzending=inzending,
    )


def _op_slot(meting: int) -> Vaststelling:
    """The fixed measurement, with its programme kept from others: versions and protection build on each other."""
    rijen = Vaststelling.objects.filter(meting=meting).select_related("meting__programma")
    programma = rijen.values_list("meting__programma", flat=True).first()
    if programma is None:
        raise KanNiet("Deze meting is nog niet vastgesteld.")
    Programma.objects.select_for_update(no_key=True).get(pk=programma)
    return rijen.get()


def _errata(vaststelling: Vaststelling) -> Iterator[Erratum]:
    for staat in vaststelling.staten.filter(soort=Staatsoort.ERRATUM):
        yield Erratum(nummer=staat.nummer, op=localtime(staat.op).date(), tekst=staat.openbaar)


def _van_meting(vaststelling: Vaststelling) -> Iterator[str]:
    if not vaststelling.meting.voor_monitor:
        yield "Alleen de meting van de Monitor krijgt een openbare bladzijde."
    einde = vaststelling.staten.filter(soort__in=EINDE).first()
    if einde is not None:
        yield f"Deze meting is {einde.soort}."


def _tegenover(nieuw: Inhoud, vorige: Inhoud) -> Iterator[str]:
    """What a next version asks: something else than the last one, and a word about what."""
    if _zonder_nummer(nieuw) == _zonder_nummer(vorige):
        yield f"Er is niets veranderd sinds versie {vorige.versie}."
    elif nieuw.teksten.wijziging in ("", vorige.teksten.wijziging):
        yield f"Schrijf in de teksten wat er anders is dan in versie {vorige.versie}."


def _zonder_nummer(inhoud: Inhoud) -> Inhoud:
    """Without what differs between any two versions; another form or licence alone is no reason for a next one."""
    cijfers = None if inhoud.cijfers is None else replace(inhoud.cijfers, versie=0)
    teksten = replace(inhoud.teksten, wijziging="")
    return replace(
        inhoud,
        vorm=0,
        versie=0,
        adres="",
        gepubliceerd_op=datetime.date.min,
        licentie="",
        cijfers=cijfers,
        teksten=teksten,
    )
