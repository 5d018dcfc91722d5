"""An answer beside what is held now: what it would change, and what stands in its way. Nothing is written here."""

from dataclasses import dataclass
from typing import Final

from deelnemers.models import Organisatie, Organisatietype
from praktijken.kloptdit.antwoorden import afdruk
from praktijken.models import Antwoord, Antwoordsoort, Deelname
from praktijken.models.kloptdit import AntwoordQuerySet

NIETS: Final = "–"
ORGANISATIE, SOORT, HOEDANIGHEID, EINDE = "organisatie", "organisatietype", "hoedanigheid", "tot_en_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One field that the participant wants otherwise, as people read it."""

    sleutel: str
    label: str
    nu: str
    wordt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """What an answer asks. `gezien`: the fingerprint of what is held now, for the form.

    `organisatie`: the record that the name means, None where there is none by that name. `gewijzigd`: what is held is
    no longer what the participant saw.
    """

    antwoord: Antwoord
    regels: tuple[Regel, ...]
    organisatie: Organisatie | None
    gewijzigd: bool
    gezien: str

    @property
    def onbekende_organisatie(self) -> str:
        """The name of an organisation that the register does not have; empty where it has."""
        return "" if self.organisatie else self.antwoord.organisatie_naam

    @property
    def andere_soort(self) -> str:
        """The kind that the register gives the organisation, where the participant says another."""
        eigen = self.organisatie.organisatietype if self.organisatie else None
        gezegd = self.antwoord.organisatietype
        return eigen.naam if eigen and gezegd and eigen != gezegd else ""

    @property
    def in_een_klik(self) -> bool:
        """Whether all of it can be taken over as it is, with nothing left to choose."""
        vrij = not self.onbekende_organisatie and not self.andere_soort and not self.gewijzigd
        return bool(self.regels) and vrij and not self.antwoord.toelichting


def met_alles(antwoorden: AntwoordQuerySet) -> AntwoordQuerySet:
    """Fetches along what a proposal reads."""
    return antwoorden.select_related(
        "uitvraag__deelnemer__programma",
        "deelname__praktijk",
        "deelname__organisatie__organisatietype",
        "deelname__organisatietype",
        "organisatietype",
        "besloten_door",
    )


def voorstellen(antwoorden: AntwoordQuerySet) -> list[Voorstel]:
    """Each answer with its proposal; two queries."""
    rijen = list(met_alles(antwoorden))
    namen = {een.organisatie_naam for een in rijen} - {""}
    bekend = {een.naam: een for een in Organisatie.objects.select_related("organisatietype").filter(naam__in=namen)}
    return [voorstel_van(een, bekend.get(een.organisatie_naam)) for een in rijen]


def voorstel_van(antwoord: Antwoord, organisatie: Organisatie | None) -> Voorstel:
    """The proposal of one answer, with the organisation that its name means."""
    deelname = antwoord.deelname
    if deelname is None:
        return Voorstel(antwoord=antwoord, regels=(), organisatie=organisatie, gewijzigd=False, gezien="")
    nu = afdruk(deelname, antwoord.soort)
    return Voorstel(
        antwoord=antwoord,
        regels=tuple(regel for regel in _regels(antwoord, deelname) if regel.nu != regel.wordt),
        organisatie=organisatie,
        gewijzigd=bool(antwoord.gezien) and antwoord.gezien != nu,
        gezien=nu,
    )


def _regels(antwoord: Antwoord, deelname: Deelname) -> list[Regel]:
    if antwoord.soort == Antwoordsoort.STOPPEN and antwoord.stopt_op is not None:
        nu = f"{deelname.tot_en_met:%d-%m-%Y}" if deelname.tot_en_met else NIETS
        return [Regel(sleutel=EINDE, label="Laatste dag", nu=nu, wordt=f"{antwoord.stopt_op:%d-%m-%Y}")]
    if antwoord.soort != Antwoordsoort.CORRECTIE:
        return []
    return [
        _regel(ORGANISATIE, "Organisatie", deelname.organisatie, antwoord.organisatie_naam),
        _regel(SOORT, "Soort organisatie", soort_van(deelname), antwoord.organisatietype),
        _regel(HOEDANIGHEID, "Hoedanigheid", deelname.hoedanigheid, antwoord.hoedanigheid),
    ]


def _regel(sleutel: str, label: str, nu: object, wordt: object) -> Regel:
    return Regel(sleutel=sleutel, label=label, nu=str(nu or NIETS), wordt=str(wordt or NIETS))


def soort_van(deelname: Deelname) -> Organisatietype | None:
    """The kind that counts (begrippen.md §2)."""
    return deelname.organisatietype or (deelname.organisatie.organisatietype if deelname.organisatie else None)
