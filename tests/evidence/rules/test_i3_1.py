from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import signed


def asked(world, ago=30, late=0, phase="design", participants=5, **said):
    return world.record("consultation", world.ago(ago), day="held_on", late=late, phase=phase, participants=participants, **said)  # fmt: skip


def twice(world, late=0, **said):
    asked(world, 300, late=late)
    return asked(world, 100, late=late, phase="implementation", **said)


def said_in(world, consultation, late=0):
    return world.record("consultation_input", world.ago(100), day="said_on", late=late, consultations=[consultation.pk], source="participants")  # fmt: skip


def decided(world, late=0, **said):
    consultation = twice(world, late=late, **said)
    point = said_in(world, consultation, late)
    world.record("design_decision", world.ago(80), day="decided_on", late=late, inputs=[point.pk], decision="yes")  # fmt: skip
    return consultation


def told(world):
    """Each of the two, within weeks; the practice has ended by now."""
    consultation = decided(world, topics=["evaluation"])
    world.record("told_back", world.ago(70), day="told_on", consultations=[consultation.pk])
    earlier = asked(world, 290, phase="evaluation")
    world.record("told_back", world.ago(270), day="told_on", consultations=[earlier.pk])
    world.practice.ends_on = world.ago(1)
    world.practice.save()


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("one consultation", asked, Outcome.PARTLY, Strength.TOLD),
    Case("two, nothing written down of what was said", twice, Outcome.PARTLY, Strength.TOLD),
    Case("with points that nobody decided on", lambda world: said_in(world, twice(world)), Outcome.PARTLY, Strength.TOLD),
    Case("decided", decided, Outcome.SUPPORTED, Strength.COUNTED),
    Case("two people only", lambda world: decided(world, participants=2), Outcome.SUPPORTED, Strength.COUNTED),
    Case("and told back", told, Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: decided(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("long ago", lambda world: asked(world, 300), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("told back each time, and a statement signed", lambda world: (told(world), signed(world, "I3.1")), Outcome.SUPPORTED, Strength.CONFIRMED),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I3.1")
