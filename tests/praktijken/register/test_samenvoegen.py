"""Making two records of one person one, and taking that back."""

import datetime
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from deelnemers.models import Deelnemer, Organisatie, Organisatietype, Samenvoeging
from mantelzorg.models import Programma
from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from praktijken.models import Deelname, Praktijk
from praktijken.register.samenvoegacties import (
    IntussenGewijzigd,
    KanNietTerug,
    Opdracht,
    maak_ongedaan,
    redenen_tegen,
    voeg_samen,
)
from praktijken.register.samenvoegen import BLIJFT, VERDWIJNT, maak_voorstel
from tests.gegevens import dag, deelname, deelnemer, gebruiker, organisatie, organisatietype, praktijk, programma
from tests.praktijken.leeshtml import gelezen

DAG = datetime.date(2020, 6, 30)
DAGEN = st.sampled_from([datetime.date(2019, 9, 2), datetime.date(2019, 12, 1), datetime.date(2020, 6, 30)])


def opdracht(blijft, verdwijnt, gekozen=None, **anders):
    voorstel = maak_voorstel(blijft, verdwijnt, DAG)
    velden = {"gekozen": gekozen or {}, "gezien": voorstel.vingerafdruk, "inzending": uuid4()} | anders
    return Opdracht(blijft=blijft.pk, verdwijnt=verdwijnt.pk, **velden)


def rijen():
    """Every row a merge could touch."""
    return [list(model.objects.order_by("pk").values()) for model in (Deelnemer, Deelname, Organisatie, Praktijk)]


def voeg(blijft, verdwijnt, user, gekozen=None):
    return voeg_samen(opdracht(blijft, verdwijnt, gekozen), user=user, dag=DAG)


def test_the_participations_move_and_the_vanished_number_is_kept(register):
    mo = gebruiker(Rol.MEDEWERKER)

    gedaan = voeg(register.gerda, register.truus, mo)

    assert list(Deelnemer.objects.values_list("nummer", "naam", "email")) == [
        ("D1", "Gerda Geheim", "gerda@geheim.example")
    ]
    assert list(Deelname.objects.order_by("pk").values_list("deelnemer__nummer", "praktijk__code")) == [
        ("D1", "ARN"),
        ("D1", "BRE"),
    ]
    assert (gedaan.verdween["nummer"], gedaan.gebruiker, gedaan.ongedaan_op) == ("D2", mo, None)


def test_every_record_that_changed_says_why_in_its_history(register):
    voeg(register.gerda, register.truus, gebruiker(Rol.MEDEWERKER), {"persoon-naam": VERDWIJNT})

    reden = "D2 samengevoegd met D1: dezelfde persoon"
    van_personen = Deelnemer.history.filter(history_change_reason=reden).order_by("nummer")
    van_deelnames = Deelname.history.filter(history_change_reason=reden)
    assert list(van_personen.values_list("nummer", "history_type")) == [("D1", "~"), ("D2", "-")]
    assert list(van_deelnames.values_list("id", "history_type")) == [(register.truus_in_breda.pk, "~")]


def test_of_two_participations_from_the_same_day_the_widest_period_stays_and_one_chooses_the_rest(register):
    ook = deelname(register.truus, register.arnhem, rol="trekker", hoedanigheid="vrijwilliger")
    eigen = register.gerda_in_arnhem
    eigen.tot_en_met, eigen.hoedanigheid = dag("2020-01-31"), "beroepskracht"
    eigen.save()

    keuzes = {f"deelname-{eigen.pk}-hoedanigheid": BLIJFT}
    voeg(register.gerda, register.truus, gebruiker(Rol.MEDEWERKER), keuzes)

    assert not Deelname.objects.filter(pk=ook.pk).exists()
    over = Deelname.objects.get(pk=eigen.pk)
    assert (over.tot_en_met, over.hoedanigheid, over.rol, over.organisatie) == (
        None,
        "beroepskracht",
        "trekker",
        register.huis,
    )


def test_the_same_form_sent_twice_merges_once(register):
    mo = gebruiker(Rol.MEDEWERKER)
    een = opdracht(register.gerda, register.truus)

    assert voeg_samen(een, user=mo, dag=DAG) == voeg_samen(een, user=mo, dag=DAG)
    assert Samenvoeging.objects.count() == 1


