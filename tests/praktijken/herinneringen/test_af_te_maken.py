"""What an adviser has to finish and what waits for the office, against a frozen calendar: when, and when by mail."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from freezegun import freeze_time

from mantelzorg.models import User
from praktijken.herinneringen.bronnen import takenlijst
from praktijken.models import (
    Aanwezigheid,
    Afspraak,
    Antwoord,
    Les,
    Lesversie,
    Onderbreking,
    Praktijk,
    Uitvraag,
    Verzoek,
)
from tests.gegevens import adviseurschap, dag, deelnemer, praktijk, sessie
from tests.praktijken.herinneringen.conftest import Wereld, als
from tests.praktijken.herinneringen.test_stap_terug import OP, praktijk_heropend, stand, wijzig

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nu() -> object:
    with freeze_time(f"{OP} 12:00"):
        yield


def afspraak(plek: Praktijk, voor: str | None, *, samen: bool = False) -> Afspraak:
    return Afspraak.objects.create(
        sessie=sessie(plek, datum="2020-01-06"), praktijk=None if samen else plek, wat="Bellen.",
        voor=dag(voor), inzending=uuid4(),
    )  # fmt: skip


def les(plek: Praktijk, door: User, *stappen: tuple[User, str]) -> Les:
    """A lesson of `plek` by `door`, with what happened to it: by whom, and what."""
    een = Les.objects.create(praktijk=plek)
    versie = versie_van(een, 1, door)
    for wie, soort in stappen:
        versie.stappen.create(soort=soort, reden="Te kort.", door=wie, inzending=uuid4())
    return een


def versie_van(een: Les, nummer: int, door: User) -> Lesversie:
    return een.versies.create(nummer=nummer, titel="Begin klein", door=door, inzending=uuid4())


def met_afspraak(voor: str | None) -> Callable[[Wereld], None]:
    return lambda wereld: void(afspraak(wereld.arnhem, voor))


def void(_: object) -> None:
    """For a deed of which the outcome is not looked at."""


def afgevinkt(wereld: Wereld) -> None:
    wijzig(afspraak(wereld.arnhem, "2020-02-01"), gedaan_op=dag("2020-02-02"))


def toch_niet_gedaan(wereld: Wereld) -> None:
    afgevinkt(wereld)
    wijzig(Afspraak.objects.get(), gedaan_op=None)


def eerder_klaar(wereld: Wereld) -> None:
    wijzig(afspraak(wereld.arnhem, "2020-04-01"), voor=dag("2020-03-01"))


def later_klaar(wereld: Wereld) -> None:
    wijzig(afspraak(wereld.arnhem, "2020-02-01"), voor=dag("2020-04-01"))


def samen_met_breda(wereld: Wereld) -> None:
    Afspraak.objects.create(
        sessie=sessie(wereld.arnhem, praktijk(wereld.arnhem.programma, "BRE"), datum="2020-01-06"),
        wat="Ruilen.", voor=dag("2020-02-01"), inzending=uuid4(),
    )  # fmt: skip


def samen_met_eigen(wereld: Wereld) -> None:
    samen_met_breda(wereld)
    adviseurschap(Praktijk.objects.get(code="BRE"), wereld.ada)


def van_een_ander(wereld: Wereld) -> None:
    afspraak(praktijk(wereld.arnhem.programma, "BRE"), "2020-02-01")


def in_onderbreking(wereld: Wereld) -> None:
    afspraak(wereld.arnhem, "2020-02-01")
    Onderbreking.objects.create(praktijk=wereld.arnhem, vanaf=dag(OP), reden="Verhuizing.")


def geeindigd(wereld: Wereld) -> None:
    afspraak(wereld.arnhem, "2020-02-01")
    wijzig(wereld.arnhem, einddatum=dag("2020-03-01"), afloop="afgerond")


def heropend(wereld: Wereld) -> None:
    afspraak(wereld.arnhem, "2020-02-01")
    praktijk_heropend(wereld)


def met_sessie(op: str) -> Callable[[Wereld], None]:
    return lambda wereld: void(sessie(wereld.arnhem, datum=op))


def wie_er_was(wereld: Wereld) -> None:
    Aanwezigheid.objects.create(
        sessie=sessie(wereld.arnhem, datum="2020-03-01"), stand="afgemeld",
        deelnemer=deelnemer(wereld.arnhem.programma),
    )  # fmt: skip


def aanwezigheid_leeggemaakt(wereld: Wereld) -> None:
    wie_er_was(wereld)
    Aanwezigheid.objects.get().delete()


def sessie_naar_voren(wereld: Wereld) -> None:
    wijzig(sessie(wereld.arnhem, datum="2020-04-01"), datum=dag("2020-03-01"))


def teruggestuurd(wereld: Wereld) -> None:
    les(wereld.arnhem, wereld.ada, (wereld.ada, "voorgelegd"), (wereld.mo, "teruggestuurd"))


def terug_en_verbeterd(wereld: Wereld) -> None:
    teruggestuurd(wereld)
    versie_van(Les.objects.get(), 2, wereld.ada)


def teruggestuurd_elders(wereld: Wereld) -> None:
    breda = praktijk(wereld.arnhem.programma, "BRE")
    les(breda, wereld.mo, (wereld.mo, "voorgelegd"), (wereld.mo, "teruggestuurd"))


NIETS, BEIDE, LIJST = "niets", "lijst en mail", "alleen lijst"
AFSPRAAK, AANWEZIG, TERUG = "afspraak-over-datum", "geen-aanwezigheid", "les-teruggestuurd"
ADVISEUR = [
    (met_afspraak(None), AFSPRAAK, NIETS), (met_afspraak("2020-03-02"), AFSPRAAK, NIETS),
    (met_afspraak("2020-03-01"), AFSPRAAK, BEIDE), (afgevinkt, AFSPRAAK, NIETS), (toch_niet_gedaan, AFSPRAAK, LIJST),
    (eerder_klaar, AFSPRAAK, LIJST), (later_klaar, AFSPRAAK, NIETS), (samen_met_breda, AFSPRAAK, NIETS),
    (samen_met_eigen, AFSPRAAK, BEIDE), (van_een_ander, AFSPRAAK, NIETS), (in_onderbreking, AFSPRAAK, NIETS),
    (geeindigd, AFSPRAAK, NIETS), (heropend, AFSPRAAK, LIJST),
    (met_sessie("2020-03-02"), AANWEZIG, NIETS), (met_sessie("2020-03-01"), AANWEZIG, BEIDE),
    (met_sessie("2020-02-10"), AANWEZIG, BEIDE), (met_sessie("2020-02-09"), AANWEZIG, NIETS),
    (wie_er_was, AANWEZIG, NIETS), (aanwezigheid_leeggemaakt, AANWEZIG, LIJST), (sessie_naar_voren, AANWEZIG, LIJST),
    (teruggestuurd, TERUG, BEIDE), (terug_en_verbeterd, TERUG, NIETS), (teruggestuurd_elders, TERUG, NIETS),
]  # fmt: skip


@pytest.mark.parametrize(
    ("daad", "regel", "verwacht"), ADVISEUR, ids=[f"{nr}-{rij[1]}" for nr, rij in enumerate(ADVISEUR)]
)
def test_an_adviser_is_reminded_of_what_is_left_to_finish(
    wereld: Wereld, daad: Callable[[Wereld], None], regel: str, verwacht: str
) -> None:
    daad(wereld)

    assert stand(wereld.ada, regel) == verwacht


def voorgelegd_door_ada(wereld: Wereld) -> None:
    les(wereld.arnhem, wereld.ada, (wereld.ada, "voorgelegd"))


def voorgelegd_door_mo(wereld: Wereld) -> None:
    les(wereld.arnhem, wereld.ada, (wereld.mo, "voorgelegd"))


def geschreven_door_mo(wereld: Wereld) -> None:
    les(wereld.arnhem, wereld.mo, (wereld.ada, "voorgelegd"))


def antwoord(wereld: Wereld, soort: str, **velden: object) -> None:
    persoon = deelnemer(wereld.arnhem.programma)
    uitvraag = Uitvraag.objects.create(deelnemer=persoon, gemaakt_door=wereld.mo, inzending=uuid4())
    Antwoord.objects.create(
        uitvraag=uitvraag, soort=soort, inzending=uuid4(), ontvangen_op=timezone.now(), **velden
    )  # fmt: skip


def verzoek(ontvangen: str, **velden: object) -> Verzoek:
    return Verzoek.objects.create(
        soort="inzage", kanaal="brief", ontvangen_op=dag(ontvangen), inzending=uuid4(), **velden
    )


def verlenging_leeggemaakt() -> None:
    een = verzoek("2020-02-01", verlengd_op=dag("2020-02-10"), verlenging_reden="Veel werk.")
    wijzig(een, verlengd_op=None, verlenging_reden="")


def heropend_verzoek() -> None:
    een = verzoek("2020-02-01", afgehandeld_op=dag("2020-02-10"), uitkomst="toegewezen")
    wijzig(een, afgehandeld_op=None, uitkomst="")


LESSEN, ANTWOORDEN, VERZOEKEN = "lessen-voorgelegd", "klopt-dit-antwoorden", "verzoek-termijn"
KANTOOR = [
    (voorgelegd_door_ada, LESSEN, BEIDE), (voorgelegd_door_mo, LESSEN, NIETS), (geschreven_door_mo, LESSEN, NIETS),
    (teruggestuurd, LESSEN, NIETS),
    (lambda wereld: antwoord(wereld, "correctie"), ANTWOORDEN, BEIDE),
    (lambda wereld: antwoord(wereld, "klopt"), ANTWOORDEN, NIETS),
    (lambda wereld: antwoord(wereld, "bezwaar", besluit="behandeld"), ANTWOORDEN, NIETS),
    (lambda _: void(verzoek("2020-02-10")), VERZOEKEN, NIETS),
    (lambda _: void(verzoek("2020-02-09")), VERZOEKEN, BEIDE),
    (lambda _: void(verzoek("2020-01-09", verlengd_op=dag("2020-02-01"), verlenging_reden="Druk.")), VERZOEKEN, NIETS),
    (lambda _: verlenging_leeggemaakt(), VERZOEKEN, LIJST), (lambda _: heropend_verzoek(), VERZOEKEN, LIJST),
]  # fmt: skip


@pytest.mark.parametrize(
    ("daad", "regel", "verwacht"), KANTOOR, ids=[f"{nr}-{rij[1]}" for nr, rij in enumerate(KANTOOR)]
)
def test_the_office_is_reminded_of_what_waits_for_it(
    wereld: Wereld, daad: Callable[[Wereld], None], regel: str, verwacht: str
) -> None:
    daad(wereld)

    assert stand(wereld.mo, regel) == verwacht


def alles(plek: Praktijk, wereld: Wereld, nummer: int) -> None:
    """Of every rule one more."""
    afspraak(plek, "2020-02-01")
    afspraak(plek, "2020-02-02", samen=True)
    sessie(plek, datum="2020-03-01")
    les(plek, wereld.ada, (wereld.ada, "voorgelegd"), (wereld.mo, "teruggestuurd"))
    les(plek, wereld.ada, (wereld.ada, "voorgelegd"))
    uitvraag = Uitvraag.objects.create(
        deelnemer=deelnemer(plek.programma, f"K{nummer}"), gemaakt_door=wereld.mo, inzending=uuid4()
    )
    Antwoord.objects.create(uitvraag=uitvraag, soort="bezwaar", inzending=uuid4(), ontvangen_op=timezone.now())
    verzoek("2020-01-01" if nummer else "2020-02-05")


def gezien(user: User) -> tuple[list[str], int]:
    """The texts of the tasks of these rules in order, and the number of queries."""
    vers = User.objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as gesteld:
        taken = takenlijst(vers, dag(OP)).taken
    regels = {AFSPRAAK, AANWEZIG, TERUG, LESSEN, ANTWOORDEN, VERZOEKEN}
    return [taak.tekst for taak in taken if taak.regel.naam in regels], len(gesteld)


def test_the_tasks_say_what_to_do_and_lead_there_in_the_same_queries_for_one_and_three(wereld: Wereld) -> None:
    alles(wereld.arnhem, wereld, 0)
    van_ada, van_mo = gezien(wereld.ada), gezien(wereld.mo)
    adressen = {taak.adres for taak in takenlijst(wereld.ada, dag(OP)).taken}
    kantoor = {taak.adres for taak in takenlijst(wereld.mo, dag(OP)).taken}
    for nummer in (1, 2):
        ander = praktijk(wereld.arnhem.programma, f"P{nummer}")
        adviseurschap(ander, wereld.ada)
        alles(ander, wereld, nummer)

    assert van_ada[0] == [
        "Een afspraak van de ontwerpsessie op 6 januari 2020 moest op 1 februari 2020 klaar zijn.",
        "Een afspraak van de ontwerpsessie op 6 januari 2020 moest op 2 februari 2020 klaar zijn.",
        "Van de ontwerpsessie op 1 maart 2020 is nog niet bekend wie er was.",
        "Een les is teruggestuurd. Lees waarom, en verbeter haar.",
    ]
    assert van_mo[0] == [
        "1 les wacht op uw oordeel.",
        "1 antwoord wacht op een besluit.",
        "1 verzoek vraagt binnen een week een antwoord.",
    ]
    assert gezien(wereld.mo)[0][2] == "3 verzoeken vragen binnen een week een antwoord. Al te laat: 2."
    assert (gezien(wereld.ada)[1], gezien(wereld.mo)[1]) == (van_ada[1], van_mo[1])
    assert {als(wereld.ada).get(adres).status_code for adres in adressen} == {200}
    assert {als(wereld.mo).get(adres).status_code for adres in kantoor} == {200}
