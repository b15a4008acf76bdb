import json

from cairn.frameworks.enums import Standing
from cairn.publications.portrait import Tool
from cairn.reading.shape import (
    ItemReading,
    PracticeReading,
    QuestionReading,
    Reading,
    Unmatched,
    to_json,
)


def test_a_reading_prints_only_what_the_document_holds():
    reading = Reading(
        framework="good-practice-criteria",
        version="1",
        language="en",
        practice=PracticeReading(title="Steady Steps"),
        questions=(
            QuestionReading(
                id="I1",
                text="Can all kinds of people take part?",
                narrative="They can.",
                tools=(Tool("A guide", "https://example.org"),),
                items=(
                    ItemReading("I1.1", Standing.MET, "met", "Fair chances.", "terms", 0.9),
                    ItemReading("I1.2", Standing.UNKNOWN),
                ),
            ),
            QuestionReading(id="I2", text=None),
        ),
        unmatched=(Unmatched("A stray line", page=2),),
    )

    printed = json.loads(to_json(reading))

    assert printed["practice"] == {"title": "Steady Steps"}
    assert [question["id"] for question in printed["questions"]] == ["I1"]
    assert [item["id"] for item in printed["questions"][0]["items"]] == ["I1.1"]
    assert printed["questions"][0]["tools"] == [{"title": "A guide", "url": "https://example.org"}]
    assert printed["unmatched"] == [{"text": "A stray line", "page": 2, "mark": None}]
    assert printed["summary"] == {"met": 1, "partly": 0, "not_met": 0, "not_applicable": 0, "unknown": 0}
