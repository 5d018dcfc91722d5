"""The sheets of organisations and their kinds."""

from mantelzorg.bladen import Blad, Inhoud, Kolom

ORGANISATIETYPEN = Blad(
    naam="Organisatietypen",
    sleutel=("naam",),
    kolommen=(
        Kolom(kop="naam", verplicht=True),
        Kolom(kop="omschrijving", inhoud=Inhoud.TEKST),
        Kolom(
            kop="verbonden aan organisatie",
            inhoud=Inhoud.JA_NEE,
            verplicht=True,
            uitleg="nee: wie niet verbonden is aan een organisatie (NVO).",
        ),
    ),
)
ORGANISATIES = Blad(
    naam="Organisaties",
    sleutel=("naam",),
    kolommen=(
        Kolom(kop="naam", verplicht=True),
        Kolom(kop="organisatietype"),
        Kolom(kop="gemeente", uitleg="Naam of CBS-code."),
    ),
)
