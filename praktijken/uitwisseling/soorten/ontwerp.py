"""Design questions, experiments and their progress."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from mantelzorg.bladen import Waarde
from praktijken.bladen import EXPERIMENTEN, ONTWERPVRAGEN, PRAKTIJKEN, VOORTGANG
from praktijken.models import Experiment, Ontwerpvraag, Voortgang
from praktijken.uitwisseling import regels
from praktijken.uitwisseling.accounts import account_gevraagd
from praktijken.uitwisseling.lezen import ONLEESBAAR, Regel
from praktijken.uitwisseling.register import NOG_GEEN, Register, Vraaggegeven
from praktijken.uitwisseling.soort import Bestaand, Herkomst, Sleutel, Soort, Veld, Vergelijking, gelijk
from praktijken.uitwisseling.verslag import Meldingen, kort


def check_praktijk(blad: str, register: Register, regel: Regel, meldingen: Meldingen) -> None:
    """Report a practice that is nowhere."""
    code = regel.woord("praktijk")
    if code and code not in register.praktijken and PRAKTIJKEN.naam not in register.onbruikbaar:
        meldingen.fout(blad, regel.nummer, "praktijk", regels.onbekend(str(code), PRAKTIJKEN.naam))


def praktijk_pk(register: Register, code: Waarde) -> int:
    return register.praktijken[str(code)].pk


class Ontwerpvragen(Soort):
    naam = "ontwerpvragen"
    blad = ONTWERPVRAGEN
    model = Ontwerpvraag
    omvang = 1_000_000
    sleutelvelden = (
        Veld(kop="praktijk", pad="praktijk__code", attribuut="praktijk_id", omgezet=praktijk_pk),
        gelijk("nummer"),
    )
    velden = (
        gelijk("ontwerpvraag", "vraag"),
        Veld(kop="thema's"),
        gelijk("geformuleerd op", "geformuleerd_op"),
        gelijk("vervallen op", "vervallen_op"),
    )

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Ontwerpvraag]:
        return Ontwerpvraag.objects.filter(praktijk__programma=register.programma)

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        return {}

    def meld_aan(self, register: Register, sleutel: Sleutel) -> None:
        register.ontwerpvragen.setdefault(_vraagsleutel(*sleutel), Vraaggegeven(NOG_GEEN, None))

    def lijsten(self, pks: Iterable[int], register: Register) -> dict[int, dict[str, Waarde]]:
        themas: dict[int, list[str]] = defaultdict(list)
        rijen = Ontwerpvraag.objects.filter(praktijk__programma=register.programma, themas__isnull=False)
        for pk, naam in rijen.order_by().values_list("pk", "themas__naam"):
            themas[pk].append(naam)
        return {pk: {"thema's": tuple(sorted(themas[pk]))} for pk in pks}

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        check_praktijk(self.blad.naam, register, regel, meldingen)
        if "thema's" not in regel:
            return regel
        themas = tuple(sorted(set(regel.lijst("thema's"))))
        for naam in themas:
            if len(naam) > 500:
                meldingen.fout(
                    self.blad.naam, regel.nummer, "thema's", f"'{kort(naam)}' is te lang; toegestaan: 500 tekens"
                )
                return regel.met("thema's", ONLEESBAAR)
            register.themas.setdefault(naam, NOG_GEEN)
        return regel.met("thema's", themas)

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        regels.einde_na_begin(
            self.blad.naam, vergelijking, meldingen, begin="geformuleerd op", einde="vervallen op", begin_nodig=False
        )
        vraag = register.ontwerpvragen[_vraagsleutel(*vergelijking.sleutel)]
        vraag.geformuleerd_op = regels.dag(vergelijking, "geformuleerd op")

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        register.ontwerpvragen[_vraagsleutel(*vergelijking.sleutel)].pk = record.pk

    def schrijf_lijsten(self, register: Register, record: Any, vergelijking: Vergelijking, reden: Herkomst) -> None:
        for veld in vergelijking.velden:
            if veld.veld == "thema's":
                record._history_user, record._change_reason = reden.gebruiker, reden.reden
                record.themas.set(register.themas[naam] for naam in vergelijking.regel.lijst("thema's"))


def _vraagsleutel(praktijk: Waarde, nummer: Waarde) -> tuple[str, int]:
    return str(praktijk), int(nummer)  # type: ignore[arg-type]  # a number by its column


def _is_vraag(register: Register, praktijk: Waarde, nummer: Waarde) -> bool:
    return (praktijk, nummer) in register.ontwerpvragen


class Experimenten(Soort):
    """`praktijk` and `ontwerpvraag` together name the question."""

    naam = "experimenten"
    blad = EXPERIMENTEN
    model = Experiment
    sleutelvelden = (gelijk("code"),)
    velden = (
        Veld(kop="praktijk", pad="ontwerpvraag__praktijk__code"),
        Veld(kop="ontwerpvraag", pad="ontwerpvraag__nummer"),
        gelijk("naam"),
        gelijk("verwachting"),
        gelijk("startdatum"),
        gelijk("einddatum"),
        gelijk("afloop"),
        gelijk("opbrengst"),
    )

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Experiment]:
        return Experiment.objects.filter(programma=register.programma, code__in=[sleutel[0] for sleutel in sleutels])

    def alle(self, register: Register) -> QuerySet[Experiment]:
        return Experiment.objects.filter(programma=register.programma)

    def meld_aan(self, register: Register, sleutel: Sleutel) -> None:
        register.experimenten.setdefault(str(sleutel[0]), NOG_GEEN)

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        check_praktijk(self.blad.naam, register, regel, meldingen)
        if "praktijk" not in regel or "ontwerpvraag" not in regel or regel["ontwerpvraag"] is None:
            return regel
        praktijk, nummer = regel["praktijk"], regel["ontwerpvraag"]
        onbekend = praktijk in register.praktijken and not _is_vraag(register, praktijk, nummer)
        if onbekend and ONTWERPVRAGEN.naam not in register.onbruikbaar:
            tekst = regels.onbekend(f"{praktijk} {nummer}", ONTWERPVRAGEN.naam)
            meldingen.fout(self.blad.naam, regel.nummer, "ontwerpvraag", tekst)
        return regel

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        regels.einde_na_begin(self.blad.naam, vergelijking, meldingen, begin="startdatum", einde="einddatum")
        regels.einde_met_afloop(self.blad.naam, vergelijking, meldingen)
        start = regels.dag(vergelijking, "startdatum")
        praktijk, nummer = vergelijking.straks("praktijk"), vergelijking.straks("ontwerpvraag")
        vraag = register.ontwerpvragen.get((str(praktijk), nummer)) if isinstance(nummer, int) else None
        if start and vraag and vraag.geformuleerd_op and start < vraag.geformuleerd_op:
            tekst = (
                f"{kort(start)} ligt voor de dag waarop de ontwerpvraag is geformuleerd ({kort(vraag.geformuleerd_op)})"
            )
            meldingen.let_op(self.blad.naam, vergelijking.regel.nummer, "startdatum", tekst)

    def attributen(self, register: Register, vergelijking: Vergelijking) -> dict[str, Any]:
        attributen = super().attributen(register, vergelijking)
        if {"praktijk", "ontwerpvraag"} & {veld.veld for veld in vergelijking.velden}:
            sleutel = _vraagsleutel(vergelijking.straks("praktijk"), vergelijking.straks("ontwerpvraag"))
            attributen["ontwerpvraag_id"] = register.ontwerpvragen[sleutel].pk
        return attributen

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        register.experimenten[record.code] = record.pk


def _account_pk(register: Register, email: Waarde) -> int | None:
    return register.accounts[str(email)] if email else None


class VoortgangSoort(Soort):
    naam = "voortgang"
    blad = VOORTGANG
    model = Voortgang
    sleutelvelden = (
        Veld(
            kop="experiment",
            pad="experiment__code",
            attribuut="experiment_id",
            omgezet=lambda register, code: register.experimenten[str(code)],
        ),
        gelijk("datum"),
        gelijk("fase"),
        gelijk("verslag"),
    )
    velden = (
        gelijk("ronde"),
        gelijk("geleerd"),
        gelijk("besluit"),
        gelijk("volgende stap", "volgende_stap"),
        Veld(kop="door", pad="door__email", attribuut="door_id", omgezet=_account_pk),
    )

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Voortgang]:
        codes = {sleutel[0] for sleutel in sleutels}
        dagen = [sleutel[1] for sleutel in sleutels if isinstance(sleutel[1], datetime.date)]
        return Voortgang.objects.filter(
            experiment__programma=register.programma,
            experiment__code__in=codes,
            datum__range=(min(dagen), max(dagen)),
        )

    def alle(self, register: Register) -> QuerySet[Voortgang]:
        """The newest versions: two of one entry may have the same key."""
        return Voortgang.objects.filter(experiment__programma=register.programma, vervangen_door=None)

    def bestaande(self, register: Register, sleutels: list[Sleutel]) -> dict[Sleutel, Bestaand]:
        """A row is about the newest version; one written before a correction still knows the version it was."""
        if register.programma is None:
            return {}
        selectie = self.selectie(register, sleutels).order_by("pk")
        gevonden: dict[Sleutel, Bestaand] = {}
        for versies in (selectie.filter(vervangen_door=None), selectie.exclude(vervangen_door=None)):
            for sleutel, bestaand in self.lees(versies, register):
                gevonden.setdefault(sleutel, bestaand)
        return gevonden

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        return {}

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        code = regel.woord("experiment")
        if code and code not in register.experimenten and EXPERIMENTEN.naam not in register.onbruikbaar:
            tekst = regels.onbekend(str(code), EXPERIMENTEN.naam)
            meldingen.fout(self.blad.naam, regel.nummer, "experiment", tekst)
        if regel.woord("door"):
            account_gevraagd(register, self.blad.naam, regel.nummer, "door", regel.woord("door"), meldingen)
        return regel
