"""Activities and sessions for stories; made by the same actions that people use."""

from datetime import date

from cairn.activities.actions import attending, enrolling, planning
from cairn.activities.actions.attending import Said
from cairn.activities.enums import Kind, Presence, Topic
from cairn.activities.models import Activity, Session
from cairn.people.models import Person
from cairn.practices.models import Practice
from tests.participants.factories import a_participant

DAY = date(2025, 6, 2)
"""A Monday, after everyone's first day."""


def an_activity(practice: Practice, by: Person, **facts) -> Activity:
    return planning.begin(
        practice=practice,
        by=by,
        **{"title": "Bread course", "kind": Kind.COURSE, "topic": Topic.WORK, **facts},
    )


def a_session(activity: Activity, by: Person, **facts) -> Session:
    return planning.plan(activity=activity, by=by, **{"planned_on": DAY, "hours": 2, **facts})[0]


def people_in(activity: Activity, by: Person, number: int, since: date = date(2025, 5, 1)) -> list:
    """Participants enrolled in the practice and in the activity, by code."""
    people = [a_participant(activity.practice, by) for _ in range(number)]
    enrolling.enrol(activity=activity, people=[one.pk for one in people], since=since, by=by)
    return sorted(people, key=lambda one: one.code)


def record(session: Session, by: Person, *states: str, people: list, **more) -> Session:
    """The first person's state first; who has none is not touched."""
    said = {one.pk: Said(state) for one, state in zip(people, states, strict=False)}
    session.refresh_from_db()
    return attending.record(
        session=session, **{"revision": session.sheet_revision, "said": said, "by": by} | more
    )


PRESENT, ABSENT, EXCUSED, UNKNOWN = Presence.PRESENT, Presence.ABSENT, Presence.EXCUSED, Presence.UNKNOWN
