"""Kinds of organisation, and organisations: shared by all programmes."""

from typing import Any

from django.db.models import Q, QuerySet

from deelnemers.bladen import ORGANISATIES, ORGANISATIETYPEN
from deelnemers.models import Organisatie, Organisatietype
from mantelzorg.bladen import Waarde
from mantelzorg.gemeentegids import GeenGemeente
from praktijken.models import Praktijk
from praktijken.uitwisseling import regels
from praktijken.uitwisseling.lezen import ONLEESBAAR, Regel
from praktijken.uitwisseling.register import NOG_GEEN, Organisatiegegeven, Register
from praktijken.uitwisseling.soort import Bestaand, Sleutel, Soort, Veld, Vergelijking, gelijk
from praktijken.uitwisseling.verslag import Meldingen, Veldwijziging, kort


class Organisatietypen(Soort):
    naam = "organisatietypen"
    blad = ORGANISATIETYPEN
    model = Organisatietype
    per_programma = False
    sleutelvelden = (gelijk("naam"),)
    velden = (gelijk("omschrijving"), gelijk("verbonden aan organisatie", "verbonden_aan_organisatie"))

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Organisatietype]:
        return Organisatietype.objects.filter(naam__in=[sleutel[0] for sleutel in sleutels])

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        return {}

    def alle(self, register: Register) -> QuerySet[Organisatietype]:
        """All: it is one list for all programmes."""
        return Organisatietype.objects.all()

    def meld_aan(self, register: Register, sleutel: Sleutel) -> None:
        register.organisatietypen.setdefault(str(sleutel[0]), NOG_GEEN)

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        register.organisatietypen[record.naam] = record.pk


def check_organisatietype(blad: str, register: Register, regel: Regel, meldingen: Meldingen) -> Regel:
    """The row, without its kind of organisation where that is nowhere (reported)."""
    naam = regel.woord("organisatietype")
    if not naam or naam in register.organisatietypen or ORGANISATIETYPEN.naam in register.onbruikbaar:
        return regel
    meldingen.fout(blad, regel.nummer, "organisatietype", regels.onbekend(str(naam), ORGANISATIETYPEN.naam))
    return regel.met("organisatietype", ONLEESBAAR)


def organisatietype_pk(register: Register, naam: Any) -> int | None:
    return register.organisatietypen[naam] if naam else None


def met_gemeentenamen(register: Register, vergelijking: Vergelijking) -> tuple[Veldwijziging, ...]:
    """The changed fields, with names where codes of municipalities stand."""
    return tuple(
        Veldwijziging(veld.veld, _namen(register, veld.oud), _namen(register, veld.nieuw))
        if veld.veld in ("gemeente", "gemeenten")
        else veld
        for veld in vergelijking.velden
    )


def _namen(register: Register, codes: Waarde) -> Waarde:
    if isinstance(codes, tuple):
        return tuple(register.gids.naam_van(code, None) for code in codes)
    return register.gids.naam_van(str(codes), None) if codes else codes


class Organisaties(Soort):
    naam = "organisaties"
    blad = ORGANISATIES
    model = Organisatie
    per_programma = False
    sleutelvelden = (gelijk("naam"),)
    velden = (
        Veld(
            kop="organisatietype",
            pad="organisatietype__naam",
            attribuut="organisatietype_id",
            omgezet=organisatietype_pk,
        ),
        Veld(kop="gemeente", pad="gemeente_id", attribuut="gemeente_id", omgezet=lambda _, code: code or None),
    )

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Organisatie]:
        return Organisatie.objects.filter(naam__in=[sleutel[0] for sleutel in sleutels])

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        return {}

    def alle(self, register: Register) -> QuerySet[Organisatie]:
        """Those that the programme uses, and those that no programme uses."""
        praktijken = Praktijk.objects.filter(programma=register.programma)
        hier = Q(deelnames__praktijk__in=praktijken) | Q(partnerschappen__praktijk__in=praktijken)
        nergens = Q(deelnames=None, partnerschappen=None)
        return Organisatie.objects.filter(pk__in=Organisatie.objects.filter(hier | nergens).values("pk"))

    def getoond(self, register: Register, kop: str, waarden: dict[str, Waarde]) -> Waarde:
        return register.gids.naam_van(str(waarden[kop]), None) if kop == "gemeente" and waarden[kop] else waarden[kop]

    def te_tonen(self, register: Register, vergelijking: Vergelijking) -> tuple[Veldwijziging, ...]:
        return met_gemeentenamen(register, vergelijking)

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        regel = check_organisatietype(self.blad.naam, register, regel, meldingen)
        if not regel.woord("gemeente"):
            return regel
        try:
            return regel.met("gemeente", register.gids.zoek(regel.woord("gemeente"), None).code)
        except GeenGemeente as reden:
            meldingen.fout(self.blad.naam, regel.nummer, "gemeente", f"'{kort(regel['gemeente'])}': {reden}")
            return regel.met("gemeente", ONLEESBAAR)

    def meld_aan(self, register: Register, sleutel: Sleutel) -> None:
        register.organisaties.setdefault(str(sleutel[0]), Organisatiegegeven(NOG_GEEN, ""))

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        gegeven = register.organisaties[str(vergelijking.sleutel[0])]
        gegeven.organisatietype = regels.woord(vergelijking, "organisatietype")

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        register.organisaties[record.naam].pk = record.pk
