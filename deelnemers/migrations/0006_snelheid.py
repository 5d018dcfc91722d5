"""Search by a part of a name, of a million people: a trigram index, where the database is PostgreSQL.

The extension pg_trgm comes with PostgreSQL, and who owns a database may put it in.
"""

from django.db import migrations

INDEXEN = [
    ("deelnemer_trigram", "deelnemers_deelnemer", ["naam", "nummer"]),
    ("organisatie_trigram", "deelnemers_organisatie", ["naam"]),
]


def maak(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    for naam, tabel, velden in INDEXEN:
        uitdrukkingen = ", ".join(f'UPPER("{veld}"::text) gin_trgm_ops' for veld in velden)
        schema_editor.execute(f'CREATE INDEX "{naam}" ON "{tabel}" USING gin ({uitdrukkingen})')


def verwijder(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for naam, _, _ in INDEXEN:
            schema_editor.execute(f'DROP INDEX IF EXISTS "{naam}"')


class Migration(migrations.Migration):
    dependencies = [("deelnemers", "0005_avg")]
    operations = [migrations.RunPython(maak, verwijder)]
