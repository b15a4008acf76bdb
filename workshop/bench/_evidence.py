"""Measures for evidence.py, in a process and a database of its own; prints figures as JSON."""
# ruff: noqa: E402  # Django must be set up before anything of Cairn is imported.

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from cairn.activities.models import Activity, Attendance, Session
from cairn.evidence import facts
from cairn.evidence.models import Snapshot
from cairn.participants.models import Participant
from cairn.people.models import Person
from cairn.practices import actions as practices
from cairn.practices.models import Practice
from cairn.registers import actions as registers
from cairn.registers.models import Record

CRITERIA = "good-practice-criteria"
TITLE = "A Trade of One’s Own"
ROUNDS = 3
PEOPLE, SESSIONS, PRESENT = 30, 60, 10


def median_ms(act: Callable[[], object], before: Callable[[], object] = lambda: None) -> tuple[float, float]:
    """Of the clock on the wall, and of the processor alone: the latter is told apart from whatever else runs."""
    before()
    act()
    times = []
    for _turn in range(ROUNDS):
        before()
        wall, processor = time.perf_counter(), time.process_time()
        act()
        times.append(((time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000))
    return statistics.median(wall for wall, _own in times), statistics.median(own for _wall, own in times)


def statements(ask: Callable[[], object]) -> list[tuple[str, object]]:
    """What is asked of the database meanwhile, with its values."""
    asked: list[tuple[str, object]] = []

    def heard(execute: Callable[..., object], sql: str, params: object, *more: object) -> object:
        asked.append((sql, params))
        return execute(sql, params, *more)

    with connection.execute_wrapper(heard):
        ask()
    return asked


def read(asked: list[tuple[str, object]]) -> int:
    """The same again, without anything of Django's: rows as the database gives them, and nothing is done with them."""
    rows = 0
    with connection.cursor() as cursor:
        for sql, params in asked:
            cursor.execute(sql, params)
            rows += len(cursor.fetchall())
    return rows


@transaction.atomic
def another(like: Practice, by: Person) -> None:
    """A practice of a tenth of the size, written in bulk."""
    practice = practices.create(organisation=like.organisation, by=by, title=f"Another {uuid4()}")
    today = timezone.localdate()
    activity = Activity.objects.create(practice=practice, title="Course", kind="course", topic="language")
    people = Participant.objects.bulk_create(
        Participant(practice=practice, code=f"P{number:04}", enrolled_on=today - timedelta(days=400))
        for number in range(PEOPLE)
    )
    sessions = Session.objects.bulk_create(
        Session(
            activity=activity,
            planned_on=today - timedelta(days=number),
            state="held",
            settled_at=timezone.now(),
            hours=2,
        )
        for number in range(SESSIONS)
    )
    Attendance.objects.bulk_create(
        Attendance(session=session, participant=people[(number + each) % PEOPLE], state="present")
        for number, session in enumerate(sessions)
        for each in range(PRESENT)
    )


def figures(practice: Practice, by: Person) -> dict[str, object]:
    """In ms, but for the size of what is kept and how many practices there are."""
    forget = Snapshot.objects.filter(practice=practice).delete

    def look() -> object:
        return facts.standing(practice, CRITERIA)

    def change() -> None:
        registers.close(record=record, on=timezone.localdate(), by=by)
        registers.reopen(record=record, by=by)

    record = Record.objects.filter(practice=practice, kind="stakeholder").first() or sys.exit(
        "No stakeholder"
    )
    cold = median_ms(look, forget)
    forget()
    asked = len(statements(look))
    unchanged = median_ms(look)
    changed = median_ms(look, change)
    kept = Snapshot.objects.get(practice=practice, framework=CRITERIA)
    return {
        "practices": Practice.objects.count(),
        "cold": cold,
        "cold_queries": asked,
        "changed": changed,
        "unchanged": unchanged,
        "kib": len(json.dumps([kept.items, kept.sources, kept.traces])) / 1024,
    }


def measure() -> dict[str, object]:
    call_command("migrate", verbosity=0)
    if not Practice.objects.filter(title=TITLE).exists():
        call_command("demo", verbosity=0, stdout=sys.stderr)
    practice = Practice.objects.get(title=TITLE)
    by = Person.objects.get(email="mira@harbour-lane.example")
    asked = statements(lambda: facts.of_practice(practice, CRITERIA, timezone.localdate()))
    told: dict[str, object] = {
        "floor": median_ms(lambda: read(asked)),
        "rows": read(asked),
        "queries": len(asked),
    }
    growth = [figures(practice, by)]
    for practices_there in (10, 100):
        while Practice.objects.count() < practices_there:
            another(practice, by)
        growth.append(figures(practice, by))
    return told | {"growth": growth}


if __name__ == "__main__":
    json.dump(measure(), sys.stdout)
