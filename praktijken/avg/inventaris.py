"""Where personal data can stand: every field that holds text, JSON or a file, with its nature. The one table.

A test walks over all models and fails on a field that is not here; a history table follows the table it is of.
A closed list of choices can hold nothing of a person and is left out.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db import models


class Aard(StrEnum):
    """What can stand in a field."""

    WIE = "wie"
    """Says who a participant is, or what they answered: emptied when that person is erased."""
    VRIJ = "vrije tekst"
    """People write it, so anything may stand in it: searched, and replaced by [verwijderd]."""
    BESTAND = "bestand"
    """A file that people sent: searched as far as its kind allows; `praktijken.avg.bestanden` says what is done."""
    ACCOUNT = "account"
    """Of people with an account, who are no participants: their account is where that is changed."""
    VAST = "nooit persoonlijk"
    """A code, key or word of the product's own."""


W, V, B, A, N = Aard.WIE, Aard.VRIJ, Aard.BESTAND, Aard.ACCOUNT, Aard.VAST

INVENTARIS: dict[str, dict[str, Aard]] = {
    "aanmeldingen.aanmelding": {
        "organisatie": V,
        "kvk": V,
        "geen_kvk": V,
        "plaats": V,
        "vraag": V,
        "ingetrokken_omdat": V,
        "zout": N,
        "afdruk": N,
    },
    "aanmeldingen.aanmeldpartner": {"naam": V},
    "aanmeldingen.aanvulverzoek": {"vraag": V},
    "aanmeldingen.belangstelling": {
        "organisatie": V,
        "plaats": V,
        "naam": W,
        "email": W,
        "telefoon": W,
        "vraag": V,
    },
    "aanmeldingen.besluit": {"motivering": V, "teruggenomen_omdat": V, "reden_herziening": V},
    "aanmeldingen.bijeenkomst": {"online": N, "agenda": V, "meenemen": V, "afgelast_omdat": V},
    "aanmeldingen.bijeenkomststuk": {"naam": V, "soort": N, "inhoud": B},
    "aanmeldingen.contactmoment": {"verslag": V},
    "aanmeldingen.contactpersoon": {"naam": W, "email": W, "telefoon": W, "functie": W},
    "aanmeldingen.criterium": {"tekst": V, "toelichting": V},
    "aanmeldingen.criteriumoordeel": {"reden": V},
    "aanmeldingen.indiening": {"inhoud": V, "contact": W},
    "aanmeldingen.inschrijving": {
        "naam": W,
        "email": W,
        "organisatie": V,
        "zout": N,
        "afdruk": N,
    },
    "aanmeldingen.intakegesprek": {"waar": V, "verslag": V},
    "aanmeldingen.laattoegang": {"reden": V, "email": W, "zout": N, "afdruk": N},
    "aanmeldingen.oproep": {
        "slug": N,
        "naam": V,
        "inleiding": V,
        "contact_email": N,
        "contact_telefoon": N,
        "klachten": V,
    },
    "aanmeldingen.plaatsregel": {"reden": V},
    "aanmeldingen.sector": {"naam": N},
    "aanmeldingen.selectie": {"aanwezigen": V, "verslag": V},
    "aanmeldingen.tempoteller": {"afdruk": N},
    "aanmeldingen.voorwaarden": {"tekst": V, "reden": V},
    "admin.logentry": {"object_id": N, "object_repr": V, "change_message": V},
    "auth.group": {"name": N},
    "auth.permission": {"name": N, "codename": N},
    "axes.accessattempt": dict.fromkeys(
        ["user_agent", "ip_address", "username", "http_accept", "path_info", "get_data", "post_data"], A
    ),
    "axes.accessfailurelog": dict.fromkeys(["user_agent", "ip_address", "username", "http_accept", "path_info"], A),
    "axes.accesslog": dict.fromkeys(
        ["user_agent", "ip_address", "username", "http_accept", "path_info", "session_hash"], A
    ),
    "contenttypes.contenttype": {"app_label": N, "model": N},
    "deelnemers.deelnemer": {"nummer": N, "naam": W, "email": W, "niet_benaderen_omdat": V},
    "deelnemers.namenuitvoer": {"wat": V},
    "deelnemers.organisatie": {"naam": V},
    "deelnemers.organisatietype": {"naam": N, "omschrijving": V},
    "deelnemers.samenvoeging": {"verdween": N, "stappen": V},
    "django_tasks_database.dbtaskresult": {
        "args_kwargs": N,
        "task_path": N,
        "worker_ids": N,
        "queue_name": N,
        "backend_name": N,
        "return_value": V,
        "exception_class_path": N,
        "traceback": V,
    },
    "mantelzorg.bericht": {
        "soort": N,
        "sleutel": N,
        "aan": W,
        "aan_naam": W,
        "onderwerp": V,
        "tekst": V,
        "uitkomst": V,
    },
    "mantelzorg.gemeente": {"code": N, "naam": N, "provincie": N},
    "mantelzorg.hartslag": {"werker": N},
    "mantelzorg.postrem": {"reden": V},
    "mantelzorg.programma": {
        "slug": N,
        "naam": V,
        "opdrachtgever": V,
        "uitvoerders": V,
        "beleidsprogramma": V,
        "beleidsdoel": V,
    },
    "mantelzorg.roosterbeurt": {"taak": N, "tijdvak": N},
    "mantelzorg.toegangstoken": {"naam": A, "rechten": N, "afdruk": N},
    "mantelzorg.user": {"password": A, "email": A, "naam": A, "werkgever": A},
    "monitor.bevestiging": {"cijfers": N, "afdruk": N},
    "monitor.controleuitzondering": {"regel": N, "waarover": N, "bevinding": V, "reden": V},
    "monitor.eldergenoemdgetal": {"getal": V, "bron": V, "toelichting": V},
    "monitor.grens": {"provincie": N, "ringen": N},
    "monitor.levering": {"stap": N, "inhoud": N, "afdruk": N, "product": N},
    "monitor.meetronde": {"aanleiding": V},
    "monitor.meting": {
        "indicator": N,
        "aanleiding": V,
        "notitie": V,
        "controlenotitie": V,
        "gecontroleerde_uitkomst": N,
        "vaststelnotitie": V,
        "vervallen_omdat": V,
    },
    "monitor.getaluitzondering": {"afdruk": N, "waar": N, "zoals": N, "zin": N, "reden": N},
    "monitor.metingstaat": {"reden": N, "openbaar": N, "bij": N},
    "monitor.navraag": {"van": V, "vraag": V, "antwoord": V},
    "monitor.overhandiging": {"aan": V},
    "monitor.persoonssleutel": {"sleutel": W},
    "monitor.publicatie": {"inhoud": N, "zegel": N},
    "monitor.toegezonden": {"reden": N},
    "monitor.publicatietekst": {
        "indicator": N,
        "titel": V,
        "beschrijving": V,
        "beleidsdoel": V,
        "verdieping": V,
        "referenties": V,
        "wijziging": V,
    },
    "monitor.vastgesteldfeit": {"soort": N, "sleutel": N, "inhoud": N},
    "monitor.vaststelling": {"kop": N, "zegel": N},
    "monitor.zegelcontrole": {"bevindingen": N},
    "monitor.zonderbevestiging": {"reden": V},
    "praktijken.afspraak": {"wat": V, "wie": V},
    "praktijken.antwoord": {"organisatie_naam": W, "toelichting": V, "gezien": N, "besluit_reden": V},
    "praktijken.bijlage": {"naam": V, "soort": N, "inhoud": B},
    "praktijken.bulkactie": {"wat": V, "stappen": V},
    "praktijken.deelname": {"rol": V},
    "praktijken.experiment": {"code": N, "naam": V, "verwachting": V, "opbrengst": V},
    "praktijken.herinneringsvoorkeur": {"niet": N},
    "praktijken.importbatch": {"bestandsnaam": V, "inhoud": B, "met_fouten": B, "voorbeeld": V, "resultaat": V},
    "praktijken.importblok": {"inhoud": B},
    "praktijken.lesstap": {"reden": V},
    "praktijken.lesversie": {"titel": V, "situatie": V, "opbrengst": V, "advies": V},
    "praktijken.onderbreking": {"reden": V},
    "praktijken.ontwerpvraag": {"vraag": V},
    "praktijken.planstap": {"wat": V},
    "praktijken.praktijk": {"code": N, "naam": V, "kernthema": V},
    "praktijken.prangendevraag": {"vraag": V},
    "praktijken.reactie": {"tekst": V},
    "praktijken.schoolvakantie": {"naam": V},
    "praktijken.sessie": {"plaats": V},
    "praktijken.thema": {"naam": V},
    "praktijken.uitvraag": {"zout": W, "afdruk": W},
    "praktijken.uitstel": {"taak": N},
    "praktijken.verwijdering": {"aanleiding": V, "telling": N},
    "praktijken.verzoek": {"wie": V, "identiteit": V, "verlenging_reden": V, "toelichting": V},
    "praktijken.verzoekstap": {"tekst": V},
    "praktijken.voortgang": {"verslag": V, "geleerd": V, "volgende_stap": V},
    "praktijken.weergave": {"naam": V, "vraag": V},
    "sessions.session": {"session_key": N, "session_data": N},
}
"""Model to field to nature. Of a session's data: it ends with the working day and holds no record.

What is fixed (`monitor.models.AlleenToevoegen`) can never be emptied: it holds no person, and its forms say so.
"""

