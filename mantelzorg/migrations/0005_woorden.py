
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mantelzorg', '0004_herinneringen'),
    ]

    operations = [
        migrations.AlterField(
            model_name='historicalprogramma',
            name='vorm',
            field=models.CharField(choices=[('innovatietraject', 'Innovatietraject'), ('lerende praktijk', 'Lerende praktijk'), ('praktijkversneller', 'Praktijkversneller')], max_length=30, verbose_name='vorm'),
        ),
        migrations.AlterField(
            model_name='programma',
            name='vorm',
            field=models.CharField(choices=[('innovatietraject', 'Innovatietraject'), ('lerende praktijk', 'Lerende praktijk'), ('praktijkversneller', 'Praktijkversneller')], max_length=30, verbose_name='vorm'),
        ),
    ]
