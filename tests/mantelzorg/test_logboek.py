"""A log holds no address that opens somebody's own page."""

import logging

from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.log import log_response

from mantelzorg.logboek import ZonderSleutels

SLEUTEL = "a-_0" * 10 + "xyz"


def test_the_secret_of_a_personal_page_is_hidden(caplog):
    adres = f"/klopt-dit/{SLEUTEL}/bezwaar/"
    with caplog.at_level(logging.WARNING):
        log_response("Not Found: %s", adres, response=HttpResponse(status=404), request=RequestFactory().get(adres))
    regel = caplog.records[-1]

    assert ZonderSleutels().filter(regel)
    assert regel.getMessage() == "Not Found: /klopt-dit/…/bezwaar/"


def test_other_addresses_and_other_values_stay_as_they_are():
    regel = logging.LogRecord("x", logging.WARNING, "", 0, "%s: %s", ("/klopt-dit/antwoorden/12/", 3), None)

    assert ZonderSleutels().filter(regel)
    assert regel.getMessage() == "/klopt-dit/antwoorden/12/: 3"


def test_what_goes_to_the_console_passes_the_filter():
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["zonder_sleutels"]
