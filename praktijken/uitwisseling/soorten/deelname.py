"""Partners of practices, participants, and their participations."""

from typing import Any

from django.db.models import QuerySet

from deelnemers.bladen import ORGANISATIES
from deelnemers.models import Deelnemer
from mantelzorg.bladen import Waarde
from praktijken.bladen import DEELNEMERS, PRAKTIJKPARTNERS
from praktijken.models import Deelname, Praktijkpartner
from praktijken.uitwisseling import regels
from praktijken.uitwisseling.accounts import is_email
from praktijken.uitwisseling.lezen import ONLEESBAAR, Regel
from praktijken.uitwisseling.register import Register
from praktijken.uitwisseling.soort import Bestaand, Sleutel, Soort, Veld, Vergelijking, gelijk
from praktijken.uitwisseling.soorten.ontwerp import check_praktijk, praktijk_pk
from praktijken.uitwisseling.soorten.organisaties import check_organisatietype, organisatietype_pk
from praktijken.uitwisseling.verslag import Meldingen, kort


def _check_organisatie(blad: str, register: Register, regel: Regel, meldingen: Meldingen) -> Regel:
    naam = regel.woord("organisatie")
    if not naam or naam in register.organisaties or ORGANISATIES.naam in register.onbruikbaar:
        return regel
    meldingen.fout(blad, regel.nummer, "organisatie", regels.onbekend(naam, ORGANISATIES.naam))
    return regel.met("organisatie", ONLEESBAAR)


def _organisatie_pk(register: Register, naam: Waarde) -> int | None:
    return register.organisaties[str(naam)].pk if naam else None


def _zonder(
    blad: str, regel: Regel, koppen: tuple[str, ...], meldingen: Meldingen, stil: tuple[str, ...] = ()
) -> Regel:
    """The row of somebody erased, without these columns; said where something stood in them, `stil` never."""
    for kop in koppen:
        if regel.woord(kop):
            meldingen.let_op(blad, regel.nummer, kop, f"{kort(regel['nummer'])} is gewist; {kop} wordt overgeslagen")
    return regel.zonder((*koppen, *stil))


def _beperkt(register: Register, nummer: Waarde) -> str:
    """Why nothing of this person changes; empty where it may."""
    return f"de gegevens van {kort(nummer)} zijn beperkt" if str(nummer) in register.beperkt else ""


PRAKTIJK = Veld(kop="praktijk", pad="praktijk__code", attribuut="praktijk_id", omgezet=praktijk_pk)
ORGANISATIE = Veld(kop="organisatie", pad="organisatie__naam", attribuut="organisatie_id", omgezet=_organisatie_pk)


class Praktijkpartners(Soort):
    naam = "praktijkpartners"
    blad = PRAKTIJKPARTNERS
    model = Praktijkpartner
    sleutelvelden = (PRAKTIJK, ORGANISATIE, gelijk("vanaf"))
    velden = (gelijk("rol"), gelijk("tot en met", "tot_en_met"))

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Praktijkpartner]:
        namen = {sleutel[1] for sleutel in sleutels}
        return Praktijkpartner.objects.filter(praktijk__programma=register.programma, organisatie__naam__in=namen)

    def alle(self, register: Register) -> QuerySet[Praktijkpartner]:
        return Praktijkpartner.objects.filter(praktijk__programma=register.programma)

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        return {}

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        check_praktijk(self.blad.naam, register, regel, meldingen)
        return _check_organisatie(self.blad.naam, register, regel, meldingen)

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        regels.einde_na_begin(self.blad.naam, vergelijking, meldingen, begin="vanaf", einde="tot en met")


