"""Every rule written down, for `docs/herinneringen.md`: made of the rules themselves, so that they cannot differ."""

from collections.abc import Iterable

from praktijken.herinneringen.bronnen import alle_bronnen
from praktijken.herinneringen.taak import Bron, Regel
from praktijken.herinneringen.weekbrief import HOOGSTENS, LEESTIJD, VERSTUREN_OM

KOP = f"""# Herinneringen

Gemaakt met `manage.py beschrijf_herinneringen` uit de regels zelf. Een test bewaakt dat dit blad klopt met de
code.

## Takenlijst en weekmail

- De **takenlijst** (`/taken/`) zegt wat er vandaag aandacht vraagt. Een taak verdwijnt als zij gedaan is. Wie
  een taak uitstelt, ziet haar een, twee of vier weken niet.
- De **weekmail** noemt wat in de takenlijst staat en niet is uitgesteld. Die komt hoogstens één keer per week,
  en alleen als er iets is. Er staan hoogstens {HOOGSTENS} taken in; de rest staat in de takenlijst.
- Ieder kiest zelf de dag (standaard maandag), welke regels erin staan, of geen weekmail. Afmelden kan met de
  link in de mail.
- De mail staat vanaf vijf uur 's ochtends klaar in de uitgaande post en gaat om {VERSTUREN_OM.hour} uur uit. Is
  de werker laat? Dan heeft het programmabureau nog {LEESTIJD.seconds // 3600} uur om te lezen.
- Stond de werker stil op iemands dag? Dan komt de mail op de volgende werkdag van dezelfde week. In het weekend
  gaat niets uit: wie de vrijdag miste, krijgt de mail van de week erna.
- Geen weekmail krijgt: wie een account heeft dat gesloten is of waarvan de einddatum voorbij is, wie nog nooit
  een wachtwoord koos, en wie geen rol met taken heeft.
- In een schoolvakantie, en voor een praktijk met een onderbreking, staan de taken van adviseurs over praktijken
  stil, in lijst en mail.

## Nooit over een stap terug

De weekmail herinnert aan een volgende stap, nooit aan een stap die al gezet was. Wie iets verbetert, leegmaakt
of heropent, krijgt daar geen mail over. Een regel moet daarom twee keer gelden: voor de praktijk zoals zij is,
en voor de praktijk zoals zij ooit het verst was, volgens de geschiedenis. In de takenlijst staat wel wat er nu
is.

- Was een praktijk of experiment geëindigd en is het weer opengezet? Dan gaat er geen mail over, tot er daarna
  voortgang is ingevoerd.
- Dat er tijd verstrijkt, is geen stap terug. Een adviseur van wie de laatste dag voorbij is, is gewoon weg.
- Een onderbreking inkorten is ook geen stap terug: dan werkt de praktijk weer.
"""


def als_markdown() -> str:
    """The whole page."""
    return KOP + "".join(_bron(bron) for bron in alle_bronnen())


def _bron(bron: Bron) -> str:
    return f"\n## Voor: {bron.wie[0].lower()}{bron.wie[1:].rstrip('.')}\n{''.join(_regels(bron.regels))}"


def _regels(regels: Iterable[Regel]) -> Iterable[str]:
    for regel in regels:
        yield (
            f"\n### {regel.kop}\n\n"
            f"- Wanneer: {regel.wanneer}\n- Waarom: {regel.doel}\n- Stap terug: {regel.stap_terug}\n"
            f"- Naam in de code: `{regel.naam}`\n"
        )
