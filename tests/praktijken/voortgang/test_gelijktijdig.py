"""Two people, or one who taps twice, at the same moment on connections of their own."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group

from mantelzorg.toegang import Rol
from praktijken.models import Reactie, Voortgang
from praktijken.voortgang import acties
from praktijken.voortgang.acties import Botsing
from praktijken.voortgang.invoer import Invoer, Inzending

pytestmark = pytest.mark.django_db(transaction=True)
DAG = datetime.date(2020, 3, 1)


@pytest.fixture(autouse=True)
def rollen(transactional_db):  # noqa: ARG001  # asked for its effect
    """The groups, put back after the flush of an earlier test."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


def invoer(verslag="Goed."):
    return Invoer(datum=DAG, ronde=1, fase="uitvoeren", verslag=verslag)


def verslagen():
    return list(Voortgang.objects.order_by("pk").values_list("verslag", flat=True))


def test_a_double_click_stores_one_entry(mensen, gelijktijdig):
    inzending = Inzending(door=mensen.ada, sleutel=uuid4())

    def stuur():
        return acties.leg_vast(experiment=mensen.proef, invoer=invoer(), bijlage=None, inzending=inzending).nieuw

    assert gelijktijdig(stuur, stuur, stuur, daarna=verslagen) == ([False, False, True], ["Goed."])


def test_two_taps_of_two_people_on_geen_verandering_make_one_entry(mensen, gelijktijdig):
    def tik(wie):
        return lambda: acties.geen_verandering(experiment=mensen.proef, dag=DAG, door=wie).nieuw

    uitkomst = gelijktijdig(tik(mensen.ada), tik(mensen.mo), daarna=verslagen)

    assert uitkomst == ([False, True], ["Geen verandering."])


def test_of_two_corrections_of_one_version_one_is_kept_and_the_other_sees_it(mensen, gelijktijdig):
    eerste = Voortgang.objects.create(experiment=mensen.proef, datum=DAG, verslag="Goed.", door=mensen.ada)

    def verbeter(wie, tekst):
        def daad():
            try:
                acties.verbeter(
                    voortgang=eerste,
                    gezien=eerste.pk,
                    invoer=invoer(tekst),
                    bijlage=None,
                    inzending=Inzending(door=wie, sleutel=uuid4()),
                )
            except Botsing as botsing:
                return f"zag: {botsing.nieuwste.verslag}"
            return "bewaard"

        return daad

    uitkomsten, bewaard = gelijktijdig(verbeter(mensen.ada, "Beter."), verbeter(mensen.mo, "Anders."), daarna=verslagen)

    assert bewaard in (["Goed.", "Beter."], ["Goed.", "Anders."])
    assert uitkomsten == ["bewaard", f"zag: {bewaard[1]}"]


def test_a_comment_sent_twice_at_once_is_placed_once(mensen, gelijktijdig):
    eerste = Voortgang.objects.create(experiment=mensen.proef, datum=DAG, verslag="Goed.", door=mensen.ada)
    inzending = Inzending(door=mensen.bo, sleutel=uuid4())

    def plaats():
        return acties.reageer(voortgang=eerste, tekst="Mooi!", inzending=inzending).tekst

    assert gelijktijdig(plaats, plaats, daarna=Reactie.objects.count) == (["Mooi!", "Mooi!"], 1)
