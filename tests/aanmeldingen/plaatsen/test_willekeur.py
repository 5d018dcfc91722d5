"""Whatever happens, in whatever order: the ledger says what an independent count says, and keeps its rules."""

import datetime
import uuid
from collections import Counter

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aanmeldingen.models import Gebeurtenis, Oproep, Plaatsregel, Verdeling
from aanmeldingen.plaatsen import acties, lezen
from aanmeldingen.plaatsen.bureau import AanDeBeurt, DoetNietMee, zet_terug
from aanmeldingen.plaatsen.selecteren import Uitslag, stel_vast
from mantelzorg.models import User
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.model import BEZIG, Kaart, Model
from tests.aanmeldingen.plaatsen.plaatsboek import (
    AANGEBODEN,
    BEVESTIGD,
    BEZET,
    KANDIDAAT,
    WACHT,
    ingediend,
    oproep_met,
    standen,
)
from tests.gegevens import gebruiker

BEGIN = moment("2014-07-02 12:00")
SECTOREN = ("thuiszorg", "ggz", "ziekenhuis")
VAN_DE_OPROEP = ("ontvang", "verlopen", "capaciteit", "quotum", "selectie")
VAN_EEN = ("intrekken", "afwijzen", "herzien", "toelaten", "ja", "nee", "terug")
soorten = st.sampled_from(["ontvang", "intrekken", *VAN_DE_OPROEP, *VAN_EEN])
gebeurtenissen = st.lists(st.tuples(soorten, st.integers(0, 11), st.booleans()), max_size=14)


class Spel:
    """The same events for the ledger and the model; one day passes with each."""

    def __init__(self, verdeling: Verdeling, plaatsen: int) -> None:
        quota = {"ziekenhuis": 1} if verdeling == Verdeling.QUOTUM else {}
        self.oproep = oproep_met(plaatsen, verdeling=verdeling, **quota)
        self.model = Model(
            potten=quota | {"rest": plaatsen - sum(quota.values())}, selectie=verdeling == Verdeling.SELECTIE
        )
        self.mo, self.wie, self.dag = User.objects.first(), [], 0

    @property
    def op(self) -> datetime.datetime:
        return BEGIN + datetime.timedelta(days=self.dag)

    def speel(self, soort: str, getal: int, vlag: bool) -> None:
        self.dag += 1
        if soort in VAN_DE_OPROEP:
            getattr(self, soort)(getal, vlag)
        elif self.wie:
            plek = getal % len(self.wie)
            getattr(self, soort)(self.wie[plek], self.model.kaarten[plek], vlag)
        self.model.schuif_door(self.dag)

    def ontvang(self, getal, _vlag):
        sector = SECTOREN[getal % len(SECTOREN)]
        een = ingediend(self.oproep, op=self.op, sector_naam=sector)
        gezegd = acties.ontvang(aanmelding=een, op=self.op)
        assert gezegd == lezen.plek(een), "what it is told is what the ledger says"
        self.wie.append(een)
        self.model.ontvang(sector)

    def verlopen(self, _getal, _vlag):
        self.dag += 5
        acties.laat_verlopen(self.op)
        self.model.verloop(self.dag)

    def capaciteit(self, getal, _vlag):
        plaatsen = getal % 5 + sum(aantal for pot, aantal in self.model.potten.items() if pot != "rest")
        acties.stel_capaciteit(oproep=self.oproep.pk, plaatsen=plaatsen, reden="Anders.", door=self.mo, op=self.op)
        self.model.potten["rest"] = getal % 5

    def quotum(self, getal, _vlag):
        if "ziekenhuis" in self.model.potten:
            plaatsen = sum(self.model.potten.values())
            kant = self.oproep.oproepsectoren.get(sector__naam="ziekenhuis")
            quotum = getal % (plaatsen + 1)
            acties.stel_capaciteit(
                oproep=self.oproep.pk, plaatsen=plaatsen, quota={kant.pk: quotum}, reden="Anders.", door=self.mo,
                op=self.op,
            )  # fmt: skip
            self.model.potten = {"ziekenhuis": quotum, "rest": plaatsen - quotum}

    def selectie(self, getal, vlag):
        if not self.model.wacht_op_selectie:
            return
        paren = [paar for paar in zip(self.wie, self.model.kaarten, strict=True) if paar[1].stand == KANDIDAAT]
        paren = paren[::-1] if vlag else paren
        aantal = min(len(paren), max(self.model.vrij("rest"), 0), getal)
        sleutels = [een.pk for een, _ in paren]
        uitslag = Uitslag(
            gekozen=sleutels[:aantal], volgorde=sleutels[aantal:], datum=self.op.date(), aanwezigen="Mo",
            verslag="", inzending=uuid.uuid4(),
        )  # fmt: skip
        stel_vast(oproep=self.oproep.pk, uitslag=uitslag, door=self.mo, op=self.op)
        kaarten = [kaart for _, kaart in paren]
        self.model.selecteer(kaarten[:aantal], kaarten[aantal:])

    def intrekken(self, een, kaart, _vlag):
        self._eruit(een, kaart, Gebeurtenis.INGETROKKEN, "ingetrokken")

    def afwijzen(self, een, kaart, _vlag):
        self._eruit(een, kaart, Gebeurtenis.AFGEWEZEN, "afgewezen")

    def _eruit(self, een, kaart, gebeurtenis, waarom):
        acties.maak_vrij(aanmelding=een, gebeurtenis=gebeurtenis, reden="Zo.", door=self.mo, op=self.op)
        self.model.eruit(kaart, waarom)

    def herzien(self, een, kaart, _vlag):
        acties.herzie(aanmelding=een, reden="Toch.", door=self.mo, op=self.op)
        self.model.herzie(kaart)

    def toelaten(self, een, kaart, _vlag):
        assert self._gelukt(acties.bevestig, aanmelding=een, door=self.mo) == self.model.bevestig(kaart)

    def ja(self, een, kaart, _vlag, *, ja=True):
        al_gezegd = een.plaatsregels.latest("nummer").gebeurtenis == (
            Gebeurtenis.AANVAARD if ja else Gebeurtenis.AFGESLAGEN
        )
        gelukt = self._gelukt(acties.antwoord, aanmelding=een, ja=ja, door=None)
        assert gelukt == (self.model.antwoord(kaart, ja=ja, dag=self.dag) or al_gezegd)

    def nee(self, een, kaart, vlag):
        self.ja(een, kaart, vlag, ja=False)

    def terug(self, een, kaart, vlag):
        gelukt = self._gelukt(zet_terug, aanmelding=een, achteraan=vlag, reden="Terug.", door=self.mo)
        if gelukt and kaart.stand not in (WACHT, KANDIDAAT):
            self.model.zet_terug(kaart, achteraan=vlag)

    def _gelukt(self, daad, **velden):
        try:
            with transaction.atomic():
                daad(op=self.op, **velden)
        except (acties.GeenPlaats, acties.AanbodVerlopen, acties.GeenAanbod, AanDeBeurt, DoetNietMee):
            return False
        return True


