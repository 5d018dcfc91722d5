"""A real SMTP server on this machine that keeps what it is sent."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import override_settings


class Mailvanger:
    """What came in, oldest first. With `weiger` set, it refuses every message.

    With `treuzel` it waits that many seconds before it answers, once a message came in (`binnen`).
    """

    def __init__(self) -> None:
        self.berichten: list[EmailMessage] = []
        self.ontvangers: list[list[str]] = []
        self.weiger = False
        self.treuzel = 0.0
        self.binnen = threading.Event()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's
        if self.weiger:
            return "451 Later graag"
        self.binnen.set()
        await asyncio.sleep(self.treuzel)
        self.ontvangers.append(envelope.rcpt_tos)
        self.berichten.append(BytesParser(policy=default).parsebytes(envelope.content))  # type: ignore[arg-type]
        return "250 OK"

    @property
    def adressen(self) -> list[str]:
        """To whom, oldest first."""
        return [str(bericht["To"]) for bericht in self.berichten]

    @property
    def teksten(self) -> list[str]:
        """What they say, with lines ended by a newline alone."""
        lijven = [bericht.get_body(("plain",)) for bericht in self.berichten]
        return [lijf.get_content().replace("\r\n", "\n") for lijf in lijven if lijf is not None]


def vrije_poort() -> int:
    """A port on loopback that nobody uses at this moment."""
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return int(stekker.getsockname()[1])


@contextmanager
def vang_mail() -> Iterator[Mailvanger]:
    """Django's mail goes over SMTP, on loopback, to the catcher."""
    vanger = Mailvanger()
    poort = vrije_poort()
    controller = Controller(vanger, hostname="127.0.0.1", port=poort)
    controller.start()
    try:
        with override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=poort,
            EMAIL_HOST_USER="", EMAIL_HOST_PASSWORD="", EMAIL_USE_TLS=False, EMAIL_USE_SSL=False,
        ):  # fmt: skip
            yield vanger
    finally:
        controller.stop()
