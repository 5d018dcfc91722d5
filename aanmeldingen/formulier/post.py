"""What an applicant gets by mail about an application; always to its first contact person."""

import datetime
import hashlib
from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from aanmeldingen.formulier.dossier import Dossier
from aanmeldingen.formulier.termijn import link_tot
from aanmeldingen.formulier.woorden import plaatszin
from aanmeldingen.models import Aanmelding, Contactpersoon, Indiening, Laattoegang
from aanmeldingen.plaatsen.lezen import Plek
from mantelzorg.models import Bericht, Poststand, User
from mantelzorg.momenten import tot_en_met
from mantelzorg.post.acties import KanNietMeer, trek_in
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.links import LINK

BEGONNEN: Final = "aanmelding begonnen"
GEVRAAGD: Final = "aanmelding link"
ONTVANGEN: Final = "aanmelding ontvangen"
GEWIJZIGD: Final = "aanmelding gewijzigd"
INGETROKKEN: Final = "aanmelding ingetrokken"
LAAT: Final = "aanmelden na sluiting"
NA_SLUITING: Final = "aanmelding na sluiting"
TOEGANG_WEG: Final = "De toegang na sluiting is ingetrokken."
WACHT_MET_WIJZIGING: Final = datetime.timedelta(minutes=15)
"""A mail about a change waits this long, and changes that come meanwhile go into it."""


def mail_link(aanmelding: Aanmelding, aan: Contactpersoon) -> None:
    """The link to go on with a draft: once to each address."""
    adres = hashlib.sha256(aan.email.casefold().encode()).hexdigest()[:16]
    sleutel = f"{BEGONNEN}:{aanmelding.pk}:{adres}"
    _mail(aanmelding, aan, BEGONNEN, "U bent begonnen met uw aanmelding", sleutel)


def mail_link_opnieuw(aanmelding: Aanmelding, aan: Contactpersoon, *, uur: str) -> None:
    """The link again, to who lost it: once in each hour (`uur`, in any form)."""
    _mail(aanmelding, aan, GEVRAAGD, "De link van uw aanmelding", f"{GEVRAAGD}:{aanmelding.pk}:{uur}")


def mail_ontvangen(dossier: Dossier, waar: Plek, *, door: User | None) -> None:
    """That it was received, with its place or rank (`waar`) and a copy."""
    een = dossier.aanmelding
    context = {"dossier": dossier, "plaatszin": plaatszin(waar)}
    onderwerp = f"Uw aanmelding is ontvangen (nummer {een.nummer})"
    sleutel = f"{ONTVANGEN}:{een.pk}"
    _mail(een, dossier.contactpersonen[0], ONTVANGEN, onderwerp, sleutel, door=door, context=context)


def mail_gewijzigd(dossier: Dossier, indiening: Indiening) -> None:
    """What stands in the application now; at most one in a quarter of an hour, with the last of what was changed."""
    een = dossier.aanmelding
    straks = _haal_terug(een) or indiening.op + WACHT_MET_WIJZIGING
    sleutel = f"{GEWIJZIGD}:{een.pk}:{indiening.nummer}"
    context = {"dossier": dossier, "indiening": indiening}
    _mail(
        een, dossier.contactpersonen[0], GEWIJZIGD, "Uw aanmelding is gewijzigd", sleutel,
        door=indiening.door, verstuur_na=straks, context=context,
    )  # fmt: skip


def mail_ingetrokken(aanmelding: Aanmelding, *, door: User | None) -> None:
    """That it was withdrawn."""
    aan = aanmelding.contactpersonen.first()
    if aan is not None:
        onderwerp = "Uw aanmelding is ingetrokken"
        _mail(aanmelding, aan, INGETROKKEN, onderwerp, f"{INGETROKKEN}:{aanmelding.pk}", door=door)


def mail_laattoegang(toegang: Laattoegang) -> None:
    """The link to apply after closing."""
    brief = Brief(
        soort=LAAT,
        aan=toegang.email,
        onderwerp="U kunt zich alsnog aanmelden",
        tekst=_tekst(LAAT, {"toegang": toegang, "oproep": toegang.oproep}),
        over=toegang,
        sleutel=f"{LAAT}:{toegang.pk}",
    )
    zet_klaar(brief, door=toegang.door)


