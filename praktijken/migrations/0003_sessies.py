import django.db.models.deletion
import mantelzorg.velden
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deelnemers', '0003_werkplek'),
        ('mantelzorg', '0003_post'),
        ('praktijken', '0002_werkplek'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalSessie',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('soort', models.CharField(choices=[('startbijeenkomst', 'Startbijeenkomst'), ('kernthemasessie', 'Kernthemasessie'), ('ontwerpsessie', 'Ontwerpsessie'), ('terugkijksessie', 'Terugkijksessie'), ('uitwisseling', 'Uitwisseling')], max_length=30, verbose_name='soort')),
                ('datum', models.DateField(verbose_name='datum')),
                ('plaats', mantelzorg.velden.Regel(blank=True, help_text='Een adres, of: online.', max_length=500, verbose_name='plaats')),
                ('inzending', models.UUIDField(db_index=True, editable=False, verbose_name='inzending')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programma', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='mantelzorg.programma')),
            ],
            options={
                'verbose_name': 'historical sessie',
                'verbose_name_plural': 'historical sessies',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Sessie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(choices=[('startbijeenkomst', 'Startbijeenkomst'), ('kernthemasessie', 'Kernthemasessie'), ('ontwerpsessie', 'Ontwerpsessie'), ('terugkijksessie', 'Terugkijksessie'), ('uitwisseling', 'Uitwisseling')], max_length=30, verbose_name='soort')),
                ('datum', models.DateField(verbose_name='datum')),
                ('plaats', mantelzorg.velden.Regel(blank=True, help_text='Een adres, of: online.', max_length=500, verbose_name='plaats')),
                ('inzending', models.UUIDField(editable=False, unique=True, verbose_name='inzending')),
                ('praktijken', models.ManyToManyField(blank=True, related_name='sessies', to='praktijken.praktijk', verbose_name='praktijken')),
                ('programma', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessies', to='mantelzorg.programma')),
            ],
            options={
                'verbose_name': 'sessie',
                'verbose_name_plural': 'sessies',
                'ordering': ['-datum', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Presentielijst',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('op', models.DateTimeField(auto_now_add=True, verbose_name='op')),
                ('aanwezig', models.PositiveIntegerField(verbose_name='aanwezig')),
                ('nieuw', models.PositiveIntegerField(verbose_name='nieuwe deelnemers')),
                ('inzending', models.UUIDField(editable=False, unique=True, verbose_name='inzending')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presentielijsten', to=settings.AUTH_USER_MODEL)),
                ('sessie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presentielijsten', to='praktijken.sessie')),
            ],
            options={
                'verbose_name': 'presentielijst',
                'verbose_name_plural': 'presentielijsten',
                'ordering': ['-op'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalSessie_praktijken',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='praktijken.historicalsessie')),
                ('praktijk', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.praktijk')),
                ('sessie', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.sessie')),
            ],
            options={
                'verbose_name': 'HistoricalSessie_praktijken',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAfspraak',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('wat', mantelzorg.velden.Tekst(blank=True, verbose_name='afspraak')),
                ('wie', mantelzorg.velden.Regel(blank=True, help_text='Een rol of organisatie, geen naam. Bijvoorbeeld: de penvoerder.', max_length=500, verbose_name='wie doet het')),
                ('voor', models.DateField(blank=True, null=True, verbose_name='klaar op')),
                ('gedaan_op', models.DateField(blank=True, help_text='Leeg: nog niet gedaan.', null=True, verbose_name='gedaan op')),
                ('inzending', models.UUIDField(db_index=True, editable=False, verbose_name='inzending')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('praktijk', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.praktijk')),
                ('sessie', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.sessie')),
            ],
            options={
                'verbose_name': 'historical afspraak',
                'verbose_name_plural': 'historical afspraken',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAanwezigheid',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('stand', models.CharField(choices=[('aanwezig', 'Aanwezig'), ('afgemeld', 'Afgemeld'), ('niet gekomen', 'Niet Gekomen')], max_length=20, verbose_name='stand')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('deelnemer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='deelnemers.deelnemer')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sessie', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='praktijken.sessie')),
            ],
            options={
                'verbose_name': 'historical aanwezigheid',
                'verbose_name_plural': 'historical aanwezigheid',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Afspraak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wat', mantelzorg.velden.Tekst(blank=True, verbose_name='afspraak')),
                ('wie', mantelzorg.velden.Regel(blank=True, help_text='Een rol of organisatie, geen naam. Bijvoorbeeld: de penvoerder.', max_length=500, verbose_name='wie doet het')),
                ('voor', models.DateField(blank=True, null=True, verbose_name='klaar op')),
                ('gedaan_op', models.DateField(blank=True, help_text='Leeg: nog niet gedaan.', null=True, verbose_name='gedaan op')),
                ('inzending', models.UUIDField(editable=False, unique=True, verbose_name='inzending')),
                ('praktijk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='afspraken', to='praktijken.praktijk')),
                ('sessie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='afspraken', to='praktijken.sessie')),
            ],
            options={
                'verbose_name': 'afspraak',
                'verbose_name_plural': 'afspraken',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Aanwezigheid',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stand', models.CharField(choices=[('aanwezig', 'Aanwezig'), ('afgemeld', 'Afgemeld'), ('niet gekomen', 'Niet Gekomen')], max_length=20, verbose_name='stand')),
                ('deelnemer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aanwezigheid', to='deelnemers.deelnemer')),
                ('sessie', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='aanwezigheid', to='praktijken.sessie')),
            ],
            options={
                'verbose_name': 'aanwezigheid',
                'verbose_name_plural': 'aanwezigheid',
                "ordering": ["id"],
            },
        ),
        migrations.AddIndex(
            model_name='sessie',
            index=models.Index(fields=['datum'], name='sessie_datum'),
        ),
        migrations.AddConstraint(
            model_name='sessie',
            constraint=models.CheckConstraint(condition=models.Q(('soort__in', ['startbijeenkomst', 'kernthemasessie', 'ontwerpsessie', 'terugkijksessie', 'uitwisseling'])), name='sessie_soort', violation_error_message='Kies een soort sessie uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='aanwezigheid',
            constraint=models.UniqueConstraint(fields=('sessie', 'deelnemer'), name='aanwezigheid_uniek', violation_error_message='Van deze deelnemer is al bekend of hij er was.'),
        ),
        migrations.AddConstraint(
            model_name='aanwezigheid',
            constraint=models.CheckConstraint(condition=models.Q(('stand__in', ['aanwezig', 'afgemeld', 'niet gekomen'])), name='aanwezigheid_stand', violation_error_message='Kies: aanwezig, afgemeld of niet gekomen.'),
        ),
    ]
