"""Handing over a list and sending the screen on which it is checked, as a browser does."""

from html import unescape
from re import findall
from uuid import uuid4

from django.urls import reverse

from tests.praktijken.blad.formulieren import ingelezen


def adres(een, naam="lijst"):
    return reverse(f"praktijken:sessie-{naam}", args=[een.pk])


def keuzes(html):
    """The chosen radio of each row; a browser sends nothing for a row in which none is chosen."""
    gekozen = findall(r'<input type="radio" name="(rij\d+-keuze)" value="(\w+)"[^>]*? checked', html)
    return dict(gekozen)


def controle(client, een, tekst, **rest):
    """The screen on which the list is checked: the answer, and what a browser would send of it."""
    antwoord = client.post(adres(een), {"tekst": tekst, "inzending": str(uuid4())} | rest)
    return antwoord, velden(antwoord)


def velden(antwoord):
    html = antwoord.content.decode()
    data = {naam: [unescape(waarde[0])] for naam, waarde in ingelezen(html).items() if not naam.endswith("-keuze")}
    return data | keuzes(html)


def bevestig(client, een, data, **rest):
    return client.post(adres(een, "lijst-bevestigen"), data | rest)
