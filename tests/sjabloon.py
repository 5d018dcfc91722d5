"""`python -m tests.sjabloon NAAM`: migrates a database from zero, for the test databases of a run to be copies of.

NAAM is a file for SQLite, a database on the server of DATABASE_URL for PostgreSQL; what stood there goes.
"""

import gc
import os
import sys

import django
from django.db import connection


def main(naam: str) -> None:
    gc.disable()  # looking for what migrating leaves behind would take a sixth of the time
    connection.settings_dict["TEST"] = {**connection.settings_dict["TEST"], "NAME": naam, "TEMPLATE": None}
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(naam)}")
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    main(sys.argv[1])