def mail_na_sluiting(aanmelding: Aanmelding, aan: Contactpersoon, *, toegang: Laattoegang) -> None:
    """The link to go on with a draft after closing, and until when; once for each access."""
    context: dict[str, object] = {"toegang": toegang}
    onderwerp = "U kunt uw aanmelding nog versturen"
    _mail(aanmelding, aan, NA_SLUITING, onderwerp, f"{NA_SLUITING}:{toegang.pk}", door=toegang.door, context=context)


def maak_link(bericht: Bericht) -> str:
    """The address of the application in a mail that goes out now; from now on it works a full term again."""
    aanmelding = Aanmelding.objects.select_related("oproep").get(pk=_over(bericht))
    tot = link_tot(aanmelding.oproep, timezone.now())
    if aanmelding.link_geldig_tot < tot:
        aanmelding.maak_link(geldig_tot=tot)
        aanmelding._change_reason = "link gemaild"  # type: ignore[attr-defined]  # read by simple-history
        aanmelding.save(update_fields=["afdruk", "link_geldig_tot"])
    return reverse("aanmeldingen:mijn-aanmelding", args=[aanmelding.sleutel])


def maak_laatlink(bericht: Bericht) -> str:
    """The address to apply at after closing, in a mail that goes out now."""
    return reverse("aanmeldingen:laat-aanmelden", args=[Laattoegang.objects.get(pk=_over(bericht)).sleutel])


def _over(bericht: Bericht) -> int:
    """The key of what it is about. ValueError: about nothing."""
    if bericht.over_id is None:
        raise ValueError(bericht.pk)
    return bericht.over_id


def weigering(bericht: Bericht) -> str:
    """Why a mail about an application must not go: it was withdrawn or erased, or its contact person is another."""
    if isinstance(bericht.over, Laattoegang):
        return TOEGANG_WEG if bericht.over.ingetrokken_op else ""
    if not isinstance(bericht.over, Aanmelding):
        return ""
    ingetrokken = Laattoegang.objects.filter(aanmelding=bericht.over).exclude(ingetrokken_op=None)
    if bericht.soort == NA_SLUITING and ingetrokken.exists():
        return TOEGANG_WEG
    if bericht.over.gewist_op is not None:
        return "De persoonsgegevens van de aanmelding zijn gewist."
    if bericht.over.ingetrokken_op is not None and bericht.soort != INGETROKKEN:
        return "De aanmelding is intussen ingetrokken."
    if not bericht.over.contactpersonen.filter(volgorde=1, email__iexact=bericht.aan).exists():
        return "De eerste contactpersoon heeft intussen een ander e-mailadres."
    return ""


def _mail(
    aanmelding: Aanmelding,
    aan: Contactpersoon,
    soort: str,
    onderwerp: str,
    sleutel: str,
    *,
    door: User | None = None,
    verstuur_na: datetime.datetime | None = None,
    context: dict[str, object] | None = None,
) -> None:
    oproep = aanmelding.oproep
    kader = {"aanmelding": aanmelding, "oproep": oproep, "sluiting": tot_en_met(oproep.sluit_op), "aan": aan}
    tekst = _tekst(soort, kader | (context or {}))
    brief = Brief(
        soort=soort,
        aan=aan.email,
        aan_naam=aan.naam,
        onderwerp=onderwerp,
        tekst=tekst,
        over=aanmelding,
        sleutel=sleutel,
    )
    zet_klaar(brief, door=door, verstuur_na=verstuur_na)


def _tekst(soort: str, context: dict[str, object]) -> str:
    naam = soort.replace(" ", "_")
    return render_to_string(f"aanmeldingen/formulier/mail/{naam}.txt", context | {"link": LINK})


def _haal_terug(aanmelding: Aanmelding) -> datetime.datetime | None:
    """Take back the mail about an earlier change that still waits: when it would have gone; None where none waits."""
    soort = ContentType.objects.get_for_model(Aanmelding)
    wacht = Bericht.objects.filter(over_soort=soort, over_id=aanmelding.pk, soort=GEWIJZIGD, stand=Poststand.WACHT)
    for eerder in wacht:
        try:
            return trek_in(bericht=eerder.pk, reden="Er is intussen meer gewijzigd.").verstuur_na
        except KanNietMeer:  # it is being sent at this moment
            continue
    return None
