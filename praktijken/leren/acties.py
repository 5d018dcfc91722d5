"""What is done to a lesson: each at once or not at all, in turn per lesson, appended and never overwritten.

Whoever writes first takes the row of the lesson. So the same form sent twice at one moment stores once, of two who
change one version the second sees the first, and of two who judge one submission the second sees the first verdict.
"""

from dataclasses import asdict, dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from praktijken.leren.invoer import Lesinvoer
from praktijken.leren.stand import Lesstand, Lesstatus, stand
from praktijken.models import Experiment, Les, Lesstap, Lesversie, Praktijk, Stap
from praktijken.voortgang.acties import FORMULIER_GEBRUIKT, NIET_VERANDERD
from praktijken.voortgang.invoer import Inzending

EERST_TERUGNEMEN: Final = "Deze les ligt bij het programmabureau. Neem haar eerst terug als u haar wilt wijzigen."
NIET_VOOR_TE_LEGGEN: Final = "Deze versie van de les is al voorgelegd of gedeeld, of moet eerst worden verbeterd."
NIET_TERUG_TE_NEMEN: Final = "Deze les ligt niet meer bij het programmabureau. Terugnemen kan niet."
NIET_IN_TE_TREKKEN: Final = "Deze les is niet gedeeld. Intrekken kan niet."
REDEN_NODIG: Final = "Schrijf op waarom."
_LIJSTEN: Final = ("themas", "prangende_vragen", "organisatietypen")
_VERPLICHT: Final = {
    "situatie": "Wat deed u, en in welke situatie?",
    "opbrengst": "Wat kwam eruit?",
    "advies": "Wat raadt u anderen aan?",
}
"""What a lesson needs before it can be submitted, beside its title."""


class Botsing(Exception):
    """What is stored by now is not what the writer thought; `nieuwste` is how it stands."""

    def __init__(self, nieuwste: Lesversie) -> None:
        super().__init__()
        self.nieuwste = nieuwste


class AlBeoordeeld(Exception):
    """The submission that was looked at no longer awaits a judgement; `stap` is what happened to it last."""

    def __init__(self, stap: Lesstap) -> None:
        super().__init__()
        self.stap = stap


