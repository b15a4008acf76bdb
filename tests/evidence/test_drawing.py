"""The wheel and the cairns of a practice's evidence."""

from django.utils import translation

from cairn.common.drawing import PRINT
from cairn.evidence.drawing import drawn
from cairn.evidence.enums import Outcome, Strength
from cairn.evidence.shape import Judged
from cairn.evidence.telling import lines
from cairn.frameworks.facts import shipped_framework


def questions(practice):
    framework = shipped_framework("good-practice-criteria")
    judged = [
        Judged(Outcome.SUPPORTED, Strength.CONFIRMED),
        Judged(Outcome.PARTLY, Strength.TOLD),
        Judged(Outcome.CONTRADICTED, Strength.COUNTED),
        Judged(Outcome.NO_DATA, Strength.NOTHING),
    ]
    items = [item.id for question in framework.questions for item in question.items]
    return lines(practice, framework, dict(zip(items, judged, strict=False)))


def test_each_item_is_drawn_as_strong_as_it_is(practice):
    found = drawn(questions(practice))

    assert found.strip.count("<ellipse") == 3 + 1 + 2
    assert found.wheel.count("<path") == 4 + 3
    assert "Items that the records support: 1 of 4" in found.wheel
    assert "supported; counted and confirmed from a second side" in found.strip


def test_it_is_mirrored_and_goes_into_documents(practice):
    asked = questions(practice)
    with translation.override("ar"):
        mirrored = drawn(asked)

    assert mirrored.strip != drawn(asked).strip
    assert "class=" not in drawn(asked, PRINT).wheel.replace('class="drawing"', "")
