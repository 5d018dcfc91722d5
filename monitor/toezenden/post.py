"""The mail with the link: an address behind which one logs in, without a secret or anything about a person."""

from typing import Final

from django.conf import settings
from django.template.loader import render_to_string

from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, User
from mantelzorg.post.klaarzetten import Brief
from monitor.models import Levering, Toegezonden, Toezending, Vaststelling
from monitor.models.vaststellingen import EINDE
from monitor.toezenden.wie import bezwaar

SOORT: Final = "link naar een meting"
INGETROKKEN: Final = "De toezending is ingetrokken."
NIET_MEER: Final = "Deze persoon staat niet meer in de toezending."


def brief(toezending: Toezending, levering: Levering, ontvanger: User) -> Brief:
    """The mail to one person; once for each plan and measurement."""
    meting = levering.vaststelling.meting
    context = {
        "ontvanger": ontvanger,
        "meting": meting,
        "levering": levering,
        "toezending": toezending,
        "web": settings.WEBADRES.rstrip("/"),
    }
    return Brief(
        soort=SOORT,
        sleutel=f"{SOORT}:{toezending.pk}:{levering.vaststelling_id}:{ontvanger.pk}",
        aan=ontvanger.email,
        aan_naam=ontvanger.naam,
        ontvanger=ontvanger,
        over=meting,
        onderwerp=f"Meting {meting.nummer} van {meting.jaar} {toezending.get_na_display()}: {meting.programma.naam}"[
            :200
        ],
        tekst=render_to_string("monitor/toezenden/mail/link.txt", context),
    )


def weigering(bericht: Bericht) -> str:
    """Why a link must not go any more; empty where nothing is against it (`POST_WEIGERINGEN`)."""
    if bericht.soort != SOORT:
        return ""
    een = Toegezonden.objects.select_related("toezending", "vaststelling", "ontvanger").get(bericht=bericht)
    if een.toezending.ingetrokken_op is not None:
        return INGETROKKEN
    if not een.toezending.ontvangers.filter(pk=een.ontvanger_id).exists():
        return NIET_MEER
    return geldt_niet(een.vaststelling) or bezwaar(een.ontvanger, vandaag())


def geldt_niet(vaststelling: Vaststelling) -> str:
    """What became of a measurement that nobody should be sent to any more; empty where it counts."""
    einde = vaststelling.staten.filter(soort__in=EINDE).first()
    return "" if einde is None else f"De meting is {einde.soort}."
