"""Every form of the product wrongly filled in, and which forms cannot be or are looked at elsewhere."""

from typing import Final

from mantelzorg.toegang import Rol
from tests.browser.formulieren import Fout

LANG: Final = "te lang " * 700
VEEL: Final = "\n".join(f"Naam {nummer}" for nummer in range(501))
_BLAD: Final = "/praktijken/{praktijk}"
_SESSIE: Final = "/sessies/{sessie}"

BEHEERDER: Final = (
    Fout("wachtwoord-wijzigen", "/wachtwoord/wijzigen/", fout=("old_password", "new_password1", "new_password2")),
    Fout("accounts", "/accounts/", {"zoek": LANG}, fout=("zoek",)),
    Fout("account-uitnodigen", "/accounts/uitnodigen/", {"email": "geen adres", "werkgever": "Movisie",
         "einddatum": "overmorgen"}, fout=("email", "naam", "rollen", "einddatum")),
    Fout("account", "/accounts/{account}/", {"naam": LANG, "einddatum": "1 mei"}, fout=("naam", "einddatum")),
    Fout("account-adres", "/accounts/{account}/adres/", {"email": "geen adres"}, fout=("email",)),
    Fout("account-sluiten", "/accounts/{beheerder}/"),
    Fout("post", "/post/", {"aan": LANG}, fout=("aan",)),
    Fout("post-alles-vasthouden", "/post/", fout=("reden",)),
    Fout("bericht-wijzigen", "/post/{bericht}/wijzigen/", {"onderwerp": "", "verstuur_na": "morgen"},
         fout=("onderwerp", "verstuur_na")),
    Fout("bericht-doe", "/post/{bericht}/", fout=("reden",)),
    Fout("praktijken:weergaven", "/overzicht/", {"naam": LANG}, fout=("naam",)),
    Fout("praktijken:weergave_hernoemen", "/overzicht/weergaven/", {"naam": "Bezet"}, fout=("naam",)),
    Fout("praktijken:bulk", "/overzicht/", wat="niets-gekozen"),
    Fout("praktijken:deelnemers", "/deelnemers/", {"praktijk": LANG}, fout=("praktijk",)),
    Fout("praktijken:deelnemers-onbekend", "/deelnemers/onbekend/",
         {"gezien-{onbekend}": "van voor iemands wijziging", "keuze-{onbekend}": "soort-{soort}"},
         fout=("keuze-{onbekend}",)),
    Fout("praktijken:deelnemer", "/deelnemers/{deelnemer}/", {"persoon-nummer": "", "persoon-email": "geen adres"},
         fout=("persoon-nummer", "persoon-email")),
    Fout("praktijken:deelname", "/deelnemers/{deelnemer}/", {"deelname-{deelname}-organisatie": "Bestaat niet",
         "deelname-{deelname}-vanaf": "ooit"}, fout=("deelname-{deelname}-organisatie", "deelname-{deelname}-vanaf")),
    Fout("praktijken:klopt-dit-versturen", "/klopt-dit/versturen/?praktijk={praktijk}", {"tekst": "Geen link"},
         fout=("tekst",)),
    Fout("praktijken:deelnemer-niet-benaderen", "/deelnemers/{deelnemer}/niet-benaderen/", fout=("reden",)),
    Fout("praktijken:tekst-verwijderen", "/persoonsgegevens/verwijderen/", {"tekst": "x", "aanleiding": "Zaak 7"},
         fout=("tekst",), knop="[name=stap][value=zoeken]"),
    Fout("praktijken:deelnemer-wissen", "/persoonsgegevens/wissen/{deelnemer}/", {"teksten": "x",
         "aanleiding": LANG}, fout=("teksten", "aanleiding"), knop="[name=stap][value=voorbeeld]"),
    Fout("praktijken:verzoek-nieuw", "/verzoeken/nieuw/", {"nummer": "bestaat niet", "ontvangen_op": "2999-01-01",
         "toelichting": "Belde vanochtend."}, fout=("soort", "nummer", "ontvangen_op", "kanaal")),
    *(
        Fout("praktijken:verzoek", "/verzoeken/{verzoek}/", fout=(f"{daad}-{veld}",),
             knop=f"[name=actie][value={daad}]", wat=daad)
        for daad, veld in (("stap", "tekst"), ("identiteit", "hoe"), ("verlengen", "reden"), ("afhandelen",
             "uitkomst"))
    ),
    Fout("praktijken:terugzetten", "/geschiedenis/praktijk/{praktijk}/terugzetten/{versie}/", fout=("reden",)),
    Fout("praktijken:les-beoordelen", "/lessen/{voorgelegd}/beoordelen/", fout=("reden",),
         knop="[name=oordeel][value=teruggestuurd]"),
    Fout("praktijken:les-intrekken", "/lessen/{gedeeld}/intrekken/", fout=("reden",)),
    Fout("praktijken:adviseurs", _BLAD + "/adviseurs/", {"vanaf": "ooit"}, fout=("adviseur", "vanaf")),
    Fout("praktijken:adviseur-einde", _BLAD + "/adviseurs/{schap}/einde/", {"tot_en_met": ""}, fout=("tot_en_met",)),
    Fout("praktijken:blad-periode", _BLAD + "/periode/", {"startdatum": "2024-05-01", "einddatum": "2024-04-01"},
         fout=("einddatum",)),
    Fout("praktijken:les-bewerken", "/lessen/{teruggestuurd}/bewerken/", {"titel": "", "advies": "Bel."},
         fout=("titel",)),
    *(
        Fout("praktijken:bulk", "/overzicht/", typt, fout=velden, knop="[name=stap][value=voorbeeld]", wat=actie,
             eerst=Fout("praktijken:bulk", "/overzicht/", {"praktijk": ["{praktijk}"], "actie": actie}))
        for actie, typt, velden in (
            ("beeindigen", {"einddatum": "ooit"}, ("einddatum", "afloop", "reden")), ("adviseur_toevoegen",
                 {"vanaf": "2020-02-01", "tot_en_met": "2020-01-01"}, ("adviseur", "tot_en_met", "reden")),
                 ("adviseur_beeindigen", {"tot_en_met": "ooit"}, ("adviseur", "tot_en_met", "reden")),
                 ("werkgebied", {"reden": LANG}, ("werkgebied", "reden")),
        )
    ),
    Fout("praktijken:deelnemers-samenvoegen", "/deelnemers/samenvoegen/?blijft={deelnemer}&verdwijnt={ander}",
         {"persoon-naam": []}, fout=("persoon-naam",)),
    Fout("praktijken:gegevens", "/gegevens/", fout=("bestand",)),
)  # fmt: skip

