"""Where a practice came from, for its own page: the application, and what came before it."""

from django.template.loader import render_to_string

from aanmeldingen.beoordelen.aanwezig import bezoeken
from aanmeldingen.models import Aanmelding, Belangstelling, Toelating
from mantelzorg.models import User
from praktijken.models import Praktijk


def herkomst(praktijk: Praktijk, user: User) -> str:
    """A piece of the page for who may see the application; empty for others, or where there was none."""
    zichtbaar = Aanmelding.objects.zichtbaar_voor(user)
    toelatingen = Toelating.objects.filter(praktijk=praktijk, aanmelding__in=zichtbaar)
    toelating = toelatingen.select_related("aanmelding__oproep", "aanmelding__belangstelling", "door").first()
    if toelating is None:
        return ""
    een = toelating.aanmelding
    belangstelling = Belangstelling.objects.zichtbaar_voor(user).filter(aanmelding=een).first()
    geweest = [bezoek for bezoek in bezoeken(een) if bezoek.gekomen]
    context = {"toelating": toelating, "aanmelding": een, "belangstelling": belangstelling, "geweest": geweest}
    return render_to_string("aanmeldingen/toelaten/herkomst.html", context)
