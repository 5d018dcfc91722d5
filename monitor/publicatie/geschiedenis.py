"""The history of the texts beside published figures, on the product's own pages of history."""

from django.urls import reverse

from mantelzorg.toegang import Recht
from monitor.models import Meting, Publicatietekst, Vaststelling
from praktijken.geschiedenis.soorten import Soort, voeg_toe


def meld_aan() -> None:
    """Texts are seen and put back by who publishes."""
    recht = Recht.CIJFERS_PUBLICEREN
    voeg_toe(Soort(model=Publicatietekst, zien=recht, wijzigen=recht, adres=_adres))


def _adres(pk: int) -> str:
    """Where they are published with: the Monitor's last measurement of their programme."""
    van_monitor = Vaststelling.objects.filter(meting__in=Meting.objects.openbaar_te_maken().filter(voor_monitor=True))
    laatste = van_monitor.filter(meting__programma__publicatieteksten=pk).order_by("-meting__peildatum", "-pk").first()
    return reverse("monitor:publiceren", args=[laatste.meting_id]) if laatste else reverse("monitor:metingen")
