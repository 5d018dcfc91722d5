from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("praktijken", "0006_kloptdit")]
    operations = []
