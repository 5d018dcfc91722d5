"""Whatever is wrong, and whoever notices it: the API answers with a problem in Dutch."""

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import include, path
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response

from mantelzorg.toegang import Rol
from monitor.api.basis import ApiView
from tests.gegevens import gebruiker
from tests.monitor.api.vragen import API, client_van, probleem

INDICATOR = f"{API}/indicatoren/23"


def titel_en_uitleg(antwoord) -> tuple[int, str, str]:
    inhoud = probleem(antwoord)
    return inhoud["status"], inhoud["title"], inhoud["detail"]


@pytest.mark.parametrize("adres", ["/api/", "/api/v2", "/api/v1/", "/api/v1/elders", "/api/v1/indicatoren/23/x"])
@pytest.mark.parametrize("methode", ["get", "post", "options"])
def test_an_address_that_means_nothing_is_not_found_whatever_one_wants_of_it(adres: str, methode: str):
    antwoord = getattr(Client(), methode)(adres)

    assert titel_en_uitleg(antwoord) == (404, "Niet gevonden", "Dit is er niet, of u mag het niet zien.")


def test_api_without_anything_leads_to_an_address_of_it():
    antwoord = Client().get("/api", follow=True)

    assert probleem(antwoord)["status"] == 404


@pytest.mark.django_db
@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete", "options"])
def test_another_method_is_refused_with_those_there_are_before_anything_else(methode: str):
    antwoord = getattr(Client(), methode)(INDICATOR)

    assert titel_en_uitleg(antwoord) == (405, "Methode niet mogelijk", "Dit adres kent alleen GET en HEAD.")
    assert antwoord["Allow"] == "GET, HEAD"


@pytest.mark.django_db
def test_another_form_than_json_is_refused():
    antwoord = Client().get(INDICATOR, headers={"Accept": "text/csv"})

    assert titel_en_uitleg(antwoord) == (
        406,
        "Vorm niet mogelijk",
        "De API geeft JSON. Vraag om application/json.",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("vraag", "reden"),
    [
        ("peildatu=2020-06-30", "peildatu: is hier geen parameter."),
        ("format=xml", "format: is hier geen parameter."),
        ("programma=thuis%00", "programma: bevat een teken dat niet kan."),
        ("programma=a&programma=b&x=1", "programma: staat er meer dan één keer. x: is hier geen parameter."),
    ],
)
def test_a_parameter_that_is_not_understood_is_refused_not_passed_over(vraag: str, reden: str):
    antwoord = client_van(gebruiker(Rol.ANALIST)).get(f"{INDICATOR}?{vraag}")

    assert titel_en_uitleg(antwoord) == (400, "Onjuiste parameters", reden)


@pytest.mark.django_db
def test_a_character_that_no_database_takes_is_in_no_address():
    assert probleem(Client().get(f"{API}/oproepen/thuis%00/cijfers"))["status"] == 404


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_a_problem_for_the_api_and_a_page_elsewhere():
    anders = Client(headers={"Host": "elders.example"})

    assert probleem(anders.get(INDICATOR))["status"] == 400
    assert anders.get("/")["Content-Type"].startswith("text/html")


class Stuk(ApiView):
    """Breaks in the way it is told to."""

    http_method_names = ["get", "post"]
    fout: Exception = ValueError("een geheim dat niemand mag lezen")

    def get(self, request: Request) -> Response:
        raise self.fout

    def post(self, request: Request) -> Response:
        return Response(request.data)


handler500 = "monitor.api.fouten.storing"
urlpatterns = [
    path("api/v1/stuk", Stuk.as_view()),
    path("api/v1/vol", Stuk.as_view(fout=OperationalError("database is locked"))),
    path("api/v1/vaak", Stuk.as_view(fout=Throttled(wait=12.2))),
    path("elders/stuk", Stuk.as_view()),
    path("", include("mantelzorg.urls")),
]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_fault_of_ours_tells_nothing_of_itself():
    antwoord = Client(raise_request_exception=False).get("/api/v1/stuk")

    assert titel_en_uitleg(antwoord) == (500, "Storing", "Er ging bij ons iets mis. Probeer het later nog eens.")
    assert "Er ging iets mis" in Client(raise_request_exception=False).get("/elders/stuk").content.decode()


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_database_that_is_busy_says_when_to_come_back():
    antwoord = Client().get("/api/v1/vol")

    assert titel_en_uitleg(antwoord) == (
        503,
        "Het is druk",
        "Er wachten nu te veel anderen. Probeer het zo nog eens.",
    )
    assert antwoord["Retry-After"] == "10"


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_who_asks_too_often_hears_how_long_to_wait():
    antwoord = Client().get("/api/v1/vaak")

    assert probleem(antwoord)["title"] == "Te veel verzoeken"
    assert antwoord["Retry-After"] == "13"


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("inhoud", "soort", "verwacht"),
    [
        ("{", "application/json", (400, "Onjuist verzoek", "De inhoud van het verzoek is geen geldige JSON.")),
        (
            "a;b",
            "text/csv",
            (415, "Soort inhoud niet mogelijk", "De API leest alleen application/json."),
        ),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(inhoud: str, soort: str, verwacht: tuple[int, str, str]):
    assert titel_en_uitleg(Client().post("/api/v1/stuk", inhoud, content_type=soort)) == verwacht
