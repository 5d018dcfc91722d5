"""Erasing a person: nothing that says who they are stays anywhere, and no figure moves."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from praktijken.avg.acties import Tekstopdracht, verwijder_tekst
from praktijken.avg.patroon import maak_patroon
from praktijken.avg.wissen import Opdracht, proef
from praktijken.avg.zoeken import zoek
from praktijken.models import Deelname, Organisatieaanwezigheid, Reactie, Verwijdering, Voortgang
from praktijken.register import samenvoegacties
from praktijken.register.samenvoegen import VERDWIJNT, maak_voorstel
from tests.gegevens import deelname, deelnemer, gebruiker, praktijkpartner
from tests.monitor.plannen import DAGEN, leg_vast, plannen
from tests.praktijken.avg.conftest import EMAIL, NAAM, Wereld
from tests.praktijken.avg.gewist import alles_wat_er_staat, wis_nu

SPOREN = ("geheim", "gerda")


def test_nothing_says_any_longer_who_the_person_is(wereld: Wereld) -> None:
    wereld.gerda.naam = "Gerda Geheim-Jansen"
    wereld.gerda.save()
    LogEntry.objects.create(
        user=wereld.mo,
        content_type=ContentType.objects.get_for_model(Deelnemer),
        object_id=str(wereld.gerda.pk),
        object_repr=str(wereld.gerda),
        action_flag=CHANGE,
    )
    Reactie.objects.create(voortgang=wereld.verslag, door=wereld.mo, tekst=f"Mail naar {EMAIL}.", inzending=uuid4())
    zet_klaar(
        Brief(soort="test", aan=EMAIL, aan_naam=NAAM, onderwerp=f"Dag {NAAM}", tekst="Beste Gerda", over=wereld.gerda),
        door=wereld.mo,
        verstuur_na=timezone.now() + datetime.timedelta(days=1),
    )
    assert all(spoor in alles_wat_er_staat().lower() for spoor in SPOREN)

    wis_nu(wereld.gerda, wereld.mo)

    assert [spoor for spoor in SPOREN if spoor in alles_wat_er_staat().lower()] == []
    assert "Truus Verborgen" in alles_wat_er_staat()


def test_number_kind_and_participations_stay(wereld: Wereld) -> None:
    wis_nu(wereld.gerda, wereld.mo)

    wereld.gerda.refresh_from_db()
    wereld.deelname.refresh_from_db()
    assert (wereld.gerda.nummer, wereld.gerda.naam, wereld.gerda.email) == ("D1", "", "")
    mee = wereld.deelname
    assert (mee.organisatie, mee.organisatietype, mee.rol) == (None, wereld.huis.organisatietype, "")
    assert (mee.deelnemer, mee.praktijk) == (wereld.gerda, wereld.arnhem)
    eerdere = Deelname.history.filter(id=mee.pk)
    assert set(eerdere.values_list("organisatie", "organisatietype", "rol")) == {
        (None, wereld.huis.organisatietype_id, "")
    }
    assert Deelnemer.history.filter(id=wereld.gerda.pk).first().history_change_reason == "persoon gewist"


def test_a_note_keeps_what_else_it_said(wereld: Wereld) -> None:
    wis_nu(wereld.gerda, wereld.mo)

    wereld.verslag.refresh_from_db()
    assert wereld.verslag.verslag == "Met [verwijderd] gebeld. Zij is ziek."
    assert set(Voortgang.history.filter(id=wereld.verslag.pk).values_list("verslag", flat=True)) == {
        "Met [verwijderd] gebeld. Zij is ziek."
    }


def test_a_note_that_is_not_chosen_stays_as_it_is(wereld: Wereld) -> None:
    wis_nu(wereld.gerda, wereld.mo, plekken=frozenset())

    wereld.verslag.refresh_from_db()
    assert wereld.verslag.verslag == "Met gerda\ngeheim gebeld. Zij is ziek."


def test_the_log_says_who_and_when_and_never_what_stood_there(wereld: Wereld) -> None:
    wis_nu(wereld.gerda, wereld.mo, aanleiding="verzoek 12")

    log = Verwijdering.objects.get()
    assert (log.deelnemer, log.door, log.aanleiding) == (wereld.gerda, wereld.mo, "verzoek 12")
    assert log.telling["tekst in voortgang"] == 1


def test_a_waiting_mail_is_withdrawn_and_a_partners_mail_at_the_same_address_stays(wereld: Wereld) -> None:
    partner = deelnemer(wereld.gerda.programma, "D3", naam="Piet Samen", email=EMAIL)
    straks = timezone.now() + datetime.timedelta(days=1)
    for persoon in (wereld.gerda, partner):
        brief = Brief(soort="test", aan=EMAIL, onderwerp="Dag", tekst="Beste", over=persoon)
        zet_klaar(brief, door=wereld.mo, verstuur_na=straks)

    wis_nu(wereld.gerda, wereld.mo)

    van_haar, van_hem = Bericht.objects.order_by("pk")
    assert (van_haar.aan, van_haar.tekst, van_haar.stand) == ("", "[verwijderd]", Poststand.INGETROKKEN)
    assert van_hem.stand == Poststand.WACHT


def test_the_rehearsal_tells_what_would_happen_and_changes_nothing(wereld: Wereld) -> None:
    voor = alles_wat_er_staat()

    gewist = proef(
        Opdracht(deelnemer=wereld.gerda.pk, inzending=uuid4()), user=wereld.mo, nu=timezone.now(), dag=vandaag()
    )

    assert alles_wat_er_staat() == voor
    assert [(plek.soort, plek.nu, plek.stukken) for plek in gewist.plekken] == [
        ("voortgang", 1, ["Met gerda\ngeheim gebeld. Zij is ziek."])
    ]
    assert {een.organisaties for een in gewist.cijfers} == {1}


def test_nothing_can_give_an_erased_person_a_name_again(wereld: Wereld) -> None:
    wis_nu(wereld.gerda, wereld.mo)

    with pytest.raises(IntegrityError), transaction.atomic():
        Deelnemer.objects.filter(pk=wereld.gerda.pk).update(naam="Gerda")
    wereld.deelname.refresh_from_db()
    wereld.deelname.organisatie = wereld.huis
    with pytest.raises(ValidationError, match="gewist"):
        wereld.deelname.full_clean()
    assert not Deelnemer.objects.wijzigbaar_door(wereld.mo).filter(pk=wereld.gerda.pk).exists()
    assert not Deelname.objects.wijzigbaar_door(wereld.mo).filter(deelnemer=wereld.gerda.pk).exists()


def _voeg_samen(wereld: Wereld) -> Samenvoeging:
    """Truus goes up in Gerda, and gives her name."""
    voorstel = maak_voorstel(wereld.gerda, wereld.truus, vandaag())
    opdracht = samenvoegacties.Opdracht(
        blijft=wereld.gerda.pk,
        verdwijnt=wereld.truus.pk,
        gekozen={"persoon-naam": VERDWIJNT, "persoon-email": VERDWIJNT},
        gezien=voorstel.vingerafdruk,
        inzending=uuid4(),
    )
    return samenvoegacties.voeg_samen(opdracht, user=wereld.mo, dag=vandaag())


def test_undoing_a_merge_brings_nothing_back(wereld: Wereld) -> None:
    samen = _voeg_samen(wereld)
    wis_nu(Deelnemer.objects.get(pk=wereld.gerda.pk), wereld.mo)

    assert [spoor for spoor in (*SPOREN, "truus", "verborgen") if spoor in alles_wat_er_staat().lower()] == []
    with pytest.raises(samenvoegacties.KanNietTerug):
        samenvoegacties.maak_ongedaan(samenvoeging=samen.pk, nu=timezone.now())


def test_undoing_a_merge_brings_no_removed_text_back(wereld: Wereld) -> None:
    mee = Deelname.objects.get(deelnemer=wereld.truus)
    mee.rol = "zus van Kees Klant"
    mee.save()
    samen = _voeg_samen(wereld)
    patroon = maak_patroon(["Kees Klant"])
    verwijder_tekst(
        Tekstopdracht(
            patroon=patroon,
            plekken=[plek.sleutel for plek in zoek(patroon)],
            bijlagen=[],
            aanleiding="",
            inzending=uuid4(),
        ),
        user=wereld.mo,
    )

    samenvoegacties.maak_ongedaan(samenvoeging=samen.pk, nu=timezone.now())

    assert Deelname.objects.get(deelnemer__nummer="D2").rol == "zus van [verwijderd]"
    assert Deelnemer.objects.get(nummer="D2").naam == "Truus Verborgen"
    assert "Kees" not in alles_wat_er_staat()


def test_of_a_merge_that_was_undone_the_other_keeps_who_they_are(wereld: Wereld) -> None:
    samen = _voeg_samen(wereld)
    samenvoegacties.maak_ongedaan(samenvoeging=samen.pk, nu=timezone.now())
    wis_nu(Deelnemer.objects.get(nummer="D2"), wereld.mo)

    over = alles_wat_er_staat().lower()
    assert [spoor for spoor in ("truus", "verborgen") if spoor in over] == []
    assert Deelnemer.objects.get(nummer="D1").naam == NAAM


def test_an_organisation_that_counts_in_another_way_is_not_kept_apart(wereld: Wereld) -> None:
    praktijkpartner(wereld.arnhem, wereld.huis, vanaf="2019-01-01")

    wis_nu(wereld.gerda, wereld.mo)

    assert not Organisatieaanwezigheid.objects.exists()


def test_sent_twice_the_second_time_does_nothing(wereld: Wereld) -> None:
    wis_nu(wereld.gerda, wereld.mo)
    wis_nu(wereld.gerda, wereld.mo)

    assert Verwijdering.objects.count() == 1


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plannen(), keuze=st.randoms(use_true_random=False))
def test_whoever_is_erased_no_figure_changes_on_any_day(plan, keuze) -> None:
    punt = transaction.atomic()
    with punt:
        thuis = leg_vast(plan)
        user = gebruiker(Rol.MEDEWERKER)
        dagen = [DAGEN[0] - datetime.timedelta(days=1), *DAGEN, DAGEN[-1] + datetime.timedelta(days=400)]
        voor = [bereken(thuis, een) for een in dagen]
        personen = list(Deelnemer.objects.order_by("pk"))
        for persoon in keuze.sample(personen, k=min(2, len(personen))):
            wis_nu(persoon, user)

        assert [bereken(thuis, een) for een in dagen] == voor
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_figures_stay_where_two_of_one_organisation_are_erased_after_each_other(wereld: Wereld) -> None:
    ook = deelnemer(wereld.gerda.programma, "D9")
    deelname(ook, wereld.arnhem, organisatie=wereld.huis, tot_en_met="2020-01-01")
    voor = bereken(wereld.gerda.programma, vandaag())

    wis_nu(wereld.gerda, wereld.mo)
    wis_nu(ook, wereld.mo)

    assert bereken(wereld.gerda.programma, vandaag()) == voor
    assert Organisatieaanwezigheid.objects.count() == 1
