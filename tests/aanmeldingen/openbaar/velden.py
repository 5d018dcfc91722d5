"""What a browser sends along with a public form: for tests that post one."""

import datetime
from html.parser import HTMLParser
from uuid import UUID, uuid4

from aanmeldingen.openbaar.bescherming import onderteken


def eerlijk(nu: datetime.datetime, *, inzending: UUID | None = None, **velden: str) -> dict[str, str]:
    """These fields, in a form that was opened a minute before `nu` and whose trap is empty."""
    getoond = onderteken(nu - datetime.timedelta(minutes=1))
    return {"inzending": str(inzending or uuid4()), "getoond": getoond, "website": "", **velden}


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.velden: dict[str, str] = {}
        self._bezig = ""
        self._met_script = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._met_script = self._met_script and tag != "noscript"
        veld = dict(attrs) if self._met_script else {}
        if tag in ("input", "textarea") and veld.get("name"):
            self.velden[veld["name"]] = veld.get("value") or ""
            self._bezig = veld["name"] if tag == "textarea" else ""

    def handle_endtag(self, tag: str) -> None:
        self._bezig = "" if tag == "textarea" else self._bezig
        self._met_script = self._met_script or tag == "noscript"

    def handle_data(self, data: str) -> None:
        if self._bezig:
            self.velden[self._bezig] += data


def velden_van(html: str) -> dict[str, str]:
    """The text fields of a form, hidden ones too, as a browser would send them; a line break right after `<textarea>`
    is no part of the text.
    """
    lezer = _Lezer()
    lezer.feed(html)
    return {naam: waarde.removeprefix("\r\n").removeprefix("\n") for naam, waarde in lezer.velden.items()}
