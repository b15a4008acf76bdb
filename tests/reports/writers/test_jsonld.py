import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Namespace

from cairn.reports import facts

CCCEV = Namespace("http://data.europa.eu/m8g/")
SHAPES = Path(__file__).with_name("cccev.ttl")


def graph_of(content: bytes) -> Graph:
    return Graph().parse(data=content.decode(), format="json-ld")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_linked_data_conforms(portrait):
    graph = graph_of(facts.written(portrait, "jsonld").content)

    conforms, _report, text = validate(graph, shacl_graph=Graph().parse(SHAPES))

    assert conforms, text
    assert len(set(graph.subjects(RDF.type, CCCEV.Criterion))) == 2
    assert len(set(graph.subjects(RDF.type, CCCEV.InformationConcept))) == 5
    # One answer in words, four marks: what nobody decided is not evidence.
    assert len(set(graph.subjects(RDF.type, CCCEV.Evidence))) == 5


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_shapes_do_refuse(portrait):
    linked = json.loads(facts.written(portrait, "jsonld").content)
    for part in linked["@graph"]:
        if part["type"] == "cccev:Evidence":
            del part["supportsRequirement"]

    conforms, _report, _text = validate(
        graph_of(json.dumps(linked).encode()), shacl_graph=Graph().parse(SHAPES)
    )

    assert not conforms


def test_facts_that_are_not_known_are_not_written(portrait):
    practice = replace(portrait.practice, country=None, starts_on=None, ends_on=None, summary="")

    linked = json.loads(facts.written(replace(portrait, practice=practice), "jsonld").content)

    dataset = next(part for part in linked["@graph"] if part["type"] == "dcat:Dataset")
    assert not {"dct:spatial", "dct:temporal", "description"} & set(dataset)
