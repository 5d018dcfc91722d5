import django.db.models.deletion
import mantelzorg.velden
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("praktijken", "0004_lessen"),
        ("mantelzorg", "0004_herinneringen"),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalHerinneringsvoorkeur',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('weekdag', models.PositiveSmallIntegerField(blank=True, choices=[(0, 'maandag'), (1, 'dinsdag'), (2, 'woensdag'), (3, 'donderdag'), (4, 'vrijdag')], default=0, null=True, verbose_name='dag van de weekmail')),
                ('niet', models.JSONField(blank=True, default=list, verbose_name='regels die niet in de mail komen')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('gebruiker', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical voorkeur voor herinneringen',
                'verbose_name_plural': 'historical voorkeuren voor herinneringen',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalUitstel',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('taak', mantelzorg.velden.Regel(max_length=200, verbose_name='taak')),
                ('tot_en_met', models.DateField(verbose_name='tot en met')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('gebruiker', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical uitgestelde taak',
                'verbose_name_plural': 'historical uitgestelde taken',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Herinneringsvoorkeur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weekdag', models.PositiveSmallIntegerField(blank=True, choices=[(0, 'maandag'), (1, 'dinsdag'), (2, 'woensdag'), (3, 'donderdag'), (4, 'vrijdag')], default=0, null=True, verbose_name='dag van de weekmail')),
                ('niet', models.JSONField(blank=True, default=list, verbose_name='regels die niet in de mail komen')),
                ('gebruiker', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='herinneringsvoorkeur', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'voorkeur voor herinneringen',
                'verbose_name_plural': 'voorkeuren voor herinneringen',
                'constraints': [models.CheckConstraint(condition=models.Q(('weekdag', None), ('weekdag__in', [0, 1, 2, 3, 4]), _connector='OR'), name='herinneringsvoorkeur_weekdag', violation_error_message='Op die dag gaat er geen weekmail uit.')],
            },
        ),
        migrations.CreateModel(
            name='Uitstel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taak', mantelzorg.velden.Regel(max_length=200, verbose_name='taak')),
                ('tot_en_met', models.DateField(verbose_name='tot en met')),
                ('gebruiker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uitstel', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'uitgestelde taak',
                'verbose_name_plural': 'uitgestelde taken',
                'ordering': ['tot_en_met'],
                'constraints': [models.UniqueConstraint(fields=('gebruiker', 'taak'), name='uitstel_uniek')],
            },
        ),
    ]
