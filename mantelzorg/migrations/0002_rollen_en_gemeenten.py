"""The roles as groups, and the municipalities the product ships."""

import json
from pathlib import Path

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROLLEN = ["Functioneel beheerder", "Programmamedewerker", "Adviseur", "VWS-analist"]
GEMEENTEN = Path(__file__).resolve().parent.parent / "gegevens" / "gemeenten.json"


def maak_rollen(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    groepen = apps.get_model("auth", "Group").objects
    for naam in ROLLEN:
        groepen.get_or_create(name=naam)


def laad_gemeenten(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    gemeente = apps.get_model("mantelzorg", "Gemeente")
    gemeente.objects.bulk_create(gemeente(**rij) for rij in json.loads(GEMEENTEN.read_text("utf-8")))


class Migration(migrations.Migration):
    dependencies = [
        ("mantelzorg", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(maak_rollen, migrations.RunPython.noop),
        migrations.RunPython(laad_gemeenten, migrations.RunPython.noop),
    ]
