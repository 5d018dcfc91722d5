import mantelzorg.velden
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deelnemers", "0003_werkplek")]
    operations = [
        migrations.AddField(
            model_name='deelnemer',
            name='niet_benaderen',
            field=models.BooleanField(default=False, help_text='Krijgt nooit mail.', verbose_name='niet benaderen'),
        ),
        migrations.AddField(
            model_name='deelnemer',
            name='niet_benaderen_omdat',
            field=mantelzorg.velden.Regel(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', max_length=500, verbose_name='niet benaderen omdat'),
        ),
        migrations.AddField(
            model_name='deelnemer',
            name='niet_benaderen_sinds',
            field=models.DateField(blank=True, null=True, verbose_name='niet benaderen sinds'),
        ),
        migrations.AddField(
            model_name='historicaldeelnemer',
            name='niet_benaderen',
            field=models.BooleanField(default=False, help_text='Krijgt nooit mail.', verbose_name='niet benaderen'),
        ),
        migrations.AddField(
            model_name='historicaldeelnemer',
            name='niet_benaderen_omdat',
            field=mantelzorg.velden.Regel(blank=True, help_text='Schrijf geen namen of gezondheid van personen op.', max_length=500, verbose_name='niet benaderen omdat'),
        ),
        migrations.AddField(
            model_name='historicaldeelnemer',
            name='niet_benaderen_sinds',
            field=models.DateField(blank=True, null=True, verbose_name='niet benaderen sinds'),
        ),
        migrations.AddConstraint(
            model_name='deelnemer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('niet_benaderen', True), ('niet_benaderen_sinds__isnull', False)), models.Q(('niet_benaderen', False), ('niet_benaderen_omdat', ''), ('niet_benaderen_sinds', None)), _connector='OR'), name='deelnemer_niet_benaderen', violation_error_message='Vul bij niet benaderen in sinds wanneer. Wie benaderd mag worden, heeft geen dag en geen reden.'),
        ),
    ]
