"""Whether an Excel file is the report of a fixed measurement: made again from what was fixed, and compared by value."""

import datetime
import tempfile
from dataclasses import dataclass
from pathlib import Path

from mantelzorg.excel.lezer import lees_alles
from mantelzorg.models import User
from mantelzorg.versie import VERSIE
from monitor.echtheid.alles import naam_van
from monitor.echtheid.kenmerk import Kenmerk, lees_kenmerk
from monitor.echtheid.vergelijken import Vergelijking, in_bladen, vergelijk
from monitor.indicatoren.register import indicator
from monitor.indicatoren.weergave import als_xlsx as algemeen
from monitor.meten.lezen import cijferrapport, rapport
from monitor.meten.verificatie import controleer
from monitor.models import Meting, Vaststelling
from monitor.models.vaststellingen import EINDE
from monitor.weergave.als_xlsx import als_xlsx
from monitor.weergave.figuur1 import is_kaartbron

ECHT, NIET_ECHT = "Dit bestand is echt", "Dit bestand is niet echt"
GEEN_METING = "Dit is geen vastgestelde meting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraak:
    """`kop` and `uitleg`: Dutch sentences. `vaststelling`: the measurement it is of, or should be; None: unknown.

    `verschil`: what was compared; None where there was nothing to compare with.
    """

    echt: bool
    kop: str
    uitleg: tuple[str, ...]
    vaststelling: Vaststelling | None = None
    verschil: Vergelijking | None = None


def beoordeel(pad: Path, *, user: User, nu: datetime.datetime) -> Uitspraak:
    """What there is to say of the file to `user`, who knows only of measurements they may see. OnleesbaarBestand."""
    kenmerk = lees_kenmerk(pad)
    if kenmerk is None:
        zonder = "Er is geen blad Verantwoording. Een rapport van de cijfers van nu heeft dat niet: alleen van een "
        uitleg = (f"{zonder}vastgestelde meting is te controleren of een bestand echt is.",)
        return Uitspraak(echt=False, kop=GEEN_METING, uitleg=uitleg)
    vaststelling = _met_zegel(kenmerk, user)
    if vaststelling is None:
        uitleg = ("Het zegel op het blad Verantwoording is van geen enkele meting.",)
        return Uitspraak(echt=False, kop=NIET_ECHT, uitleg=uitleg)
    if controleer(vaststelling):
        uitleg = ("De meting zelf is niet in orde, dus er is niets om mee te vergelijken.",)
        return Uitspraak(echt=False, kop="Niet te zeggen", uitleg=uitleg, vaststelling=vaststelling)
    return _uitspraak(kenmerk, vaststelling, _vergelijk(pad, kenmerk, vaststelling, nu))


def _met_zegel(kenmerk: Kenmerk, user: User) -> Vaststelling | None:
    if not isinstance(kenmerk.zegel, str):
        return None
    zichtbaar = Vaststelling.objects.filter(meting__in=Meting.objects.zichtbaar_voor(user))
    rijen = zichtbaar.select_related("meting__programma", "meting__vervangt")
    return rijen.filter(zegel=kenmerk.zegel.strip()).first()


def _vergelijk(pad: Path, kenmerk: Kenmerk, vaststelling: Vaststelling, nu: datetime.datetime) -> Vergelijking:
    """With the same report, made again with the moment and version that the file gives, where those can be right."""
    vanaf = vaststelling.op.replace(second=0, microsecond=0)
    op = kenmerk.gemaakt_op
    gemaakt_op = op if op is not None and vanaf <= op <= nu else vanaf
    inhoud = _opnieuw(vaststelling, gemaakt_op, kenmerk.versie or VERSIE)
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as opnieuw:
        opnieuw.write(inhoud)
        opnieuw.flush()
        hoort = in_bladen(lees_alles(Path(opnieuw.name)))
    return vergelijk(lees_alles(pad), hoort, is_kaartbron)


def _opnieuw(vaststelling: Vaststelling, gemaakt_op: datetime.datetime, versie: str) -> bytes:
    if indicator(vaststelling.inhoud["indicator"]).eigen_vormen:
        return als_xlsx(rapport(vaststelling), gemaakt_op=gemaakt_op, versie=versie)
    return algemeen.als_xlsx(cijferrapport(vaststelling), gemaakt_op=gemaakt_op, versie=versie)


def _uitspraak(kenmerk: Kenmerk, vaststelling: Vaststelling, verschil: Vergelijking) -> Uitspraak:
    naam, kop = naam_van(vaststelling.meting), vaststelling.inhoud
    eigen = (kop["programma"]["slug"], kop["jaar"], kop["nummer"])
    if verschil.gelijk:
        uitleg = [f"Het is het rapport van {naam}. Elke cel heeft de waarde die zij hoort te hebben."]
    elif kenmerk.meting != eigen:
        uitleg = [f"Het zegel hoort bij een andere meting dan waarvan het bestand zegt te zijn: {naam}."]
    else:
        uitleg = [f"Het bestand is gewijzigd. Het zou het rapport moeten zijn van {naam}."]
    uitleg += _let_op(kenmerk, vaststelling, verschil)
    return Uitspraak(
        echt=verschil.gelijk,
        kop=ECHT if verschil.gelijk else NIET_ECHT,
        uitleg=tuple(uitleg),
        vaststelling=vaststelling,
        verschil=verschil,
    )


def _let_op(kenmerk: Kenmerk, vaststelling: Vaststelling, verschil: Vergelijking) -> list[str]:
    einde = vaststelling.staten.filter(soort__in=EINDE).first()
    zinnen = [f"Let op: deze meting is intussen {einde.soort}."] if einde is not None else []
    if not verschil.gelijk and kenmerk.versie not in (None, VERSIE):
        zinnen.append(
            f"Het bestand zegt te zijn gemaakt met versie {kenmerk.versie} van het product; nu is het {VERSIE}. Een "
            "tekst kan daardoor anders zijn. Een cijfer niet."
        )
    return zinnen