ADVISEUR: Final = (
    Fout("praktijken:blad-kernthema", _BLAD + "/kernthema/", {"kernthema": "Samen",
         "kernthema_vastgesteld_op": "ooit"}, fout=("kernthema_vastgesteld_op",)),
    Fout("praktijken:blad-gegevens", _BLAD + "/gegevens/", {"naam": "", "reden": LANG}, fout=("naam", "reden")),
    Fout("praktijken:blad-prangende-vragen", _BLAD + "/prangende-vragen/", {"reden": LANG}, fout=("reden",)),
    Fout("praktijken:blad-ontwerpvraag-nieuw", _BLAD + "/ontwerpvragen/nieuw/", {"nummer": "tien", "vraag": ""},
         fout=("nummer", "vraag")),
    Fout("praktijken:blad-ontwerpvraag", _BLAD + "/ontwerpvragen/{vraag}/", {"vraag": "",
         "vervallen_op": "1900-01-01"}, fout=("vraag", "vervallen_op")),
    Fout("praktijken:blad-experiment-nieuw", _BLAD + "/ontwerpvragen/{vraag}/experimenten/nieuw/", {"code": "",
         "naam": "", "opbrengst": "Veel"}, fout=("code", "naam")),
    Fout("praktijken:blad-experiment", _BLAD + "/experimenten/{experiment}/", {"startdatum": "2024-05-01",
         "einddatum": "2024-04-01"}, fout=("einddatum",)),
    Fout("praktijken:blad-partner-nieuw", _BLAD + "/partners/nieuw/", {"organisatie": "", "vanaf": "ooit"},
         fout=("organisatie", "vanaf")),
    Fout("praktijken:blad-partner", _BLAD + "/partners/{partner}/", {"vanaf": ""}, fout=("vanaf",)),
    Fout("praktijken:plan-traject", _BLAD + "/plan/", {"geplande_start": "ooit", "maanden": "0"},
         fout=("geplande_start", "maanden")),
    Fout("praktijken:plan-stap", _BLAD + "/plan/{planstap}/", {"vanaf": "2020-05-01", "tot_en_met": "2020-04-01",
         "wat": "Bellen", "klaar_op": "ooit"}, fout=("tot_en_met", "klaar_op")),
    Fout("praktijken:onderbreking", _BLAD + "/onderbreking/", {"vanaf": "", "reden": ""}, fout=("vanaf", "reden")),
    Fout("praktijken:onderbreking-einde", _BLAD + "/onderbreking/{onderbreking}/einde/",
         {"tot_en_met": "1900-01-01"}, fout=("tot_en_met",)),
    Fout("praktijken:voortgang-nieuw", "/voortgang/nieuw/?experiment={experiment}", {"datum": "",
         "geleerd": "Bellen werkt."}, fout=("datum", "verslag")),
    Fout("praktijken:voortgang-verbeteren", "/voortgang/{voortgang}/verbeteren/", {"verslag": "",
         "volgende_stap": "Bellen"}, fout=("verslag",)),
    Fout("praktijken:voortgang-reactie", "/voortgang/{voortgang}/", fout=("tekst",)),
    Fout("praktijken:les-nieuw", "/lessen/nieuw/?praktijk={praktijk}", {"titel": "", "advies": "Bel."},
         fout=("titel",)),
    Fout("praktijken:sessie-nieuw", "/sessies/nieuw/", {"datum": "", "plaats": "Zaal 3"}, fout=("soort", "datum",
         "praktijken")),
    Fout("praktijken:sessie-wijzigen", _SESSIE + "/wijzigen/", {"datum": "", "plaats": "Zaal 3"}, fout=("datum",)),
    Fout("praktijken:sessie-weghalen", _SESSIE + "/"),
    Fout("praktijken:sessie-kernthema", _SESSIE + "/", {"kernthema": "Samen", "kernthema_vastgesteld_op": "ooit"},
         fout=("kernthema_vastgesteld_op",)),
    Fout("praktijken:sessie-vraag-nieuw", _SESSIE + "/", {"geformuleerd_op": "ooit"}, fout=("vraag",
         "geformuleerd_op")),
    Fout("praktijken:sessie-vraag", _SESSIE + "/", {"vraag": ""}, fout=("vraag",)),
    Fout("praktijken:sessie-afspraak-nieuw", _SESSIE + "/", {"wie": "de wijkagent", "voor": "gauw"}, fout=("wat",
         "voor")),
    Fout("praktijken:sessie-afspraak", _SESSIE + "/afspraken/{afspraak}/", {"wat": "", "wie": "de wijkagent"},
         fout=("wat",)),
    Fout("praktijken:sessie-lijst", _SESSIE + "/", fout=(), wat="niemand"),
    Fout("praktijken:sessie-lijst", _SESSIE + "/", {"tekst": VEEL}, fout=("tekst",), wat="te-veel"),
    Fout("praktijken:sessie-lijst-bevestigen", _SESSIE + "/", {"rij0-keuze": "nieuw", "rij0-naam": "",
         "rij0-email": "geen adres"}, fout=("rij0-naam", "rij0-email"), eerst=Fout("praktijken:sessie-lijst",
         _SESSIE + "/", {"tekst": "Nog Nooit Gezien"})),
)  # fmt: skip

