"""The bounds that a rule gives hold: however what is missing turns out, the figure lies between them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from monitor.controlelijst.deelnemers import dubbel, onbekend
from monitor.controlelijst.praktijken import bevindingen
from monitor.feiten import Feiten
from monitor.oordelen import oordelen, tel
from tests.gegevens import dag
from tests.monitor.feitplannen import DAGEN, GEMEENTEN, PEILDATUM, feiten

EINDE = dag("2020-06-29")


def gevonden(feiten, regel):
    """What the rule found."""
    alle = bevindingen(feiten, PEILDATUM, telling(feiten), EINDE)
    return next((een for een in alle if een.regel == regel), None)


def telling(feiten):
    return tel(oordelen(feiten, PEILDATUM))


def binnen(bevinding, feiten):
    """Whether every figure of these facts lies within the bounds."""
    nu = telling(feiten)
    return all(
        band.laag <= nu.get(band.figuur, 0) and (band.hoog is None or nu.get(band.figuur, 0) <= band.hoog)
        for band in bevinding.banden
    )


def met(feiten, waar, maak):
    """The same facts, of which the practices that were found are made anew."""
    ids = {plek.id for plek in waar.plekken}
    return replace(feiten, praktijken=tuple(maak(een) if een.id in ids else een for een in feiten.praktijken))


@given(feiten=feiten(), data=st.data())
def test_whatever_the_first_day_of_practices_without_one_turns_out_to_be(feiten: Feiten, data):
    zonder = gevonden(feiten, "zonder-startdatum")
    assert (zonder is None) == all(een.startdatum for een in feiten.praktijken)
    if zonder is not None:
        dagen = st.sampled_from([None, *DAGEN])
        assert binnen(zonder, met(feiten, zonder, lambda een: replace(een, startdatum=data.draw(dagen))))


@given(feiten=feiten(), data=st.data())
def test_whatever_municipalities_turn_out_to_belong_to_practices_without_one(feiten: Feiten, data):
    zonder = gevonden(feiten, "zonder-gemeente")
    if zonder is not None:
        lijst = st.lists(st.sampled_from(GEMEENTEN), unique=True)
        assert binnen(zonder, met(feiten, zonder, lambda een: replace(een, gemeenten=tuple(data.draw(lijst)))))


@given(feiten=feiten(), data=st.data())
def test_whatever_day_a_practice_that_began_shortly_after_did_begin(feiten: Feiten, data):
    erna = gevonden(feiten, "start-kort-erna")
    if erna is not None:
        dagen = st.sampled_from(DAGEN)
        assert binnen(erna, met(feiten, erna, lambda een: replace(een, startdatum=data.draw(dagen))))


@given(feiten=feiten(), data=st.data())
def test_whichever_of_practices_with_one_name_are_the_same(feiten: Feiten, data):
    zelfde = gevonden(feiten, "zelfde-naam")
    if zelfde is not None:
        per_naam = {}
        for plek in zelfde.plekken:
            per_naam.setdefault(plek.naam.strip().casefold(), []).append(plek.id)
        weg = {een for ids in per_naam.values() for een in ids[1:] if data.draw(st.booleans())}
        assert binnen(
            zelfde,
            replace(
                feiten,
                praktijken=tuple(e for e in feiten.praktijken if e.id not in weg),
                ontwerpvragen=(),
                experimenten=(),
                organisaties=(),
                deelnemers=(),
            ),
        )


@given(feiten=feiten(), data=st.data())
def test_whether_or_not_the_practice_in_which_others_went_on_had_begun(feiten: Feiten, data):
    samen = gevonden(feiten, "samengevoegd-in-niet-gestart")
    if samen is not None:
        ids = {plek.id for plek in samen.plekken}
        doelen = {een.gaat_verder_in for een in feiten.praktijken if een.id in ids}
        praktijken = tuple(
            replace(een, startdatum=PEILDATUM) if een.code in doelen and data.draw(st.booleans()) else een
            for een in feiten.praktijken
        )
        assert binnen(samen, replace(feiten, praktijken=praktijken))


@given(feiten=feiten(), data=st.data())
def test_whichever_practices_ended_with_the_programme(feiten: Feiten, data):
    actief = gevonden(feiten, "actief-na-programma")
    if actief is not None:

        def einde(een):
            ging_uit = een.startdatum <= EINDE and data.draw(st.booleans())
            return replace(een, einddatum=EINDE, afloop="afgerond") if ging_uit else een

        assert binnen(actief, met(feiten, actief, einde))


@given(feiten=feiten(), data=st.data())
def test_whatever_the_first_day_of_experiments_without_one_turns_out_to_be(feiten: Feiten, data):
    zonder = gevonden(feiten, "experiment-zonder-startdatum")
    if zonder is not None:
        experimenten = tuple(
            een if een.startdatum else replace(een, startdatum=data.draw(st.sampled_from([None, *DAGEN])))
            for een in feiten.experimenten
        )
        assert binnen(zonder, replace(feiten, experimenten=experimenten))


@given(feiten=feiten(), data=st.data())
def test_whatever_kinds_turn_out_to_be_unknown_ones(feiten: Feiten, data):
    soorten = st.sampled_from(["", "Gemeente", "Zorg"])

    def ingevuld(mens):
        deelnames = tuple(een if een.type else replace(een, type=data.draw(soorten)) for een in mens.deelnames)
        return replace(mens, deelnames=deelnames)

    anders = replace(feiten, deelnemers=tuple(map(ingevuld, feiten.deelnemers)))
    bevinding = next(onbekend(feiten, PEILDATUM), None)
    if bevinding is None:
        typen = {figuur: getal for figuur, getal in telling(feiten).items() if figuur[0] == "organisatietypen.aantal"}
        assert {figuur: telling(anders)[figuur] for figuur in typen} == typen
    else:
        assert binnen(bevinding, anders)


@given(feiten=feiten(), data=st.data())
def test_whichever_persons_of_one_name_are_the_same(feiten: Feiten, data):
    namen = {
        een.persoon: data.draw(st.sampled_from(["", "Jan Jansen", "jansen, JAN", "Bo"])) for een in feiten.deelnemers
    }
    nummers = {een.persoon: een.persoon for een in feiten.deelnemers}
    bevinding = next(dubbel(oordelen(feiten, PEILDATUM), namen, nummers), None)
    if bevinding is not None:
        gezien, mensen = set(), []
        dubbelen = {str(plek.id) for plek in bevinding.plekken}
        for een in feiten.deelnemers:
            naam = "bo" if namen[een.persoon] == "Bo" else "jan"
            if een.persoon in dubbelen and naam in gezien and data.draw(st.booleans()):
                continue
            if een.persoon in dubbelen:
                gezien.add(naam)
            mensen.append(een)
        assert binnen(bevinding, replace(feiten, deelnemers=tuple(mensen)))
