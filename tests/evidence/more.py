"""What cases of rules need beside records of registers: aims that are measured, goals, people who left, statements."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from cairn.evidence.models import Statement
from cairn.needs.actions import skills
from cairn.needs.skills import SECTIONS
from cairn.plans import actions as plans
from tests.activities.factories import a_session, an_activity
from tests.evidence.cases import TODAY
from tests.money.factories import a_grant, a_line
from tests.needs.factories import an_entry
from tests.participants.factories import a_participant, a_worker
from tests.results.factories import a_measurement, a_target, an_indicator, an_objective


def noon(day):
    return timezone.make_aware(datetime.combine(day, time(12)))


def at(thing, day):
    """As if it had been entered on that day."""
    type(thing).objects.filter(pk=thing.pk).update(made_at=noon(day))
    return thing


def signed(world, item, framework="good-practice-criteria"):
    until = TODAY + timedelta(days=200)
    return Statement.objects.create(
        practice=world.practice, framework=framework, item=item, role="Head", words="It is so.",
        signed_on=world.ago(10), expires_on=until, by=world.by,
    )  # fmt: skip


def granted(world):
    return a_grant(world.practice, world.by, starts_on=world.practice.starts_on, ends_on=world.ago(-180))


def an_aim(world, *values, level="outcome", late=0, reason="", objective=None, entered=100, **said):
    """An objective with an indicator that leads from 10 to 40 in two years, of which a year and a half is over.

    `values` are pairs: the days ago on which a half-year ended, and what was measured for it.
    """
    if objective is None:
        line = a_line(granted(world), world.by)
        facts = {"owner": world.by, "due_on": world.ago(-180), "budget_line": line} | said
        objective = at(an_objective(world.practice, world.by, **facts), world.ago(entered))
    told = {
        "gathering": "latest",
        "baseline": Decimal(10),
        "baseline_on": world.before(),
        "method": "We ask.",
    }
    indicator = an_indicator(objective, world.by, level=level, **told)
    target = a_target(indicator, world.by, "40", world.practice.starts_on, world.ago(-180))
    for days, value in values:
        period = world.ago(days + 150), world.ago(days)
        made = a_measurement(indicator, world.by, value, period, variance_reason=reason)
        at(made, world.ago(days - late))
    return objective, target


def a_plan(world, **goal):
    """Somebody with a work plan and a goal that is due."""
    worker = a_worker(world.practice)
    person = a_participant(world.practice, world.by, worker=worker)
    usual = {
        "words": "Send applications", "kind": "work", "chosen_by": "person", "quantity": Decimal(10),
        "unit": "applications", "baseline": Decimal(0), "due_on": world.ago(20),
    }  # fmt: skip
    plan = plans.begin(participant=person, begun_on=world.ago(300), by=worker)
    return worker, plans.set_goal(plan=plan, by=worker, **(usual | goal))


def a_goal_reached(world):
    worker, goal = a_plan(world)
    plans.close_goal(goal=goal, state="reached", on=world.ago(25), by=worker)


def left(world, months, *told):
    """For each of these one person who left; of the follow-up after so many months it says what became of it: holds, or no contact."""
    worker = a_worker(world.practice)
    for holds in told:
        person = a_participant(world.practice, world.by, worker=worker)
        exit_ = plans.leave(participant=person, on=world.ago(months * 31 + 10), reason="completed", result="job", by=worker)  # fmt: skip
        due = exit_.follow_ups.get(months=months)
        if holds:
            plans.follow_up(due=due, on=due.due_on, contact="reached", holds=holds, by=worker)


def sessions(world, number, hours="4", since=0):
    """One each day, back from so many days ago."""
    activity = an_activity(world.practice, world.by)
    for day in range(since, since + number):
        a_session(activity, world.by, planned_on=world.ago(day), hours=Decimal(hours))


def a_whole_grid(person, by):
    """One section is told, the others are hidden for this person."""
    for key, section in SECTIONS.items():
        if key == "languages":
            an_entry(person, by)
        else:
            skills.put(participant=person, section=section, asked="hidden", by=by)
