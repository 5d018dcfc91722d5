"""Practices and what happens in them."""

from praktijken.models.deelname import Deelname, Hoedanigheid, Partnerrol, Praktijkpartner
from praktijken.models.importbestand import Importbestand
from praktijken.models.ontwerp import (
    Besluit,
    Experiment,
    ExperimentAfloop,
    Fase,
    Ontwerpvraag,
    Thema,
    Voortgang,
)
from praktijken.models.praktijk import (
    Adviseurschap,
    Afloop,
    Praktijk,
    PraktijkGemeente,
    PrangendeVraag,
    Werkgebied,
)

__all__ = [
    "Adviseurschap",
    "Afloop",
    "Besluit",
    "Deelname",
    "Experiment",
    "ExperimentAfloop",
    "Fase",
    "Hoedanigheid",
    "Importbestand",
    "Ontwerpvraag",
    "Partnerrol",
    "Praktijk",
    "PraktijkGemeente",
    "Praktijkpartner",
    "PrangendeVraag",
    "Thema",
    "Voortgang",
    "Werkgebied",
]
