"""The same thing done by several at one moment, each over a connection of its own: it happens once."""

from uuid import uuid4

import pytest

from aanmeldingen.formulier.beginnen import begin
from aanmeldingen.formulier.bewaren import bewaar_stap, stapform
from aanmeldingen.formulier.indienen import Ingetrokken, dien_in
from aanmeldingen.formulier.intrekken import trek_in
from aanmeldingen.formulier.laat import AlGebruikt, begin_laat, geef_toegang
from aanmeldingen.models import Aanmelding, Indiening, Plaatsregel, Plaatsstand
from aanmeldingen.plaatsen.lezen import stand
from mantelzorg.models import Bericht
from mantelzorg.samenloop import VELDNAAM
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import aanmelding, moment
from tests.aanmeldingen.openbaar.velden import eerlijk
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.aanmeldingen.plaatsen.tegelijk import tegelijk
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db(transaction=True)
JUNI = moment("2014-06-02 12:00")
JULI = moment("2014-07-02 12:00")
IEMAND = {"organisatie": "Zorg BV", "naam": "Carla", "email": "carla@zorg.example"}


def aantallen() -> tuple[int, int, int, int]:
    """Sent in, versions, lines about applications, confirmations."""
    return (
        Aanmelding.objects.ingediend().count(),
        Indiening.objects.count(),
        Plaatsregel.objects.exclude(aanmelding=None).count(),
        Bericht.objects.filter(soort="aanmelding ontvangen").count(),
    )


def test_one_draft_sent_in_six_times_at_once_is_one_application():
    een = aanmelding(oproep_met(1))

    uitkomsten = tegelijk(*[lambda: dien_in(aanmelding=een.pk, versie=1, op=JUNI).nummer] * 6)

    assert (uitkomsten, aantallen()) == ([1] * 6, (1, 1, 1, 1))


def test_twelve_drafts_for_one_place_get_a_number_each_one_place_and_eleven_ranks():
    oproep = oproep_met(1)
    allen = [aanmelding(oproep) for _ in range(12)]

    nummers = tegelijk(*[lambda pk=een.pk: dien_in(aanmelding=pk, versie=1, op=JUNI).nummer for een in allen])

    nu = stand(oproep)
    assert (sorted(nummers), aantallen()) == (list(range(1, 13)), (12, 12, 12, 12))
    assert (nu.bezet, nu.wacht, nu.vrij) == (1, 11, 0)
    rangen = Plaatsregel.objects.filter(naar=Plaatsstand.WACHT).order_by("nummer").values_list("rang", flat=True)
    assert sorted(rangen) == list(rangen)
    assert len(set(rangen)) == 11


def test_begun_four_times_at_once_with_one_form_it_is_one_draft_and_one_mail():
    oproep, inzending = oproep_met(1), uuid4()

    pks = tegelijk(*[lambda: begin(oproep=oproep, inzending=inzending, op=JUNI, **IEMAND).pk] * 4)

    assert (set(pks), Bericht.objects.count()) == ({Aanmelding.objects.get().pk}, 1)


def test_sent_in_and_withdrawn_at_once_it_is_withdrawn_and_holds_no_place():
    for _ in range(5):
        oproep = oproep_met(1) if not Aanmelding.objects.exists() else Aanmelding.objects.first().oproep
        een = aanmelding(oproep)
        uitkomsten = tegelijk(
            lambda pk=een.pk: dien_in(aanmelding=pk, versie=1, op=JUNI).pk,
            lambda pk=een.pk: trek_in(aanmelding=pk, reden="", door=None, op=JUNI).pk,
        )
        een.refresh_from_db()
        assert all(uit == een.pk or isinstance(uit, Ingetrokken) for uit in uitkomsten)
        assert (een.ingetrokken_op, stand(oproep).bezet) == (JUNI, 0)


def test_a_late_link_opened_by_three_at_once_begins_one_application():
    toegang = geef_toegang(
        oproep=oproep_met(1), email="carla@zorg.example", reden="Storing.", geldig_tot=JULI.date(), inzending=uuid4(),
        door=gebruiker(Rol.MEDEWERKER),
    )  # fmt: skip

    uitkomsten = tegelijk(
        *[lambda: begin_laat(toegang=toegang.pk, inzending=uuid4(), op=JULI, **IEMAND).pk for _ in range(3)]
    )

    toegang.refresh_from_db()
    gebruikt = [uit for uit in uitkomsten if isinstance(uit, AlGebruikt)]
    assert (len(gebruikt), Aanmelding.objects.get()) == (2, toegang.aanmelding)


def test_two_who_save_one_step_at_once_lose_nothing_unseen():
    een = aanmelding(oproep_met(1))
    gezien = stapform(een, "vraag", nu=JUNI).afdruk
    velden = eerlijk(JUNI, medewerkers="25") | {VELDNAAM: gezien}

    uitkomsten = tegelijk(
        *[
            lambda tekst=tekst: bewaar_stap(aanmelding=een.pk, stap="vraag", data=velden | {"vraag": tekst}, nu=JUNI)
            for tekst in ("Van Carla.", "Van Bas.")
        ]
    )

    assert len(uitkomsten) == 2
    bewaard = [form.cleaned_data["vraag"] for form, goed in uitkomsten if goed]
    botsing = [(v.nu, v.ingevuld) for form, goed in uitkomsten if not goed for v in form.verschil]
    een.refresh_from_db()
    ander = ({"Van Carla.", "Van Bas."} - set(bewaard)).pop()
    assert (bewaard, botsing) == ([een.vraag], [(een.vraag, ander)])
