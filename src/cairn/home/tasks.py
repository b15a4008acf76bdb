"""What waits for a person: overdue, soon, or incomplete. Each kind of task is one function; a new one is one more line in ASK.

Reads only, from the facts of the rooms. Codes of participants stand here for nobody but those who work with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.activities.facts import offering
from cairn.improvement import facts as improvement
from cairn.improvement.enums import State
from cairn.listening.facts import points, remarks, reports
from cairn.money import facts as money
from cairn.needs import facts as needs
from cairn.participants import facts as participants
from cairn.participants.ending import erasing
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.people.models import Person
from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.registers import facts as registers
from cairn.registers.kinds import all_kinds
from cairn.results import facts as results
from cairn.rounds import facts as rounds
from cairn.rounds.enums import State as RoundState

SOON = timedelta(days=14)
"""What is due within two weeks is told; what comes later is not."""


@dataclass(frozen=True, slots=True)
class Task:
    words: str
    address: str
    """Where it is done."""
    due_on: date | None = None
    """None where something is incomplete rather than late."""


Asker = Callable[[Person, Practice, date], Iterable[Task]]


def _records(person: Person, practice: Practice, _today: date) -> Iterator[Task]:
    """People of one's own of whom something is not yet recorded."""
    mine = participants.assigned_to(person).filter(practice=practice, ended_on=None)
    number = sum(bool(participants.gaps_of(one)) for one in participants.with_gaps(mine))
    if number:
        words = ngettext(
            "Something is not yet recorded of %(number)s person.",
            "Something is not yet recorded of %(number)s people.",
            number,
        )
        yield Task(words % {"number": number}, reverse("participants", args=[practice.pk]))


