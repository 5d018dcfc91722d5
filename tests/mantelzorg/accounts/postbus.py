"""A mail server that refuses everything."""

import smtplib
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend


class Weigert(BaseEmailBackend):
    """Refuses the recipient, with the address in the error as real servers do."""

    def send_messages(self, email_messages: Any) -> int:
        raise smtplib.SMTPRecipientsRefused(dict.fromkeys(email_messages[0].to, (550, b"onbekend")))
