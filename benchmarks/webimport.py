"""What the worker does with an uploaded file: one step in a process of its own, run by `meet`.

`python -m benchmarks.webimport lezen BESTAND.xlsx`, then `bewaren` and `terugdraaien`, each on the batch of the first.
"""

import sys
from pathlib import Path
from uuid import uuid4

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402  # models need django.setup() first

from mantelzorg.models import User  # noqa: E402
from praktijken.models import Importbatch, Importstand  # noqa: E402
from praktijken.uitwisseling.batches import bevestig, bewaar_upload, vraag_terug  # noqa: E402
from praktijken.uitwisseling.werk import doe  # noqa: E402

KLAAR = {
    "lezen": Importstand.VOORBEELD,
    "bewaren": Importstand.KLAAR,
    "terugdraaien": Importstand.ONGEDAAN,
}


def main(stap: str, *bestand: str) -> None:
    """Ask for one step, as the page does, and do it, as the worker does."""
    user, _ = User.objects.get_or_create(email="meting@voorbeeld.example")
    if stap == "lezen":
        pk = bewaar_upload(SimpleUploadedFile("meting.xlsx", Path(bestand[0]).read_bytes()), user, uuid4()).pk
    else:
        pk = Importbatch.objects.latest("pk").pk
    if stap == "bewaren":
        bevestig(pk, user, Importbatch.objects.get(pk=pk).voorbeeld["vingerafdruk"])
    if stap == "terugdraaien":
        vraag_terug(pk, user)
    doe(pk)
    stand = Importbatch.objects.get(pk=pk).stand
    if stand is not KLAAR[stap]:
        raise SystemExit(f"{stap}: {stand}")


if __name__ == "__main__":
    main(*sys.argv[1:])
