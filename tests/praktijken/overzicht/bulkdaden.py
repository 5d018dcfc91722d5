"""How a test does a bulk action as the office does: look, then confirm what was shown."""

import uuid

from django.urls import reverse

BULK = reverse("praktijken:bulk")
AFRONDEN = {"actie": "beeindigen", "einddatum": "2020-06-30", "afloop": "afgerond", "reden": "Programma voorbij"}


def gekozen(*praktijken):
    sleutels = ",".join(str(praktijk.pk) for praktijk in praktijken)
    return {"praktijken": sleutels, "inzending": str(uuid.uuid4())}


def bekijk(client, invoer):
    return client.post(BULK, invoer | {"stap": "voorbeeld"})


def voer_uit(client, invoer):
    """Look, then confirm what was shown."""
    gezien = bekijk(client, invoer).context["gezien"]
    return client.post(BULK, invoer | {"stap": "uitvoeren", "gezien": gezien})


def historie(record):
    """(who, why) of each change of the record after it was made, the oldest first."""
    regels = record.history.order_by("history_id")[1:]
    return [(regel.history_type, str(regel.history_user), regel.history_change_reason) for regel in regels]