def _needs(person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """Needs that were never asked about, or six months ago."""
    due, last = needs.due(practice.pk, today + SOON), needs.last_assessed(practice.pk)
    mine = participants.assigned_to(person).filter(practice=practice, ended_on=None, pk__in=due)
    for one in mine:
        on = needs.due_after(last[one.pk]) if one.pk in last else None
        words = (
            _("Ask %(code)s about needs again") if on else _("Ask %(code)s about needs for the first time")
        )
        yield Task(words % {"code": one.code}, reverse("needs", args=[one.pk]), on)


PLAN_WORDS: dict[str, Callable[[], str]] = {
    "plan": lambda: _("Make a work plan with %(code)s"),
    "review": lambda: _("Look at the work plan of %(code)s together"),
    "goal": lambda: _("A goal of %(code)s is due"),
    "follow_up": lambda: _("Ask %(code)s how things go since leaving"),
}


def _plans(person: Person, practice: Practice, today: date) -> Iterator[Task]:
    for each in plans.waiting_for(person, practice.pk, today):
        address = reverse("plan", args=[each.participant])
        yield Task(PLAN_WORDS[each.what]() % {"code": each.code}, address, each.due_on)


def _sheets(_person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """Sessions of which nobody wrote down who came."""
    for session in offering.waiting_for_sheet(practice.pk, today):
        words = _("Write down who came to “%(title)s”") % {"title": session.activity.title}
        yield Task(words, reverse("session", args=[session.pk]), session.planned_on)


def _nobody(_person: Person, practice: Practice, _today: date) -> Iterator[Task]:
    """People with whom nobody works."""
    if number := participants.alone(practice.pk):
        words = ngettext(
            "Nobody works with %(number)s participant: assign someone.",
            "Nobody works with %(number)s participants: assign someone.",
            number,
        )
        yield Task(words % {"number": number}, reverse("participants", args=[practice.pk]))


def _erasures(_person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """Records whose time has run out."""
    due = erasing.due_for_erasure(today, practice.pk)
    if due:
        words = ngettext(
            "The time of %(number)s record has run out: it is to be erased.",
            "The time of %(number)s records has run out: they are to be erased.",
            len(due),
        )
        yield Task(words % {"number": len(due)}, reverse("retention", args=[practice.pk]), due[0].on)


def _registers(_person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """What stands in the registers and is past its day, by kind."""
    told = registers.counts(practice, today)
    oldest = {record.kind: record.due_on for record in reversed(registers.overdue(practice, today))}
    for kind in all_kinds().values():
        if kind.key in oldest:
            words = _("%(kind)s: %(number)s overdue") % {
                "kind": kind.plural,
                "number": told[kind.key].overdue,
            }
            yield Task(words, reverse("register", args=[practice.pk, kind.key]), oldest[kind.key])


def _results(_person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """Indicators that should have been measured, measurements far off without a reason, objectives that lack something."""
    told, page = results.figures(practice.pk, today), reverse("results", args=[practice.pk])
    open_ = (
        (told.measured, _("Indicators to measure: %(number)s")),
        (told.explained, _("Results far from what was expected, without a reason: %(number)s")),
        (told.complete, _("Objectives that lack something before anyone can judge them: %(number)s")),
    )
    for share, words in open_:
        if share.whole > share.part:
            yield Task(words % {"number": share.whole - share.part}, page)


def _money(_person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """Grants in which a category goes otherwise than planned and nobody said why."""
    for burn in money.standings(practice.pk, today):
        number = sum(row.asks_reason for row in burn.rows)
        if number:
            words = _("%(grant)s: say why spending differs in %(number)s categories")
            yield Task(words % {"grant": burn.grant, "number": number}, burn.grant.get_absolute_url())


def _reports(person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """What was said in confidence and waits to be acknowledged or settled, for whoever may open it."""
    for report in reports.waiting_for(person, practice.pk):
        if report.acknowledged_on is None or report.settle_by <= today + SOON:
            words = _("Close a report or pass it on") if report.acknowledged_on else _("Acknowledge a report")
            yield Task(words, report.get_absolute_url(), report.due_on)


def _points(person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """Points of whose outcome people should have heard, and words that wait for somebody who was not there."""
    if number := points.overdue(points.of_practice(practice.pk), today).count():
        words = ngettext(
            "%(number)s point that people made waits for an answer past its day.",
            "%(number)s points that people made wait for an answer past their day.",
            number,
        )
        yield Task(words % {"number": number}, reverse("points", args=[practice.pk]))
    if number := remarks.held(person, practice.pk).count():
        words = ngettext(
            "Read what %(number)s person wrote, and pass it on or keep it back.",
            "Read what %(number)s people wrote, and pass it on or keep it back.",
            number,
        )
        yield Task(words % {"number": number}, reverse("remarks", args=[practice.pk]))


def _unheard(_person: Person, practice: Practice, today: date) -> Iterator[Task]:
    """Reports that nobody may open."""
    if number := reports.counts(practice, today).unheard:
        words = ngettext(
            "Nobody here may open %(number)s report: make somebody safeguarding lead.",
            "Nobody here may open %(number)s reports: make somebody safeguarding lead.",
            number,
        )
        yield Task(words % {"number": number}, reverse("reports", args=[practice.pk]))


ASK: tuple[tuple[Permission, Asker], ...] = (
    (Permission.WORK_WITH_PARTICIPANTS, _records),
    (Permission.WORK_WITH_PARTICIPANTS, _needs),
    (Permission.WORK_WITH_PARTICIPANTS, _plans),
    (Permission.RECORD_SESSIONS, _sheets),
    (Permission.MANAGE_PARTICIPANTS, _nobody),
    (Permission.MANAGE_PARTICIPANTS, _erasures),
    (Permission.KEEP_RECORDS, _registers),
    (Permission.MANAGE_PARTICIPANTS, _results),
    (Permission.MANAGE_MONEY, _money),
    (Permission.HANDLE_REPORTS, _reports),
    (Permission.MANAGE_PEOPLE, _unheard),
    (Permission.KEEP_RECORDS, _points),
)


def in_practice(person: Person, practice: Practice, today: date) -> list[Task]:
    """What waits for this person in one practice: by day, and what is incomplete at the end."""
    allowed = permissions_in(person, practice.organisation)
    found = [
        task for permission, ask in ASK if permission in allowed for task in ask(person, practice, today)
    ]
    return in_order(found)


def judging(person: Person, today: date) -> list[Task]:
    """What waits for this person beside any practice's records: rounds to judge in, actions to see to."""
    soon = today + SOON
    seats = rounds.seats_of(person).filter(handed_in_at=None, round__state=RoundState.OPEN)
    found = [
        Task(
            _("Judge “%(title)s” and hand in") % {"title": seat.round.assessment.practice.title},
            reverse("seat", args=[seat.pk]),
            seat.round.deadline,
        )
        for seat in seats
    ]
    actions = improvement.own(person).filter(state__in=[State.PLANNED, State.UNDER_WAY], due_on__lte=soon)
    found += [Task(action.what, action.get_absolute_url(), action.due_on) for action in actions]
    return in_order(found)


def in_order(tasks: Iterable[Task]) -> list[Task]:
    return sorted(tasks, key=lambda task: task.due_on or date.max)
