from datetime import UTC, datetime, time, timedelta
from unittest.mock import patch

from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import an_aim
from tests.progress.factories import a_report
from tests.progress.factories import signed as sign

TWICE = ((190, "20"), (10, "31"))


def reported(world, *days, late=0):
    for ago in days:
        world.record("document", world.ago(ago), day="adopted_on", type="report", late=late)


def signed(world, *days):
    """Reports that were written and signed here on those days."""
    for ago in days:
        day = world.ago(ago)
        noon = datetime.combine(day, time(12), UTC)
        with patch("django.utils.timezone.now", return_value=noon):
            period = (day - timedelta(days=100), day)
            sign(a_report(world.practice, world.by, days=period), world.by)


def whole(world, *values, reason="", late=0):
    reported(world, 210, 40, late=late)
    an_aim(world, *(values or TWICE), reason=reason, late=late)


def reviewed(world, *, done=True, **said):
    whole(world)
    partner = world.record("stakeholder", world.before(), day="mapped_on")
    told = {"type": "review", "decisions": "Begin later.", "organisations": [partner.pk], "address": "https://example.org/a"}  # fmt: skip
    meeting = world.record("meeting", world.ago(60), day="held_on", **(told | said))
    world.record("meeting_action", world.ago(30), done=done, source=[meeting.pk], due_on=world.ago(30))


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("one report", lambda world: reported(world, 40), Outcome.PARTLY, Strength.TOLD),
    Case("reports, nothing measured", lambda world: reported(world, 210, 40), Outcome.PARTLY, Strength.TOLD),
    Case("reports, what was due is not measured", lambda world: (reported(world, 210, 40), an_aim(world)), Outcome.PARTLY, Strength.TOLD),
    Case("reports eight months apart", lambda world: (reported(world, 290, 40), an_aim(world, *TWICE)), Outcome.PARTLY, Strength.TOLD),
    Case("reports, a value far off without a reason", lambda world: whole(world, (190, "10"), (10, "12")), Outcome.PARTLY, Strength.TOLD),
    Case("reports, a value far off with its reason", lambda world: whole(world, (190, "10"), (10, "12"), reason="Nobody came."), Outcome.SUPPORTED, Strength.COUNTED),
    Case("reports and measurements", whole, Outcome.SUPPORTED, Strength.COUNTED),
    Case("reports signed here, and measurements", lambda world: (signed(world, 210, 40), an_aim(world, *TWICE)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("and reviewed with partners, what was agreed was done", reviewed, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("what was agreed was not done", lambda world: reviewed(world, done=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("reviewed among the team", lambda world: reviewed(world, organisations=None), Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: whole(world, late=35), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E2.1")
