"""What the rules ask of the database beside the facts: the round, who is called what, imports and corrections."""

from collections.abc import Iterator

from deelnemers.models import Deelnemer
from mantelzorg.models import Programma
from monitor.controlelijst.bevinding import ANTWOORDEN, IMPORT, PRAKTIJK, RONDE, Bevinding, Plek
from monitor.feiten import Feiten
from monitor.models import Meetronde, Meting
from monitor.nederlands import aantal
from monitor.ronde.stand import voortgang_van
from praktijken.models import Antwoord, Importbatch


def namen(programma: Programma) -> tuple[dict[str, str], dict[str, str]]:
    """Name and number of every person who has a name, by key."""
    rijen = list(Deelnemer.objects.filter(programma=programma).exclude(naam="").values_list("pk", "naam", "nummer"))
    return {str(pk): naam for pk, naam, _ in rijen}, {str(pk): nummer for pk, _, nummer in rijen}


def meetronde(meting: Meting, feiten: Feiten) -> Iterator[Bevinding]:
    """The last round at its reference date: practices nobody confirmed, without a note that says why."""
    rondes = Meetronde.objects.filter(programma=meting.programma, peildatum=meting.peildatum)
    ronde = rondes.select_related("programma").order_by("pk").last()
    if ronde is None:
        yield Bevinding(
            regel="geen-meetronde",
            tekst="Er is geen meetronde gehouden op deze peildatum",
            plekken=(Plek(soort=RONDE, id=0, naam="Meetronde openen"),),
        )
        return
    wachten = voortgang_van(ronde, feiten, meting.peildatum).wachten
    if wachten:
        is_niet = "praktijk is" if len(wachten) == 1 else "praktijken zijn"
        praktijken = (een.praktijk.praktijk for een in wachten)
        yield Bevinding(
            regel="meetronde-onvolledig",
            tekst=f"{len(wachten)} {is_niet} niet bevestigd in de meetronde, zonder reden waarom u verdergaat",
            plekken=(
                Plek(soort=RONDE, id=ronde.pk, naam="De meetronde"),
                *(Plek(soort=PRAKTIJK, id=een.id, naam=een.naam) for een in praktijken),
            ),
            blokkeert=True,
        )


def onderweg(programma: Programma) -> Iterator[Bevinding]:
    """Changes that somebody has sent and nobody has taken in. An import tells its programme only once it is read."""
    einden = ("verwerkt_op", "geannuleerd_op", "verlopen_op", "mislukt_op")
    imports = Importbatch.objects.filter(**dict.fromkeys(einden)).count()
    if imports:
        yield Bevinding(
            regel="import-open",
            tekst=f"{aantal(imports, 'import is', 'imports zijn')} nog niet verwerkt of weggegooid",
            plekken=(Plek(soort=IMPORT, id=0, naam="Importeren"),),
        )
    antwoorden = Antwoord.objects.open().filter(uitvraag__deelnemer__programma=programma).count()
    if antwoorden:
        yield Bevinding(
            regel="antwoorden-open",
            tekst=f"{aantal(antwoorden, 'antwoord', 'antwoorden')} op Klopt dit? {_wacht(antwoorden)} nog op u",
            plekken=(Plek(soort=ANTWOORDEN, id=0, naam="Antwoorden op Klopt dit?"),),
        )


def _wacht(getal: int) -> str:
    return "wacht" if getal == 1 else "wachten"
