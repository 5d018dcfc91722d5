"""The form of the figures of a call in openapi.json: that of docs/oproepcijfers.md."""

from typing import Final

from monitor.api.vormen import dag, getal, getallen, lijst, tekst, voorwerp

OPROEPCIJFERS: Final = voorwerp(
    "De cijfers van een oproep op een peildatum.",
    oproep=tekst("De slug van de oproep."),
    programma=tekst("De slug van het programma."),
    peildatum=dag("De dag waarvoor de cijfers gelden."),
    meting={"type": "boolean", "description": "False: de peildatum ligt na vandaag."},
    opent=dag("De eerste dag waarop aanmelden kan."),
    sluit=dag("De laatste dag waarop aanmelden kan."),
    aanmeldingen=getallen("Aanmeldingen ontvangen.", totaal="Alle", sectoroverstijgend="Waarvan sectoroverstijgend"),
    uitkomsten=getallen(
        "Wat er van de aanmeldingen werd.",
        in_behandeling="Ontvangen of in behandeling", wachtlijst="Op de wachtlijst",
        plaats_aangeboden="Plaats aangeboden", toegelaten="Toegelaten", afgewezen="Afgewezen",
        ingetrokken="Ingetrokken", aanbod_vervallen="Aanbod vervallen",
    ),
    plaatsen=getallen(
        "Plaatsen.",
        capaciteit="Plaatsen in de oproep", bezet="Bezet", bevestigd="Waarvan bevestigd", aangeboden="Aangeboden",
        vrij="Vrij", wachtend="Wachten op een plaats", kandidaten="Kandidaat voor de selectie",
    ),
    medewerkers=getallen(
        "Medewerkers te bereiken.",
        streefwaarde="Streefwaarde van de oproep", toegelaten="Door wie is toegelaten",
        percentage="Dat is van de streefwaarde, in procent", alle_aanmeldingen="Door alle aanmeldingen",
    ),
    beslistijd=getallen(
        "Tijd tot het besluit, in dagen.",
        aantal="Aanmeldingen met een besluit", mediaan="Mediaan", kortste="Kortste", langste="Langste",
    ),
    bijeenkomsten=getallen(
        "Informatiebijeenkomsten.",
        gehouden="Gehouden", capaciteit="Plaatsen", ingeschreven="Ingeschreven",
        presentie_bekend="Bijeenkomsten met presentielijst", aanwezig="Aanwezig", niet_gekomen="Niet gekomen",
        aan_de_deur="Aanwezig zonder inschrijving", gevuld="Gevuld, in procent",
    ),
    belangstelling=getallen(
        "Belangstelling.",
        ontvangen="Ontvangen", bereikt="Bereikt door een adviseur", aangemeld="Werd een aanmelding",
    ),
    per_sector=lijst(
        "Aanmeldingen per sector; meeste bovenaan.",
        naam=tekst("De sector."), aantal=getal("Aanmeldingen"), sectoroverstijgend=getal("Sectoroverstijgend"),
    ),
    per_provincie=lijst(
        "Aanmeldingen per provincie; meeste bovenaan.", naam=tekst("De provincie."), aantal=getal("Aanmeldingen"),
    ),
    per_dag=lijst(
        "Aanmeldingen per dag.",
        dag=dag("De dag."), aantal=getal("Aanmeldingen op die dag"), totaal=getal("Tot en met die dag"),
    ),
)  # fmt: skip
