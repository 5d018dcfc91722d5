"""What a kind of mail is called, and where the record stands that a mail is about.

Records of other apps go by the names of their pages, so that the outbox imports none of them.
"""

from typing import Final

from django.db.models import Model
from django.urls import reverse

from mantelzorg.models import Bericht, User
from mantelzorg.toegang import Recht, mag

NAMEN: Final = {
    "uitnodiging": "uitnodiging voor een account",
    "wachtwoord": "nieuw wachtwoord",
    "weekbrief": "weekoverzicht",
    "klopt dit": "klopt dit?",
    "aanmelding begonnen": "link van een begonnen aanmelding",
    "aanmelding link": "link van een aanmelding, opnieuw",
    "aanmelding ontvangen": "aanmelding ontvangen",
    "aanmelding gewijzigd": "aanmelding gewijzigd",
    "aanmelding ingetrokken": "aanmelding ingetrokken",
    "aanmelden na sluiting": "link om na sluiting aan te melden",
    "aanmelding na sluiting": "link van een aanmelding na sluiting",
    "plaats aangeboden": "plaats aangeboden",
    "aanbod verlopen": "aanbod van een plaats verlopen",
    "uitslag selectie": "uitslag van de selectie",
    "terug op de wachtlijst": "plaats gewijzigd: terug op de wachtlijst",
    "antwoord op aanbod": "antwoord op een aanbod, door het bureau genoteerd",
    "vraag om aanvulling": "vraag om aanvulling",
    "herinnering aanvulling": "herinnering aan een vraag om aanvulling",
    "afspraak intakegesprek": "afspraak voor een intakegesprek",
    "intakegesprek gaat niet door": "intakegesprek gaat niet door",
    "besluit over deelname": "besluit over deelname",
    "inschrijving": "inschrijving voor een bijeenkomst",
    "wachtlijst bijeenkomst": "wachtlijst van een bijeenkomst",
    "dubbele inschrijving": "tweede inschrijving voor een bijeenkomst",
    "plaats bij bijeenkomst": "plaats vrij bij een bijeenkomst",
    "bijeenkomst gewijzigd": "bijeenkomst gewijzigd",
    "bijeenkomst afgelast": "bijeenkomst afgelast",
    "afmelding bijeenkomst": "afmelding voor een bijeenkomst",
    "herinnering bijeenkomst": "herinnering aan een bijeenkomst",
    "bedankt bijeenkomst": "dank na een bijeenkomst",
    "gemiste bijeenkomst": "niet gekomen bij een bijeenkomst",
    "meetronde": "herinnering aan een meetronde",
    "nieuwe praktijk": "nieuwe praktijk voor een adviseur",
    "adviseur van uw traject": "adviseur en vervolg, na toelating",
    "belangstelling ontvangen": "bevestiging van belangstelling",
    "meting niet in orde": "vastgestelde meting niet in orde",
    "zegels van metingen": "zegels van vastgestelde metingen",
    "link naar een meting": "link naar een meting",
}
_PAGINAS: Final = {
    "aanmeldingen.inschrijving": ("aanmeldingen:inschrijving", Recht.OPROEPEN_BEHEREN),
    "aanmeldingen.aanmelding": ("aanmeldingen:aanmelding", Recht.AANMELDINGEN_BEOORDELEN),
    "mantelzorg.user": ("account", Recht.ACCOUNTS_BEHEREN),
    "monitor.meting": ("monitor:meting", Recht.METINGEN_ZIEN),
    "monitor.meetronde": ("monitor:ronde", Recht.MEETRONDES_BEHEREN),
    "praktijken.praktijk": ("praktijken:praktijk", Recht.PRAKTIJKEN_ZIEN),
    "aanmeldingen.belangstelling": ("aanmeldingen:belangstelling", Recht.AANMELDINGEN_ZIEN),
    "deelnemers.deelnemer": ("praktijken:deelnemer", Recht.PERSONEN_ZIEN),
}


def naam_van(soort: str) -> str:
    """A kind of mail in words; a kind that has none goes by its own."""
    return NAMEN.get(soort, soort)


def pagina_over(bericht: Bericht, user: User) -> str:
    """The address of the record that it is about; empty where there is no such page for `user`."""
    over = bericht.over
    if not isinstance(over, Model):
        return ""
    pagina, recht = _PAGINAS.get(over._meta.label_lower, ("", None))
    return reverse(pagina, args=[over.pk]) if recht is not None and mag(user, recht) else ""
