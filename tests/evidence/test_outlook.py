"""What is solid, what gets too old, and which task would carry most."""

from datetime import date, timedelta

from cairn.evidence import outlook
from cairn.evidence.enums import Outcome, Verdict, Weight
from cairn.evidence.judging import judged
from cairn.evidence.shape import Finding, Part, Task, Trace
from cairn.frameworks.facts import shipped_framework
from tests.assessments.factories import a_framework, group, item, question

TODAY = date(2025, 6, 30)
MEETING = Task("Record a meeting", "record_new", ("meeting",))
MINUTES = Task("Add the minutes of the meeting", "record_new", ("meeting",))
RISK = Task("Record a risk", "record_new", ("risk",))
ASK = Task("Ask the partners")


def part(verdict, *missing, weight=Weight.MUST, ago=None):
    traces = (Trace(TODAY - timedelta(days=ago), TODAY - timedelta(days=ago)),) if ago is not None else ()
    return Part("seen", weight, "Seen", Finding(verdict, 1, 2, traces), missing)


def says(*parts):
    return judged(list(parts), fresh_for=90, today=TODAY)


SOLID = says(part(Verdict.YES, ago=10))
AGEING = says(part(Verdict.YES, ago=80))
OLD = says(part(Verdict.YES, ago=100))
NOTHING = says(part(Verdict.NO_DATA, MEETING))
HALF = says(part(Verdict.YES, ago=10), part(Verdict.NO, MINUTES))
BOTH = says(part(Verdict.NO_DATA, MEETING, RISK), part(Verdict.NO_DATA, ASK))


def test_the_day_from_which_it_is_too_old_is_told():
    assert AGEING.stale_on == TODAY + timedelta(days=11)
    assert (AGEING.stale, OLD.stale) == (False, True)
    assert NOTHING.stale_on is None


def test_what_gets_old_within_a_month_comes_soonest_first():
    later = says(part(Verdict.YES, ago=70))

    found = {"A": SOLID, "B": later, "C": AGEING, "D": OLD, "E": NOTHING}

    assert outlook.gets_old(found, TODAY) == [
        ("C", TODAY + timedelta(days=11)),
        ("B", TODAY + timedelta(days=21)),
    ]


def test_only_what_is_counted_and_fresh_is_solid():
    assert [outlook.is_solid(one) for one in (SOLID, OLD, HALF, NOTHING)] == [True, False, False, False]


def test_criteria_are_counted_with_what_has_a_rule():
    framework = a_framework(
        group("A", question("A1", item("A1.1"), item("A1.2"), item("A1.3"), item("A1.4"))),
        group("B", question("B1", item("B1.1"))),
    )

    (share,) = outlook.by_criterion(framework, {"A1.1": SOLID, "A1.2": HALF, "A1.3": NOTHING})

    assert (share.node.id, share.items, share.solid, share.weak, share.open) == ("A", 3, 1, 1, 1)


def test_the_page_that_wins_most_comes_first_with_all_that_is_missing_there():
    gains = outlook.gains({"A": NOTHING, "B": HALF, "C": BOTH, "D": SOLID}, TODAY)

    meeting, *others = gains
    assert meeting.tasks == (MEETING, MINUTES)
    assert meeting.items == ("A", "B", "C")
    assert meeting.levels == 2 + 1 + 1
    assert [one.tasks for one in others] == [(RISK,), (ASK,)]


def test_a_task_that_wins_nothing_alone_is_not_told():
    blocked = says(part(Verdict.NO, RISK), part(Verdict.YES, weight=Weight.VETO))

    assert blocked.outcome is Outcome.CONTRADICTED
    assert outlook.gains({"A": blocked}, TODAY) == []


def test_every_outcome_has_its_place_in_the_order():
    assert set(outlook.ORDER) == set(Outcome)
    assert outlook.by_criterion(shipped_framework("good-practice-criteria"), {}) == []
