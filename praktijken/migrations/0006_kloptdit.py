import django.db.models.deletion
import mantelzorg.velden
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("praktijken", "0005_herinneringen"),
        ("deelnemers", "0004_kloptdit"),
        ("mantelzorg", "0003_post"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name='Uitvraag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('zout', models.CharField(blank=True, editable=False, max_length=32)),
                ('afdruk', models.CharField(blank=True, editable=False, max_length=64)),
                ('gemaakt_op', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('inzending', models.UUIDField(editable=False, verbose_name='inzending')),
                ('geldig_tot', models.DateField(null=True, verbose_name='geldig tot en met')),
                ('ingetrokken_op', models.DateTimeField(null=True, verbose_name='ingetrokken op')),
                ('bericht', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='uitvraag', to='mantelzorg.bericht')),
                ('deelnemer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uitvragen', to='deelnemers.deelnemer')),
                ('gemaakt_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ingetrokken_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('praktijk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='uitvragen', to='praktijken.praktijk')),
            ],
            options={
                'verbose_name': 'uitvraag',
                'verbose_name_plural': 'uitvragen',
                'ordering': ['-gemaakt_op', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Antwoord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(choices=[('klopt', 'Klopt'), ('correctie', 'Correctie'), ('stoppen', 'Stoppen'), ('bezwaar', 'Bezwaar')], max_length=20, verbose_name='soort')),
                ('organisatie_naam', mantelzorg.velden.Regel(blank=True, max_length=500, verbose_name='organisatie')),
                ('hoedanigheid', models.CharField(blank=True, choices=[('beroepskracht', 'Beroepskracht'), ('vrijwilliger', 'Vrijwilliger'), ('(ex-)mantelzorger', 'Ex Mantelzorger'), ('bestuur of beleid', 'Bestuur Of Beleid')], max_length=20, verbose_name='hoedanigheid')),
                ('stopt_op', models.DateField(null=True, verbose_name='laatste dag')),
                ('toelichting', mantelzorg.velden.Tekst(blank=True, verbose_name='toelichting')),
                ('gezien', models.CharField(blank=True, editable=False, max_length=64)),
                ('ontvangen_op', models.DateTimeField(verbose_name='ontvangen op')),
                ('inzending', models.UUIDField(editable=False, verbose_name='inzending')),
                ('besluit', models.CharField(blank=True, choices=[('overgenomen', 'Overgenomen'), ('deels overgenomen', 'Deels'), ('niet overgenomen', 'Afgewezen'), ('behandeld', 'Behandeld'), ('vervangen', 'Vervangen')], max_length=20, verbose_name='besluit')),
                ('besloten_op', models.DateTimeField(null=True, verbose_name='besloten op')),
                ('besluit_reden', mantelzorg.velden.Tekst(blank=True, verbose_name='reden van het besluit')),
                ('opgeruimd_op', models.DateTimeField(null=True, verbose_name='opgeruimd op')),
                ('besloten_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('deelname', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='antwoorden', to='praktijken.deelname')),
                ('organisatietype', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deelnemers.organisatietype')),
                ('uitvraag', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='antwoorden', to='praktijken.uitvraag')),
            ],
            options={
                'verbose_name': 'antwoord',
                'verbose_name_plural': 'antwoorden',
                'ordering': ['ontvangen_op', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='uitvraag',
            constraint=models.UniqueConstraint(fields=('inzending', 'deelnemer'), name='uitvraag_eenmaal'),
        ),
        migrations.AddConstraint(
            model_name='uitvraag',
            constraint=models.UniqueConstraint(condition=models.Q(('afdruk', ''), _negated=True), fields=('afdruk',), name='uitvraag_afdruk'),
        ),
        migrations.AddIndex(
            model_name='antwoord',
            index=models.Index(fields=['besluit', 'ontvangen_op'], name='antwoord_open'),
        ),
        migrations.AddConstraint(
            model_name='antwoord',
            constraint=models.CheckConstraint(condition=models.Q(('soort__in', ['klopt', 'correctie', 'stoppen', 'bezwaar'])), name='antwoord_soort'),
        ),
        migrations.AddConstraint(
            model_name='antwoord',
            constraint=models.CheckConstraint(condition=models.Q(('besluit__in', ['', 'overgenomen', 'deels overgenomen', 'niet overgenomen', 'behandeld', 'vervangen'])), name='antwoord_besluit'),
        ),
        migrations.AddConstraint(
            model_name='antwoord',
            constraint=models.CheckConstraint(condition=models.Q(('hoedanigheid__in', ['', 'beroepskracht', 'vrijwilliger', '(ex-)mantelzorger', 'bestuur of beleid'])), name='antwoord_hoedanigheid'),
        ),
        migrations.AddConstraint(
            model_name='antwoord',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('soort', 'stoppen'), _negated=True), models.Q(('stopt_op', None), _negated=True), _connector='OR'), name='antwoord_stopt_op'),
        ),
    ]
