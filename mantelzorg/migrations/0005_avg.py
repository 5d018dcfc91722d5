from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mantelzorg", "0004_herinneringen")]
    operations = []
