"""Attachments: what is taken in, under which name, and how it goes out again."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from praktijken.models import Bijlage
from praktijken.voortgang.bestandssoort import Bestandssoort, soort_van

MAX_BIJLAGE = 10 * 1024 * 1024  # bytes
TE_GROOT = "Dit bestand is groter dan 10 MB. Kies een kleiner bestand."
ONBEKEND = (
    "Dit bestand kan niet als bijlage: de inhoud is van een andere soort. Kies een PDF, een foto (JPEG of PNG), een "
    "Word-, Excel-, PowerPoint- of OpenDocument-bestand zonder macro’s, of platte tekst (UTF-8)."
)
_LENGTE_NAAM = 150  # characters
_ONVEILIG = re.compile(r'[<>:"/\\|?*;%\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """A file of a kind one may attach, with a name that is safe anywhere."""

    naam: str
    mediatype: str
    inhoud: bytes


def veilige_naam(naam: str, soort: Bestandssoort) -> str:
    """The name without folders, signs that mislead or break, and with an end that fits its kind."""
    kaal = naam.replace("\\", "/").rpartition("/")[2]
    zichtbaar = "".join(teken for teken in kaal if unicodedata.category(teken) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    schoon = _ONVEILIG.sub("_", zichtbaar).strip(" .") or "bijlage"
    eind = PurePosixPath(schoon).suffix
    if eind.lower() in soort.achtervoegsels:
        return schoon[: -len(eind)][:_LENGTE_NAAM] + eind.lower()
    return schoon[:_LENGTE_NAAM] + soort.achtervoegsels[0]


class BijlageVeld(forms.FileField):
    """One file; cleaned to a `Bestand`."""

    def clean(self, data: Any, initial: Any = None) -> Bestand | None:
        gekozen: UploadedFile[Any] | None = super().clean(data, initial)
        return None if not gekozen else _gekeurd(gekozen)


def _gekeurd(gekozen: "UploadedFile[Any]") -> Bestand:
    if gekozen.size is None or gekozen.size > MAX_BIJLAGE:
        raise forms.ValidationError(TE_GROOT)
    inhoud = gekozen.read()
    soort = soort_van(inhoud)
    if soort is None:
        raise forms.ValidationError(ONBEKEND)
    return Bestand(naam=veilige_naam(gekozen.name or "", soort), mediatype=soort.mediatype, inhoud=inhoud)


def download(bijlage: Bijlage) -> HttpResponse:
    """The attachment as a download."""
    return als_download(naam=bijlage.naam, mediatype=bijlage.soort, inhoud=bytes(bijlage.inhoud))


def als_download(*, naam: str, mediatype: str, inhoud: bytes) -> HttpResponse:
    """A file as a download that no browser runs, guesses at or keeps."""
    return HttpResponse(
        inhoud,
        content_type=mediatype,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=naam),
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "private, no-store",
        },
    )
