"""People who take part, for stories; made by the same actions that people use."""

from datetime import date

from cairn.participants import actions
from cairn.participants.models import Participant
from cairn.people.models import Person
from cairn.people.roles import SocialWorker
from cairn.practices.models import Practice
from tests.factories import a_person


def a_participant(practice: Practice, by: Person, *, worker: Person | None = None, **facts) -> Participant:
    participant = actions.enrol(practice=practice, by=by, **{"enrolled_on": date(2025, 3, 1), **facts})
    if worker:
        actions.assign(participant=participant, worker=worker, by=by)
    return participant


def a_worker(practice: Practice, name: str = "Wilma") -> Person:
    return a_person(name, practice.organisation, SocialWorker)
