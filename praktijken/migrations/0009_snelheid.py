"""The order of the lists of practices, and search by a part of a text: see `deelnemers.0006_snelheid`."""

import django.db.models.functions.text
from django.db import migrations, models

INDEXEN = [
    ("praktijk_trigram", "praktijken_praktijk", ["naam", "code", "kernthema"]),
    ("ontwerpvraag_trigram", "praktijken_ontwerpvraag", ["vraag"]),
    ("experiment_trigram", "praktijken_experiment", ["code", "naam", "verwachting", "opbrengst"]),
]


def maak(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for naam, tabel, velden in INDEXEN:
        uitdrukkingen = ", ".join(f'UPPER("{veld}"::text) gin_trgm_ops' for veld in velden)
        schema_editor.execute(f'CREATE INDEX "{naam}" ON "{tabel}" USING gin ({uitdrukkingen})')


def verwijder(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for naam, _, _ in INDEXEN:
            schema_editor.execute(f'DROP INDEX IF EXISTS "{naam}"')


class Migration(migrations.Migration):
    dependencies = [("praktijken", "0008_importbatch"), ("deelnemers", "0006_snelheid")]
    operations = [
        migrations.AddIndex(
            model_name="praktijk",
            index=models.Index(
                django.db.models.functions.text.Lower("naam"),
                models.F("code"),
                models.F("id"),
                name="praktijk_op_naam",
            ),
        ),
        migrations.RunPython(maak, verwijder),
    ]
