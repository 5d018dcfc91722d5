"""The forms of the intake wrongly filled in: those of the office, and the public ones."""

from typing import Final

from tests.browser.formulieren import Fout

LANG: Final = "te lang " * 700
_INTAKE: Final = "/intake/{oproep}"
_BIJEENKOMST: Final = "/intake/bijeenkomsten/{bijeenkomst}/"
_DEUR: Final = "/intake/bijeenkomsten/{geweest}/deur/"
_SELECTIE: Final = "/intake/{gesloten_oproep}/selectie/"

KANTOOR: Final = (
    Fout("aanmeldingen:oproep-wijzigen", _INTAKE + "/inrichten/", {"naam": "", "sluit_op_0": "1900-01-01",
         "vorm_maanden": "0", "contact_email": "geen adres"}, fout=("naam", "sluit_op_0", "sluit_op_1",
         "vorm_maanden", "contact_email")),
    Fout("aanmeldingen:oproep-terugtrekken", _INTAKE + "/inrichten/terugtrekken/", fout=("reden",)),
    Fout("aanmeldingen:laattoegang", _INTAKE + "/laat/", {"email": "geen adres", "geldig_tot": "1900-01-01"},
         fout=("email", "reden", "geldig_tot")),
    Fout("aanmeldingen:bijeenkomst-wijzigen", _BIJEENKOMST + "wijzigen/", {"datum": "", "eind": "01:00",
         "capaciteit": "0", "sectoren": [], "agenda": "Koffie"}, fout=("datum", "eind", "capaciteit", "sectoren")),
    Fout("aanmeldingen:bijeenkomst-stuk-erbij", _BIJEENKOMST, fout=("bestand",)),
    Fout("aanmeldingen:bijeenkomst-afgelasten", _BIJEENKOMST, {"reden": LANG}, fout=("reden",)),
    Fout("aanmeldingen:bijeenkomst-deur", _DEUR, {"zoek": LANG}, fout=("zoek",)),
    Fout("aanmeldingen:bijeenkomst-erbij", _DEUR, {"naam": "", "organisatie": "Zorg", "email": "geen adres"},
         fout=("naam", "email")),
    Fout("aanmeldingen:plaatsen-aantal", _INTAKE + "/plaatsen/aantal/", {"plaatsen": "-1"},
         fout=("plaatsen", "reden")),
    Fout("aanmeldingen:plaats", _INTAKE + "/plaatsen/{ontvangen}/", {"reden": LANG}, fout=("handeling", "reden")),
    Fout("aanmeldingen:selectie", _SELECTIE, {"volgorde-{kandidaat}": "als eerste", "verslag": "Na overleg."},
         fout=("volgorde-{kandidaat}",), wat="volgorde"),
    Fout("aanmeldingen:selectie", _SELECTIE, {"datum": "2999-01-01", "verslag": "Na overleg."},
         fout=("datum", "aanwezigen"), knop="[name=stap][value=bevestigen]", wat="verslag",
         eerst=Fout("aanmeldingen:selectie", _SELECTIE, knop="[name=stap][value=reken]")),
)  # fmt: skip

OPENBAAR: Final = (
    Fout("aanmeldingen:link-vragen", "/aanmelding/link-vragen/", {"email": "geen adres"}, fout=("email",)),
    Fout("aanmeldingen:bijeenkomst-inschrijven", "/oproepen/{oproep}/bijeenkomsten/{bijeenkomst}/", {"naam": LANG,
         "email": "geen adres"}, fout=("naam", "email", "organisatie", "sector")),
    Fout("aanmeldingen:aanmelding-controleren", "/aanmelding/{concept}/controleren/", fout=("akkoord",)),
    Fout("aanmeldingen:aanmelding-intrekken", "/aanmelding/{concept}/intrekken/", {"reden": LANG}, fout=("reden",)),
)  # fmt: skip
