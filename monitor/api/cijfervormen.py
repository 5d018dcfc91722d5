"""The form of figures in openapi.json: that of begrippen.md §3 and docs/oproepcijfers.md."""

from typing import Any, Final

Vorm = dict[str, Any]


def voorwerp(omschrijving: str, **velden: Vorm) -> Vorm:
    """An object in which each of these always stands."""
    return {"type": "object", "description": omschrijving, "properties": velden, "required": list(velden)}


def lijst(omschrijving: str, **velden: Vorm) -> Vorm:
    """A list of such objects."""
    return {"type": "array", "description": omschrijving, "items": voorwerp("Een regel.", **velden)}


def aantal(omschrijving: str, *, leeg: bool = False) -> Vorm:
    """A count; `leeg`: null where there is no data."""
    geheel: Vorm = {"type": "integer", "description": omschrijving}
    return geheel | ({"nullable": True} if leeg else {"minimum": 0})


def tekst(omschrijving: str, **meer: Any) -> Vorm:
    """A text, code or day."""
    return {"type": "string", "description": omschrijving, **meer}


def dag(omschrijving: str) -> Vorm:
    """A day, `jjjj-mm-dd`."""
    return tekst(omschrijving, format="date")


def _deelnemers(wie: str) -> Vorm:
    return voorwerp(
        wie,
        totaal=aantal("Alle deelnemers: bekend en onbekend samen."),
        bekend=aantal("Van wie het organisatietype bekend is."),
        onbekend=aantal("Van wie het organisatietype niet bekend is."),
    )


def _typen(wie: str) -> Vorm:
    return lijst(wie, naam=tekst("Het organisatietype."), aantal=aantal("De deelnemers van dat type."))


INDICATOR23: Final = voorwerp(
    "Indicator 23 op een peildatum.",
    indicator=aantal("Het nummer van de indicator."),
    programma=tekst("De slug van het programma."),
    peildatum=dag("De dag waarvoor de cijfers gelden."),
    praktijken=voorwerp(
        "Praktijken.",
        opgestart=aantal("Gestart op of vóór de peildatum: de indicator zelf."),
        actief=aantal("Opgestart, en op de peildatum niet geëindigd."),
        afgerond=aantal("Opgestart, en vóór de peildatum afgerond."),
        voortijdig_gestopt=aantal("Opgestart, en vóór de peildatum voortijdig gestopt."),
        samengevoegd=aantal("Opgestart, en vóór de peildatum in een andere praktijk opgegaan."),
    ),
    gemeenten=aantal("Verschillende gemeenten van opgestarte praktijken."),
    organisaties=aantal("Verschillende organisaties die op de peildatum meedoen."),
    ontwerpvragen=voorwerp(
        "Ontwerpvragen van opgestarte praktijken.",
        totaal=aantal("Alle."),
        minimum_per_praktijk=aantal("Het minste in een praktijk; null: er is geen praktijk.", leeg=True),
        maximum_per_praktijk=aantal("Het meeste in een praktijk; null: er is geen praktijk.", leeg=True),
    ),
    experimenten=voorwerp(
        "Experimenten van opgestarte praktijken.",
        opgestart=aantal("Gestart op of vóór de peildatum."),
        lopend=aantal("Opgestart, en op de peildatum niet geëindigd."),
        afgerond=aantal("Opgestart, en vóór de peildatum afgerond."),
        voortijdig_gestopt=aantal("Opgestart, en vóór de peildatum voortijdig gestopt."),
    ),
    deelnemers=_deelnemers("Personen die op de peildatum meedoen aan een actieve praktijk."),
    deelnemers_tot_nu_toe=_deelnemers("Personen die op of vóór de peildatum meededen."),
    organisatietypen=_typen("Deelnemers op de peildatum naar organisatietype; meeste bovenaan."),
    organisatietypen_tot_nu_toe=_typen("Deelnemers tot nu toe naar organisatietype; meeste bovenaan."),
    per_praktijk=lijst(
        "De opgestarte praktijken, op alfabet.",
        code=tekst("De code in het programma."),
        naam=tekst("De naam."),
        ontwerpvragen=aantal("De ontwerpvragen op de peildatum."),
        experimenten=aantal("De experimenten die dan zijn opgestart."),
        deelnemers=aantal("De deelnemers op de peildatum."),
    ),
)


