"""The public record as other catalogues read it."""

import json
from datetime import date
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Namespace, URIRef

from cairn.common.countries import COUNTRIES
from cairn.practices.enums import IntegrationArea
from cairn.publications.portrait import Labelled
from cairn.repository import authority
from cairn.repository.views import catalogue
from tests.publications.factories import a_publication

DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
EU = "http://publications.europa.eu/resource/authority/"
SHAPES = Path(__file__).with_name("catalogue.ttl")
BREAD = URIRef("https://cairn.example/practices/bread-and-words/#dataset")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(autouse=True)
def _known_as(settings):
    settings.SITE_ADDRESS = "https://cairn.example"
    settings.SITE_NAME = "House of Practices"
    settings.PUBLIC_LICENCE = f"{EU}licence/CC_BY_4_0"


@pytest.fixture
def edition(organisation, coordinator):
    return a_publication(
        organisation,
        coordinator,
        summary="Women bake and learn.",
        country=Labelled("BE", "Belgium"),
        places=("Ghent",),
        starts_on=date(2021, 3, 1),
        integration_areas=(Labelled("language", "Language"), Labelled("housing-and-settlement", "Housing")),
    )


def graph_of(content: bytes) -> Graph:
    return Graph().parse(data=content.decode(), format="json-ld")


def test_the_catalogue_says_all_that_it_must_and_should(client, edition):
    answer = client.get("/catalogue.jsonld")

    graph = graph_of(answer.content)
    conforms, _report, text = validate(graph, shacl_graph=Graph().parse(SHAPES))
    assert answer["Content-Type"] == "application/ld+json"
    assert conforms, text
    assert URIRef(f"{EU}country/BEL") in graph.objects(BREAD, DCT.spatial)
    assert {str(theme)[-4:] for theme in graph.objects(BREAD, DCAT.theme)} == {"EDUC", "SOCI"}
    assert len(set(graph.subjects(RDF.type, DCAT.Distribution))) == 5
    assert edition.digest in answer.content.decode()


@pytest.mark.parametrize("missing", ["dct:publisher", "dcat:theme", "dct:spatial", "dcat:distribution"])
def test_the_shapes_do_refuse(client, edition, missing):
    linked = json.loads(client.get("/catalogue.jsonld").content)
    del linked["@graph"][0]["dcat:dataset"][0][missing]

    conforms, _report, _text = validate(
        graph_of(json.dumps(linked).encode()), shacl_graph=Graph().parse(SHAPES)
    )

    assert not conforms


def test_distributions_can_be_fetched_as_what_they_say_they_are(client, edition):
    linked = json.loads(client.get("/catalogue.jsonld").content)

    for distribution in linked["@graph"][0]["dcat:dataset"][0]["dcat:distribution"]:
        if distribution["dct:title"] in {"JSON", "JSON-LD", "XLSX"}:
            answer = client.get(distribution["dcat:downloadURL"].removeprefix("https://cairn.example"))
            assert answer.status_code == 200
            assert distribution["dcat:mediaType"].endswith(answer["Content-Type"].partition(";")[0])


def test_what_is_not_known_is_not_said(client, organisation, coordinator, settings):
    settings.PUBLIC_LICENCE = ""
    a_publication(organisation, coordinator, country=None, title="Bread and Words")

    linked = json.loads(client.get("/catalogue.jsonld").content)["@graph"][0]

    assert "dct:license" not in linked
    assert not {"dct:temporal", "dct:spatial"} & linked["dcat:dataset"][0].keys()


def test_an_empty_catalogue_is_one_all_the_same(client, db):
    linked = json.loads(client.get("/catalogue.jsonld").content)

    assert linked["@graph"][0]["dct:publisher"]["foaf:name"] == "House of Practices"
    assert "dcat:dataset" not in linked["@graph"][0]


@pytest.mark.parametrize("many", [1, 3])
def test_a_longer_catalogue_asks_no_more_of_the_database(
    client, organisation, coordinator, many, django_assert_num_queries
):
    for number in range(many):
        a_publication(organisation, coordinator, title=f"Practice {number}")

    with django_assert_num_queries(2):
        linked = json.loads(client.get("/catalogue.jsonld").content)

    assert len(linked["@graph"][0]["dcat:dataset"]) == many


def test_harvesters_are_led_from_page_to_page(client, organisation, coordinator, monkeypatch):
    monkeypatch.setattr(catalogue, "ON_A_PAGE", 1)
    for number in range(2):
        a_publication(organisation, coordinator, title=f"Practice {number}")

    first = json.loads(client.get("/catalogue.jsonld").content)["@graph"][1]
    second = json.loads(client.get("/catalogue.jsonld?page=2").content)["@graph"][1]

    assert first["hydra:next"] == second["id"]
    assert second["hydra:previous"] == first["id"]
    assert client.get("/catalogue.jsonld?page=9").status_code == 404


def test_our_tables_know_every_country_and_only_real_areas():
    assert authority.COUNTRIES.keys() == COUNTRIES.keys()
    assert len(set(authority.COUNTRIES.values())) == len(authority.COUNTRIES)
    assert set(authority.THEMES) <= set(IntegrationArea.values)
    assert authority.language("fr-BE") == f"{EU}language/FRA"
    assert authority.language("edo") is None
