"""A programme in which every kind of record stands, as many of each as asked."""

from aanmeldingen.models import Sector
from deelnemers.models import NamenUitvoer
from mantelzorg.models import Programma
from mantelzorg.toegang import Rol
from monitor.models import ElderGenoemdGetal
from praktijken.models import Experiment, Onderbreking, Praktijk, PrangendeVraag, Schoolvakantie, Thema, Voortgang
from tests.gegevens import (
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    praktijkpartner,
    programma,
)

GEMEENTEN = ("GM0202", "GM0363", "GM0518")


def vul(aantal: int) -> None:
    """`aantal` of every kind; and on the first practice, question, experiment and person `aantal` rows of each kind."""
    for nummer in range(1, aantal + 1):
        _programma(nummer, aantal)


def _programma(nummer: int, aantal: int) -> None:
    deel = programma(f"programma-{nummer}")
    ElderGenoemdGetal.objects.create(programma=deel, getal="10 plaatsen", bron="de oproep", toelichting="Niet vol.")
    NamenUitvoer.objects.create(gebruiker=gebruiker(Rol.MEDEWERKER), wat="deelnemers", aantal_personen=3)
    Sector.objects.create(naam=f"sector {nummer}")
    Schoolvakantie.objects.create(naam="kerst", vanaf=dag("2019-12-21"), tot_en_met=dag("2020-01-05"))
    eigen = praktijk(deel, gemeenten=GEMEENTEN[:aantal])
    for rij in range(1, aantal + 1):
        _bij_praktijk(eigen, nummer, rij, aantal)


def _bij_praktijk(eigen: Praktijk, nummer: int, rij: int, aantal: int) -> None:
    adviseurschap(eigen, gebruiker(Rol.ADVISEUR))
    Onderbreking.objects.create(
        praktijk=eigen, vanaf=dag(f"2020-0{rij}-01"), tot_en_met=dag(f"2020-0{rij}-05"), reden="Rust"
    )
    eigen.prangende_vragen.add(_prangende_vraag(eigen.programma, rij))
    soort = organisatietype(f"Soort {nummer}-{rij}")
    zorggroep = organisatie(f"Zorggroep {nummer}-{rij}", soort, gemeente_id=GEMEENTEN[rij - 1])
    praktijkpartner(eigen, zorggroep)
    vraag = ontwerpvraag(eigen, rij)
    vraag.themas.add(*[Thema.objects.create(naam=f"thema {nummer}-{rij}-{volgt}") for volgt in range(aantal)])
    for volgt in range(1, aantal + 1):
        proef = experiment(vraag, f"E{rij}{volgt}")
        for ronde in range(1, aantal + 1):
            _voortgang(proef, ronde)
    piet = deelnemer(eigen.programma, f"D{rij}", naam=f"Piet {rij}")
    for volgt in range(1, aantal + 1):
        deelname(piet, eigen, vanaf=f"2020-0{volgt}-01", organisatie=zorggroep, organisatietype=soort)


def _voortgang(proef: Experiment, ronde: int) -> None:
    door = gebruiker(Rol.ADVISEUR)
    Voortgang.objects.create(experiment=proef, datum=dag(f"2020-02-0{ronde}"), verslag="Het loopt.", door=door)


def _prangende_vraag(deel: Programma, nummer: int) -> PrangendeVraag:
    return PrangendeVraag.objects.create(programma=deel, nummer=nummer, vraag="Hoe houd ik het vol?")
