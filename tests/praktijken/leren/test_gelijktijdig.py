"""Two people, or one who taps twice, at the same moment on connections of their own."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from mantelzorg.toegang import Rol
from praktijken.leren import acties
from praktijken.leren.acties import AlBeoordeeld, Botsing
from praktijken.models import Lesstap, Lesversie, Stap
from tests.praktijken.leren.conftest import maak_mensen
from tests.praktijken.leren.lesdaden import als_inzending, invoer, leg_voor, les

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mensen(transactional_db):  # noqa: ARG001  # asked for its effect
    for rol in Rol:  # put back after the flush of an earlier test
        Group.objects.get_or_create(name=rol.value)
    return maak_mensen()


def oordelen():
    return list(Lesstap.objects.exclude(soort="voorgelegd").values_list("soort", "door__naam"))


def test_of_two_who_judge_at_once_one_counts_and_the_other_sees_it(mensen, gelijktijdig):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    def oordeel(wie, soort, reden=""):
        def daad():
            try:
                acties.beoordeel(versie=versie, oordeel=soort, reden=reden, inzending=als_inzending(wie))
            except AlBeoordeeld as eerder:
                return f"zag: {eerder.stap.soort} door {eerder.stap.door}"
            return "bewaard"

        return daad

    uitkomsten, bewaard = gelijktijdig(
        oordeel(mensen.mo, Stap.GEACCEPTEERD), oordeel(mensen.mia, Stap.TERUGGESTUURD, "Te kort."), daarna=oordelen
    )

    assert bewaard in ([("geaccepteerd", "Mo Medewerker")], [("teruggestuurd", "Mia Medewerker")])
    assert uitkomsten == ["bewaard", f"zag: {bewaard[0][0]} door {bewaard[0][1]}"]


def test_a_double_click_makes_one_lesson_and_one_submission(mensen, gelijktijdig):
    nieuw, voor = als_inzending(mensen.ada), als_inzending(mensen.ada)

    def maak():
        bewaard = acties.maak(praktijk=mensen.arnhem, experiment=None, invoer=invoer(), inzending=nieuw)
        return acties.leg_voor(versie=bewaard.versie, inzending=voor).soort

    def telling():
        return Lesversie.objects.count(), Lesstap.objects.count()

    assert gelijktijdig(maak, maak, maak, daarna=telling) == (["voorgelegd"] * 3, (1, 1))


def test_of_two_who_change_one_version_one_is_kept_and_the_other_sees_it(mensen, gelijktijdig):
    eerste = les(mensen.arnhem, mensen.ada, titel="Eerst")

    def wijzig(wie, titel):
        def daad():
            try:
                acties.wijzig(les=eerste.les, gezien=eerste.pk, invoer=invoer(titel), inzending=als_inzending(wie))
            except Botsing as botsing:
                return f"zag: {botsing.nieuwste.titel}"
            return "bewaard"

        return daad

    def titels():
        return list(Lesversie.objects.order_by("nummer").values_list("titel", flat=True))

    uitkomsten, bewaard = gelijktijdig(wijzig(mensen.ada, "Van Ada"), wijzig(mensen.mo, "Van Mo"), daarna=titels)

    assert bewaard in (["Eerst", "Van Ada"], ["Eerst", "Van Mo"])
    assert uitkomsten == ["bewaard", f"zag: {bewaard[1]}"]


def test_taking_back_and_accepting_at_once_leave_one_outcome(mensen, gelijktijdig):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    def neem_terug():
        try:
            return acties.neem_terug(versie=versie, inzending=als_inzending(mensen.ada)).soort
        except ValidationError:
            return "te laat"

    def accepteer():
        try:
            return acties.beoordeel(
                versie=versie, oordeel=Stap.GEACCEPTEERD, reden="", inzending=als_inzending(mensen.mo)
            ).soort
        except AlBeoordeeld:
            return "te laat"

    uitkomsten, bewaard = gelijktijdig(neem_terug, accepteer, daarna=oordelen)

    assert sorted(uitkomsten) == sorted([bewaard[0][0], "te laat"])
    assert len(bewaard) == 1
