"""The participants of a file into the same models, with django-import-export as its documentation shows it.

Run by `meet` in a process of its own: `python -m benchmarks.importexport BESTAND.xlsx`. The programme, its practices
and organisations are in the database already.
"""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mantelzorg.settings")
django.setup()

from import_export.fields import Field  # noqa: E402  # after django.setup()
from import_export.resources import ModelResource  # noqa: E402
from import_export.widgets import ForeignKeyWidget  # noqa: E402
from openpyxl import load_workbook  # noqa: E402
from tablib import Dataset  # noqa: E402

from deelnemers.models import Deelnemer, Organisatie  # noqa: E402
from mantelzorg.models import Programma  # noqa: E402
from praktijken.models import Deelname, Praktijk  # noqa: E402


def veld(kolom: str, attribuut: str, model: type | None = None, sleutel: str = "") -> Field:
    """A column; with a model it refers to a record of that by its key."""
    if model is None:
        return Field(column_name=kolom, attribute=attribuut)
    return Field(column_name=kolom, attribute=attribuut, widget=ForeignKeyWidget(model, sleutel))


class DeelnemerResource(ModelResource):
    programma = veld("programma", "programma", Programma, "slug")
    email = veld("e-mail", "email")

    class Meta:
        model = Deelnemer
        fields = ("programma", "nummer", "naam", "email")
        import_id_fields = ("programma", "nummer")
        skip_unchanged = True


class DeelnameResource(ModelResource):
    deelnemer = veld("nummer", "deelnemer", Deelnemer, "nummer")
    praktijk = veld("praktijk", "praktijk", Praktijk, "code")
    organisatie = veld("organisatie", "organisatie", Organisatie, "naam")

    class Meta:
        model = Deelname
        fields = ("deelnemer", "praktijk", "organisatie", "hoedanigheid", "rol", "vanaf", "tot_en_met")
        import_id_fields = ("deelnemer", "praktijk", "vanaf")
        skip_unchanged = True


def main(bestand: Path) -> None:
    """Read the sheet and import it twice over: the people, then their participations."""
    rijen = load_workbook(bestand, read_only=True)["Deelnemers"].iter_rows(values_only=True)
    koppen = ["tot_en_met" if kop == "tot en met" else kop for kop in next(rijen)]
    gegevens = Dataset(headers=[*koppen, "programma"])
    for rij in rijen:
        gegevens.append([*("" if cel is None else cel for cel in rij), "meting"])
    for resource in (DeelnemerResource(), DeelnameResource()):
        resource.import_data(gegevens, raise_errors=True)
    print(f"{Deelnemer.objects.count()} deelnemers, {Deelname.objects.count()} deelnames")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
