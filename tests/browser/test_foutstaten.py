"""Every form of the product, wrongly filled in: it says where, keeps what was typed, and is as clean as any page."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from mantelzorg.toegang import Rol
from tests.browser.conftest import bekijk
from tests.browser.formulieren import stuur_fout
from tests.browser.foutstaten import PER_ROL, ZONDER_FOUT
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser


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
        hier = (*waarden, *(voorbeeld(soort.regex) for soort in deel.pattern.converters.values()))
        if isinstance(deel, URLPattern) and deel.name:
            yield f"{ruimte}{deel.name}", reverse(f"{ruimte}{deel.name}", args=hier)
        elif isinstance(deel, URLResolver) and deel.app_name != "admin":
            yield from adressen(deel, f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte, hier)


def voorbeeld(regex):
    """Something that a part of an address may be: a number, the first of a list of words, or any word."""
    if regex == "[0-9]+":
        return 999_999
    return regex.partition("|")[0] if "|" in regex else "x"


@pytest.mark.parametrize("rol", PER_ROL, ids=lambda rol: rol.name.lower() if rol else "anoniem")
def test_every_form_tells_what_is_wrong_and_keeps_what_was_typed(pagina_als, accounts, records, settings, rol):
    settings.OPENBAAR_MINSTE_SECONDEN = 0
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
