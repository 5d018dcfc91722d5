"""Files in a zip, and the list by which one checks them: the same files give the same bytes."""

import datetime
import io
import zipfile
from hashlib import sha256

SOMMEN = "SHA256SUMS"
_EERSTE_DAG = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
"""A zip knows no earlier one."""


def pak_in(bestanden: dict[str, bytes], *, op: datetime.datetime) -> bytes:
    """A zip with the files in this order, each of the moment `op` (in UTC, to two seconds)."""
    moment = max(op.astimezone(datetime.UTC), _EERSTE_DAG)
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        for naam, inhoud in bestanden.items():
            lid = zipfile.ZipInfo(naam, date_time=moment.timetuple()[:6])
            lid.compress_type, lid.create_system, lid.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            pak.writestr(lid, inhoud)
    return uit.getvalue()


def sommen(bestanden: dict[str, bytes]) -> bytes:
    """The SHA-256 of each file, a line each, as `sha256sum --check` reads them."""
    return "".join(f"{sha256(inhoud).hexdigest()}  {naam}\n" for naam, inhoud in bestanden.items()).encode()
