"""People, sessions and what is recorded of them, for cases of rules: on days before the world's today, entered `late` days after."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from cairn.activities.actions import attending, enrolling, planning
from cairn.activities.actions.attending import Said
from cairn.activities.models import Session
from cairn.evidence.models import Statement
from cairn.participants import actions as participants
from cairn.plans import actions as plans
from tests.activities.factories import an_activity, people_in  # noqa: F401  # also for cases
from tests.participants.factories import a_worker  # noqa: F401  # also for cases


def noon(day):
    return timezone.make_aware(datetime.combine(day, time(12)))


def entered(thing, day, late=0):
    """As if it had been entered so many days after that day."""
    type(thing).objects.filter(pk=thing.pk).update(made_at=noon(day + timedelta(days=late)))
    return thing


def people(world, number=1, ago=200, late=0, languages=(), **facts):
    """Participants who came so many days ago; each with these languages: {"tag": "ti", "reads": "some"}."""
    found = []
    for _each in range(number):
        one = participants.enrol(practice=world.practice, by=world.by, enrolled_on=world.ago(ago), **facts)
        for language in languages:
            participants.add(participant=one, what="language", by=world.by, **language)
        found.append(entered(one, one.enrolled_on, late))
    return found


def left(world, one, ago, late=0, result="job"):
    """That somebody left, so many days ago."""
    on = world.ago(ago)
    made = plans.leave(participant=one, on=on, reason="completed", result=result, by=world.by)
    return entered(made, on, late)


def signed(world, item):
    """A statement that holds."""
    Statement.objects.create(
        practice=world.practice,
        framework="good-practice-criteria",
        item=item,
        role="Head of the house",
        words="It is so.",
        signed_on=world.ago(20),
        expires_on=world.ago(-100),
        by=world.by,
    )


def a_session(world, activity, ago=30, present=(), absent=(), late=0, **facts):
    """Held so many days ago, with who came and who did not; they are enrolled in the activity first."""
    there = [*present, *absent]
    day = world.ago(ago)
    if there:
        enrolling.enrol(activity=activity, people=[one.pk for one in there], since=day, by=world.by)
    session = planning.plan(activity=activity, by=world.by, planned_on=day, **({"hours": 2} | facts))[0]
    if there:
        said = {one.pk: Said("present") for one in present} | {one.pk: Said("absent") for one in absent}
        attending.record(session=session, revision=0, said=said, by=world.by)
    else:
        planning.hold(session=session, by=world.by)
    Session.objects.filter(pk=session.pk).update(settled_at=noon(day + timedelta(days=late)))
    return session
