import django.db.models.deletion
import mantelzorg.velden
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("mantelzorg", "0003_post")]

    operations = [
        migrations.CreateModel(
            name='Hartslag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('werker', mantelzorg.velden.Regel(max_length=64, unique=True, verbose_name='werker')),
                ('op', models.DateTimeField(verbose_name='op')),
            ],
            options={
                'verbose_name': 'hartslag van de werker',
                'verbose_name_plural': 'hartslagen van de werker',
                'ordering': ['-op'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalPostrem',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('reden', mantelzorg.velden.Regel(help_text='Schrijf geen namen of gezondheid van personen op.', max_length=500, verbose_name='reden')),
                ('op', models.DateTimeField(blank=True, editable=False, verbose_name='vastgehouden op')),
                ('opgeheven_op', models.DateTimeField(blank=True, null=True, verbose_name='opgeheven op')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opgeheven_door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical alle post vastgehouden',
                'verbose_name_plural': 'historical alle post vastgehouden',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Postrem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reden', mantelzorg.velden.Regel(help_text='Schrijf geen namen of gezondheid van personen op.', max_length=500, verbose_name='reden')),
                ('op', models.DateTimeField(auto_now_add=True, verbose_name='vastgehouden op')),
                ('opgeheven_op', models.DateTimeField(blank=True, null=True, verbose_name='opgeheven op')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opgeheven_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'alle post vastgehouden',
                'verbose_name_plural': 'alle post vastgehouden',
                'ordering': ['-op'],
                'constraints': [models.UniqueConstraint(models.Value(1), condition=models.Q(('opgeheven_op', None)), name='postrem_een_tegelijk')],
            },
        ),
    ]
