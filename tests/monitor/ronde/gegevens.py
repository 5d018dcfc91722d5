"""Rounds for tests, opened by Mo de Medewerker."""

import datetime
from uuid import uuid4

from mantelzorg.models import Programma, User
from monitor.feitenbron import lees_feiten
from monitor.models import Bevestiging, Meetronde
from monitor.ronde.acties import Opzet, bevestig, open_ronde
from monitor.ronde.cijfers import standen
from praktijken.models import Praktijk
from tests.gegevens import dag
from tests.monitor.meten.gegevens import controleur

OP = datetime.datetime(2020, 7, 2, 10, 0, tzinfo=datetime.UTC)
DAG = datetime.date(2020, 7, 2)


def ronde(programma: Programma, peildatum: str = "2020-06-30", deadline: str = "2020-07-10") -> Meetronde:
    """A round for the Monitor 2020."""
    opzet = Opzet(
        programma=programma,
        aanleiding="Monitor 2020",
        peildatum=dag(peildatum),
        deadline=dag(deadline),
        inzending=uuid4(),
    )
    return open_ronde(opzet, door=controleur(), op=OP)


def afdruk(een: Meetronde, praktijk: Praktijk) -> str:
    """The fingerprint that the page of this practice holds now."""
    return standen(een.programma.slug, lees_feiten(een.programma), een.peildatum)[praktijk.pk].afdruk


def bevestigd(een: Meetronde, praktijk: Praktijk, door: User, op: datetime.datetime = OP) -> Bevestiging:
    """`door` confirms what stands now."""
    return bevestig(ronde=een.pk, praktijk=praktijk.pk, gezien=afdruk(een, praktijk), door=door, op=op)