ANONIEM: Final = (
    Fout("inloggen", "/inloggen/", {"username": "geen adres"}, fout=("username", "password")),
    Fout("wachtwoord-vergeten", "/wachtwoord/vergeten/", {"email": "geen adres"}, fout=("email",)),
    Fout("wachtwoord-instellen", "{wachtwoordlink}", {"new_password1": "eerste poging 12",
         "new_password2": "anders"}, fout=("new_password2",)),
    Fout("praktijken:klopt-dit-verbeter", "{link}verbeteren/{deelname}/", {"organisatie": LANG,
         "toelichting": "Huis"}, fout=("organisatie",)),
    Fout("praktijken:klopt-dit-stop", "{link}stoppen/", {"deelnames": [], "laatste_dag": "ooit",
         "toelichting": "Verhuisd"}, fout=("deelnames", "laatste_dag")),
    Fout("praktijken:klopt-dit-bezwaar", "{link}bezwaar/", {"toelichting": LANG}, fout=("toelichting",)),
)  # fmt: skip

PER_ROL: Final = {Rol.BEHEERDER: BEHEERDER, Rol.ADVISEUR: ADVISEUR, None: ANONIEM}

_KNOP: Final = "one button and nothing to fill in"
_MELDING: Final = "one button: what a rule forbids is said in a message above a page that is looked at"
ZONDER_FOUT: Final = {
    "account-heropenen": _KNOP,
    "account-uitnodiging": _MELDING,
    "post-alles-laten-gaan": _KNOP,
    "uitloggen": _KNOP,
    "praktijken:afmelden": "test_post looks at each of its states",
    "praktijken:bulk_ongedaan": _KNOP,
    "praktijken:deelnemer-beperken": _KNOP,
    "praktijken:deelnemer-dubbelen": "a piece of a page, for the script of deelnemer-nieuw",
    "praktijken:deelnemer-nieuw": "test_deelnemers looks at its errors",
    "praktijken:download": "one list of programmes: another than it offers is not found",
    "praktijken:geen-verandering": _KNOP,
    "praktijken:import-bevestigen": _MELDING,
    "praktijken:import-intrekken": _KNOP,
    "praktijken:import-met-fouten": "a file to download",
    "praktijken:import-ongedaan": "test_import looks at what is in its way",
    "praktijken:import-opnieuw": _KNOP,
    "praktijken:inzage": "a file to download",
    "praktijken:klopt-dit-antwoord": "test_kloptdit looks at its errors",
    "praktijken:klopt-dit-intrekken": _KNOP,
    "praktijken:klopt-dit-ja": _KNOP,
    "praktijken:klopt-dit-terug": _KNOP,
    "praktijken:les-terugnemen": _MELDING,
    "praktijken:les-voorleggen": _MELDING,
    "praktijken:samenvoeging": _MELDING,
    "praktijken:sessie-afspraak-gedaan": _KNOP,
    "praktijken:sessie-standen": "lists to choose from: what they do not offer is passed over",
    "praktijken:taak-terughalen": _KNOP,
    "praktijken:taak-uitstellen": _MELDING,
    "praktijken:tekstcontrole": "no page, but JSON for a script",
    "praktijken:verzoeken": "a list, with no form to send to it",
    "praktijken:voorkeuren": "boxes to tick, each of them allowed",
    "praktijken:weergave_verwijderen": _KNOP,
    "praktijken:zoek": "any text may be searched",
}
"""What else takes a POST: why nothing can be filled in wrongly there, or which test sees its page with the error."""