class NietAanU(Exception):
    """Somebody judges without the right to, or judges their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaard:
    """A version that stands; `nieuw` is False where it stood there already."""

    versie: Lesversie
    nieuw: bool


@transaction.atomic
def maak(*, praktijk: Praktijk, experiment: Experiment | None, invoer: Lesinvoer, inzending: Inzending) -> Bewaard:
    """A new lesson with its first version: a draft. Botsing: the form was stored before, with another text."""
    Praktijk.objects.select_for_update(no_key=True).get(pk=praktijk.pk)
    if eerder := _eerder(inzending, invoer, praktijk.pk):
        return Bewaard(versie=eerder, nieuw=False)
    les = Les(praktijk=praktijk, experiment=experiment)
    les._change_reason = "les gemaakt"  # type: ignore[attr-defined]  # read by simple-history
    les.full_clean()
    les.save()
    return _bewaar(les, 1, invoer, inzending, "les gemaakt")


@transaction.atomic
def wijzig(*, les: Les, gezien: int | None, invoer: Lesinvoer, inzending: Inzending) -> Bewaard:
    """A new version; all earlier ones stay, and what is shared stays shared. `gezien`: the version one started from.

    Botsing where that is no longer the newest, or the form was stored before with another text; ValidationError
    where nothing changes, or the lesson awaits a judgement.
    """
    _wacht_op_beurt(les)
    if eerder := _eerder(inzending, invoer, les.praktijk_id):
        return Bewaard(versie=eerder, nieuw=False)
    nu = stand(les)
    if nu.nieuwste.pk != gezien:
        raise Botsing(nu.nieuwste)
    if nu.voorgelegd is not None:
        raise ValidationError(EERST_TERUGNEMEN)
    if invoer == Lesinvoer.van(nu.nieuwste):
        raise ValidationError(NIET_VERANDERD)
    return _bewaar(les, nu.nieuwste.nummer + 1, invoer, inzending, "les gewijzigd")


@transaction.atomic
def leg_voor(*, versie: Lesversie, inzending: Inzending) -> Lesstap:
    """Submit the newest version. ValidationError: it is not the newest, not complete, or was submitted already."""
    _wacht_op_beurt(versie.les)
    if eerder := _eerdere_stap(inzending, versie, Stap.VOORGELEGD, ""):
        return eerder
    nu = stand(versie.les)
    if nu.nieuwste.pk != versie.pk or not nu.voor_te_leggen:
        raise ValidationError(NIET_VOOR_TE_LEGGEN)
    if leeg := [label for veld, label in _VERPLICHT.items() if not getattr(versie, veld)]:
        raise ValidationError(f"Vul eerst in: {' '.join(leeg)}")
    return _zet_stap(versie, Stap.VOORGELEGD, "", inzending)


@transaction.atomic
def neem_terug(*, versie: Lesversie, inzending: Inzending) -> Lesstap:
    """Take a submission back before it is judged. ValidationError: it no longer awaits a judgement."""
    _wacht_op_beurt(versie.les)
    if eerder := _eerdere_stap(inzending, versie, Stap.TERUGGENOMEN, ""):
        return eerder
    if stand(versie.les).voorgelegd != versie:
        raise ValidationError(NIET_TERUG_TE_NEMEN)
    return _zet_stap(versie, Stap.TERUGGENOMEN, "", inzending)


@transaction.atomic
def beoordeel(*, versie: Lesversie, oordeel: Stap, reden: str, inzending: Inzending) -> Lesstap:
    """Accept (`geaccepteerd`) or return (`teruggestuurd`, with a reason) a submission.

    NietAanU without the right, or where it is one's own; AlBeoordeeld where it no longer awaits a judgement.
    """
    _wacht_op_beurt(versie.les)
    if bezwaar(versie, inzending.door):
        raise NietAanU
    if eerder := _eerdere_stap(inzending, versie, oordeel, reden):
        return eerder
    if stand(versie.les).voorgelegd != versie:
        raise AlBeoordeeld(versie.stappen.select_related("door").latest("pk"))
    if oordeel == Stap.TERUGGESTUURD and not reden:
        raise ValidationError({"reden": REDEN_NODIG})
    return _zet_stap(versie, oordeel, reden if oordeel == Stap.TERUGGESTUURD else "", inzending)


@transaction.atomic
def trek_in(*, les: Les, gezien: int | None, reden: str, inzending: Inzending) -> Lesstap:
    """Share it no longer. `gezien`: the version that was shared when one decided. ValidationError: it is not."""
    _wacht_op_beurt(les)
    nu = stand(les)
    versie = nu.gedeeld or les.versies.filter(pk=gezien or 0).first()
    if versie is not None and (eerder := _eerdere_stap(inzending, versie, Stap.INGETROKKEN, reden)):
        return eerder
    if nu.gedeeld is None or nu.gedeeld.pk != gezien:
        raise ValidationError(NIET_IN_TE_TREKKEN)
    if not reden:
        raise ValidationError({"reden": REDEN_NODIG})
    return _zet_stap(nu.gedeeld, Stap.INGETROKKEN, reden, inzending)


def bezwaar(versie: Lesversie, user: User) -> str:
    """Why `user` may not judge this version; empty where they may.

    One's own is what one submitted, and any lesson one wrote a version of up to this one: of what an earlier writer
    put down, most stands there still.
    """
    if not mag_alles(user, Recht.LESSEN_BEOORDELEN):
        return "Alleen medewerkers van het programmabureau beoordelen lessen."
    if Lesversie.objects.filter(les=versie.les_id, nummer__lte=versie.nummer, door=user).exists():
        return "U schreef aan deze les mee. Iemand anders beoordeelt haar."
    if Lesstap.objects.filter(versie=versie, soort=Stap.VOORGELEGD, door=user).exists():
        return "U legde deze les zelf voor. Iemand anders beoordeelt haar."
    return ""


def bewerkbaar(nu: Lesstand) -> bool:
    """Whether the text can be changed: not while somebody judges it."""
    return nu.status != Lesstatus.VOORGELEGD


def _wacht_op_beurt(les: Les) -> None:
    Les.objects.select_for_update(no_key=True).get(pk=les.pk)


def _eerder(inzending: Inzending, invoer: Lesinvoer, praktijk: int) -> Lesversie | None:
    """What this form stored before, if anything."""
    eerder = Lesversie.objects.select_related("les").filter(inzending=inzending.sleutel).first()
    if eerder is None:
        return None
    if (eerder.door_id, eerder.les.praktijk_id) != (inzending.door.pk, praktijk):
        raise ValidationError(FORMULIER_GEBRUIKT)
    if Lesinvoer.van(eerder) != invoer:
        raise Botsing(stand(eerder.les).nieuwste)
    return eerder


def _eerdere_stap(inzending: Inzending, versie: Lesversie, soort: Stap, reden: str) -> Lesstap | None:
    eerder = Lesstap.objects.filter(inzending=inzending.sleutel).first()
    if eerder is None:
        return None
    zelfde = (eerder.door_id, eerder.versie_id, eerder.soort) == (inzending.door.pk, versie.pk, soort)
    if not zelfde or (soort in (Stap.TERUGGESTUURD, Stap.INGETROKKEN) and eerder.reden != reden):
        raise ValidationError(FORMULIER_GEBRUIKT)
    return eerder


def _bewaar(les: Les, nummer: int, invoer: Lesinvoer, inzending: Inzending, reden: str) -> Bewaard:
    waarden = asdict(invoer)
    lijsten = {naam: waarden.pop(naam) for naam in _LIJSTEN}
    versie = Lesversie(les=les, nummer=nummer, door=inzending.door, inzending=inzending.sleutel, **waarden)
    versie._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    versie.full_clean()
    versie.save()
    for naam, sleutels in lijsten.items():
        getattr(versie, naam).set(sleutels)
    return Bewaard(versie=versie, nieuw=True)


def _zet_stap(versie: Lesversie, soort: Stap, reden: str, inzending: Inzending) -> Lesstap:
    stap = Lesstap(versie=versie, soort=soort, reden=reden, door=inzending.door, inzending=inzending.sleutel)
    stap._change_reason = f"les {soort}"  # type: ignore[attr-defined]  # read by simple-history
    stap.full_clean()
    stap.save()
    return stap
