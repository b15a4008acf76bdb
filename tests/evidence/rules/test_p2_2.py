from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing

WHOLE = ["operations", "services", "outcomes"]


def reviewed(world, *days, topics=WHOLE, sides=2, **said):
    """Joint reviews so many days ago, with outside organisations at the table; the last one is returned."""
    there = [world.record("stakeholder", world.before(), day="mapped_on").pk for _each in range(sides)]
    usual = {"type": "review", "data_pack": True, "address": "https://example.org/figures", "late": 0}
    for ago in days:
        made = world.record("meeting", world.ago(ago), day="held_on", topics=topics, organisations=there, **(usual | said))  # fmt: skip
    return made


def agreed(world, *days, done=True, **said):
    """Two reviews, and a task of the second for each of these days by which it was due."""
    meeting = reviewed(world, 200, 60, **said)
    for ago in days:
        world.record("meeting_action", world.ago(ago), done=done, source=[meeting.pk], due_on=world.ago(ago))


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("ordinary meetings with partners", lambda world: reviewed(world, 40, 90, type="partner"), Outcome.NO_DATA, Strength.NOTHING),
    Case("two reviews without figures on the table", lambda world: reviewed(world, 40, 90, data_pack=False), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("two reviews with one organisation", lambda world: reviewed(world, 40, 90, sides=1), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("one joint review", lambda world: reviewed(world, 40), Outcome.PARTLY, Strength.TOLD),
    Case("two joint reviews", lambda world: reviewed(world, 40, 90), Outcome.SUPPORTED, Strength.COUNTED),
    Case("and what was agreed was done", lambda world: agreed(world, 20, 30), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("the same, minutes only with the team", lambda world: agreed(world, 20, 30, address=None), Outcome.SUPPORTED, Strength.COUNTED),
    Case("what was agreed is overdue", lambda world: agreed(world, 20, 30, done=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("two joint reviews, the last more than half a year ago", lambda world: reviewed(world, 200, 300), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: reviewed(world, 60, 90, late=31), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "P2.2")