VAN_PERSOON: dict[str, str] = {
    "deelnemers.deelnemer": "pk",
    "deelnemers.samenvoeging": "blijft",
    "monitor.persoonssleutel": "deelnemer",
    "praktijken.aanwezigheid": "deelnemer",
    "praktijken.antwoord": "uitvraag__deelnemer",
    "praktijken.deelname": "deelnemer",
    "praktijken.uitvraag": "deelnemer",
    "praktijken.verwijdering": "deelnemer",
    "praktijken.verzoek": "deelnemer",
    "praktijken.verzoekstap": "verzoek__deelnemer",
}
"""Records about one participant, with the way to that person: what is held of them, given in an inzage."""

BLIJFT_BIJ_WISSEN = {"praktijken.verwijdering", "praktijken.verzoek", "praktijken.verzoekstap"}
"""Of these the text stays when the person is erased: they account for what was done, and name nobody by rule."""

_TEKSTVELDEN = (
    models.CharField,
    models.TextField,
    models.JSONField,
    models.BinaryField,
    models.FileField,
    models.GenericIPAddressField,
)


def tekstvelden(model: type[models.Model]) -> Iterator["models.Field[Any, Any]"]:
    """The fields in which text of any kind fits; a closed list of choices is none."""
    for veld in model._meta.concrete_fields:
        if isinstance(veld, _TEKSTVELDEN) and not veld.choices:
            yield veld


def basis(model: type[models.Model]) -> type[models.Model]:
    """The model itself, or for a history table the model it is the history of."""
    van: type[models.Model] = getattr(model, "instance_type", model)
    return van


def is_historie(model: type[models.Model]) -> bool:
    return basis(model) is not model


def historie(model: type[models.Model]) -> type[models.Model] | None:
    """The history table of a model; None where it keeps none."""
    beheer = getattr(model, "history", None)
    tabel: type[models.Model] | None = getattr(beheer, "model", None)
    return None if is_historie(model) else tabel


def alle_modellen() -> Iterator[type[models.Model]]:
    """Every model that has a table, those of others' packages and of history too."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model


def aard(model: type[models.Model], veld: str) -> Aard:
    """The nature of a field; of one that is not in the table (yet): anything may stand in it."""
    return INVENTARIS.get(basis(model)._meta.label_lower, {}).get(veld, Aard.VRIJ)


def velden_van(model: type[models.Model], *aarden: Aard) -> list["models.Field[Any, Any]"]:
    """The fields of the model that have one of these natures."""
    return [veld for veld in tekstvelden(model) if aard(model, veld.name) in aarden]
