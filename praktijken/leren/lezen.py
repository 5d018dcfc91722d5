"""A lesson as its page shows it, lessons on the page of their practice, and what awaits a judgement."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.leren.acties import bezwaar
from praktijken.leren.stand import Lesstand, opgehaalde_stand, stand_van
from praktijken.models import Les, Lesstap, Lesversie, Praktijk, Stap

_LIJSTEN: Final = ("themas", "prangende_vragen", "organisatietypen")
_VELDEN: Final = {
    "titel": "De les in één zin",
    "situatie": "Wat deed u, en in welke situatie?",
    "opbrengst": "Wat kwam eruit?",
    "advies": "Wat raadt u anderen aan?",
    "themas": "Thema’s",
    "prangende_vragen": "Prangende vragen",
    "organisatietypen": "Voor welke soorten organisaties?",
}
_VERWANT: Final = 5  # lessons of other practices on a practice's page; the page of lessons gives the rest
_IN_BEWERKING: Final = 20
PER_PAGINA: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesblad:
    """Everything on the page of a lesson. Who reads only what is shared gets no `stand`, versions or steps."""

    les: Les
    versie: Lesversie
    uitkomst: str
    stand: Lesstand | None
    versies: tuple[Lesversie, ...]
    """All but the one on top, latest first."""
    verloop: tuple[Lesstap, ...]
    praktijk_zichtbaar: bool
    wijzigbaar: bool
    beoordeelbaar: bool
    bezwaar: str
    """Why one may not judge what awaits a judgement; empty where one may, or where nothing does."""
    namen: bool
    """Whether names of writers and judges are shown."""
    verstuurd: tuple[UUID, ...]
    """What this person sent that is stored: the browser need not keep it any longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesregel:
    """A lesson in a list: the version one may read, and where it stands (empty where one reads only what is shared)."""

    les: Les
    titel: str
    status: str


def lesblad(les: Les, user: User, dag: datetime.date) -> Lesblad | None:
    """The page for `user`, who may see this lesson; None where nothing of it is shared any more."""
    versies = list(les.versies.select_related("door").prefetch_related(*_LIJSTEN))
    stappen = list(Lesstap.objects.filter(versie__les=les).select_related("door", "versie"))
    nu = stand_van(versies, stappen)
    helemaal = Les.objects.met_concepten_voor(user).filter(pk=les.pk).exists()
    if not helemaal and nu.gedeeld is None:
        return None
    versie = nu.nieuwste if helemaal or nu.gedeeld is None else nu.gedeeld
    waarom_niet = bezwaar(nu.voorgelegd, user) if nu.voorgelegd and mag(user, Recht.LESSEN_BEOORDELEN) else ""
    gestuurd: list[Lesversie | Lesstap] = [*versies, *stappen]
    return Lesblad(
        les=les,
        versie=versie,
        uitkomst=uitkomst_op(les, dag),
        stand=nu if helemaal else None,
        versies=tuple(een for een in reversed(versies) if een != versie) if helemaal else (),
        verloop=tuple(stappen) if helemaal else (),
        praktijk_zichtbaar=Praktijk.objects.zichtbaar_voor(user).filter(pk=les.praktijk_id).exists(),
        wijzigbaar=Les.objects.wijzigbaar_door(user).filter(pk=les.pk).exists(),
        beoordeelbaar=nu.voorgelegd is not None and mag(user, Recht.LESSEN_BEOORDELEN) and not waarom_niet,
        bezwaar=waarom_niet,
        namen=helemaal and mag(user, Recht.PERSONEN_ZIEN),
        verstuurd=tuple(een.inzending for een in gestuurd if een.door_id == user.pk),
    )


def uitkomst_op(les: Les, dag: datetime.date) -> str:
    """How the experiment went, or the practice where the lesson is about the whole: its status on `dag`."""
    return (les.experiment or les.praktijk).status_op(dag).value


