"""What each figure of a call counts, in plain Dutch (begrippen.md §1); docs/oproepcijfers.md says the same."""

from monitor.telregels import Telregel

DEFINITIES = (
    Telregel(
        begrip="Peildatum",
        regel=(
            "De dag waarvoor de cijfers gelden, met die dag zelf erbij (Nederlandse tijd). Wat later gebeurt, "
            "verandert de cijfers van een eerdere dag niet. Alleen een verbetering van wat is vastgelegd doet dat "
            "wel: een andere sector, gemeente, partner of een ander aantal medewerkers, een bijgewerkte "
            "presentielijst."
        ),
    ),
    Telregel(
        begrip="Aanmeldingen ontvangen",
        regel=(
            "De aanmeldingen die op of vóór de peildatum zijn ingediend, wat er daarna ook van werd. Wat iemand nog "
            "aan het invullen is, telt nergens mee."
        ),
    ),
    Telregel(
        begrip="Sectoroverstijgend",
        regel=(
            "De vraag gaat ook over een andere sector, of een welzijnsorganisatie of gemeente doet mee als partner."
        ),
    ),
    Telregel(
        begrip="Per sector",
        regel=(
            "De sector van de organisatie die de aanmelding indient. Alle sectoren van de oproep staan erbij, ook met "
            "0."
        ),
    ),
    Telregel(
        begrip="Per provincie",
        regel=(
            "De provincie van de gemeente in de aanmelding, volgens de indeling van de dag waarop die gemeente is "
            "gekozen. Alle provincies staan erbij, ook met 0. Is de provincie niet bekend, dan staat dat er."
        ),
    ),
    Telregel(
        begrip="Per dag",
        regel=(
            "Het aantal aanmeldingen op die dag, en het aantal tot en met die dag. Een dag zonder aanmeldingen staat "
            "er niet bij, behalve de eerste en de laatste dag van de oproep."
        ),
    ),
    Telregel(
        begrip="Uitkomst",
        regel=(
            "Wat er op de peildatum van de aanmelding was geworden. Elke aanmelding telt één keer; samen zijn zij het "
            "totaal. Gelden er meer tegelijk, dan telt de eerste van deze rij: ingetrokken, toegelaten, afgewezen, "
            "plaats aangeboden, aanbod vervallen (afgeslagen of niet op tijd beantwoord), op de wachtlijst, en anders "
            "ontvangen of in behandeling. Een besluit telt vanaf de dag waarop het is bevestigd; is het herzien, dan "
            "telt het nieuwe vanaf de dag waarop dat is bevestigd."
        ),
    ),
    Telregel(
        begrip="Plaatsen",
        regel=(
            "De regels in het plaatsenboek tot en met de peildatum bij elkaar. Bezet: ingenomen, met of zonder "
            "bevestiging. Bevestigd: de organisatie is toegelaten. Aangeboden: wordt vastgehouden tot het antwoord. "
            "Vrij = plaatsen in de oproep min bezet min aangeboden. Vrij ligt alleen onder 0 als het bureau het "
            "aantal plaatsen heeft verlaagd. Is het aantal plaatsen nog niet vastgesteld, dan staat er nvt."
        ),
    ),
    Telregel(
        begrip="Medewerkers te bereiken",
        regel=(
            "Het aantal medewerkers dat een aanmelding zegt te bereiken, opgeteld: van wie op de peildatum is "
            "toegelaten, en van alle ontvangen aanmeldingen. Het percentage is dat van wie is toegelaten, van de "
            "streefwaarde van de oproep, afgerond op hele procenten. Zonder streefwaarde: nvt."
        ),
    ),
    Telregel(
        begrip="Tijd tot het besluit",
        regel=(
            "Het aantal dagen van de dag van ontvangst tot de dag waarop het eerste besluit is bevestigd. Wordt dat "
            "besluit later herzien, dan blijft de tijd dezelfde. De mediaan is het middelste getal, of het gemiddelde "
            "van de twee middelste. Is er nog geen besluit, dan staat er nvt."
        ),
    ),
    Telregel(
        begrip="Informatiebijeenkomsten",
        regel=(
            "De bijeenkomsten van de oproep met een datum op of vóór de peildatum; een afgelaste telt niet. "
            "Ingeschreven: wie een plaats had en zich niet afmeldde. Aanwezig, niet gekomen en gevuld gaan over de "
            "bijeenkomsten met een presentielijst. Aanwezig is met wie zonder inschrijving kwam. Gevuld: aanwezig van "
            "het aantal plaatsen, afgerond op hele procenten. Is er niets gehouden of geen presentielijst, dan staat "
            "er nvt."
        ),
    ),
    Telregel(
        begrip="Belangstelling",
        regel=(
            "Wie op of vóór de peildatum liet weten belangstelling te hebben. Bereikt: een adviseur had dan contact "
            "met hen; een poging zonder gehoor telt niet. Werd een aanmelding: die is dan ook ingediend."
        ),
    ),
    Telregel(
        begrip="nvt",
        regel="Niet van toepassing: er zijn geen gegevens. Dat is iets anders dan 0.",
    ),
)