def test_what_was_changed_after_the_preview_is_not_merged_unseen(register):
    een = opdracht(register.gerda, register.truus)
    register.truus_in_breda.rol = "trekker"
    register.truus_in_breda.save()

    with pytest.raises(IntussenGewijzigd):
        voeg_samen(een, user=gebruiker(Rol.MEDEWERKER), dag=DAG)
    assert Deelnemer.objects.count() == 2


def test_undo_says_what_was_built_on_the_merge(register):
    gedaan = voeg(register.gerda, register.truus, gebruiker(Rol.MEDEWERKER))
    verhuisd = register.truus_in_breda
    verhuisd.refresh_from_db()
    verhuisd.rol = "trekker"
    verhuisd.save()
    deelname(register.gerda, register.arnhem, vanaf="2020-03-01")
    deelnemer(register.gerda.programma, "D2")

    redenen = [
        "Het nummer D2 is intussen van iemand anders.",
        "De deelname aan Breda vanaf 02-09-2019 is daarna gewijzigd.",
        "Er is daarna een deelname bijgekomen: Arnhem vanaf 01-03-2020.",
    ]
    voor = rijen()
    with pytest.raises(KanNietTerug) as fout:
        maak_ongedaan(samenvoeging=gedaan.pk, nu=timezone.now())
    assert fout.value.redenen == redenen_tegen(gedaan) == redenen
    assert rijen() == voor


def test_merges_on_each_other_are_undone_the_last_one_first(register):
    mo, piet = gebruiker(Rol.MEDEWERKER), deelnemer(register.gerda.programma, "D3", naam="Gerda G.")
    begin = rijen()
    eerste = voeg(register.truus, piet, mo)
    tweede = voeg(register.gerda, register.truus, mo)

    eerste.refresh_from_db()
    assert redenen_tegen(eerste) == ["Deze deelnemer is daarna zelf samengevoegd met D1. Maak eerst dat ongedaan."]
    maak_ongedaan(samenvoeging=tweede.pk, nu=timezone.now())
    maak_ongedaan(samenvoeging=eerste.pk, nu=timezone.now())
    assert rijen() == begin


def test_a_second_merge_into_the_same_record_is_undone_first(register):
    mo, piet = gebruiker(Rol.MEDEWERKER), deelnemer(register.gerda.programma, "D3")
    eerste = voeg(register.gerda, register.truus, mo)
    voeg(register.gerda, piet, mo)

    assert redenen_tegen(eerste) == ["Daarna is ook D3 samengevoegd. Maak eerst dat ongedaan."]


def test_a_name_corrected_since_does_not_stand_in_the_way_of_undo(register):
    gedaan = voeg(register.gerda, register.truus, gebruiker(Rol.MEDEWERKER))
    register.gerda.naam = "Gerda de Geheime"
    register.gerda.save()

    maak_ongedaan(samenvoeging=gedaan.pk, nu=timezone.now())

    assert list(Deelnemer.objects.order_by("pk").values_list("naam", flat=True)) == [
        "Gerda de Geheime",
        "Truus Verborgen",
    ]


def test_everything_that_points_at_a_participant_is_known_to_the_merge():
    """A model that comes to refer to people or participations must be moved along, and back."""
    wijst_naar = {
        relatie.related_model._meta.label for model in (Deelnemer, Deelname) for relatie in model._meta.related_objects
    }

    assert wijst_naar == {
        "praktijken.Deelname",
        "praktijken.Aanwezigheid",
        "deelnemers.Samenvoeging",
        "praktijken.Uitvraag",
        "praktijken.Antwoord",
        "praktijken.Verzoek",
        "praktijken.Verwijdering",  # of somebody erased, who is never merged
    }


