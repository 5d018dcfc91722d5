"""Every form of the product, wrongly filled in: it says where, keeps what was typed, and is as clean as any page."""

import datetime

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from deelnemers.models import Deelnemer, Organisatietype
from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, User
from mantelzorg.toegang import Rol
from praktijken.avg.verzoeken import registreer_verzoek
from praktijken.demonstratie.laden import laad_programma, maak_accounts
from praktijken.demonstratie.lessen import laad_lessen
from praktijken.demonstratie.sessies import laad_sessies
from praktijken.models import Adviseurschap, Afspraak, Deelname, Experiment, Les, Onderbreking, Stap, Weergave
from tests.browser.conftest import bekijk
from tests.browser.formulieren import stuur_fout
from tests.browser.foutstaten import PER_ROL, ZONDER_FOUT
from tests.gegevens import gebruiker, planstap, traject
from tests.praktijken.kloptdit.vragen import link_van

pytestmark = pytest.mark.browser


@pytest.fixture
def accounts(stamgegevens):  # noqa: ARG001  # asked for its effect
    """The demonstration, with its sessions and lessons; its accounts by role."""
    maak_accounts()
    programma = laad_programma(datetime.date(2026, 1, 2))
    laad_sessies(programma)
    laad_lessen(programma)
    return {rol: User.objects.get(email=email) for email, rol in DEMONSTRATIEACCOUNTS.items()}


@pytest.fixture
def records(accounts):
    """Keys of records that the forms are about, and the links that were mailed."""
    beheerder, ada = accounts[Rol.BEHEERDER], accounts[Rol.ADVISEUR]
    afspraak = Afspraak.objects.filter(sessie__praktijken__adviseurs=ada).earliest("sessie__datum")
    praktijk = afspraak.sessie.praktijken.filter(adviseurs=ada).first()
    experiment = Experiment.objects.filter(ontwerpvraag__praktijk=praktijk, voortgang__isnull=False).first()
    deelname = Deelname.objects.filter(praktijk=praktijk).exclude(deelnemer__email="").earliest("pk")
    onderbreking = Onderbreking.objects.create(praktijk=praktijk, vanaf=vandaag(), reden="verbouwing")
    verzoek = registreer_verzoek(
        soort="inzage", deelnemer=deelname.deelnemer, ontvangen_op=vandaag(), kanaal="telefoon", door=beheerder
    )
    for naam, vraag in (("Bezet", ""), ("Anders", "status=actief")):
        Weergave.objects.create(gebruiker=beheerder, naam=naam, vraag=vraag)
    traject(praktijk, vandaag())
    uid, token = urlsafe_base64_encode(force_bytes(ada.pk)), default_token_generator.make_token(ada)
    return {
        "account": ada.pk,
        "beheerder": beheerder.pk,
        "praktijk": praktijk.pk,
        "planstap": planstap(praktijk).pk,
        "sessie": afspraak.sessie_id,
        "afspraak": afspraak.pk,
        "experiment": experiment.pk,
        "vraag": experiment.ontwerpvraag_id,
        "voortgang": experiment.voortgang.latest("pk").pk,
        "partner": praktijk.partners.earliest("pk").pk,
        "schap": Adviseurschap.objects.filter(praktijk=praktijk).earliest("pk").pk,
        "versie": praktijk.history.earliest("history_date").pk,
        "onderbreking": onderbreking.pk,
        "soort": Organisatietype.objects.earliest("pk").pk,
        "ander": Deelnemer.objects.exclude(pk=deelname.deelnemer_id).earliest("pk").pk,
        "onbekend": Deelname.objects.filter(organisatie=None, organisatietype=None).earliest("pk").pk,
        "verzoek": verzoek.pk,
        "link": link_van(deelname.deelnemer),
        "bericht": Bericht.objects.latest("pk").pk,
        "deelname": deelname.pk,
        "deelnemer": deelname.deelnemer_id,
        "wachtwoordlink": f"/wachtwoord/instellen/{uid}/{token}/",
        "gedeeld": _les(Stap.GEACCEPTEERD),
        "voorgelegd": _les(Stap.VOORGELEGD),
        "teruggestuurd": _les(Stap.TERUGGESTUURD),
    }


def takes_post():
    """Names of the addresses that do not refuse a POST, of who may do everything."""
    client, beheerder = Client(), gebruiker(Rol.BEHEERDER)
    namen = set()
    for naam, adres in adressen(get_resolver()):
        client.force_login(beheerder, backend="mantelzorg.inloggen.AccountBackend")  # for one address logs out
        if client.post(adres, secure=True).status_code != 405:
            namen.add(naam)
    return namen


def adressen(resolver, ruimte="", waarden=()):
    """Each name of an address with an example of it, about records that are not there; without the admin's."""
    for deel in resolver.url_patterns:
        hier = (*waarden, *(999_999 if soort.regex == "[0-9]+" else "x" for soort in deel.pattern.converters.values()))
        if isinstance(deel, URLPattern) and deel.name:
            yield f"{ruimte}{deel.name}", reverse(f"{ruimte}{deel.name}", args=hier)
        elif isinstance(deel, URLResolver) and deel.app_name != "admin":
            yield from adressen(deel, f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte, hier)


def _les(laatste):
    """A lesson that ends in this step."""
    stappen = {les.pk: les.versies.latest("pk").stappen.latest("pk").soort for les in Les.objects.all()}
    return next(pk for pk, soort in stappen.items() if soort == laatste)


@pytest.mark.parametrize("rol", PER_ROL, ids=lambda rol: rol.name.lower() if rol else "anoniem")
def test_every_form_tells_what_is_wrong_and_keeps_what_was_typed(pagina_als, accounts, records, rol):
    pagina = pagina_als(user=accounts[rol]) if rol else pagina_als()
    fouten = []
    for fout in PER_ROL[rol]:
        fouten += stuur_fout(pagina, fout, records) + bekijk(pagina, fout.naam)
        fouten += [f"{fout.naam}: {melding}" for melding in pagina.fouten]
        pagina.fouten.clear()

    assert fouten == []


def test_every_address_that_takes_a_form_is_sent_one_with_errors_or_says_why_not(stamgegevens):  # noqa: ARG001
    gestuurd = {fout.view for fouten in PER_ROL.values() for fout in fouten}

    assert gestuurd & set(ZONDER_FOUT) == set()
    assert gestuurd | set(ZONDER_FOUT) == takes_post()
