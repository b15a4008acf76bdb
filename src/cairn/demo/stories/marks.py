"""An assessment of the practice by the usual criteria, shortly before today: as its records are, so are its marks.

What the records of a small practice do not carry yet, the assessor leaves open.
"""

from __future__ import annotations

from datetime import timedelta

from cairn.assessments import actions as assessments
from cairn.assessments.saying import Saying
from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.evidence import facts as evidence
from cairn.evidence.enums import Outcome
from cairn.exchange.facts import USUAL
from cairn.frameworks import facts as frameworks
from cairn.frameworks.enums import Mode

LACKING = frozenset({"R2.2", "E1.3", "E2.2", "E2.5", "P1.2", "P2.2"})
"""For these a whole kind of record is missing, here as in the document of “Steady Steps” (docs/decisions/0012)."""
LEFT_OUT = "I2"
WHY = "The house keeps its address private, so neighbours cannot take part in it."


def judged(world: World) -> Story:
    yield (on := world.ends - timedelta(days=2))
    version = frameworks.latest(USUAL)
    framework = frameworks.framework_of(version)
    by = world.team.assessor
    assessment = assessments.start(
        practice=world.practice, framework_version=version, mode=Mode.SELF, language="en", by=by
    )
    found = evidence.of_practice(world.practice, USUAL, on)
    marks = [
        Saying(item.id, None, level="not_met" if item.id in LACKING else "met")
        for item in framework.items
        if not item.id.startswith(f"{LEFT_OUT}.")
        and (item.id in LACKING or found[item.id].outcome is Outcome.SUPPORTED)
    ]
    left_out = Saying(LEFT_OUT, None, left_out=True, left_out_reason=WHY)
    assessments.record(assessment=assessment, entries=[left_out, *marks], by=by)
