"""Files that go along with a kind of mail, made when it goes out: what they say is true at that moment.

Apps name theirs in the settings (`POST_BIJLAGEN`): a function of a Bericht that gives its files, none where nothing
goes along any more.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.module_loading import import_string

from mantelzorg.models import Bericht


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlage:
    """A file. `in_de_mail`: the media type under which mail programs read it as a part of the mail itself.

    Calendars look for an invitation there; people save the file. Empty: it only goes along as a file.
    """

    naam: str
    mediatype: str
    inhoud: bytes
    in_de_mail: str = ""


def bijlagen(bericht: Bericht) -> list[Bijlage]:
    """The files that would go along now."""
    maak = settings.POST_BIJLAGEN.get(bericht.soort)
    return import_string(maak)(bericht) if maak else []


def voeg_bij(mail: EmailMultiAlternatives, bericht: Bericht) -> None:
    """Put the files in the mail. UnicodeDecodeError where what mail programs read is no UTF-8."""
    for bijlage in bijlagen(bericht):
        if bijlage.in_de_mail:
            mail.attach_alternative(bijlage.inhoud.decode(), bijlage.in_de_mail)
        mail.attach(bijlage.naam, bijlage.inhoud, bijlage.mediatype)
