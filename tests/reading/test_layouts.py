"""One document, laid out in every way that needs no word processor, is always read to the same assessment."""

import pytest
from workshop.bench._documents import LAYOUTS, SEED, parts_of

from cairn.reading.assemble import assembled
from tests.reading.world import OWN, document_in, steady_framework

PICTURES = {name for name in LAYOUTS if "pictures" in name}


@pytest.fixture(scope="module")
def parts():
    return parts_of(OWN)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_read_alike(layout, parts, tmp_path):
    file = LAYOUTS[layout](parts, tmp_path)

    reading = assembled(document_in(file.name, file.read_bytes()), steady_framework())

    expected = ["met" if part.sign == "✓" else "not_met" for part in parts if part.kind == "item"]
    assert [str(item.mark) for item in reading.items] == (
        ["unknown"] * len(expected) if layout in PICTURES else expected
    )
    assert all(item.text for item in reading.items)
    assert bool(reading.notes) == (layout in PICTURES)
    narratives = [part.text for part in parts if part.kind == "narrative"]
    assert [question.narrative for question in reading.questions] == narratives
    assert reading.unmatched == ()
    assert reading.practice.country == "Belgium"


@pytest.mark.skipif(not SEED.exists(), reason="the page itself is not part of this repository")
def test_the_page_that_all_began_with():
    """Its wording is not ours, so every match is found by words, terms and place."""
    reading = assembled(document_in(SEED.name, SEED.read_bytes()), steady_framework())

    assert len([question for question in reading.questions if question.text]) == 9
    assert reading.summary == {"met": 25, "partly": 0, "not_met": 6, "not_applicable": 0, "unknown": 0}
    narratives = [part.text for part in parts_of(SEED) if part.kind == "narrative"]
    assert [question.narrative for question in reading.questions if question.text] == narratives
