"""Files that go along with a mail: made when it goes out, shown in the outbox as long as it has not gone."""

from collections.abc import Iterator

import pytest
from django.test import Client, override_settings

from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.bijlagen import Bijlage
from mantelzorg.post.klaarzetten import zet_klaar
from mantelzorg.post.versturen import NIET_TE_MAKEN
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.mailvanger import Mailvanger, vang_mail
from tests.mantelzorg.post.brieven import brief

pytestmark = pytest.mark.django_db(transaction=True)
MET_BRIEFKAART = override_settings(POST_BIJLAGEN={"herinnering": f"{__name__}.briefkaart"})
MET_KAPOTTE = override_settings(POST_BIJLAGEN={"herinnering": f"{__name__}.kapot"})


def briefkaart(bericht: Bericht) -> list[Bijlage]:
    inhoud = f"Groeten aan {bericht.aan_naam}, één zin".encode()
    return [Bijlage(naam="kaart.txt", mediatype="application/x-kaart", inhoud=inhoud, in_de_mail="text/x-kaart; bij=1")]


def kapot(_: Bericht) -> list[Bijlage]:
    raise ValueError


@pytest.fixture
def mail() -> Iterator[Mailvanger]:
    with vang_mail() as vanger:
        yield vanger


@MET_BRIEFKAART
def test_a_file_is_made_when_the_mail_goes_out(mail: Mailvanger) -> None:
    bericht = zet_klaar(brief(), door=None)
    Bericht.objects.filter(pk=bericht.pk).update(aan_naam="Noor van Later")

    werk_af()

    delen = [deel for deel in mail.berichten[0].walk() if not deel.is_multipart()]
    assert [(deel.get_content_type(), deel.get_filename()) for deel in delen] == [
        ("text/plain", None),
        ("text/x-kaart", None),
        ("application/x-kaart", "kaart.txt"),
    ]
    assert delen[1]["Content-Type"].params["bij"] == "1"
    assert delen[1].get_content().strip() == "Groeten aan Noor van Later, één zin"
    assert delen[2].get_content().decode() == "Groeten aan Noor van Later, één zin"
    assert mail.teksten == ["Beste Noor,\n\nEr wacht iets."]


@MET_BRIEFKAART
def test_another_kind_of_mail_stays_plain_text(mail: Mailvanger) -> None:
    zet_klaar(brief(soort="weekbrief"), door=None)

    werk_af()

    assert mail.berichten[0].get_content_type() == "text/plain"


@MET_KAPOTTE
def test_a_file_that_cannot_be_made_keeps_the_mail_from_going(mail: Mailvanger) -> None:
    bericht = zet_klaar(brief(), door=None)

    werk_af()

    bericht.refresh_from_db()
    assert (bericht.stand, bericht.uitkomst, mail.berichten) == (Poststand.MISLUKT, NIET_TE_MAKEN, [])


@MET_BRIEFKAART
def test_the_outbox_names_the_files_until_the_mail_has_gone(client: Client, mail: Mailvanger) -> None:
    client.force_login(gebruiker(Rol.MEDEWERKER), backend="mantelzorg.inloggen.AccountBackend")
    bericht = zet_klaar(brief(), door=None)

    assert "<bdi>kaart.txt</bdi>" in client.get(f"/post/{bericht.pk}/").content.decode()
    werk_af()
    assert "kaart.txt" not in client.get(f"/post/{bericht.pk}/").content.decode()
    assert len(mail.berichten) == 1
