from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mantelzorg", "0003_post")]
    operations = []
