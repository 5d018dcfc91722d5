"""The sheets of practices, what happens in them and who takes part; and all sheets in their order."""

from deelnemers.bladen import ORGANISATIES, ORGANISATIETYPEN
from mantelzorg.bladen import PROGRAMMA, Blad, Inhoud, Kolom
from praktijken.models import (
    Afloop,
    Besluit,
    ExperimentAfloop,
    Fase,
    Hoedanigheid,
    Partnerrol,
    Werkgebied,
)

PRANGENDE_VRAGEN = Blad(
    naam="Prangende vragen",
    sleutel=("nummer",),
    kolommen=(
        Kolom(kop="nummer", inhoud=Inhoud.GETAL, verplicht=True),
        Kolom(kop="vraag", inhoud=Inhoud.TEKST, verplicht=True),
    ),
)
PRAKTIJKEN = Blad(
    naam="Praktijken",
    sleutel=("code",),
    kolommen=(
        Kolom(kop="code", verplicht=True),
        Kolom(kop="naam", verplicht=True),
        Kolom(
            kop="gemeenten", inhoud=Inhoud.LIJST, uitleg="Namen of CBS-codes, met ; ertussen; de eerste op de kaart."
        ),
        Kolom(kop="werkgebied", inhoud=Inhoud.KEUZE, keuzes=tuple(Werkgebied.values)),
        Kolom(kop="kernthema", inhoud=Inhoud.TEKST),
        Kolom(kop="kernthema vastgesteld op", inhoud=Inhoud.DATUM),
        Kolom(kop="prangende vragen", inhoud=Inhoud.LIJST, uitleg="Nummers, met ; ertussen."),
        Kolom(kop="startdatum", inhoud=Inhoud.DATUM, uitleg="De dag van de startbijeenkomst."),
        Kolom(kop="einddatum", inhoud=Inhoud.DATUM, uitleg="De laatste dag die meetelt; met afloop."),
        Kolom(kop="afloop", inhoud=Inhoud.KEUZE, keuzes=tuple(Afloop.values)),
        Kolom(kop="gaat verder in", uitleg="Bij samengevoegd: de code van de praktijk waarin zij verdergaat."),
        Kolom(kop="adviseurs", inhoud=Inhoud.LIJST, uitleg="E-mailadressen, met ; ertussen."),
    ),
)
ONTWERPVRAGEN = Blad(
    naam="Ontwerpvragen",
    sleutel=("praktijk", "nummer"),
    kolommen=(
        Kolom(kop="praktijk", verplicht=True),
        Kolom(kop="nummer", inhoud=Inhoud.GETAL, verplicht=True),
        Kolom(kop="ontwerpvraag", inhoud=Inhoud.TEKST, verplicht=True),
        Kolom(kop="thema's", inhoud=Inhoud.LIJST, uitleg="Met ; ertussen."),
        Kolom(kop="geformuleerd op", inhoud=Inhoud.DATUM, verplicht=True),
        Kolom(kop="vervallen op", inhoud=Inhoud.DATUM, uitleg="De eerste dag dat de vraag niet meer telt."),
    ),
)
EXPERIMENTEN = Blad(
    naam="Experimenten",
    sleutel=("code",),
    kolommen=(
        Kolom(kop="praktijk", verplicht=True),
        Kolom(kop="ontwerpvraag", inhoud=Inhoud.GETAL, verplicht=True, uitleg="Het nummer van de ontwerpvraag."),
        Kolom(kop="code", verplicht=True),
        Kolom(kop="naam", verplicht=True),
        Kolom(kop="verwachting", inhoud=Inhoud.TEKST),
        Kolom(kop="startdatum", inhoud=Inhoud.DATUM),
        Kolom(kop="einddatum", inhoud=Inhoud.DATUM, uitleg="De laatste dag die meetelt; met afloop."),
        Kolom(kop="afloop", inhoud=Inhoud.KEUZE, keuzes=tuple(ExperimentAfloop.values)),
        Kolom(kop="opbrengst", inhoud=Inhoud.TEKST),
    ),
)
VOORTGANG = Blad(
    naam="Voortgang",
    sleutel=("experiment", "datum", "fase", "verslag"),
    kolommen=(
        Kolom(kop="experiment", verplicht=True),
        Kolom(kop="datum", inhoud=Inhoud.DATUM, verplicht=True),
        Kolom(kop="ronde", inhoud=Inhoud.GETAL),
        Kolom(kop="fase", inhoud=Inhoud.KEUZE, keuzes=tuple(Fase.values)),
        Kolom(kop="verslag", inhoud=Inhoud.TEKST, verplicht=True, uitleg="Geen namen of gezondheid van personen."),
        Kolom(kop="geleerd", inhoud=Inhoud.TEKST),
        Kolom(kop="besluit", inhoud=Inhoud.KEUZE, keuzes=tuple(Besluit.values)),
        Kolom(kop="volgende stap", inhoud=Inhoud.TEKST),
        Kolom(kop="door", inhoud=Inhoud.EMAIL, uitleg="E-mailadres van de adviseur."),
    ),
)
PRAKTIJKPARTNERS = Blad(
    naam="Praktijkpartners",
    sleutel=("praktijk", "organisatie", "vanaf"),
    kolommen=(
        Kolom(kop="praktijk", verplicht=True),
        Kolom(kop="organisatie", verplicht=True),
        Kolom(kop="rol", inhoud=Inhoud.KEUZE, keuzes=tuple(Partnerrol.values)),
        Kolom(kop="vanaf", inhoud=Inhoud.DATUM, verplicht=True),
        Kolom(kop="tot en met", inhoud=Inhoud.DATUM),
    ),
)
DEELNEMERS = Blad(
    naam="Deelnemers",
    sleutel=("nummer", "praktijk", "vanaf"),
    kolommen=(
        Kolom(kop="nummer", verplicht=True, uitleg="Eén rij per deelname. Wie er twee heeft, staat er twee keer."),
        Kolom(kop="naam"),
        Kolom(kop="e-mail", inhoud=Inhoud.EMAIL),
        Kolom(kop="organisatie"),
        Kolom(kop="organisatietype"),
        Kolom(kop="hoedanigheid", inhoud=Inhoud.KEUZE, keuzes=tuple(Hoedanigheid.values)),
        Kolom(kop="praktijk", verplicht=True),
        Kolom(kop="rol"),
        Kolom(kop="vanaf", inhoud=Inhoud.DATUM, verplicht=True),
        Kolom(kop="tot en met", inhoud=Inhoud.DATUM),
    ),
)

BLADEN: tuple[Blad, ...] = (
    PROGRAMMA,
    PRANGENDE_VRAGEN,
    ORGANISATIETYPEN,
    PRAKTIJKEN,
    ONTWERPVRAGEN,
    EXPERIMENTEN,
    VOORTGANG,
    ORGANISATIES,
    PRAKTIJKPARTNERS,
    DEELNEMERS,
)
