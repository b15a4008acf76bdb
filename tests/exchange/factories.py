"""Readings by hand, over the small framework of the assessments' stories."""

from cairn.frameworks.enums import Standing
from cairn.publications.portrait import Tool
from cairn.reading.shape import (
    ItemReading,
    PracticeReading,
    QuestionReading,
    Reading,
    Unmatched,
)

MET, NOT_MET, UNKNOWN = Standing.MET, Standing.NOT_MET, Standing.UNKNOWN


def item(node_id, mark=MET, **more):
    return ItemReading(
        id=node_id,
        mark=mark,
        **({"text": f"Our wording of {node_id}", "matched_by": "likeness", "confidence": 0.8} | more),
    )


def a_reading(**more):
    """Two questions answered, one missing; one mark unknown, one line left over."""
    return Reading(
        **{
            "framework": "stones",
            "version": "1",
            "language": "en",
            "practice": PracticeReading(title="Open Kitchen", country="Belgium", period="2022 – 2024"),
            "questions": (
                QuestionReading(
                    id="A1",
                    text="Does A1 hold?",
                    narrative="We **cook** together.",
                    tools=(Tool("Recipe cards", "https://example.org/cards"), Tool("", "")),
                    items=(item("A1.1", level="met"), item("A1.2", NOT_MET, text="Stone A1.2 lies well.")),
                ),
                QuestionReading(
                    id="A2",
                    text="Is A2 so?",
                    items=(item("A2.1"), item("A2.2", UNKNOWN)),
                ),
                QuestionReading(
                    id="B1",
                    text=None,
                    items=(item("B1.1", UNKNOWN, text=None, matched_by=None, confidence=0),),
                ),
            ),
            "unmatched": (Unmatched("A line about the weather", page=2),),
            "notes": ("One mark is a picture.",),
        }
        | more
    )