def lesregels(lessen: Any, user: User) -> list[Lesregel]:
    """Lessons `user` may see, with the version they may read; a constant number of queries."""
    gevonden: Iterable[Les] = lessen.met_stappen()
    helemaal = set(
        Les.objects.met_concepten_voor(user).filter(pk__in=[les.pk for les in gevonden]).values_list("pk", flat=True)
    )
    standen = ((les, opgehaalde_stand(les), les.pk in helemaal) for les in gevonden)
    regels = (_regel(les, nu, alles=alles) for les, nu, alles in standen)
    return [regel for regel in regels if regel is not None]


def _regel(les: Les, nu: Lesstand, *, alles: bool) -> Lesregel | None:
    if alles:
        return Lesregel(les=les, titel=nu.nieuwste.titel, status=nu.status)
    return Lesregel(les=les, titel=nu.gedeeld.titel, status="") if nu.gedeeld else None


def van_praktijk(praktijk: Praktijk, user: User) -> list[Lesregel]:
    """The lessons of a practice that `user` may see; a withdrawn one for who reads its drafts."""
    return lesregels(Les.objects.zichtbaar_voor(user).filter(praktijk=praktijk).select_related("experiment"), user)


def in_bewerking(user: User) -> list[Lesregel]:
    """What `user` works on, latest first."""
    lessen = Les.objects.in_bewerking_van(user).select_related("praktijk", "experiment").order_by("-pk")
    return lesregels(lessen[:_IN_BEWERKING], user)


def over_themas(themas: Iterable[int], praktijk: Praktijk, user: User) -> list[Lesversie]:
    """Some shared lessons of other practices about these themes, latest first."""
    gedeeld: Any = Lesversie.objects.gedeeld_met(user).exclude(les__praktijk=praktijk)
    met_thema = Lesversie.objects.filter(themas__in=themas).values("pk")
    gevonden = gedeeld.filter(pk__in=met_thema).select_related("les__praktijk").order_by("-gedeeld_op", "-pk")
    return list(gevonden[:_VERWANT])


def wacht_op_oordeel(begin: int) -> list[Lesversie]:
    """Submissions, the one that waits longest first: a page of them and one more."""
    wachtend: Any = Lesversie.objects.voorgelegd().select_related("les__praktijk__programma", "les__experiment", "door")
    return list(wachtend.order_by("voorgelegd_op", "pk")[begin : begin + PER_PAGINA + 1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Naast:
    """A field of a submission beside what stood in the version that it is compared with."""

    veld: str
    eerst: str
    nu: str

    @property
    def anders(self) -> bool:
        """Whether something changed."""
        return self.eerst != self.nu


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """A submission beside the shared version, else beside what was returned before."""

    kop: str
    velden: tuple[Naast, ...]
    reden: str
    """Why the earlier one was returned; empty beside a shared version."""


def vergelijking(versie: Lesversie) -> Vergelijking | None:
    """What there is to compare a submission with; None for a first one."""
    eerdere = list(versie.les.versies.filter(nummer__lt=versie.nummer).prefetch_related(*_LIJSTEN))
    stappen = list(Lesstap.objects.filter(versie__les=versie.les_id))
    gedeeld = stand_van([*eerdere, versie], stappen).gedeeld
    terug = [stap for stap in stappen if stap.soort == Stap.TERUGGESTUURD]
    if gedeeld is not None and gedeeld != versie:
        return Vergelijking(kop="Nu gedeeld", velden=_naast_elkaar(gedeeld, versie), reden="")
    if terug:
        eerder = next(een for een in eerdere if een.pk == terug[-1].versie_id)
        return Vergelijking(kop="Eerder teruggestuurd", velden=_naast_elkaar(eerder, versie), reden=terug[-1].reden)
    return None


def _naast_elkaar(eerder: Lesversie, nu: Lesversie) -> tuple[Naast, ...]:
    return tuple(
        Naast(veld=label, eerst=_als_tekst(eerder, naam), nu=_als_tekst(nu, naam)) for naam, label in _VELDEN.items()
    )


def _als_tekst(versie: Lesversie, naam: str) -> str:
    waarde = getattr(versie, naam)
    return waarde if isinstance(waarde, str) else "\n".join(str(een) for een in waarde.all())