class DeelnemersSoort(Soort):
    """The people of sheet Deelnemers: each one stands on as many rows as they have participations."""

    naam = "deelnemers"
    blad = DEELNEMERS
    model = Deelnemer
    sleutelvelden = (gelijk("nummer"),)
    velden = (gelijk("naam"), gelijk("e-mail", "email"))

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Deelnemer]:
        return Deelnemer.objects.filter(programma=register.programma, nummer__in=[sleutel[0] for sleutel in sleutels])

    def regels(self, regels: list[Regel], meldingen: Meldingen) -> list[Regel]:
        """One row a person: a field is empty where it is so on all of their rows; rows may not disagree."""
        personen: dict[Waarde, Regel] = {}
        herkomst: dict[tuple[Waarde, str], int] = {}
        for regel in regels:
            if "nummer" not in regel or not regel["nummer"]:
                continue
            eerder = personen.setdefault(regel["nummer"], regel)
            if eerder is not regel:
                personen[regel["nummer"]] = self._samen(eerder, regel, herkomst, meldingen)
        return list(personen.values())

    def _samen(
        self, eerder: Regel, regel: Regel, herkomst: dict[tuple[Waarde, str], int], meldingen: Meldingen
    ) -> Regel:
        for kop in ("naam", "e-mail"):
            if kop not in regel or kop not in eerder or not regel[kop]:
                continue
            if not eerder[kop]:
                eerder = eerder.met(kop, regel[kop])
                herkomst[regel["nummer"], kop] = regel.nummer
            elif eerder[kop] != regel[kop]:
                rij = herkomst.get((regel["nummer"], kop), eerder.nummer)
                tekst = f"'{kort(regel[kop])}' verschilt van '{kort(eerder[kop])}' op rij {rij}"
                tekst += f" bij dezelfde deelnemer ({kort(regel['nummer'])}); toegestaan: hetzelfde of leeg"
                meldingen.fout(self.blad.naam, regel.nummer, kop, tekst)
        return eerder

    def blijft_zoals_het_is(self, register: Register, sleutel: Sleutel) -> str:
        return _beperkt(register, sleutel[0])

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        if str(regel["nummer"]) in register.gewist:
            return _zonder(self.blad.naam, regel, ("naam", "e-mail"), meldingen)
        email = regel.woord("e-mail")
        if email and not is_email(email):
            meldingen.let_op(self.blad.naam, regel.nummer, "e-mail", f"'{kort(email)}' is geen e-mailadres")
        return regel


class Deelnames(Soort):
    naam = "deelnames"
    volgorde = ("deelnemer__nummer", "praktijk__code", "vanaf", "pk")
    blad = DEELNEMERS
    model = Deelname
    sleutelvelden = (
        Veld(
            kop="nummer",
            pad="deelnemer__nummer",
            attribuut="deelnemer_id",
            omgezet=lambda register, nummer: register.deelnemers[str(nummer)],
        ),
        PRAKTIJK,
        gelijk("vanaf"),
    )
    velden = (
        ORGANISATIE,
        Veld(
            kop="organisatietype",
            pad="organisatietype__naam",
            attribuut="organisatietype_id",
            omgezet=organisatietype_pk,
        ),
        gelijk("hoedanigheid"),
        gelijk("rol"),
        gelijk("tot en met", "tot_en_met"),
    )

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Deelname]:
        nummers = {sleutel[0] for sleutel in sleutels}
        return Deelname.objects.filter(deelnemer__programma=register.programma, deelnemer__nummer__in=nummers)

    def alle(self, register: Register) -> QuerySet[Deelname]:
        return Deelname.objects.filter(deelnemer__programma=register.programma)

    def bestaande(self, register: Register, sleutels: list[Sleutel]) -> dict[Sleutel, Bestaand]:
        """Also looks up the people of these rows, who have all been written by now."""
        nummers = {sleutel[0] for sleutel in sleutels}
        deelnemers = Deelnemer.objects.filter(programma=register.programma, nummer__in=nummers).order_by()
        register.deelnemers = dict(deelnemers.values_list("nummer", "pk"))
        return super().bestaande(register, sleutels)

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        return {}

    def blijft_zoals_het_is(self, register: Register, sleutel: Sleutel) -> str:
        return _beperkt(register, sleutel[0])

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        if str(regel["nummer"]) in register.gewist:
            blijft = ("organisatietype",) if bestaand else ()  # it was made its own when the organisation went
            regel = _zonder(self.blad.naam, regel, ("organisatie", "rol"), meldingen, stil=blijft)
        check_praktijk(self.blad.naam, register, regel, meldingen)
        regel = check_organisatietype(self.blad.naam, register, regel, meldingen)
        return _check_organisatie(self.blad.naam, register, regel, meldingen)

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        regels.einde_na_begin(self.blad.naam, vergelijking, meldingen, begin="vanaf", einde="tot en met")
        self._een_type(register, vergelijking, meldingen)
        praktijk = register.praktijken.get(str(vergelijking.sleutel[1]))
        vanaf = regels.dag(vergelijking, "vanaf")
        if praktijk and praktijk.startdatum and vanaf and vanaf < praktijk.startdatum:
            tekst = f"{kort(vanaf)} ligt voor de start van de praktijk ({kort(praktijk.startdatum)})"
            meldingen.let_op(self.blad.naam, vergelijking.regel.nummer, "vanaf", tekst)

    def _een_type(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        eigen = regels.woord(vergelijking, "organisatietype")
        naam = regels.woord(vergelijking, "organisatie")
        gegeven = register.organisaties.get(naam)
        if eigen and gegeven and gegeven.organisatietype not in ("", eigen):
            tekst = f"'{kort(eigen)}' verschilt van dat van {kort(naam)}: '{kort(gegeven.organisatietype)}'"
            meldingen.fout(
                self.blad.naam, vergelijking.regel.nummer, "organisatietype", f"{tekst}; toegestaan: hetzelfde of leeg"
            )
