"""Every kind of record that keeps history has a page of it, or a reason why not."""

import pytest
from django.apps import apps

from praktijken.geschiedenis.soorten import OP_MODEL

ZONDER_BLADZIJDE = {
    "mantelzorg.User": "its history stands with the account, for who manages accounts",
    "mantelzorg.Toegangstoken": "made and withdrawn, never changed; both stand in the list of its owner",
    "mantelzorg.Gemeente": "comes from a list of CBS; the admin shows its history",
    "monitor.ElderGenoemdGetal": "kept in the admin, which shows its history",
    "monitor.Controleuitzondering": "the checklist of its measurement shows it",
    "monitor.Meetronde": "its own page says who opened and closed it",
    "monitor.Zonderbevestiging": "the page of its round shows it",
    "monitor.Meting": "its own page shows its own",
    "monitor.Navraag": "the page of a delivery shows its own",
    "monitor.Overhandiging": "idem",
    "monitor.Toezending": "the page of links that are sent shows its own",
    "mantelzorg.Postrem": "stands with the outbox",
    "mantelzorg.Bericht": "the outbox shows its own changes",
    "praktijken.Verzoek": "the register of requests shows its own",
    "praktijken.Les": "what it says stands in its versions, all shown on its own page",
    "praktijken.Lesversie": "never changed once judged; idem",
    "praktijken.Lesstap": "appended; idem",
    "praktijken.Herinneringsvoorkeur": "a person's own choice, on their own page",
    "praktijken.Uitstel": "stands with the task it puts off",
    "praktijken.Reactie": "said once, never changed",
    "aanmeldingen.Sector": "kept in the admin, which shows its history",
    "aanmeldingen.Oproep": "the page on which a call is set up shows its own",
    "aanmeldingen.Oproepsector": "idem",
    "aanmeldingen.Voorwaarden": "versions, all shown on that page",
    "aanmeldingen.Criterium": "part of a version; idem",
    "aanmeldingen.Aanmelding": "the page of an application shows its own, with all that hangs on it",
    "aanmeldingen.Aanmeldpartner": "idem",
    "aanmeldingen.Contactpersoon": "idem",
    "aanmeldingen.Laattoegang": "idem",
    "aanmeldingen.Criteriumoordeel": "idem",
    "aanmeldingen.Aanvulverzoek": "idem",
    "aanmeldingen.Intakegesprek": "idem",
    "aanmeldingen.Besluit": "idem",
    "aanmeldingen.Toelating": "idem",
    "aanmeldingen.Selectie": "the ledger of places shows what was decided in it",
    "aanmeldingen.Belangstelling": "the page of an interest shows its own",
    "aanmeldingen.Contactmoment": "idem",
    "aanmeldingen.Bijeenkomst": "the page of a meeting shows its own",
    "aanmeldingen.Bijeenkomststuk": "idem",
    "aanmeldingen.Inschrijving": "idem",
}


def test_every_record_with_history_has_a_page_of_it():
    met_historie = {model for model in apps.get_models() if hasattr(model._meta, "simple_history_manager_attribute")}

    zonder = {model._meta.label for model in met_historie - set(OP_MODEL)}

    assert zonder == set(ZONDER_BLADZIJDE)


@pytest.mark.parametrize("soort", OP_MODEL.values(), ids=lambda soort: soort.slug)
def test_what_an_adviser_leaves_to_the_office_are_fields_of_the_record(soort):
    velden = {veld.name for veld in soort.model._meta.get_fields()}

    assert soort.van_bureau | soort.nooit <= velden


NIET_GEVOLGD = {("mantelzorg.User", "user_permissions"): "Django's own permissions play no part"}


def test_every_list_of_a_record_with_history_is_in_it():
    """So that `.set()`, `.add()` and `.clear()` leave their trace; lists with a model in between have their own."""
    stil = {
        (model._meta.label, lijst.name)
        for model in apps.get_models()
        if hasattr(model._meta, "simple_history_manager_attribute")
        for lijst in model._meta.many_to_many
        if lijst.remote_field.through._meta.auto_created
        if lijst.name not in {een.name for een in model.history.model._history_m2m_fields}
    }

    assert stil == set(NIET_GEVOLGD)
