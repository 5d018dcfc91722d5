from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("deelnemers", "0005_avg")]
    operations = []
