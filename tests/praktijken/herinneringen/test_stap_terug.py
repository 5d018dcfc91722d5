"""Never on a step back: what somebody corrects, empties or opens again stands in the list, and not in the mail."""

from collections.abc import Callable

import pytest
from freezegun import freeze_time

from mantelzorg.models import User
from praktijken.herinneringen.bronnen import takenlijst
from praktijken.models import Adviseurschap, Deelname, Ontwerpvraag, Praktijkpartner, Voortgang
from tests.gegevens import (
    dag,
    deelname,
    deelnemer,
    experiment,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    praktijkpartner,
)
from tests.praktijken.herinneringen.conftest import Wereld

pytestmark = pytest.mark.django_db
OP = "2020-03-02"


def stand(user: User, regel: str) -> str:
    """How a rule stands for somebody on OP: not at all, in the list alone, or in list and mail."""
    vers = User.objects.get(pk=user.pk)
    gevonden = [taak for taak in takenlijst(vers, dag(OP)).taken if taak.regel.naam == regel]
    if not gevonden:
        return "niets"
    return "lijst en mail" if any(taak.mailtekst for taak in gevonden) else "alleen lijst"


def wijzig(record: object, **velden: object) -> None:
    for naam, waarde in velden.items():
        setattr(record, naam, waarde)
    record.save()  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _nu() -> object:
    with freeze_time(f"{OP} 12:00"):
        yield


def kernthema_nooit(wereld: Wereld) -> None:
    wereld.arnhem.history.all().delete()
    wijzig(wereld.arnhem, kernthema="")


def kernthema_leeggemaakt(wereld: Wereld) -> None:
    wijzig(wereld.arnhem, kernthema="")


def verslag_naar_voren(wereld: Wereld) -> None:
    wijzig(wereld.verslag, datum=dag("2020-02-20"))
    wijzig(wereld.verslag, datum=dag("2020-01-20"))


def verslag_verbeterd_naar_voren(wereld: Wereld) -> None:
    fout = Voortgang.objects.create(experiment=wereld.proef, datum=dag("2020-02-20"), verslag="Fout.")
    Voortgang.objects.create(experiment=wereld.proef, datum=dag("2020-01-21"), verslag="Goed.", vervangt=fout)


def start_naar_voren(wereld: Wereld) -> None:
    ander = experiment(Ontwerpvraag.objects.get(), "ARN-2", start="2020-02-24")
    wijzig(ander, startdatum=dag("2020-01-06"))
    wereld.verslag.delete()
    wijzig(wereld.proef, einddatum=dag("2020-02-24"), afloop="afgerond")


def experiment_heropend(wereld: Wereld) -> None:
    wijzig(wereld.proef, einddatum=dag("2020-02-01"), afloop="afgerond")
    wijzig(wereld.proef, einddatum=None, afloop="")


def praktijk_heropend(wereld: Wereld) -> None:
    wijzig(wereld.arnhem, einddatum=dag("2020-02-01"), afloop="afgerond")
    wijzig(wereld.arnhem, einddatum=None, afloop="")


def praktijk_heropend_en_verder(wereld: Wereld) -> None:
    praktijk_heropend(wereld)
    Voortgang.objects.create(experiment=wereld.proef, datum=dag("2020-02-02"), verslag="Verder.")


def einddatum_verschoven_voor_het_zover_was(wereld: Wereld) -> None:
    wijzig(wereld.arnhem, einddatum=dag("2020-05-01"), afloop="afgerond")
    wijzig(wereld.arnhem, einddatum=dag("2020-12-01"))


def vraag_ingetrokken(wereld: Wereld) -> None:
    for nummer in (2, 3):
        ontwerpvraag(wereld.arnhem, nummer)
    wijzig(Ontwerpvraag.objects.get(nummer=3), vervallen_op=dag("2020-03-01"))


def vervallen_vragen_gelden_weer(wereld: Wereld) -> None:
    for nummer in range(2, 6):
        ontwerpvraag(wereld.arnhem, nummer)
    wijzig(ontwerpvraag(wereld.arnhem, 6, vervallen="2020-02-01"), vervallen_op=None)


def te_veel_vragen(wereld: Wereld) -> None:
    for nummer in range(2, 7):
        ontwerpvraag(wereld.arnhem, nummer)


def soort_leeggemaakt(wereld: Wereld) -> None:
    mee = deelname(deelnemer(wereld.arnhem.programma), wereld.arnhem, organisatietype=organisatietype("Welzijn"))
    wijzig(mee, organisatietype=None)


def soort_nooit_bekend(wereld: Wereld) -> None:
    deelname(deelnemer(wereld.arnhem.programma), wereld.arnhem)


def een_leeggemaakt_en_een_nieuw(wereld: Wereld) -> None:
    soort_leeggemaakt(wereld)
    deelname(deelnemer(wereld.arnhem.programma, "D2"), wereld.arnhem)


