"""A document as PDF/UA-1: tagged, in Dutch, with its title, bookmarks, table headers and text alternatives.

Texts go in as data, so that none is ever read as markup. No font of the machine and no network is used.
"""

import datetime
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from monitor.document.blokken import Document
from monitor.document.letters import ONBEKEND, tekenbaar
from monitor.weergave.lettermaat import LETTERMAP, LETTERTYPE

PDF = "application/pdf"
SJABLOON = Path(__file__).with_name("bladzijden.typ")
UITLEG = f"{ONBEKEND} staat voor tekens die het lettertype van deze pdf niet kent."


def als_pdf(document: Document) -> bytes:
    """The file; the same document gives the same bytes. typst.TypstError where PDF/UA-1 cannot be had."""
    return typst.compile(
        SJABLOON,
        root=SJABLOON.parent,
        font_paths=[LETTERMAP],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"document": _gegevens(document)},
    )


def _gegevens(document: Document) -> str:
    op = document.gemaakt_op.astimezone(datetime.UTC)
    vorm = {
        "lettertype": LETTERTYPE,
        "titel": document.titel,
        "onderwerp": document.onderwerp,
        "auteur": document.auteur,
        "voet": document.voet,
        "blokken": [{"soort": type(blok).__name__, **asdict(blok)} for blok in document.blokken],
    }
    leesbaar = _tekenbaar(vorm)
    tekst = json.dumps(leesbaar)
    moment = dict(zip(("year", "month", "day", "hour", "minute", "second"), op.timetuple()[:6], strict=True))
    return json.dumps(leesbaar | {"gemaakt_op": moment, "uitleg": UITLEG if ONBEKEND in tekst else ""})


def _tekenbaar(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return tekenbaar(waarde)
    if isinstance(waarde, dict):
        return {naam: _tekenbaar(deel) for naam, deel in waarde.items()}
    return [_tekenbaar(deel) for deel in waarde] if isinstance(waarde, list | tuple) else waarde
