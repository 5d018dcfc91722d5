"""Practices and what happens in them."""

from praktijken.models.avg import (
    Kanaal,
    Organisatieaanwezigheid,
    Uitkomst,
    Verwijdering,
    Verzoek,
    Verzoeksoort,
    Verzoekstap,
)
from praktijken.models.begeleiding import Onderbreking, Schoolvakantie
from praktijken.models.bijvoortgang import Bijlage, Reactie
from praktijken.models.deelname import Deelname, Hoedanigheid, Partnerrol, Praktijkpartner
from praktijken.models.herinneringen import Herinneringsvoorkeur, Uitstel, Weekdag
from praktijken.models.importbatch import Blokdeel, Importbatch, Importblok, Importstand
from praktijken.models.kantoor import Bulkactie, Weergave
from praktijken.models.kloptdit import Antwoord, Antwoordsoort, Uitvraag
from praktijken.models.lessen import Les, Lesstap, Lesversie, Stap
from praktijken.models.ontwerp import (
    Besluit,
    Experiment,
    ExperimentAfloop,
    Fase,
    Ontwerpvraag,
    Thema,
    Voortgang,
)
from praktijken.models.plan import Planstap, Stapsoort, Traject
from praktijken.models.praktijk import (
    Adviseurschap,
    Afloop,
    Praktijk,
    PraktijkGemeente,
    PrangendeVraag,
    Werkgebied,
)
from praktijken.models.sessies import VAN_PRAKTIJKEN, Aanwezigheid, Afspraak, Presentielijst, Sessie, Sessiesoort, Stand

__all__ = [
    "VAN_PRAKTIJKEN",
    "Aanwezigheid",
    "Adviseurschap",
    "Afloop",
    "Afspraak",
    "Antwoord",
    "Antwoordsoort",
    "Besluit",
    "Bijlage",
    "Blokdeel",
    "Bulkactie",
    "Deelname",
    "Experiment",
    "ExperimentAfloop",
    "Fase",
    "Herinneringsvoorkeur",
    "Hoedanigheid",
    "Importbatch",
    "Importblok",
    "Importstand",
    "Kanaal",
    "Les",
    "Lesstap",
    "Lesversie",
    "Onderbreking",
    "Ontwerpvraag",
    "Organisatieaanwezigheid",
    "Partnerrol",
    "Planstap",
    "Praktijk",
    "PraktijkGemeente",
    "Praktijkpartner",
    "PrangendeVraag",
    "Presentielijst",
    "Reactie",
    "Schoolvakantie",
    "Sessie",
    "Sessiesoort",
    "Stand",
    "Stap",
    "Stapsoort",
    "Thema",
    "Traject",
    "Uitkomst",
    "Uitstel",
    "Uitvraag",
    "Verwijdering",
    "Verzoek",
    "Verzoeksoort",
    "Verzoekstap",
    "Voortgang",
    "Weekdag",
    "Weergave",
    "Werkgebied",
]
