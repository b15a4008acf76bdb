"""A small framework and its documents, in our own words, for the tests of reading."""

from functools import cache
from pathlib import Path

from cairn.frameworks.shape import Framework
from cairn.reading.assemble import assembled
from cairn.reading.drafting import drafted
from cairn.reading.extract.any import lines_of
from cairn.reading.extract.kind import kind_of
from cairn.reading.shape import Reading

OWN = Path(__file__).parent / "documents" / "steady-steps.txt"


def document_in(name: str, data: bytes):
    return lines_of(kind_of(name, data), data)


@cache
def steady_framework() -> Framework:
    """The framework that our own document is an assessment of: 10 questions, 33 items."""
    return drafted(document_in(OWN.name, OWN.read_bytes()), file_name=OWN.name)


GARDEN = {
    "format": "cairn-framework-1",
    "id": "garden",
    "version": "1",
    "title": "Garden Criteria",
    "summary": "How a shared garden is kept.",
    "language": "en",
    "source": "Made for tests",
    "licence": "CC0",
    "status": "own",
    "scale": "met",
    "scales": [
        {
            "id": "met",
            "label": "Met or not",
            "levels": [
                {"id": "met", "label": "Met", "standing": "met", "value": 1},
                {"id": "partly", "label": "Half way", "standing": "partly", "value": 0.5},
                {"id": "not_met", "label": "Not met", "standing": "not_met", "value": 0},
            ],
        },
        {
            "id": "steps",
            "label": "Steps",
            "levels": [
                {"id": "s0", "label": "Nothing", "standing": "not_met", "value": 0},
                {"id": "s1", "label": "Begun", "standing": "partly", "value": 1},
                {"id": "s2", "label": "Grown", "standing": "partly", "value": 2},
                {"id": "s3", "label": "Blooming", "standing": "met", "value": 3},
            ],
        },
    ],
    "nodes": [
        {
            "id": "S",
            "kind": "group",
            "text": "Soil and water",
            "children": [
                {
                    "id": "S1",
                    "kind": "question",
                    "text": "Is the soil looked after through the year?",
                    "children": [
                        {
                            "id": "S1.1",
                            "kind": "item",
                            "text": "Compost is made from kitchen scraps.",
                            "terms": ["compost"],
                        },
                        {
                            "id": "S1.2",
                            "kind": "item",
                            "text": "Beds are mulched before the frost.",
                            "terms": ["mulch", "winter cover"],
                        },
                        {
                            "id": "S1.3",
                            "kind": "item",
                            "text": "Heavy machines stay off the ground.",
                            "terms": ["tractor"],
                        },
                    ],
                },
                {
                    "id": "S2",
                    "kind": "question",
                    "text": "Is water used sparingly?",
                    "children": [
                        {
                            "id": "S2.1",
                            "kind": "item",
                            "text": "Rain from the roof is stored in barrels.",
                            "scale": "steps",
                        },
                        {
                            "id": "S2.2",
                            "kind": "item",
                            "text": "Watering happens early in the morning.",
                            "scale": "steps",
                        },
                    ],
                },
            ],
        },
        {
            "id": "T",
            "kind": "gate",
            "text": "Tenancy",
            "children": [
                {
                    "id": "T.1",
                    "kind": "item",
                    "text": "The lease names the garden's plot and lasts ten years.",
                }
            ],
        },
        {
            "id": "N",
            "kind": "group",
            "text": "Neighbours",
            "children": [
                {
                    "id": "N1",
                    "kind": "question",
                    "text": "Do neighbours share work and harvest?",
                    "children": [
                        {"id": "N1.1", "kind": "item", "text": "A rota tells who weeds in which week."},
                        {
                            "id": "N1.2",
                            "kind": "item",
                            "text": "Vegetables are handed out at a weekly table.",
                        },
                    ],
                }
            ],
        },
    ],
}


@cache
def garden() -> Framework:
    return Framework.model_validate(GARDEN)


def read(text: str, name: str = "garden.txt", framework: Framework | None = None) -> Reading:
    return assembled(document_in(name, text.encode()), framework or garden())


def marks(reading: Reading) -> dict[str, str]:
    """The marks of the items found, by id."""
    return {item.id: str(item.mark) for item in reading.found}


def parts_by_question() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each question of our own document with the ids and texts of its items."""
    framework = steady_framework()
    return [(node.text, [(item.id, item.text) for item in node.items]) for node in framework.questions]