def telling(kaarten: list[Kaart], capaciteit: int) -> dict[str, int]:
    aantal = Counter(kaart.stand for kaart in kaarten)
    return {
        "capaciteit": capaciteit,
        "bezet": aantal[BEZET] + aantal[BEVESTIGD],
        "bevestigd": aantal[BEVESTIGD],
        "aangeboden": aantal[AANGEBODEN],
        "wacht": aantal[WACHT],
        "kandidaten": aantal[KANDIDAAT],
    }


def gelezen(aantallen: lezen.Aantallen) -> dict[str, int]:
    return {naam: getattr(aantallen, naam) for naam in lezen.Aantallen.__dataclass_fields__}


def bij_elkaar(oproep: Oproep) -> tuple[int, int]:
    """Capacity and what is free, line by line."""
    capaciteit = vrij = 0
    for regel in Plaatsregel.objects.filter(oproep=oproep):
        capaciteit += regel.capaciteit
        vrij += regel.capaciteit - (regel.naar in BEZIG) + (regel.van in BEZIG)
    return capaciteit, vrij


def controleer(spel: Spel) -> None:
    model, nu = spel.model, lezen.stand(spel.oproep)
    assert gelezen(nu) == telling(model.kaarten, sum(model.potten.values()))
    assert bij_elkaar(spel.oproep) == (nu.capaciteit, nu.vrij)
    assert standen(spel.oproep) == [kaart.stand for kaart in model.kaarten]
    for pot in nu.per_sector:
        naam = pot.naam if pot.sector else "rest"
        kaarten = [kaart for kaart in model.kaarten if kaart.pot == naam]
        assert gelezen(pot) == telling(kaarten, model.potten[naam])
    for pot in model.potten:
        wachtenden = model.wachtenden(pot)
        assert model.wacht_op_selectie or not wachtenden or model.vrij(pot) <= 0, "somebody waits for a free place"
        plaatsen = [spel.wie[_plek(model.kaarten, kaart)] for kaart in wachtenden]
        assert [lezen.plek(een).rang for een in plaatsen] == list(range(1, len(plaatsen) + 1))


def _plek(kaarten: list[Kaart], kaart: Kaart) -> int:
    return next(nummer for nummer, een in enumerate(kaarten) if een is kaart)


class TestWillekeur(TestCase):
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(verdeling=st.sampled_from(Verdeling), plaatsen=st.integers(1, 4), reeks=gebeurtenissen)
    def test_any_events_give_what_the_simple_count_gives(self, verdeling, plaatsen, reeks):
        gebruiker(naam="Mo")
        spel = Spel(verdeling, plaatsen)
        vrij = {pot: spel.model.vrij(pot) for pot in spel.model.potten}
        for soort, getal, vlag in reeks:
            spel.speel(soort, getal, vlag)
            controleer(spel)
            nu = {pot: spel.model.vrij(pot) for pot in spel.model.potten}
            if soort not in ("capaciteit", "quotum"):
                assert all(nu[pot] >= min(0, vrij[pot]) for pot in nu), "free sank below 0 by itself"
            vrij = nu
