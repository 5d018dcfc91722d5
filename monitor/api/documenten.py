"""The documents for users of the API, as HTML: what stands in docs/ is what the pages show."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

BEGIN: Final = "api"
DOCUMENTEN: Final = (BEGIN, "publicaties", "bescherming", "zegel", "oproepcijfers")
"""Names of files in docs/, without `.md`; each may refer to the others."""
_LINK: Final = re.compile(r"(\w+)\.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: its title, and what stands below that, as HTML without styles or scripts."""

    titel: str
    html: str


@functools.cache
def document(naam: str) -> Document:
    """That document, read once a process. KeyError: there is none of that name, or it refers to one there is not."""
    if naam not in DOCUMENTEN:
        raise KeyError(naam)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(_bron(naam))
    html = markdown.renderer.render(list(_leesbaar(tokens[3:])), markdown.options, {})
    return Document(titel=tokens[1].content, html=html.replace("<pre>", '<pre tabindex="0">'))


def regel(tekst: str) -> str:
    """A line of text as HTML: what stands between backticks as code."""
    html: str = MarkdownIt("commonmark", {"html": False}).renderInline(tekst)
    return html


def adres_van(naam: str) -> str:
    """The page of a document. KeyError: there is none."""
    if naam not in DOCUMENTEN:
        raise KeyError(naam)
    return reverse("api-docs") if naam == BEGIN else reverse("api-document", args=[naam])


def _leesbaar(tokens: Sequence[Token]) -> Iterator[Token]:
    """Headings that links can name, tables that a phone and a screen reader can read, links to pages."""
    kop, kolommen = "", _Kolommen()
    for vorige, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            _verwijs(token)
        if vorige is not None and vorige.type == "heading_open":
            kop = token.content
            vorige.attrSet("id", slugify(kop))
        kolommen.zie(token, vorige)
        if token.type == "table_open":
            token.attrSet("class", "gestapeld")
            yield _html(f'<div class="tabel" tabindex="0" role="region" aria-label="Tabel bij {escape(kop)}">')
        yield token
        if token.type == "table_close":
            yield _html("</div>")


class _Kolommen:
    """Gives the cells of a table the name of their column, and its rows a head: their first cell."""

    def __init__(self) -> None:
        self._namen: list[str] = []
        self._plek = 0

    def zie(self, token: Token, vorige: Token | None) -> None:
        """The next token of the document, and the one before it."""
        if token.type == "table_open":
            self._namen = []
        elif token.type == "tr_open":
            self._plek = 0
        elif token.type == "th_open":
            token.attrs = {"scope": "col"}
        elif token.type == "td_open":
            self._cel(token)
        elif token.type == "td_close" and self._plek == 1:
            token.tag = "th"
        elif vorige is not None and vorige.type == "th_open":
            self._namen.append(token.content)

    def _cel(self, token: Token) -> None:
        if self._plek == 0:
            token.tag, token.attrs = "th", {"scope": "row"}
        else:
            token.attrs = {"data-kop": self._namen[self._plek]}
        self._plek += 1


def _verwijs(token: Token) -> None:
    """A link to another document leads to its page; where its text is the name of the file, it gets its title."""
    for deel in token.children or ():
        link, tekst = (_LINK.fullmatch(wat) for wat in (str(deel.attrGet("href") or ""), deel.content))
        if link:
            deel.attrSet("href", adres_van(link[1]))
        if tekst:
            deel.content = _bron(tekst[1]).partition("\n")[0].removeprefix("# ")


def _bron(naam: str) -> str:
    return (settings.BASE_DIR / "docs" / f"{naam}.md").read_text("utf-8")


def _html(tekst: str) -> Token:
    return Token(type="html_block", tag="", nesting=0, content=tekst)
