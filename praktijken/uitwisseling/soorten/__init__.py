"""The kinds of record in a programme's file, in the order in which they are compared and written."""

from praktijken.uitwisseling.soort import Soort
from praktijken.uitwisseling.soorten.deelname import Deelnames, DeelnemersSoort, Praktijkpartners
from praktijken.uitwisseling.soorten.ontwerp import Experimenten, Ontwerpvragen, VoortgangSoort
from praktijken.uitwisseling.soorten.organisaties import Organisaties, Organisatietypen
from praktijken.uitwisseling.soorten.praktijk import Praktijken
from praktijken.uitwisseling.soorten.programma import PrangendeVragen, Programmas

SOORTEN: tuple[Soort, ...] = (
    Programmas(),
    PrangendeVragen(),
    Organisatietypen(),
    Organisaties(),
    Praktijken(),
    Ontwerpvragen(),
    Experimenten(),
    VoortgangSoort(),
    Praktijkpartners(),
    DeelnemersSoort(),
    Deelnames(),
)
