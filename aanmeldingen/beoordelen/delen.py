"""The forms of the page: which there are for whom, as things stand."""

import datetime
from typing import Any, Final

from aanmeldingen.beoordelen.besluiten import afdruk
from aanmeldingen.beoordelen.blad import Blad
from aanmeldingen.beoordelen.forms import AanvulForm, BesluitForm, GesprekForm, OordelenForm, RedenForm, VerslagForm
from aanmeldingen.beoordelen.views.deel import Deel
from aanmeldingen.models import Aanmelding, Besluit, Besluitsoort, Intakegesprek
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag

TITELS: Final = {
    Besluitsoort.TOELATEN: ("Toelaten", "Toelaten"),
    Besluitsoort.AFWIJZEN: ("Afwijzing voorstellen", "Afwijzing voorstellen"),
    Besluitsoort.HEROPENEN: ("Opnieuw behandelen", "Opnieuw behandelen"),
}
IN_ADRES: Final = {
    "toelaten": Besluitsoort.TOELATEN,
    "afwijzen": Besluitsoort.AFWIJZEN,
    "opnieuw": Besluitsoort.HEROPENEN,
}
_NAAM_VAN = {soort: naam for naam, soort in IN_ADRES.items()}
_UITLEG = {
    Besluitsoort.TOELATEN: "De plaats wordt bevestigd. De mail wacht een uur in de uitgaande post: u kunt hem lezen.",
    Besluitsoort.AFWIJZEN: "Een collega bevestigt de afwijzing of stuurt haar terug. Pas daarna gaat er een mail.",
    Besluitsoort.HEROPENEN: "De afwijzing vervalt. De aanmelding krijgt een vrije plaats, of haar oude rang.",
}


def oordelen_deel(een: Aanmelding, user: User, rijen: Any, data: Any = None) -> Deel:
    form = OordelenForm(data, rijen=rijen)
    return Deel.maak(user, form, "aanmelding-oordelen", een.pk, titel="Criteria beoordelen", knop="Oordelen bewaren")


def aanvul_deel(een: Aanmelding, user: User, dag: datetime.date, data: Any = None) -> Deel:
    form = AanvulForm(data, vandaag=dag)
    return Deel.maak(user, form, "aanvulling-vragen", een.pk, titel="Om aanvulling vragen", knop="Vraag mailen")


def intrek_deel(een: Aanmelding, user: User, data: Any = None) -> Deel:
    form = RedenForm(data)
    uitleg = "Doe dit als de organisatie u vraagt om haar aanmelding in te trekken. Haar plaats komt vrij."
    return Deel.maak(
        user, form, "namens-intrekken", een.pk, titel="Intrekken namens de aanmelder", knop="Intrekken", uitleg=uitleg
    )


def sluit_deel(een: Aanmelding, user: User, verzoek: int, data: Any = None) -> Deel:
    form = RedenForm(data, auto_id=f"sluiten-{verzoek}-%s")
    titel = "Niet langer op aanvulling wachten"
    return Deel.maak(user, form, "aanvulling-sluiten", een.pk, verzoek, titel=titel, knop="Vraag afsluiten")


def gesprek_deel(een: Aanmelding, user: User, nu: datetime.datetime, data: Any = None) -> Deel:
    form = GesprekForm(data, nu=nu)
    uitleg = "De aanmelder krijgt een mail met de afspraak."
    return Deel.maak(
        user, form, "gesprek-plannen", een.pk, titel="Intakegesprek plannen", knop="Gesprek plannen", uitleg=uitleg
    )


def verzet_deel(gesprek: Intakegesprek, user: User, nu: datetime.datetime, data: Any = None) -> Deel:
    form = GesprekForm(data, nu=nu, gesprek=gesprek, auto_id=f"verzetten-{gesprek.pk}-%s")
    uitleg = "De aanmelder krijgt een mail met de nieuwe afspraak."
    return Deel.maak(
        user, form, "gesprek-verzetten", gesprek.pk, titel="Gesprek verzetten", knop="Gesprek verzetten", uitleg=uitleg
    )


