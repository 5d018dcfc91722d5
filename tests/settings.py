"""The product's settings on a data folder of the tests' own: never a user's database, key or password.

A database named in DATABASE_URL is kept; Django makes a test database of its own beside it. One folder serves a whole
run, with one in it for each worker; the programs that tests start find it in the environment.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

EIGEN_MAP = "TEST_DATA_DIR"
SJABLOON = "TEST_SJABLOON"
"""In the environment: a database that is migrated already, for the test database to be a copy of; may be absent."""

if EIGEN_MAP not in os.environ:
    os.environ[EIGEN_MAP] = tempfile.mkdtemp(prefix="mantelzorg-tests-")
    atexit.register(shutil.rmtree, os.environ[EIGEN_MAP], ignore_errors=True)
# Workers of one run have databases of their own, so also files of their own beside them.
os.environ["DATA_DIR"] = str(Path(os.environ[EIGEN_MAP]) / os.environ.get("PYTEST_XDIST_WORKER", "hoofd"))
(Path(os.environ["DATA_DIR"]) / "static").mkdir(
    parents=True, exist_ok=True
)  # whitenoise warns at every request without it

from mantelzorg.settings import *  # noqa: E402, F403  # the product's settings, whole, now that DATA_DIR is set

# SQLite in a file, as people have it: threads with connections of their own can then wait for each other.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": Path(os.environ["DATA_DIR"]) / "test.sqlite3"}  # noqa: F405
else:
    # What a test wrote need not outlive the machine; nobody waits for the disk.
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405  # threads of tests come and go
    DATABASES["default"]["OPTIONS"] |= {"options": "-c synchronous_commit=off"}  # noqa: F405
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ.get(SJABLOON)}  # noqa: F405

# A password hash that is slow on purpose would make up most of the suite's time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
