"""Filling in the forms with which the office sets up a call."""

from tests.aanmeldingen.openbaar.velden import velden_van

INRICHTEN = "/intake/nog-leeg/inrichten/"


def ingevuld(client, pad, **velden):
    """The form at this address as it is shown, with these fields filled in."""
    html = client.get(pad).content.decode()
    return {naam: waarde for naam, waarde in velden_van(html).items() if naam not in ("csrfmiddlewaretoken",)} | velden


def fouten(antwoord):
    return {naam: list(regels) for naam, regels in antwoord.context["form"].errors.items()}


def keuzes_van(oproep):
    """What is chosen on the form about places: the rule, and how each sector takes part."""
    kanten = {f"instroom-{een.sector_id}": een.instroom for een in oproep.oproepsectoren.all()}
    return {"verdeling": oproep.verdeling} | kanten
