from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("deelnemers", "0004_kloptdit"),
        ("mantelzorg", "0004_herinneringen"),
    ]
    operations = [
        migrations.AddField(
            model_name='deelnemer',
            name='beperkt_op',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='beperkt sinds'),
        ),
        migrations.AddField(
            model_name='deelnemer',
            name='gewist_op',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='gewist op'),
        ),
        migrations.AddField(
            model_name='historicaldeelnemer',
            name='beperkt_op',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='beperkt sinds'),
        ),
        migrations.AddField(
            model_name='historicaldeelnemer',
            name='gewist_op',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='gewist op'),
        ),
        migrations.AddConstraint(
            model_name='deelnemer',
            constraint=models.CheckConstraint(condition=models.Q(('gewist_op', None), models.Q(('email', ''), ('naam', '')), _connector='OR'), name='deelnemer_gewist_zonder_naam', violation_error_message='Deze persoon is gewist: een naam of e-mailadres komt niet terug.'),
        ),
    ]
