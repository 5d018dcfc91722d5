"""What a call must have before everybody can read it."""

from dataclasses import dataclass

from aanmeldingen.models import Oproep, Plaatsregel, Verdeling, Voorwaarden
from aanmeldingen.plaatsen import lezen


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A line of the checklist. `deel`: the name of the page (`aanmeldingen:…`) on which it is put right."""

    wat: str
    in_orde: bool
    deel: str


def punten(oproep: Oproep) -> list[Punt]:
    """The whole list, in the order in which one fills things in. Five queries."""
    plaatsen = lezen.stand(oproep).capaciteit
    quota = [een.quotum for een in oproep.oproepsectoren.all()]
    samen = sum(een or 0 for een in quota) if oproep.verdeling == Verdeling.QUOTUM else 0
    vastgesteld = oproep.voorwaarden.exclude(vastgesteld_op=None).exists()
    rijen = (
        ("Er is een inleiding.", bool(oproep.inleiding), "wijzigen"),
        ("De oproep sluit nadat hij opent.", oproep.opent_op < oproep.sluit_op, "wijzigen"),
        ("Er staat waar men met een klacht terechtkan.", bool(oproep.klachten), "wijzigen"),
        ("Het aantal plaatsen is bekend.", plaatsen > 0, "plaatsen"),
        ("Er doet minstens één sector mee.", bool(quota), "plaatsen"),
        ("De quota zijn samen niet meer dan het aantal plaatsen.", samen <= plaatsen, "plaatsen"),
        (
            "Er is een versie van de voorwaarden en criteria vastgesteld.",
            vastgesteld,
            "voorwaarden",
        ),
    )
    return [Punt(wat=wat, in_orde=in_orde, deel=f"aanmeldingen:oproep-{deel}") for wat, in_orde, deel in rijen]


def al_ontvangen(oproep: Oproep) -> bool:
    """Whether somebody holds a place or a rank already, by the rule as it is."""
    return Plaatsregel.objects.filter(oproep=oproep, aanmelding__isnull=False).exists()


def mist_in_versie(versie: Voorwaarden) -> list[str]:
    """What a version must have before it holds; empty where nothing is missing."""
    regels = (
        ("Schrijf de voorwaarden op.", bool(versie.tekst)),
        ("Schrijf minstens één criterium op.", versie.criteria.exists()),
        ("Schrijf op waarom deze versie er komt.", versie.nummer == 1 or bool(versie.reden)),
    )
    return [regel for regel, in_orde in regels if not in_orde]
