from datetime import timedelta

from cairn.activities.models import Session
from cairn.evidence.enums import Outcome, Strength
from cairn.listening.actions import points
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, noon, people, signed
from tests.listening.factories import a_form, a_point, a_report, pooled


def ways(world, **said):
    world.record("feedback_channel", world.ago(90), day="since", languages=["en"], form="link", anonymous=True, run_by="colleague")  # fmt: skip
    world.record("feedback_channel", world.ago(90), day="since", languages=["en"], form="talk", run_by="facilitator", **said)  # fmt: skip


def answered(world, number=6, ago=20, expected=12, **said):
    """Feedback after one session, pooled; what is opened stands on the session."""
    people(world, 2, languages=[{"tag": "en", "speaks": "well"}])
    activity = an_activity(world.practice, world.by)
    pooled(activity, a_form(), world.by, good=number, on=world.ago(ago), expected=expected)
    Session.objects.update(
        state="held", settled_at=noon(world.ago(ago)), feedback_opened_at=noon(world.ago(ago))
    )


def used(world, tested_on=None, **more):
    ways(world, tested_on=tested_on)
    answered(world, **more)


def reported(world, days=1):
    """A sensitive report of three months ago, acknowledged and settled so many days after."""
    on = world.ago(90)
    report = a_report(world.practice)
    done = on + timedelta(days=days)
    type(report).objects.filter(pk=report.pk).update(received_on=on, acknowledged_on=done, closed_on=done)


def told(world, back=True):
    point = a_point(world.practice, world.by, said_on=world.ago(80), actionable=True)
    if back:
        point = points.decide(point=point, decision="We begin at ten.", by=world.by)
        points.tell_back(point=point, texts={"en": "We begin at ten now."}, by=world.by)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("channels that nobody used yet", lambda world: (ways(world), a_session(world, an_activity(world.practice, world.by))), Outcome.NO_DATA, Strength.NOTHING),
    Case("answers, and no second channel", answered, Outcome.PARTLY, Strength.TOLD),
    Case("channels, and half of those who came answered", used, Outcome.SUPPORTED, Strength.COUNTED),
    Case("few answered", lambda world: used(world, expected=60), Outcome.PARTLY, Strength.TOLD),
    Case("reports seen to in time", lambda world: (used(world), reported(world)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("reports seen to too late", lambda world: (used(world), reported(world, 40)), Outcome.PARTLY, Strength.TOLD),
    Case("a point told back", lambda world: (used(world), told(world)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("a point not told back", lambda world: (used(world), told(world, back=False)), Outcome.PARTLY, Strength.TOLD),
    Case("answers of months ago", lambda world: used(world, ago=70), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("all of it, a channel tested, and a statement signed", lambda world: (used(world, number=10, expected=20, tested_on=world.ago(40)), reported(world), told(world), signed(world, "I3.2")), Outcome.SUPPORTED, Strength.CONFIRMED),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I3.2")
