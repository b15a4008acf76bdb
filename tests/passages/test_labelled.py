"""The labelled passages are where the labels say, and the bench reckons rightly. No threshold of quality is here."""

import json
from pathlib import Path

import pytest
from workshop.bench._reckoning import Case, Share, figures, halves

from cairn.frameworks.facts import shipped_framework
from cairn.passages.taking import taken_from

LABELLED = Path(__file__).parent / "labelled"
LABELS = json.loads((LABELLED / "labels.json").read_text())


@pytest.fixture(scope="module")
def passages():
    found = {}
    for file in LABELLED.glob("*.txt"):
        taken = taken_from(file.name, file.read_bytes())
        found[file.name] = [taken.text[span.start : span.end] for span in taken.spans]
        assert taken.language == file.name.split(".")[1]
    return found


def test_every_label_names_one_sentence_of_a_document_in_its_language(passages):
    for language, items in LABELS.items():
        for file, beginning in (label for labels in items.values() for label in labels):
            assert file.endswith(f".{language}.txt")
            assert sum(passage.count(beginning) for passage in passages[file]) == 1, beginning


def test_labels_are_of_the_framework_s_items_and_enough(passages):
    items = {item.id for item in shipped_framework("good-practice-criteria").items}

    assert all(items.issuperset(labels) for labels in LABELS.values())
    assert sum(len(each) for labels in LABELS.values() for each in labels.values()) >= 40
    assert any(not each for labels in LABELS.values() for each in labels.values())
    assert set(passages) == {
        file for labels in LABELS.values() for each in labels.values() for file, _ in each
    }


def test_recall_counts_labels_and_vain_counts_items_without():
    cases = [
        Case("en", "A", frozenset({1}), (1, 2)),
        Case("en", "B", frozenset({7, 9}), (3, 9, 4, 5, 7)),
        Case("en", "C", frozenset(), (3,)),
        Case("en", "D", frozenset(), ()),
    ]

    found = figures(cases)

    assert found.found == {1: Share(1, 3), 3: Share(2, 3), 5: Share(3, 3)}
    assert found.vain == Share(1, 2)
    assert found.beside == Share(3, 4)
    assert halves(cases) == ([cases[0], cases[2]], [cases[1], cases[3]])


def test_intervals_are_those_of_wilson():
    # 15 of 50 by hand: centre 0.3143, half width 0.1235; none of ten reaches up to z² / (10 + z²).
    assert Share(15, 50).interval == pytest.approx((0.1910, 0.4375), abs=1e-3)
    assert Share(0, 10).interval == pytest.approx((0, 0.2775), abs=1e-4)
    assert str(Share(15, 50)) == "0.30 (0.19-0.44)"
    assert str(Share(0, 0)) == "-"
