"""The catalogue holds to the shapes of DCAT-AP-NL 3.0, which stand beside the checkout; without network."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pyshacl import validate
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCAT, DCTERMS

from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, met_kleine_aantallen, teksten

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")]

VORMEN = Path(settings.BASE_DIR).parent / "shared" / "controle"


@pytest.fixture
def catalogus() -> Graph:
    programma = met_kleine_aantallen()
    teksten(programma)
    gepubliceerd(vastgesteld(programma, 2019, "2019-06-30"))
    gepubliceerd(vastgesteld(programma))
    inhoud = Client().get("/cijfers/catalogus.jsonld").content
    return Graph().parse(data=inhoud, format="json-ld")


@pytest.mark.parametrize("naam", ["dcat-ap-SHACL.ttl", "dcat-ap-nl-SHACL.ttl"])
def test_it_has_the_form_that_catalogues_ask_for(catalogus, naam):
    if not (VORMEN / naam).exists():
        pytest.skip("de vormen van DCAT-AP-NL staan niet naast deze map")

    klopt, _, verslag = validate(catalogus, shacl_graph=str(VORMEN / naam))

    assert klopt, verslag


def test_it_names_each_publication_with_its_files(catalogus):
    datasets = {URIRef(f"{settings.WEBADRES}/cijfers/thuis/{jaar}/1/") for jaar in (2019, 2020)}

    assert set(catalogus.subjects(RDF.type, DCAT.Dataset)) == datasets
    licenties = {URIRef(settings.CIJFERS_LICENTIE)}
    for dataset in datasets:
        bestanden = set(catalogus.objects(dataset, DCAT.distribution))
        assert bestanden == {URIRef(f"{dataset}{vorm}/") for vorm in ("csv", "json", "pdf", "xlsx")}
        assert {een for bestand in bestanden for een in catalogus.objects(bestand, DCTERMS.license)} == licenties
