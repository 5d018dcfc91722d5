from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("deelnemers", "0003_werkplek")]
    operations = []
