import django.db.models.deletion
import mantelzorg.velden
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("praktijken", "0006_kloptdit"),
        ("deelnemers", "0005_avg"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name='HistoricalVerzoek',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('soort', models.CharField(choices=[('inzage', 'Inzage'), ('rectificatie', 'Rectificatie'), ('beperking', 'Beperking'), ('bezwaar', 'Bezwaar'), ('wissing', 'Wissing')], max_length=20, verbose_name='soort')),
                ('wie', mantelzorg.velden.Regel(blank=True, help_text='Bijvoorbeeld een zaaknummer. Geen naam.', max_length=500, verbose_name='kenmerk van het verzoek')),
                ('ontvangen_op', models.DateField(verbose_name='ontvangen op')),
                ('kanaal', models.CharField(choices=[('e-mail', 'Mail'), ('brief', 'Brief'), ('telefoon', 'Telefoon'), ('gesprek', 'Gesprek'), ('Klopt dit?', 'Klopt Dit')], max_length=20, verbose_name='binnengekomen via')),
                ('identiteit_op', models.DateField(blank=True, null=True, verbose_name='identiteit vastgesteld op')),
                ('identiteit', mantelzorg.velden.Regel(blank=True, help_text='Bijvoorbeeld: gebeld op het bekende nummer.', max_length=500, verbose_name='hoe vastgesteld')),
                ('verlengd_op', models.DateField(blank=True, null=True, verbose_name='verlengd op')),
                ('verlenging_reden', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='reden van verlenging')),
                ('afgehandeld_op', models.DateField(blank=True, null=True, verbose_name='afgehandeld op')),
                ('uitkomst', models.CharField(blank=True, choices=[('toegewezen', 'Toegewezen'), ('deels toegewezen', 'Deels'), ('afgewezen', 'Afgewezen'), ('ingetrokken', 'Ingetrokken')], max_length=20, verbose_name='uitkomst')),
                ('toelichting', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='toelichting')),
                ('inzending', models.UUIDField(db_index=True, editable=False, verbose_name='inzending')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('deelnemer', models.ForeignKey(blank=True, db_constraint=False, help_text='Leeg: van iemand die hier niet bekend is.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='deelnemers.deelnemer')),
                ('door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical verzoek',
                'verbose_name_plural': 'historical verzoeken',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Verzoek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(choices=[('inzage', 'Inzage'), ('rectificatie', 'Rectificatie'), ('beperking', 'Beperking'), ('bezwaar', 'Bezwaar'), ('wissing', 'Wissing')], max_length=20, verbose_name='soort')),
                ('wie', mantelzorg.velden.Regel(blank=True, help_text='Bijvoorbeeld een zaaknummer. Geen naam.', max_length=500, verbose_name='kenmerk van het verzoek')),
                ('ontvangen_op', models.DateField(verbose_name='ontvangen op')),
                ('kanaal', models.CharField(choices=[('e-mail', 'Mail'), ('brief', 'Brief'), ('telefoon', 'Telefoon'), ('gesprek', 'Gesprek'), ('Klopt dit?', 'Klopt Dit')], max_length=20, verbose_name='binnengekomen via')),
                ('identiteit_op', models.DateField(blank=True, null=True, verbose_name='identiteit vastgesteld op')),
                ('identiteit', mantelzorg.velden.Regel(blank=True, help_text='Bijvoorbeeld: gebeld op het bekende nummer.', max_length=500, verbose_name='hoe vastgesteld')),
                ('verlengd_op', models.DateField(blank=True, null=True, verbose_name='verlengd op')),
                ('verlenging_reden', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='reden van verlenging')),
                ('afgehandeld_op', models.DateField(blank=True, null=True, verbose_name='afgehandeld op')),
                ('uitkomst', models.CharField(blank=True, choices=[('toegewezen', 'Toegewezen'), ('deels toegewezen', 'Deels'), ('afgewezen', 'Afgewezen'), ('ingetrokken', 'Ingetrokken')], max_length=20, verbose_name='uitkomst')),
                ('toelichting', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='toelichting')),
                ('inzending', models.UUIDField(editable=False, unique=True, verbose_name='inzending')),
                ('deelnemer', models.ForeignKey(blank=True, help_text='Leeg: van iemand die hier niet bekend is.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='verzoeken', to='deelnemers.deelnemer')),
                ('door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='verzoeken', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'verzoek',
                'verbose_name_plural': 'verzoeken',
                'ordering': ['ontvangen_op', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Verwijdering',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('aanleiding', mantelzorg.velden.Regel(blank=True, help_text='Waarom, zonder namen.', max_length=500, verbose_name='aanleiding')),
                ('telling', models.JSONField(default=dict, verbose_name='telling')),
                ('op', models.DateTimeField(auto_now_add=True, verbose_name='op')),
                ('inzending', models.UUIDField(editable=False, unique=True, verbose_name='inzending')),
                ('deelnemer', models.ForeignKey(blank=True, help_text='Wie gewist is; leeg waar tekst is verwijderd.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='verwijderingen', to='deelnemers.deelnemer')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verwijderingen', to=settings.AUTH_USER_MODEL)),
                ('verzoek', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='verwijderingen', to='praktijken.verzoek')),
            ],
            options={
                'verbose_name': 'verwijdering',
                'verbose_name_plural': 'verwijderingen',
                'ordering': ['-op'],
            },
        ),
        migrations.CreateModel(
            name='Verzoekstap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('op', models.DateTimeField(auto_now_add=True, verbose_name='op')),
                ('tekst', mantelzorg.velden.Tekst(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', verbose_name='wat is er gedaan')),
                ('door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('verzoek', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stappen', to='praktijken.verzoek')),
            ],
            options={
                'verbose_name': 'stap van een verzoek',
                'verbose_name_plural': 'stappen van verzoeken',
                'ordering': ['op', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Organisatieaanwezigheid',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vanaf', models.DateField(verbose_name='vanaf')),
                ('tot_en_met', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aanwezigheden', to='deelnemers.organisatie')),
                ('praktijk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='organisatieaanwezigheden', to='praktijken.praktijk')),
            ],
            options={
                'verbose_name': 'aanwezigheid van een organisatie',
                'verbose_name_plural': 'aanwezigheid van organisaties',
                'ordering': ['praktijk', 'organisatie', 'vanaf'],
                'constraints': [models.CheckConstraint(condition=models.Q(('tot_en_met', None), ('tot_en_met__gte', models.F('vanaf')), _connector='OR'), name='organisatieaanwezigheid_einde_na_begin', violation_error_message='De laatste dag ligt voor de eerste.')],
            },
        ),
        migrations.AddConstraint(
            model_name='verzoek',
            constraint=models.CheckConstraint(condition=models.Q(('soort__in', ['inzage', 'rectificatie', 'beperking', 'bezwaar', 'wissing'])), name='verzoek_soort', violation_error_message='Kies een soort verzoek uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='verzoek',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('afgehandeld_op', None), ('uitkomst', '')), models.Q(('afgehandeld_op__isnull', False), models.Q(('uitkomst', ''), _negated=True)), _connector='OR'), name='verzoek_afgehandeld_met_uitkomst', violation_error_message='Afgehandeld op en uitkomst horen bij elkaar: vul beide in of geen van beide.'),
        ),
        migrations.AddConstraint(
            model_name='verzoek',
            constraint=models.CheckConstraint(condition=models.Q(('verlengd_op', None), models.Q(('verlenging_reden', ''), _negated=True), _connector='OR'), name='verzoek_verlengd_met_reden', violation_error_message='Geef een reden voor de verlenging.'),
        ),
    ]
