"""What a journey through the whole intake needs: a clock, a browser for each person, and the mail that came in."""

import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

from freezegun import freeze_time
from playwright.sync_api import Page, expect

from mantelzorg.models import User
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.taken.werker import werk_af
from tests.aanmeldingen.gegevens import moment
from tests.mailvanger import Mailvanger, vang_mail

LINK = re.compile(r"http\S+/(?:aanmelding|inschrijving)/\S+")


class Reis:
    """People at their own browsers, at the moment that the test set last."""

    def __init__(self, pagina_als: Callable[..., Page], vanger: Mailvanger) -> None:
        self._pagina_als, self._vanger = pagina_als, vanger
        self._klok: Any = None

    def op(self, tekst: str) -> datetime.datetime:
        """From now it is `jjjj-mm-dd uu:mm` in Amsterdam, and the clock runs on."""
        self.stop()
        nu = moment(tekst)
        self._klok = freeze_time(nu, tick=True)
        self._klok.start()
        return nu

    def stop(self) -> None:
        """The real time again."""
        if self._klok is not None:
            self._klok.stop()
            self._klok = None

    def als(self, user: User | None = None, **hoe: Any) -> Page:
        """A browser of `user`, who just logged in; without one: of somebody without an account."""
        return self._pagina_als(user=user, **hoe)

    def post(self) -> list[EmailMessage]:
        """What the worker sends now, in the order in which it comes in."""
        al_binnen = len(self._vanger.berichten)
        verstuur_post.enqueue()
        werk_af()
        return self._vanger.berichten[al_binnen:]

    def een_mail(self, aan: str) -> EmailMessage:
        """The one mail that the worker sends now, which is to this address."""
        [mail] = self.post()
        assert aan in str(mail["To"])
        return mail


@contextmanager
def op_reis(pagina_als: Callable[..., Page]) -> Iterator[Reis]:
    """A journey, with mail that goes to a server of its own."""
    with vang_mail() as vanger:
        reis = Reis(pagina_als, vanger)
        try:
            yield reis
        finally:
            reis.stop()


def tekst_van(mail: EmailMessage) -> str:
    """What it says, with lines ended by a newline alone."""
    lijf = mail.get_body(("plain",))
    assert lijf is not None
    return str(lijf.get_content()).replace("\r\n", "\n")


def link_in(mail: EmailMessage) -> str:
    """The personal link in it."""
    [link] = LINK.findall(tekst_van(mail))
    return str(link)


def knop(pagina: Page, naam: str) -> None:
    pagina.get_by_role("button", name=naam, exact=True).click()


def verwacht(pagina: Page, *teksten: str) -> None:
    """The page says each of these."""
    for tekst in teksten:
        expect(pagina.locator("main")).to_contain_text(tekst)


def open_deel(pagina: Page, naam: str) -> None:
    """Unfold the part of an application's page of this name."""
    pagina.locator("summary", has_text=naam).first.click()


def verder_naar(pagina: Page, kop: str) -> None:
    """Store a step of the application form; the next is the one with this heading."""
    knop(pagina, "Bewaren en verder")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text(kop)


def verstuur_aanmelding(pagina: Page) -> None:
    """Agree and send in."""
    pagina.get_by_label("Ik ga akkoord met deze voorwaarden").check()
    knop(pagina, "Aanmelding versturen")
    verwacht(pagina, "Wij hebben uw aanmelding ontvangen")