def afzeg_deel(gesprek: Intakegesprek, user: User, data: Any = None) -> Deel:
    form = RedenForm(data, auto_id=f"afzeggen-{gesprek.pk}-%s")
    uitleg = "De aanmelder krijgt een mail. De reden staat in die mail."
    return Deel.maak(
        user, form, "gesprek-afzeggen", gesprek.pk, titel="Gesprek afzeggen", knop="Gesprek afzeggen", uitleg=uitleg
    )


def verslag_deel(gesprek: Intakegesprek, user: User, data: Any = None) -> Deel:
    form = VerslagForm(data, gesprek=gesprek, auto_id=f"verslag-{gesprek.pk}-%s")
    return Deel.maak(user, form, "gesprek-verslag", gesprek.pk, titel="Verslag van het gesprek", knop="Verslag bewaren")


def besluit_deel(een: Aanmelding, user: User, soort: Besluitsoort, blad: Blad, data: Any = None) -> Deel:
    grond = blad.niet_voldaan if soort == Besluitsoort.AFWIJZEN else None
    naam = _NAAM_VAN[soort]
    form = BesluitForm(
        data,
        niet_voldaan=grond,
        herziening=blad.geldend is not None,
        auto_id=f"besluit-{naam}-%s",
        initial={"gezien": afdruk(een)},
    )
    titel, knop = TITELS[soort]
    return Deel.maak(user, form, "aanmelding-besluit", een.pk, naam, titel=titel, knop=knop, uitleg=_UITLEG[soort])


def terugneem_deel(voorstel: Besluit, user: User, data: Any = None) -> Deel:
    form = RedenForm(data, auto_id=f"terugnemen-{voorstel.pk}-%s")
    return Deel.maak(
        user, form, "besluit-terugnemen", voorstel.pk, titel="Voorstel terugsturen", knop="Voorstel terugsturen"
    )


def delen(een: Aanmelding, user: User, blad: Blad, nu: datetime.datetime, dag: datetime.date) -> dict[str, Any]:
    """The forms that `user` finds on the page, by where they stand."""
    loopt = een.ingediend_op is not None and een.ingetrokken_op is None
    if not loopt or not mag(user, Recht.AANMELDINGEN_BEOORDELEN):
        return {}
    open_vraag = next((rij.verzoek for rij in blad.verzoeken if rij.verzoek.afgesloten_op is None), None)
    beslist = blad.geldend is not None and blad.geldend.soort != Besluitsoort.HEROPENEN
    gevonden: dict[str, Any] = {
        "oordelen": oordelen_deel(een, user, blad.criteria),
        "gesprek": gesprek_deel(een, user, nu),
        "besluiten": _besluitdelen(een, user, blad),
    }
    if open_vraag is not None:
        gevonden["sluiten"] = sluit_deel(een, user, open_vraag.pk)
    elif not beslist:
        gevonden["aanvullen"] = aanvul_deel(een, user, dag)
    if blad.voorstel is not None:
        gevonden["terugnemen"] = terugneem_deel(blad.voorstel, user)
    return gevonden


def _besluitdelen(een: Aanmelding, user: User, blad: Blad) -> list[Deel]:
    """The decisions that can be taken now: none while a proposal waits."""
    if blad.voorstel is not None:
        return []
    nu = blad.geldend.soort if blad.geldend else ""
    soorten = [Besluitsoort.TOELATEN] if nu != Besluitsoort.TOELATEN else []
    if nu != Besluitsoort.AFWIJZEN and blad.niet_voldaan:
        soorten.append(Besluitsoort.AFWIJZEN)
    if nu == Besluitsoort.AFWIJZEN:
        soorten.append(Besluitsoort.HEROPENEN)
    return [besluit_deel(een, user, soort, blad) for soort in soorten]