def _getal(omschrijving: str) -> Vorm:
    return {"type": "number", "nullable": True, "description": f"{omschrijving}; null: geen gegevens."}


def _getallen(omschrijving: str, **getallen: str) -> Vorm:
    return voorwerp(omschrijving, **{naam: _getal(tekst) for naam, tekst in getallen.items()})


OPROEPCIJFERS: Final = voorwerp(
    "De cijfers van een oproep op een peildatum.",
    oproep=tekst("De slug van de oproep."),
    programma=tekst("De slug van het programma."),
    peildatum=dag("De dag waarvoor de cijfers gelden."),
    meting={"type": "boolean", "description": "False: de peildatum ligt na vandaag."},
    opent=dag("De eerste dag waarop aanmelden kan."),
    sluit=dag("De laatste dag waarop aanmelden kan."),
    aanmeldingen=_getallen("Aanmeldingen ontvangen.", totaal="Alle", sectoroverstijgend="Waarvan sectoroverstijgend"),
    uitkomsten=_getallen(
        "Wat er van de aanmeldingen werd.",
        in_behandeling="Ontvangen of in behandeling", wachtlijst="Op de wachtlijst",
        plaats_aangeboden="Plaats aangeboden", toegelaten="Toegelaten", afgewezen="Afgewezen",
        ingetrokken="Ingetrokken", aanbod_vervallen="Aanbod vervallen",
    ),
    plaatsen=_getallen(
        "Plaatsen.",
        capaciteit="Plaatsen in de oproep", bezet="Bezet", bevestigd="Waarvan bevestigd", aangeboden="Aangeboden",
        vrij="Vrij", wachtend="Wachten op een plaats", kandidaten="Kandidaat voor de selectie",
    ),
    medewerkers=_getallen(
        "Medewerkers te bereiken.",
        streefwaarde="Streefwaarde van de oproep", toegelaten="Door wie is toegelaten",
        percentage="Dat is van de streefwaarde, in procent", alle_aanmeldingen="Door alle aanmeldingen",
    ),
    beslistijd=_getallen(
        "Tijd tot het besluit, in dagen.",
        aantal="Aanmeldingen met een besluit", mediaan="Mediaan", kortste="Kortste", langste="Langste",
    ),
    bijeenkomsten=_getallen(
        "Informatiebijeenkomsten.",
        gehouden="Gehouden", capaciteit="Plaatsen", ingeschreven="Ingeschreven",
        presentie_bekend="Bijeenkomsten met presentielijst", aanwezig="Aanwezig", niet_gekomen="Niet gekomen",
        aan_de_deur="Aanwezig zonder inschrijving", gevuld="Gevuld, in procent",
    ),
    belangstelling=_getallen(
        "Belangstelling.",
        ontvangen="Ontvangen", bereikt="Bereikt door een adviseur", aangemeld="Werd een aanmelding",
    ),
    per_sector=lijst(
        "Aanmeldingen per sector; meeste bovenaan.",
        naam=tekst("De sector."), aantal=_getal("Aanmeldingen"), sectoroverstijgend=_getal("Sectoroverstijgend"),
    ),
    per_provincie=lijst(
        "Aanmeldingen per provincie; meeste bovenaan.", naam=tekst("De provincie."), aantal=_getal("Aanmeldingen"),
    ),
    per_dag=lijst(
        "Aanmeldingen per dag.",
        dag=dag("De dag."), aantal=_getal("Aanmeldingen op die dag"), totaal=_getal("Tot en met die dag"),
    ),
)  # fmt: skip
