"""The uploaded file becomes a batch that the worker reads and processes; what was uploaded before is kept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F
from django.utils import timezone


def splits_afloop(apps, _schema_editor):
    """How a file ended gets a moment of its own; one still open is read anew by the worker."""
    batches = apps.get_model("praktijken", "Importbatch").objects
    for afloop, veld in (("ingetrokken", "geannuleerd_op"), ("verlopen", "verlopen_op")):
        batches.filter(resultaat__afloop=afloop).update(**{veld: F("verwerkt_op")})
        batches.filter(resultaat__afloop=afloop).update(verwerkt_op=None)


def voeg_afloop_samen(apps, _schema_editor):
    batches = apps.get_model("praktijken", "Importbatch").objects
    for veld, afloop in (("geannuleerd_op", "ingetrokken"), ("mislukt_op", "ingetrokken"), ("verlopen_op", "verlopen")):
        over = batches.filter(verwerkt_op=None).exclude(**{veld: None})
        over.update(verwerkt_op=F(veld), resultaat={"afloop": afloop})
    batches.filter(verwerkt_op=None).exclude(bevestigd_op=None).update(bevestigd_op=None)


def tijdveld(naam):
    return models.DateTimeField(naam, null=True)


def door():
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [("praktijken", "0007_avg")]
    operations = [
        migrations.RenameModel("Importbestand", "Importbatch"),
        migrations.AlterModelOptions(
            "importbatch",
            {
                "ordering": ["-geladen_op", "-id"],
                "verbose_name": "importbatch",
                "verbose_name_plural": "importbatches",
            },
        ),
        migrations.AlterField(
            "importbatch",
            "door",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="importbatches",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "importbatch",
            "inzending",
            models.UUIDField(editable=False, null=True, unique=True, verbose_name="inzending"),
        ),
        migrations.AddField(
            "importbatch", "met_fouten", models.BinaryField(default=b"", verbose_name="bestand met foutenkolom")
        ),
        migrations.AddField(
            "importbatch",
            "gevraagd_op",
            models.DateTimeField("gevraagd op", auto_now_add=True, default=timezone.now),
            preserve_default=False,
        ),
        migrations.AddField("importbatch", "begonnen_op", tijdveld("begonnen op")),
        migrations.AddField("importbatch", "pogingen", models.PositiveSmallIntegerField("pogingen", default=0)),
        migrations.AddField("importbatch", "gelezen_op", tijdveld("gelezen op")),
        migrations.AddField("importbatch", "bevestigd_op", tijdveld("bevestigd op")),
        migrations.AddField("importbatch", "bevestigd_door", door()),
        migrations.AddField("importbatch", "terug_gevraagd_op", tijdveld("ongedaan maken gevraagd op")),
        migrations.AddField("importbatch", "terug_door", door()),
        migrations.AddField("importbatch", "ongedaan_op", tijdveld("ongedaan gemaakt op")),
        migrations.AddField("importbatch", "mislukt_op", tijdveld("mislukt op")),
        migrations.AddField("importbatch", "geannuleerd_op", tijdveld("geannuleerd op")),
        migrations.AddField("importbatch", "verlopen_op", tijdveld("verlopen op")),
        migrations.AddField("importbatch", "voorbeeld", models.JSONField("voorbeeld", default=dict)),
        migrations.CreateModel(
            name="Importblok",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "deel",
                    models.CharField(
                        choices=[
                            ("fouten", "Fouten"),
                            ("waarschuwingen", "Waarschuwingen"),
                            ("wijzigingen", "Wijzigingen"),
                        ],
                        max_length=20,
                        verbose_name="deel",
                    ),
                ),
                ("nummer", models.PositiveIntegerField(verbose_name="nummer")),
                ("inhoud", models.BinaryField(verbose_name="inhoud")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blokken",
                        to="praktijken.importbatch",
                    ),
                ),
            ],
            options={
                "verbose_name": "blad van een voorbeeld",
                "verbose_name_plural": "bladen van voorbeelden",
                "ordering": ["batch", "deel", "nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "deel", "nummer"), name="importblok_uniek")
                ],
            },
        ),
        migrations.RunPython(splits_afloop, voeg_afloop_samen),
    ]
