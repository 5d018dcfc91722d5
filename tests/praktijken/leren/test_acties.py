"""A lesson from draft to shared: what is kept, and who may judge."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from mantelzorg.toegang import Rol
from praktijken.leren import acties
from praktijken.leren.acties import AlBeoordeeld, Botsing, NietAanU
from praktijken.leren.stand import stand
from praktijken.models import Les, Lesstap, Lesversie, Stap
from tests.gegevens import experiment, gebruiker, ontwerpvraag
from tests.praktijken.leren.lesdaden import (
    accepteer,
    als_inzending,
    gedeelde_les,
    invoer,
    leg_voor,
    les,
    nieuwe_versie,
    status,
    stuur_terug,
    verloop,
)


def gedeeld():
    return list(Lesversie.objects.gedeeld().values_list("titel", flat=True))


def wachtend():
    return list(Lesversie.objects.voorgelegd().values_list("titel", flat=True))


def test_a_lesson_goes_from_draft_through_a_return_to_shared_and_every_version_is_kept(mensen):
    eerste = leg_voor(les(mensen.arnhem, mensen.ada, titel="Kort"), mensen.ada)
    stuur_terug(eerste, mensen.mo, "Wat raadt u dan aan?")
    assert (status(eerste), gedeeld(), wachtend()) == ("teruggestuurd", [], [])

    tweede = leg_voor(nieuwe_versie(eerste, mensen.ada, titel="Langer"), mensen.ada)
    assert (status(eerste), gedeeld(), wachtend()) == ("voorgelegd", [], ["Langer"])
    accepteer(tweede, mensen.mia)

    assert (status(eerste), gedeeld(), wachtend()) == ("gedeeld", ["Langer"], [])
    assert verloop(eerste) == [
        (1, "voorgelegd", "Ada Adviseur", ""),
        (1, "teruggestuurd", "Mo Medewerker", "Wat raadt u dan aan?"),
        (2, "voorgelegd", "Ada Adviseur", ""),
        (2, "geaccepteerd", "Mia Medewerker", ""),
    ]
    assert list(eerste.les.versies.values_list("nummer", "titel")) == [(1, "Kort"), (2, "Langer")]


def test_the_accepted_version_stays_shared_while_a_newer_one_is_made_judged_and_returned(mensen):
    eerste = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Eerst")

    tweede = nieuwe_versie(eerste, mensen.ada, titel="Nieuwer")
    assert (status(eerste), gedeeld()) == ("concept", ["Eerst"])
    leg_voor(tweede, mensen.ada)
    assert (status(eerste), gedeeld(), wachtend()) == ("voorgelegd", ["Eerst"], ["Nieuwer"])
    stuur_terug(tweede, mensen.mo)
    assert (status(eerste), gedeeld()) == ("teruggestuurd", ["Eerst"])
    accepteer(leg_voor(nieuwe_versie(eerste, mensen.ada, titel="Nieuwst"), mensen.ada), mensen.mo)

    assert gedeeld() == ["Nieuwst"]


def test_a_shared_lesson_is_withdrawn_with_a_reason_and_can_be_submitted_again(mensen):
    versie = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo)

    with pytest.raises(ValidationError) as fout:
        acties.trek_in(les=versie.les, gezien=versie.pk, reden="", inzending=als_inzending(mensen.ada))
    assert fout.value.message_dict == {"reden": ["Schrijf op waarom."]}
    acties.trek_in(les=versie.les, gezien=versie.pk, reden="Klopt niet meer.", inzending=als_inzending(mensen.ada))
    assert (status(versie), gedeeld()) == ("ingetrokken", [])
    with pytest.raises(ValidationError):
        acties.trek_in(les=versie.les, gezien=versie.pk, reden="Nog eens.", inzending=als_inzending(mensen.ada))

    accepteer(leg_voor(versie, mensen.ada), mensen.mo)
    assert (status(versie), gedeeld()) == ("gedeeld", ["Bellen werkt beter dan mailen"])


def test_a_submission_is_taken_back_changed_and_submitted_again(mensen):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    with pytest.raises(ValidationError, match="Neem haar eerst terug"):
        nieuwe_versie(versie, mensen.ada, titel="Anders")
    acties.neem_terug(versie=versie, inzending=als_inzending(mensen.ada))

    assert (status(versie), wachtend()) == ("concept", [])
    with pytest.raises(AlBeoordeeld) as eerder:
        accepteer(versie, mensen.mo)
    assert eerder.value.stap.soort == Stap.TERUGGENOMEN
    leg_voor(nieuwe_versie(versie, mensen.ada, titel="Anders"), mensen.ada)
    assert wachtend() == ["Anders"]


@pytest.mark.parametrize("oordeel", [Stap.GEACCEPTEERD, Stap.TERUGGESTUURD])
@pytest.mark.parametrize("wie", ["ada", "bo", "cas", "ben", "zora"])
def test_only_the_office_judges(mensen, wie, oordeel):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    with pytest.raises(NietAanU):
        acties.beoordeel(
            versie=versie, oordeel=oordeel, reden="Ik vind van wel.", inzending=als_inzending(getattr(mensen, wie))
        )

    assert wachtend() == [versie.titel]


def test_nobody_accepts_what_they_wrote_or_submitted_whoever_wrote_last(mensen):
    geschreven = leg_voor(les(mensen.arnhem, mensen.mo, titel="Van Mo"), mensen.ada)
    voorgelegd = leg_voor(les(mensen.arnhem, mensen.ada, titel="Door Mo voorgelegd"), mensen.mo)
    eerder = les(mensen.arnhem, mensen.mo, titel="Mo begon")
    eerder = leg_voor(nieuwe_versie(eerder, mensen.ada, titel="Ada maakte af"), mensen.ada)

    for versie in (geschreven, voorgelegd, eerder):
        with pytest.raises(NietAanU):
            accepteer(versie, mensen.mo)
        with pytest.raises(NietAanU):
            stuur_terug(versie, mensen.mo)
        accepteer(versie, mensen.mia)

    assert sorted(gedeeld()) == ["Ada maakte af", "Door Mo voorgelegd", "Van Mo"]


def test_an_adviser_who_is_of_the_office_too_judges_others_lessons_and_not_their_own(mensen):
    mensen.ada.groups.add(mensen.mo.groups.get())
    eigen = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    with pytest.raises(NietAanU):
        accepteer(eigen, mensen.ada)
    accepteer(leg_voor(les(mensen.elders, mensen.cas, titel="Van Cas"), mensen.cas), mensen.ada)

    assert gedeeld() == ["Van Cas"]


def test_who_lost_the_role_or_account_judges_no_more(mensen):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)
    weg = gebruiker(Rol.MEDEWERKER, "Wil Weg", is_active=False)

    with pytest.raises(NietAanU):
        accepteer(versie, weg)


def test_a_return_needs_a_reason_in_the_database_too(mensen):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    with pytest.raises(ValidationError) as fout:
        stuur_terug(versie, mensen.mo, "")
    assert fout.value.message_dict == {"reden": ["Schrijf op waarom."]}
    for soort in (Stap.TERUGGESTUURD, Stap.INGETROKKEN):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lesstap.objects.create(
                versie=versie, soort=soort, door=mensen.mo, inzending=als_inzending(mensen.mo).sleutel
            )


def test_what_was_judged_is_not_judged_again_and_the_second_sees_the_first_verdict(mensen):
    versie = stuur_terug(leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada), mensen.mo, "Te kort.")

    with pytest.raises(AlBeoordeeld) as eerder:
        accepteer(versie, mensen.mia)

    stap = eerder.value.stap
    assert (stap.soort, stap.door, stap.reden) == ("teruggestuurd", mensen.mo, "Te kort.")


def test_a_draft_that_is_not_complete_can_be_kept_and_not_submitted(mensen):
    concept = les(mensen.arnhem, mensen.ada, situatie="", advies="")

    with pytest.raises(ValidationError) as fout:
        leg_voor(concept, mensen.ada)

    assert fout.value.messages == ["Vul eerst in: Wat deed u, en in welke situatie? Wat raadt u anderen aan?"]
    assert status(concept) == "concept"


def test_what_was_returned_is_corrected_before_it_is_submitted_again(mensen):
    versie = stuur_terug(leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada), mensen.mo)

    with pytest.raises(ValidationError, match="moet eerst worden verbeterd"):
        leg_voor(versie, mensen.ada)


def test_an_older_version_is_neither_submitted_nor_changed(mensen):
    eerste = les(mensen.arnhem, mensen.ada)
    tweede = nieuwe_versie(eerste, mensen.mo, titel="Van Mo")

    with pytest.raises(ValidationError):
        leg_voor(eerste, mensen.ada)
    with pytest.raises(Botsing) as botsing:
        acties.wijzig(les=eerste.les, gezien=eerste.pk, invoer=invoer("Van Ada"), inzending=als_inzending(mensen.ada))
    assert botsing.value.nieuwste == tweede


def test_the_same_form_sent_twice_stores_once(mensen):
    nieuw, voor, oordeel = (als_inzending(wie) for wie in (mensen.ada, mensen.ada, mensen.mo))
    for _ in range(2):
        bewaard = acties.maak(praktijk=mensen.arnhem, experiment=None, invoer=invoer(), inzending=nieuw)
    for _ in range(2):
        acties.leg_voor(versie=bewaard.versie, inzending=voor)
    for _ in range(2):
        acties.beoordeel(versie=bewaard.versie, oordeel=Stap.TERUGGESTUURD, reden="Te kort.", inzending=oordeel)

    assert (Les.objects.count(), Lesversie.objects.count(), bewaard.nieuw) == (1, 1, False)
    assert [stap[1] for stap in verloop(bewaard.versie)] == ["voorgelegd", "teruggestuurd"]


def test_a_form_used_for_another_text_or_by_another_stores_nothing(mensen):
    inzending = als_inzending(mensen.ada)
    acties.maak(praktijk=mensen.arnhem, experiment=None, invoer=invoer("Een"), inzending=inzending)

    with pytest.raises(Botsing):
        acties.maak(praktijk=mensen.arnhem, experiment=None, invoer=invoer("Ander"), inzending=inzending)
    with pytest.raises(ValidationError):
        acties.maak(praktijk=mensen.elders, experiment=None, invoer=invoer("Een"), inzending=inzending)

    assert list(Lesversie.objects.values_list("titel", flat=True)) == ["Een"]


def test_changing_nothing_makes_no_version(mensen):
    with pytest.raises(ValidationError, match="niets veranderd"):
        nieuwe_versie(les(mensen.arnhem, mensen.ada), mensen.ada)


def test_an_experiment_of_another_practice_is_refused(mensen):
    elders = experiment(ontwerpvraag(mensen.elders), "ELD-1-1")

    with pytest.raises(ValidationError) as fout:
        les(mensen.arnhem, mensen.ada, experiment=elders)

    assert fout.value.message_dict == {"experiment": ["Dit experiment hoort bij een andere praktijk."]}


def test_the_lists_belong_to_the_version_and_all_is_in_the_history(mensen):
    eerste = les(mensen.arnhem, mensen.ada, themas=frozenset({mensen.thema.pk}))
    nieuwe_versie(eerste, mensen.ada, themas=frozenset())

    assert [list(versie.themas.all()) for versie in eerste.les.versies.all()] == [[mensen.thema], []]
    assert set(Lesversie.history.values_list("history_change_reason", flat=True)) >= {"les gemaakt", "les gewijzigd"}


def test_text_in_any_script_and_as_long_as_a_cell_is_kept_as_it_is(mensen):
    lang = "ع" * 32_767
    versie = les(mensen.arnhem, mensen.ada, titel='Zeg "ja" tegen O’Brien & <b>', opbrengst=lang, advies="دعم")
    accepteer(leg_voor(versie, mensen.ada), mensen.mo)

    opgehaald = Lesversie.objects.gedeeld().get()
    assert (opgehaald.titel, opgehaald.opbrengst, opgehaald.advies) == ('Zeg "ja" tegen O’Brien & <b>', lang, "دعم")
    assert stand(opgehaald.les).gedeeld == versie
