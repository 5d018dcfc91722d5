"""One round over all rows: every kind of record in its order, compared with what is held."""

from collections import defaultdict
from collections.abc import Callable

from mantelzorg.bladen import Waarde
from praktijken.uitwisseling.lezen import Ingelezen, Regel, per_groep
from praktijken.uitwisseling.register import Register
from praktijken.uitwisseling.schrijver import Schrijver
from praktijken.uitwisseling.soort import Bestaand, Sleutel, Soort, Vergelijking
from praktijken.uitwisseling.soorten import SOORTEN
from praktijken.uitwisseling.verslag import Meldingen, Recordwijziging, Verslag, kort

Voortgangsmelder = Callable[[str, int, int], None]
"""Told (step, rows done, rows in all)."""


class Ronde:
    """Compares, reports, and with a `schrijver` writes. Rows that clash: the later is reported, names the earlier."""

    def __init__(
        self,
        bladen: dict[str, Ingelezen],
        register: Register,
        verslag: Verslag,
        meldingen: Meldingen,
        melder: Voortgangsmelder,
    ) -> None:
        self._bladen = bladen
        self._register = register
        self._verslag = verslag
        self._meldingen = meldingen
        self._melder = melder
        self._totaal = sum(len(bladen[soort.blad.naam].regels) for soort in SOORTEN)
        self._gedaan = 0
        self._gewijzigd: dict[str, dict[Waarde, int]] = defaultdict(dict)

    def loop(self, stap: str, schrijver: Schrijver | None) -> None:
        """Go over all kinds of record."""
        for soort in SOORTEN:
            ingelezen = self._bladen[soort.blad.naam]
            if not ingelezen.bruikbaar:
                continue
            regels = self._eenmalig(soort, soort.regels(ingelezen.regels, self._meldingen))
            self._verslag.telling(soort.naam)
            for groep in per_groep(regels, soort.omvang):
                vergelijkingen = self._vergelijk(soort, groep)
                if schrijver:
                    schrijver.schrijf(soort, vergelijkingen)
                self._gedaan += len(groep)
                self._melder(stap, self._gedaan, self._totaal)

    def gewijzigd(self, soort: str) -> dict[Waarde, int]:
        """Records held before that the file changes: first part of their key, with the row."""
        return self._gewijzigd[soort]

    def _eenmalig(self, soort: Soort, regels: list[Regel]) -> list[Regel]:
        """The rows with a key, the first of each; others may refer to them from here on."""
        gezien: dict[Sleutel, int] = {}
        eerste = []
        for regel in regels:
            sleutel = soort.sleutel(regel)
            if sleutel is None:
                continue
            if sleutel in gezien:
                tekst = f"{kort(soort.sleuteltekst(sleutel))} staat ook op rij {gezien[sleutel]}"
                self._meldingen.fout(
                    soort.blad.naam, regel.nummer, soort.sleutelvelden[0].kop, f"{tekst}; toegestaan: één keer"
                )
                continue
            gezien[sleutel] = regel.nummer
            soort.meld_aan(self._register, sleutel)
            eerste.append(regel)
        return eerste

    def _vergelijk(self, soort: Soort, regels: list[Regel]) -> list[Vergelijking]:
        sleutels = [sleutel for regel in regels if (sleutel := soort.sleutel(regel)) is not None]
        bestaande = soort.bestaande(self._register, sleutels)
        vergelijkingen = []
        for regel, sleutel in zip(regels, sleutels, strict=True):
            vergelijking = self._een(soort, regel, sleutel, bestaande.get(sleutel))
            if reden := soort.blijft_zoals_het_is(self._register, sleutel):
                self._sla_over(soort, vergelijking, reden)
                continue
            self._tel(soort, vergelijking)
            if vergelijking.bestaand is None or vergelijking.velden:
                vergelijkingen.append(vergelijking)
        return vergelijkingen

    def _een(self, soort: Soort, regel: Regel, sleutel: Sleutel, bestaand: Bestaand | None) -> Vergelijking:
        vertaald = soort.vertaald(self._register, regel, bestaand, self._meldingen)
        vergelijking = soort.vergelijk(vertaald, sleutel, bestaand)
        soort.controleer(self._register, vergelijking, self._meldingen)
        return vergelijking

    def _sla_over(self, soort: Soort, vergelijking: Vergelijking, reden: str) -> None:
        """Say what of the row is not taken in; what is held stays as it is."""
        blad, rij = soort.blad.naam, vergelijking.regel.nummer
        if vergelijking.bestaand is None:
            self._meldingen.let_op(blad, rij, "praktijk", f"{reden}; deze nieuwe rij wordt overgeslagen")
            return
        self._verslag.telling(soort.naam).ongewijzigd += 1
        for wijziging in vergelijking.velden:
            self._meldingen.let_op(blad, rij, wijziging.veld, f"{reden}; {wijziging.veld} wordt overgeslagen")

    def _tel(self, soort: Soort, vergelijking: Vergelijking) -> None:
        telling = self._verslag.telling(soort.naam)
        nieuw = vergelijking.bestaand is None
        if not nieuw and not vergelijking.velden:
            telling.ongewijzigd += 1
            return
        if nieuw:
            telling.nieuw += 1
        else:
            telling.gewijzigd += 1
            self._gewijzigd[soort.naam][vergelijking.sleutel[0]] = vergelijking.regel.nummer
        sleutel = soort.sleuteltekst(vergelijking.sleutel)
        velden = soort.te_tonen(self._register, vergelijking)
        self._verslag.wijzigt(Recordwijziging(soort.naam, sleutel, vergelijking.regel.nummer, nieuw, velden))
