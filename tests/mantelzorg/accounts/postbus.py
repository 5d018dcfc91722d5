"""What the worker would do: send what stands in the outbox, to the mailbox that tests can read."""

import smtplib
from typing import Any

from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from mantelzorg.post.versturen import verstuur_post


class Weigert(BaseEmailBackend):
    """A mail server that refuses the recipient, with the address in the error as real servers do."""

    def send_messages(self, email_messages: Any) -> int:
        raise smtplib.SMTPRecipientsRefused(dict.fromkeys(email_messages[0].to, (550, b"onbekend")))


def postbus() -> list[EmailMessage]:
    """Everything that was sent so far, after what waits has gone out."""
    verstuur_post.call()
    return mail.outbox
