import pytest

from cairn.frameworks.enums import NodeKind
from cairn.reading.assemble import assembled
from cairn.reading.drafting import drafted
from cairn.reading.lines import Document, Line, Unreadable
from tests.reading.world import OWN, document_in, steady_framework


def kinds(framework):
    return [(node.id, str(node.kind), node.text) for node in framework.walk()]


def test_headings_questions_and_items_word_for_word():
    framework = steady_framework()

    groups = [node.text for node in framework.of_kind(NodeKind.GROUP)]
    assert groups == [
        "Inclusivity and participation",
        "Relevance and complementarity",
        "Effectiveness",
        "Partnership and collaboration",
    ]
    assert len(framework.questions) == 10
    assert len(framework.items) == 33
    assert (framework.id, framework.status) == ("steady-steps", "official")
    assert framework.source.startswith("TO FILL IN")


def test_the_document_matches_its_own_framework_by_equal_text():
    reading = assembled(document_in(OWN.name, OWN.read_bytes()), steady_framework())

    assert {item.matched_by for item in reading.items} == {"equal text"}
    assert {question.matched_by for question in reading.questions} == {"equal text"}


def test_a_page_of_headings():
    lines = (
        Line("Garden Days", level=1),
        Line("Soil", level=2),
        Line("Is the soil looked after?", level=3),
        Line("✓ Compost"),
        Line("– Mulch"),
        Line("– Mulch"),
        Line("Water", level=2),
        Line("Barrels", level=3),
        Line("✓ Rain"),
    )

    framework = drafted(Document(lines), file_name="Garden!.html", framework_id="g", title="G")

    assert (framework.id, framework.title) == ("g", "G")
    assert kinds(framework) == [
        ("A", "group", "Soil"),
        ("A1", "question", "Is the soil looked after?"),
        ("A1.1", "item", "Compost"),
        ("A1.2", "item", "Mulch"),
        ("B", "group", "Water"),
        ("B1", "question", "Barrels"),
        ("B1.1", "item", "Rain"),
    ]


def test_questions_without_a_heading_are_put_in_one_group():
    lines = (Line("Is the soil looked after?"), Line("✓ Compost"), Line("This is a sentence."))

    framework = drafted(Document(lines), file_name="?.txt")

    assert framework.id == "drafted"
    assert [node.text for node in framework.nodes] == ["Criteria"]
    assert [item.text for item in framework.items] == ["Compost", "This is a sentence."]


def test_a_document_without_questions_is_refused():
    with pytest.raises(Unreadable, match="No question with checklist items"):
        drafted(Document((Line("words"),)), file_name="a.txt")
