"""The giving out of places once more, as simple as can be: lists in memory, counted anew at each question."""

from dataclasses import dataclass, field
from itertools import count

from tests.aanmeldingen.plaatsen.plaatsboek import AANGEBODEN, BEVESTIGD, BEZET, GEEN, KANDIDAAT, WACHT

BEZIG = (AANGEBODEN, BEZET, BEVESTIGD)
DAGEN = 7


@dataclass
class Kaart:
    """One application. `volgnummer`: its turn; `eind`: the first day after the term of its offer."""

    pot: str
    stand: str = GEEN
    volgnummer: int | None = None
    eind: int | None = None
    eruit: str = ""


@dataclass
class Model:
    """A call; days are counted from its start. `potten`: the places of each sector with a quota, and of the rest."""

    potten: dict[str, int]
    selectie: bool = False
    geselecteerd: bool = False
    kaarten: list[Kaart] = field(default_factory=list)
    teller: count = field(default_factory=lambda: count(1))

    @property
    def wacht_op_selectie(self) -> bool:
        return self.selectie and not self.geselecteerd

    def vrij(self, pot: str) -> int:
        return self.potten[pot] - sum(kaart.pot == pot and kaart.stand in BEZIG for kaart in self.kaarten)

    def wachtenden(self, pot: str) -> list[Kaart]:
        wie = [kaart for kaart in self.kaarten if kaart.pot == pot and kaart.stand == WACHT]
        return sorted(wie, key=lambda kaart: kaart.volgnummer)

    def schuif_door(self, dag: int) -> None:
        for pot in self.potten:
            while self.vrij(pot) > 0 and (rij := self.wachtenden(pot)):
                rij[0].stand, rij[0].eind = AANGEBODEN, dag + DAGEN + 1

    def _plaats_of_rij(self, kaart: Kaart) -> None:
        if self.wacht_op_selectie:
            kaart.stand = KANDIDAAT
            return
        kaart.stand = BEZET if self.vrij(kaart.pot) > 0 else WACHT
        kaart.volgnummer = kaart.volgnummer or next(self.teller)

    def ontvang(self, sector: str) -> None:
        kaart = Kaart(pot=sector if sector in self.potten else "rest")
        self._plaats_of_rij(kaart)
        self.kaarten.append(kaart)

    def eruit(self, kaart: Kaart, waarom: str) -> None:
        if kaart.stand != GEEN:
            kaart.stand, kaart.eruit = GEEN, waarom

    def herzie(self, kaart: Kaart) -> None:
        if kaart.stand == GEEN and kaart.eruit == "afgewezen":
            self._plaats_of_rij(kaart)

    def bevestig(self, kaart: Kaart) -> bool:
        kan = kaart.stand in BEZIG or (self.vrij(kaart.pot) > 0 and not self.wacht_op_selectie)
        if kan:
            kaart.stand = BEVESTIGD
            kaart.volgnummer = kaart.volgnummer or next(self.teller)
        return kan

    def antwoord(self, kaart: Kaart, *, ja: bool, dag: int) -> bool:
        kan = kaart.stand == AANGEBODEN and dag < kaart.eind
        if kan:
            kaart.stand, kaart.eruit = (BEZET, "") if ja else (GEEN, "nee")
        return kan

    def verloop(self, dag: int) -> None:
        for kaart in self.kaarten:
            if kaart.stand == AANGEBODEN and kaart.eind <= dag:
                kaart.stand, kaart.eruit = GEEN, "verlopen"

    def zet_terug(self, kaart: Kaart, *, achteraan: bool) -> None:
        if self.wacht_op_selectie:
            kaart.stand = KANDIDAAT
            return
        kaart.stand = WACHT
        if achteraan or kaart.volgnummer is None:
            kaart.volgnummer = next(self.teller)

    def selecteer(self, gekozen: list[Kaart], volgorde: list[Kaart]) -> None:
        self.geselecteerd = True
        for kaart in [*gekozen, *volgorde]:
            kaart.stand = BEZET if kaart in gekozen else WACHT
            kaart.volgnummer = next(self.teller)