def gemeente_verwijderd(wereld: Wereld) -> None:
    praktijkpartner(wereld.arnhem, organisatie("Arnhem", organisatietype("Gemeente")), rol="penvoerder")
    Praktijkpartner.objects.get().delete()


TABEL: list[tuple[Callable[[Wereld], None], str, str]] = [
    (lambda _: None, "geen-kernthema", "niets"),
    (kernthema_nooit, "geen-kernthema", "lijst en mail"),
    (kernthema_leeggemaakt, "geen-kernthema", "alleen lijst"),
    (lambda _: None, "geen-voortgang", "lijst en mail"),
    (verslag_naar_voren, "geen-voortgang", "alleen lijst"),
    (verslag_verbeterd_naar_voren, "geen-voortgang", "alleen lijst"),
    (start_naar_voren, "geen-voortgang", "alleen lijst"),
    (experiment_heropend, "geen-voortgang", "alleen lijst"),
    (praktijk_heropend, "geen-voortgang", "alleen lijst"),
    (praktijk_heropend, "geen-penvoerder", "alleen lijst"),
    (praktijk_heropend_en_verder, "geen-penvoerder", "lijst en mail"),
    (einddatum_verschoven_voor_het_zover_was, "geen-penvoerder", "lijst en mail"),
    (lambda _: None, "aantal-ontwerpvragen", "lijst en mail"),
    (vraag_ingetrokken, "aantal-ontwerpvragen", "alleen lijst"),
    (vervallen_vragen_gelden_weer, "aantal-ontwerpvragen", "alleen lijst"),
    (te_veel_vragen, "aantal-ontwerpvragen", "lijst en mail"),
    (soort_nooit_bekend, "soort-organisatie-onbekend", "lijst en mail"),
    (soort_leeggemaakt, "soort-organisatie-onbekend", "alleen lijst"),
    (een_leeggemaakt_en_een_nieuw, "soort-organisatie-onbekend", "lijst en mail"),
    (lambda _: None, "geen-gemeente", "lijst en mail"),
    (gemeente_verwijderd, "geen-gemeente", "alleen lijst"),
    (gemeente_verwijderd, "geen-penvoerder", "alleen lijst"),
]


@pytest.mark.parametrize(("daad", "regel", "verwacht"), TABEL, ids=[f"{nr}-{rij[1]}" for nr, rij in enumerate(TABEL)])
def test_an_adviser_is_mailed_about_a_step_forward_alone(
    wereld: Wereld, daad: Callable[[Wereld], None], regel: str, verwacht: str
) -> None:
    daad(wereld)

    assert stand(wereld.ada, regel) == verwacht


def zonder_adviseur_geworden(_: Wereld) -> None:
    wijzig(Adviseurschap.objects.get(), tot_en_met=dag("2020-03-01"))


def adviseur_weggehaald(_: Wereld) -> None:
    Adviseurschap.objects.get().delete()


def nooit_een_startdatum(wereld: Wereld) -> None:
    praktijk(wereld.arnhem.programma, "PLN", start=None)


def startdatum_leeggemaakt(wereld: Wereld) -> None:
    wijzig(wereld.arnhem, startdatum=None)


def kantoor_onbekend(wereld: Wereld) -> None:
    soort_nooit_bekend(wereld)


KANTOOR: list[tuple[Callable[[Wereld], None], str, str]] = [
    (lambda _: None, "zonder-adviseur", "niets"),
    (zonder_adviseur_geworden, "zonder-adviseur", "lijst en mail"),
    (adviseur_weggehaald, "zonder-adviseur", "alleen lijst"),
    (nooit_een_startdatum, "zonder-startdatum", "lijst en mail"),
    (startdatum_leeggemaakt, "zonder-startdatum", "alleen lijst"),
    (kantoor_onbekend, "onbekenden", "lijst en mail"),
    (soort_leeggemaakt, "onbekenden", "alleen lijst"),
]


@pytest.mark.parametrize(
    ("daad", "regel", "verwacht"), KANTOOR, ids=[f"{nr}-{rij[1]}" for nr, rij in enumerate(KANTOOR)]
)
def test_the_office_is_mailed_about_a_step_forward_alone(
    wereld: Wereld, daad: Callable[[Wereld], None], regel: str, verwacht: str
) -> None:
    daad(wereld)

    assert stand(wereld.mo, regel) == verwacht


def test_the_mail_counts_only_what_is_no_step_back(wereld: Wereld) -> None:
    een_leeggemaakt_en_een_nieuw(wereld)

    (taak,) = [taak for taak in takenlijst(wereld.mo, dag(OP)).taken if taak.regel.naam == "onbekenden"]

    assert (taak.tekst, taak.mailtekst) == (
        "Van 2 deelnemers is het organisatietype niet bekend.",
        "Van 1 deelnemer is het organisatietype niet bekend.",
    )
    assert Deelname.objects.count() == 1 + 1
