"""R1.1: what people need is found out by asking them, before they begin, and it decides what is offered."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import by_person, first_present
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.daily import dated
from cairn.evidence.enums import Side
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task, Trace
from cairn.needs.facts import due_after, finished_in, needs_in, said_by_the_person
from cairn.participants.counting import Share
from cairn.plans.facts import needs_with_goals
from cairn.practices.days import months_later

NEED = "pk found_on priority status source made_at"
TALK = Task(_("Talk with people about their needs before they begin, and finish writing it down"), "participants")  # fmt: skip
PLAN = Task(_("Set a goal for each need of high priority, or send the person on"), "plans")
AGAIN = Task(_("Ask again about needs after six months"), "needs_figures")
ANALYSE = Task(_("Look at all needs together and share what you see"), "record_new", ("needs_analysis",))
CHANGE = Task(_("Note what you do otherwise because of it"), "record_new", ("activity_change",))


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, today = asking.records, asking.practice.pk, asking.today
    came = records.once(first_present, practice, today)
    attended = records.once(by_person, practice, asking.since, today)
    lately = [person for person, told in attended.items() if told.came]
    talks: dict[UUID, list[date]] = {}
    for person, day in records.some("participant_id assessed_on", finished_in, practice):
        talks.setdefault(person, []).append(day)
    before = [one for one in lately if one in talks and min(talks[one]) <= came[one]]
    needs = [need for need in records.some(NEED, needs_in, practice) if need.found_on <= today]
    high = [need for need in needs if need.priority == "high"]
    goals = records.once(needs_with_goals, practice)
    answered = [need for need in high if need.pk in goals or need.status == "referred"]
    again = _again(talks.values(), today)
    analyses = [row for row in records.lately("needs_analysis") if row["shared_on"]]
    shared = {row.id for row in analyses}
    changes = [row for row in records.lately("activity_change") if shared & set(row["because"])]
    yield must(
        "before",
        _("Needs were talked about before the first session, with everyone who came"),
        blocks.share(Share(len(before), len(lately)), asking.limit("before")),
        TALK,
    )
    yield must(
        "said",
        _("The person said what is needed, rather than somebody else"),
        blocks.share(
            records.once(said_by_the_person, practice, asking.since, today),
            asking.limit("said"),
            traces=_traces(needs),
        ),
        TALK,
    )
    yield must(
        "answered",
        _("Needs of high priority have a goal or were passed on"),
        blocks.share(Share(len(answered), len(high)), asking.limit("answered"), traces=_traces(answered)),
        PLAN,
    )
    yield should("again", _("Needs were asked about again within six months"), blocks.share(again, asking.limit("again")), AGAIN)  # fmt: skip
    yield should(
        "analysed",
        _("All needs were looked at together, and shared, every six months"),
        blocks.cadence(traced(analyses), begun(asking), today, every=asking.number("every")),
        ANALYSE,
    )
    yield should("changed", _("What is offered changed because of it"), blocks.exists(traced(changes)), CHANGE)  # fmt: skip


def _traces(needs: Iterable[Any]) -> tuple[Trace, ...]:
    """What a person said of themselves comes from a participant, whoever wrote it down."""
    by_said: dict[bool, list[Any]] = {True: [], False: []}
    for need in needs:
        by_said[need.source == "said"].append(need)
    return dated(by_said[True], "found_on", Side.PARTICIPANTS) + dated(by_said[False], "found_on")


def _again(talks: Iterable[list[date]], today: date) -> Share:
    """Of those whose first talk is six months ago, how many had a second one by then; by person, the days of talks."""
    due = [sorted(each) for each in talks if months_later(min(each), 6) <= today]
    return Share(sum(len(each) > 1 and each[1] <= due_after(each[0]) for each in due), len(due))


RULE = Rule(
    item="R1.1",
    limits={
        "before": Limit(_("Share of people with whom needs were talked about first"), Unit.SHARE),
        "said": Limit(_("Share of needs that the person said"), Unit.SHARE),
        "answered": Limit(_("Share of needs of high priority with an answer"), Unit.SHARE),
        "again": Limit(_("Share of people asked again in time"), Unit.SHARE),
        "every": Limit(_("At least one analysis in so many months"), Unit.MONTHS),
    },
    parts=parts,
)
