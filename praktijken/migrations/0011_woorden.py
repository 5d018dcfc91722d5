
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('praktijken', '0010_plan'),
    ]

    operations = [
        migrations.AlterField(
            model_name='antwoord',
            name='hoedanigheid',
            field=models.CharField(blank=True, choices=[('beroepskracht', 'Beroepskracht'), ('vrijwilliger', 'Vrijwilliger'), ('(ex-)mantelzorger', '(Ex-)mantelzorger'), ('bestuur of beleid', 'Bestuur of beleid')], max_length=20, verbose_name='hoedanigheid'),
        ),
        migrations.AlterField(
            model_name='deelname',
            name='hoedanigheid',
            field=models.CharField(blank=True, choices=[('beroepskracht', 'Beroepskracht'), ('vrijwilliger', 'Vrijwilliger'), ('(ex-)mantelzorger', '(Ex-)mantelzorger'), ('bestuur of beleid', 'Bestuur of beleid')], max_length=20, verbose_name='hoedanigheid'),
        ),
        migrations.AlterField(
            model_name='experiment',
            name='afloop',
            field=models.CharField(blank=True, choices=[('afgerond', 'Afgerond'), ('voortijdig gestopt', 'Voortijdig gestopt')], max_length=20, verbose_name='afloop'),
        ),
        migrations.AlterField(
            model_name='historicaldeelname',
            name='hoedanigheid',
            field=models.CharField(blank=True, choices=[('beroepskracht', 'Beroepskracht'), ('vrijwilliger', 'Vrijwilliger'), ('(ex-)mantelzorger', '(Ex-)mantelzorger'), ('bestuur of beleid', 'Bestuur of beleid')], max_length=20, verbose_name='hoedanigheid'),
        ),
        migrations.AlterField(
            model_name='historicalexperiment',
            name='afloop',
            field=models.CharField(blank=True, choices=[('afgerond', 'Afgerond'), ('voortijdig gestopt', 'Voortijdig gestopt')], max_length=20, verbose_name='afloop'),
        ),
        migrations.AlterField(
            model_name='historicalpraktijk',
            name='afloop',
            field=models.CharField(blank=True, choices=[('afgerond', 'Afgerond'), ('voortijdig gestopt', 'Voortijdig gestopt'), ('samengevoegd', 'Samengevoegd')], max_length=20, verbose_name='afloop'),
        ),
        migrations.AlterField(
            model_name='historicalverzoek',
            name='kanaal',
            field=models.CharField(choices=[('e-mail', 'Mail'), ('brief', 'Brief'), ('telefoon', 'Telefoon'), ('gesprek', 'Gesprek'), ('Klopt dit?', 'Klopt dit?')], max_length=20, verbose_name='binnengekomen via'),
        ),
        migrations.AlterField(
            model_name='praktijk',
            name='afloop',
            field=models.CharField(blank=True, choices=[('afgerond', 'Afgerond'), ('voortijdig gestopt', 'Voortijdig gestopt'), ('samengevoegd', 'Samengevoegd')], max_length=20, verbose_name='afloop'),
        ),
        migrations.AlterField(
            model_name='verzoek',
            name='kanaal',
            field=models.CharField(choices=[('e-mail', 'Mail'), ('brief', 'Brief'), ('telefoon', 'Telefoon'), ('gesprek', 'Gesprek'), ('Klopt dit?', 'Klopt dit?')], max_length=20, verbose_name='binnengekomen via'),
        ),
    ]
