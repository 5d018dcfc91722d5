import django.db.models.deletion
import mantelzorg.velden
import simple_history.models
from django.conf import settings
from django.db import migrations, models

VAN = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ-/.@_<>&'’"
NAAR = "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy          "
INDEXEN = {
    "lesversie_zoeken": ("praktijken_lesversie", {"titel": "A", "opbrengst": "B", "advies": "B", "situatie": "C"}),
    "experiment_zoeken": ("praktijken_experiment", {"naam": "A", "opbrengst": "B"}),
}


def maak_indexen(apps, schema_editor):
    """Full text with Dutch stems: PostgreSQL alone. The expressions are those of praktijken/leren/zoekvector.py."""
    if schema_editor.connection.vendor != "postgresql":
        return
    van = VAN.replace("'", "''")
    for naam, (tabel, velden) in INDEXEN.items():
        delen = " || ".join(
            f"setweight(to_tsvector('dutch'::regconfig, translate((\"{veld}\")::text, '{van}', '{NAAR}')), '{gewicht}')"
            for veld, gewicht in velden.items()
        )
        schema_editor.execute(f"CREATE INDEX {naam} ON {tabel} USING gin (({delen}))")


def verwijder_indexen(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for naam in INDEXEN:
            schema_editor.execute(f"DROP INDEX {naam}")


class Migration(migrations.Migration):
    dependencies = [
        ("deelnemers", "0003_werkplek"),
        ("praktijken", "0003_sessies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalLes',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('experiment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.experiment')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('praktijk', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.praktijk')),
            ],
            options={
                'verbose_name': 'historical les',
                'verbose_name_plural': 'historical lessen',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Les',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('experiment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lessen', to='praktijken.experiment')),
                ('praktijk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lessen', to='praktijken.praktijk')),
            ],
            options={
                'verbose_name': 'les',
                'verbose_name_plural': 'lessen',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalLesversie',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('nummer', models.PositiveIntegerField(verbose_name='nummer')),
                ('titel', mantelzorg.velden.Regel(help_text='Schrijf geen namen of gezondheid van personen op.', max_length=500, verbose_name='de les in één zin')),
                ('situatie', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='wat deed u, en in welke situatie')),
                ('opbrengst', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='wat kwam eruit')),
                ('advies', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='wat raadt u anderen aan')),
                ('op', models.DateTimeField(blank=True, editable=False, verbose_name='op')),
                ('inzending', models.UUIDField(db_index=True, editable=False, verbose_name='inzending')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('les', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.les')),
            ],
            options={
                'verbose_name': 'historical versie van een les',
                'verbose_name_plural': 'historical versies van lessen',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Lesversie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nummer', models.PositiveIntegerField(verbose_name='nummer')),
                ('titel', mantelzorg.velden.Regel(help_text='Schrijf geen namen of gezondheid van personen op.', max_length=500, verbose_name='de les in één zin')),
                ('situatie', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='wat deed u, en in welke situatie')),
                ('opbrengst', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='wat kwam eruit')),
                ('advies', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='wat raadt u anderen aan')),
                ('op', models.DateTimeField(auto_now_add=True, verbose_name='op')),
                ('inzending', models.UUIDField(editable=False, unique=True, verbose_name='inzending')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lesversies', to=settings.AUTH_USER_MODEL)),
                ('les', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versies', to='praktijken.les')),
                ('organisatietypen', models.ManyToManyField(blank=True, related_name='lesversies', to='deelnemers.organisatietype', verbose_name='voor welke organisaties')),
                ('prangende_vragen', models.ManyToManyField(blank=True, related_name='lesversies', to='praktijken.prangendevraag', verbose_name='prangende vragen')),
                ('themas', models.ManyToManyField(blank=True, related_name='lesversies', to='praktijken.thema', verbose_name="thema's")),
            ],
            options={
                'verbose_name': 'versie van een les',
                'verbose_name_plural': 'versies van lessen',
                'ordering': ['les', 'nummer'],
            },
        ),
        migrations.CreateModel(
            name='Lesstap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(choices=[('voorgelegd', 'Voorgelegd'), ('teruggenomen', 'Teruggenomen'), ('teruggestuurd', 'Teruggestuurd'), ('geaccepteerd', 'Geaccepteerd'), ('ingetrokken', 'Ingetrokken')], max_length=20, verbose_name='soort')),
                ('reden', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='reden')),
                ('op', models.DateTimeField(auto_now_add=True, verbose_name='op')),
                ('inzending', models.UUIDField(editable=False, unique=True, verbose_name='inzending')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lesstappen', to=settings.AUTH_USER_MODEL)),
                ('versie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stappen', to='praktijken.lesversie')),
            ],
            options={
                'verbose_name': 'stap van een les',
                'verbose_name_plural': 'stappen van lessen',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalLesversie_themas',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='praktijken.historicallesversie')),
                ('thema', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.thema')),
                ('lesversie', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.lesversie')),
            ],
            options={
                'verbose_name': 'HistoricalLesversie_themas',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalLesversie_prangende_vragen',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='praktijken.historicallesversie')),
                ('prangendevraag', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.prangendevraag')),
                ('lesversie', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.lesversie')),
            ],
            options={
                'verbose_name': 'HistoricalLesversie_prangende_vragen',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalLesversie_organisatietypen',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='praktijken.historicallesversie')),
                ('organisatietype', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='deelnemers.organisatietype')),
                ('lesversie', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.lesversie')),
            ],
            options={
                'verbose_name': 'HistoricalLesversie_organisatietypen',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalLesstap',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('soort', models.CharField(choices=[('voorgelegd', 'Voorgelegd'), ('teruggenomen', 'Teruggenomen'), ('teruggestuurd', 'Teruggestuurd'), ('geaccepteerd', 'Geaccepteerd'), ('ingetrokken', 'Ingetrokken')], max_length=20, verbose_name='soort')),
                ('reden', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='reden')),
                ('op', models.DateTimeField(blank=True, editable=False, verbose_name='op')),
                ('inzending', models.UUIDField(db_index=True, editable=False, verbose_name='inzending')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('versie', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.lesversie')),
            ],
            options={
                'verbose_name': 'historical stap van een les',
                'verbose_name_plural': 'historical stappen van lessen',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name='lesversie',
            constraint=models.UniqueConstraint(fields=('les', 'nummer'), name='lesversie_nummer_uniek', violation_error_message='Deze les heeft al een versie met dit nummer.'),
        ),
        migrations.AddConstraint(
            model_name='lesstap',
            constraint=models.CheckConstraint(condition=models.Q(('soort__in', ['voorgelegd', 'teruggenomen', 'teruggestuurd', 'geaccepteerd', 'ingetrokken'])), name='lesstap_soort', violation_error_message='Kies een stap uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='lesstap',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('soort__in', ['teruggestuurd', 'ingetrokken']), _negated=True), models.Q(('reden', ''), _negated=True), _connector='OR'), name='lesstap_met_reden', violation_error_message='Schrijf op waarom.'),
        ),
        migrations.RunPython(maak_indexen, verwijder_indexen),
    ]