class Heen_en_terug(TestCase):  # noqa: N801  # reads as what it tests
    """Merging and undoing leaves every row, and indicator 23, as it was; in between one person less counts."""

    @settings(max_examples=40)
    @given(
        st.lists(st.tuples(st.booleans(), st.integers(0, 1), DAGEN, st.none() | DAGEN, st.integers(0, 3)), max_size=6),
        st.sampled_from([BLIJFT, VERDWIJNT]),
    )
    def test_undo_gives_back_every_row_and_every_figure(self, deelnames, keuze):
        thuis = programma()
        praktijken = [praktijk(thuis, "ARN"), praktijk(thuis, "BRE", eind="2020-02-01")]
        zorg = organisatietype("Zorg")
        namens = [{}, {"organisatietype": zorg}, {"organisatie": organisatie("Huis", zorg)}]
        namens.append({"organisatie": organisatie("Los")})
        een, ander = deelnemer(thuis, "D1", naam="Gerda"), deelnemer(thuis, "D2", naam="G. Geheim", email="g@g.example")
        for van_een, plek, vanaf, tot, wie in {(a, b, c): (a, b, c, d, e) for a, b, c, d, e in deelnames}.values():
            tot_en_met = tot if tot is None or tot >= vanaf else None
            deelname(een if van_een else ander, praktijken[plek], vanaf=vanaf, tot_en_met=tot_en_met, **namens[wie])
        voorstel, begin, cijfers = maak_voorstel(een, ander, DAG), rijen(), bereken(thuis, DAG)
        gekozen = {veld.sleutel: keuze for veld in voorstel.alle_keuzes}

        gedaan = voeg_samen(opdracht(een, ander, gekozen), user=gebruiker(Rol.MEDEWERKER), dag=DAG)
        samen = bereken(Programma.objects.get(), DAG)
        assert samen.deelnemers.totaal == cijfers.deelnemers.totaal - voorstel.gevolg.nu_minder
        assert (
            samen.deelnemers_tot_nu_toe.totaal
            == cijfers.deelnemers_tot_nu_toe.totaal - voorstel.gevolg.tot_nu_toe_minder
        )

        maak_ongedaan(samenvoeging=gedaan.pk, nu=timezone.now())
        assert rijen() == begin
        assert bereken(thuis, DAG) == cijfers
        assert Organisatietype.objects.count() == 1


def bladzijde(register):
    return f"{reverse('praktijken:deelnemers-samenvoegen')}?blijft={register.gerda.pk}&verdwijnt={register.truus.pk}"


def test_the_preview_says_what_it_does_to_the_figures_and_confirming_does_it(als, register):
    client = als(gebruiker(Rol.MEDEWERKER))
    pagina = client.get(bladzijde(register))
    tekst = gelezen(pagina).tekst
    assert "Deelnemers tot nu toe: 1 minder, want deze persoon telt nu twee keer." in tekst
    assert "D1 telt nu als Thuiszorg , D2 als onbekend ." in tekst
    assert "Breda, vanaf 2 september 2019" in tekst

    form = pagina.context["form"]
    data = {"inzending": form["inzending"].value(), "gezien": form["gezien"].value()}
    data |= {"persoon-naam": BLIJFT, "persoon-email": VERDWIJNT}
    eerste, tweede = (client.post(bladzijde(register), data) for _ in range(2))

    gedaan = Samenvoeging.objects.get()
    assert eerste["Location"] == tweede["Location"] == reverse("praktijken:samenvoeging", args=[gedaan.pk])
    assert Deelnemer.objects.get().email == "truus@verborgen.example"
    oud = client.get(reverse("praktijken:deelnemer", args=[register.truus.pk]))
    assert oud["Location"] == reverse("praktijken:deelnemer", args=[register.gerda.pk])

    ongedaan = client.post(eerste["Location"], follow=True)
    assert "D2 en D1 zijn weer twee deelnemers." in gelezen(ongedaan).tekst
    assert Deelnemer.objects.count() == 2


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST, None])
def test_merging_is_for_the_office_alone(als, register, rol):
    client = als(register.ada if rol is Rol.ADVISEUR else gebruiker(rol))
    gedaan = voeg(register.gerda, register.truus, gebruiker(Rol.MEDEWERKER))

    antwoorden = [
        client.get(bladzijde(register)),
        client.post(bladzijde(register)),
        client.post(reverse("praktijken:samenvoeging", args=[gedaan.pk])),
    ]
    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404, 404]
    assert Samenvoeging.objects.get().ongedaan_op is None
