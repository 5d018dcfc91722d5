"""What the monitor keeps beside the records."""

from monitor.models.aanlevering import Levering, LeveringQuerySet, Leverstand, Navraag, Overhandiging
from monitor.models.controle import Controleuitzondering
from monitor.models.elders import ElderGenoemdGetal
from monitor.models.grenzen import Grens
from monitor.models.metingen import Meting, MetingQuerySet, Nvt
from monitor.models.publicaties import Getaluitzondering, Publicatie, Publicatietekst
from monitor.models.rondes import Bevestiging, Meetronde, Zonderbevestiging
from monitor.models.toezendingen import Toegezonden, Toezending, Toezendmoment
from monitor.models.vaststellingen import (
    AlleenToevoegen,
    Metingstaat,
    Persoonssleutel,
    Staatsoort,
    Vastgesteldfeit,
    Vaststelling,
)
from monitor.models.zegelcontroles import Zegelcontrole

__all__ = [
    "AlleenToevoegen",
    "Bevestiging",
    "Controleuitzondering",
    "ElderGenoemdGetal",
    "Getaluitzondering",
    "Grens",
    "Levering",
    "LeveringQuerySet",
    "Leverstand",
    "Meetronde",
    "Meting",
    "MetingQuerySet",
    "Metingstaat",
    "Navraag",
    "Nvt",
    "Overhandiging",
    "Persoonssleutel",
    "Publicatie",
    "Publicatietekst",
    "Staatsoort",
    "Toegezonden",
    "Toezending",
    "Toezendmoment",
    "Vastgesteldfeit",
    "Vaststelling",
    "Zegelcontrole",
    "Zonderbevestiging",
]
