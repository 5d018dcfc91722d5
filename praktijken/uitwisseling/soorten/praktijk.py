"""Practices, with their municipalities, questions and advisers."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from mantelzorg.bladen import Waarde
from mantelzorg.gemeentegids import GeenGemeente
from praktijken.bladen import PRAKTIJKEN, PRANGENDE_VRAGEN
from praktijken.models import Adviseurschap, Afloop, Praktijk, PraktijkGemeente
from praktijken.querysets import loopt_op
from praktijken.uitwisseling import regels
from praktijken.uitwisseling.accounts import account_gevraagd
from praktijken.uitwisseling.lezen import ONLEESBAAR, Regel
from praktijken.uitwisseling.praktijklijsten import schrijf_adviseurs, schrijf_gemeenten
from praktijken.uitwisseling.register import NOG_GEEN, Praktijkgegeven, Register
from praktijken.uitwisseling.soort import Bestaand, Herkomst, Sleutel, Soort, Veld, Vergelijking, gelijk
from praktijken.uitwisseling.soorten.organisaties import met_gemeentenamen
from praktijken.uitwisseling.verslag import Meldingen, Veldwijziging, kort

EINDE = ("einddatum", "afloop", "gaat verder in")


def _praktijk_pk(register: Register, code: Waarde) -> int | None:
    return register.praktijken[str(code)].pk if code else None


class Praktijken(Soort):
    naam = "praktijken"
    blad = PRAKTIJKEN
    model = Praktijk
    omvang = 1_000_000  # all at once: a practice may go on in any other
    sleutelvelden = (gelijk("code"),)
    velden = (
        gelijk("naam"),
        Veld(kop="gemeenten"),
        gelijk("werkgebied"),
        gelijk("kernthema"),
        gelijk("kernthema vastgesteld op", "kernthema_vastgesteld_op"),
        Veld(kop="prangende vragen"),
        gelijk("startdatum"),
        gelijk("einddatum"),
        gelijk("afloop"),
        Veld(kop="gaat verder in", pad="gaat_verder_in__code", attribuut="gaat_verder_in_id", omgezet=_praktijk_pk),
        Veld(kop="adviseurs"),
    )

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> QuerySet[Praktijk]:
        return Praktijk.objects.filter(programma=register.programma)

    def meld_aan(self, register: Register, sleutel: Sleutel) -> None:
        register.praktijken.setdefault(str(sleutel[0]), Praktijkgegeven(NOG_GEEN, None))

    def lijsten(self, pks: Iterable[int], register: Register) -> dict[int, dict[str, Waarde]]:
        praktijken = Praktijk.objects.filter(programma=register.programma)
        gevonden: dict[int, dict[str, Waarde]] = {
            pk: {"gemeenten": (), "prangende vragen": (), "adviseurs": ()} for pk in pks
        }
        bronnen = {
            "gemeenten": PraktijkGemeente.objects.filter(praktijk__in=praktijken).values_list("praktijk", "gemeente"),
            "prangende vragen": praktijken.filter(prangende_vragen__isnull=False)
            .order_by("prangende_vragen__nummer")
            .values_list("pk", "prangende_vragen__nummer"),
            "adviseurs": _advies_nog(register.vandaag)
            .filter(praktijk__in=praktijken)
            .order_by("adviseur__email")
            .values_list("praktijk", "adviseur__email")
            .distinct(),
        }
        for kop, rijen in bronnen.items():
            per_praktijk = defaultdict(list)
            for pk, waarde in rijen:
                per_praktijk[pk].append(str(waarde))
            for pk, waarden in per_praktijk.items():
                gevonden[pk][kop] = tuple(waarden)
        return gevonden

    def getoond(self, register: Register, kop: str, waarden: dict[str, Waarde]) -> Waarde:
        codes = waarden[kop]
        if kop != "gemeenten" or not isinstance(codes, tuple):
            return codes
        dag = waarden["startdatum"] or register.programmastart
        dag = dag if isinstance(dag, datetime.date) else register.vandaag
        return tuple(register.gids.naam_van(code, dag) for code in codes)

    def te_tonen(self, register: Register, vergelijking: Vergelijking) -> tuple[Veldwijziging, ...]:
        return met_gemeentenamen(register, vergelijking)

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        start = regel["startdatum"] if "startdatum" in regel else bestaand and bestaand.waarden["startdatum"]
        dag = start or register.programmastart or register.vandaag
        if isinstance(dag, datetime.date):
            regel = self._gemeenten(register, regel, dag, meldingen)
            self._andere_start(register, regel, bestaand, meldingen)
        regel = self._prangende_vragen(register, regel, meldingen)
        regel = self._gaat_verder(register, regel, meldingen)
        if "adviseurs" in regel:
            emails = sorted({email.lower() for email in regel.lijst("adviseurs")})
            for email in emails:
                account_gevraagd(register, self.blad.naam, regel.nummer, "adviseurs", email, meldingen)
            regel = regel.met("adviseurs", tuple(emails))
        return regel

    def _gemeenten(self, register: Register, regel: Regel, dag: datetime.date, meldingen: Meldingen) -> Regel:
        if "gemeenten" not in regel:
            return regel
        codes, fout = [], False
        for naam in regel.lijst("gemeenten"):
            try:
                codes.append(register.gids.zoek(str(naam), dag).code)
            except GeenGemeente as reden:
                fout = True
                meldingen.fout(self.blad.naam, regel.nummer, "gemeenten", f"'{kort(naam)}': {reden}")
        return regel.met("gemeenten", ONLEESBAAR if fout else tuple(dict.fromkeys(codes)))

    def _andere_start(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> None:
        """Municipalities that the file leaves as they are must have existed at a start it changes."""
        if bestaand is None or "gemeenten" in regel.koppen or "startdatum" not in regel:
            return
        start, gemeenten = regel["startdatum"], bestaand.waarden["gemeenten"]
        if start == bestaand.waarden["startdatum"] or not isinstance(start, datetime.date):
            return
        for code in gemeenten if isinstance(gemeenten, tuple) else ():
            try:
                register.gids.zoek(code, start)
            except GeenGemeente as reden:
                naam = register.gids.naam_van(code, None)
                meldingen.fout(self.blad.naam, regel.nummer, "startdatum", f"'{kort(start)}' bij '{naam}': {reden}")

    def _prangende_vragen(self, register: Register, regel: Regel, meldingen: Meldingen) -> Regel:
        if "prangende vragen" not in regel or PRANGENDE_VRAGEN.naam in register.onbruikbaar:
            return regel
        nummers: set[int] = set()
        fout = False
        for deel in regel.lijst("prangende vragen"):
            nummer = int(deel) if deel.isdecimal() and len(deel) < 11 else -1
            if nummer in register.prangende_vragen:
                nummers.add(nummer)
            else:
                fout = True
                tekst = regels.onbekend(deel, PRANGENDE_VRAGEN.naam)
                meldingen.fout(self.blad.naam, regel.nummer, "prangende vragen", tekst)
        geordend = tuple(str(nummer) for nummer in sorted(nummers))
        return regel.met("prangende vragen", ONLEESBAAR if fout else geordend)

    def _gaat_verder(self, register: Register, regel: Regel, meldingen: Meldingen) -> Regel:
        code = regel.woord("gaat verder in")
        if not code:
            return regel
        if code in register.praktijken and not ("code" in regel and regel["code"] == code):
            return regel
        tekst = regels.onbekend(str(code), PRAKTIJKEN.naam)
        if code in register.praktijken:
            tekst = f"'{kort(code)}' is deze praktijk zelf; toegestaan: de code van een andere"
        meldingen.fout(self.blad.naam, regel.nummer, "gaat verder in", tekst)
        return regel.met("gaat verder in", ONLEESBAAR)

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        regels.einde_na_begin(self.blad.naam, vergelijking, meldingen, begin="startdatum", einde="einddatum")
        regels.einde_met_afloop(self.blad.naam, vergelijking, meldingen)
        if regels.leesbaar(vergelijking, "afloop", "gaat verder in"):
            self._samengevoegd(vergelijking, meldingen)
        register.praktijken[str(vergelijking.sleutel[0])].startdatum = regels.dag(vergelijking, "startdatum")

    def _samengevoegd(self, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        afloop, verder = regels.woord(vergelijking, "afloop"), regels.woord(vergelijking, "gaat verder in")
        if afloop == Afloop.SAMENGEVOEGD and not verder:
            tekst = "leeg bij afloop 'samengevoegd'; vul de code in van de praktijk waarin zij verdergaat"
            meldingen.fout(self.blad.naam, vergelijking.regel.nummer, "gaat verder in", tekst)
        if verder and afloop != Afloop.SAMENGEVOEGD:
            tekst = f"'{kort(verder)}' bij afloop '{afloop}'; toegestaan: alleen bij afloop 'samengevoegd'"
            meldingen.fout(self.blad.naam, vergelijking.regel.nummer, "gaat verder in", tekst)

    def attributen(self, register: Register, vergelijking: Vergelijking) -> dict[str, Any]:
        """A new practice that goes on in another ends only once all are there: see `schrijf_lijsten`."""
        attributen = super().attributen(register, vergelijking)
        if vergelijking.bestaand is None and attributen.get("gaat_verder_in_id"):
            for attribuut in ("einddatum", "afloop", "gaat_verder_in_id"):
                attributen.pop(attribuut)
        return attributen

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        register.praktijken[record.code].pk = record.pk

    def schrijf_lijsten(self, register: Register, record: Any, vergelijking: Vergelijking, reden: Herkomst) -> None:
        regel, nieuw = vergelijking.regel, {veld.veld for veld in vergelijking.velden}
        record._history_user, record._change_reason = reden.gebruiker, reden.reden
        if vergelijking.bestaand is None and "gaat verder in" in nieuw:
            record.einddatum, record.afloop = regel["einddatum"], regel["afloop"]
            record.gaat_verder_in_id = _praktijk_pk(register, regel["gaat verder in"])
            record.save(update_fields=["einddatum", "afloop", "gaat_verder_in"])
        if "prangende vragen" in nieuw:
            record.prangende_vragen.set(register.prangende_vragen[int(n)] for n in regel.lijst("prangende vragen"))
        if "gemeenten" in nieuw:
            schrijf_gemeenten(record, regel.lijst("gemeenten"), reden)
        if "adviseurs" in nieuw:
            pks = {register.accounts[email] for email in regel.lijst("adviseurs")}
            schrijf_adviseurs(record, pks, vergelijking.bestaand, register.vandaag, reden)


def _advies_nog(vandaag: datetime.date) -> QuerySet[Adviseurschap]:
    """Who guides a practice today or is going to."""
    return Adviseurschap.objects.filter(loopt_op(vandaag)) | Adviseurschap.objects.filter(vanaf__gt=vandaag)
