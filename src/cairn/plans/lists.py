"""Goals as a sheet (sheets/shape.py), of the people with whom somebody works. Their words come in and never go out: they are sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.participants.lists.reading import CODE, WORK, found, judged, kept, own, unless_in_use
from cairn.people.models import Person
from cairn.plans import facts
from cairn.plans.cases import CASES
from cairn.plans.enums import Chooser, GoalKind, GoalState, Unit
from cairn.plans.models import Goal, WorkPlan
from cairn.practices.models import Practice
from cairn.sheets.facts import snapshot
from cairn.sheets.shape import Change, Column, Judged, Kind, Row, Table, Value

COLUMNS = (
    Column("number", gettext_lazy("Number"), help=gettext_lazy("Empty for a new goal. Where there is one, empty cells change nothing.")),
    CODE,
    Column("words", gettext_lazy("What is to be reached"), help=gettext_lazy("For a new goal only; in a list that is taken away it stays empty, because it is sealed.")),
    Column("kind", gettext_lazy("About what"), Kind.CHOICE, required=True, choices=GoalKind.choices),
    Column("chosen_by", gettext_lazy("Chosen by"), Kind.CHOICE, required=True, choices=Chooser.choices),
    Column("quantity", gettext_lazy("How much"), Kind.DECIMAL, required=True),
    Column("unit", gettext_lazy("Of what"), Kind.CHOICE, required=True, choices=Unit.choices),
    Column("baseline", gettext_lazy("How much today"), Kind.DECIMAL),
    Column("due_on", gettext_lazy("By when"), Kind.DATE, required=True),
    Column("state", gettext_lazy("State"), Kind.CHOICE, choices=GoalState.choices),
    Column("closed_on", gettext_lazy("Closed on"), Kind.DATE, taken_in=False),
)  # fmt: skip
HUNDREDTH = Decimal("0.01")
SAID = ("kind", "chosen_by", "quantity", "unit", "baseline", "due_on", "state")


def _goals(practice: Practice, person: Person) -> list[Goal]:
    people = [one.pk for one in own(practice, person).values()]
    return list(Goal.objects.filter(participant__in=people).select_related("participant", "plan"))


def _rows(practice: Practice, person: Person) -> Iterator[Mapping[str, Value]]:
    for one in _goals(practice, person):
        told = {name: getattr(one, name) for name in (*SAID, "closed_on")}
        yield {"number": str(one.pk), "code": one.participant.code, "words": None, **told}


def _judge(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    people = own(practice, person)
    goals = {str(one.pk): one for one in _goals(practice, person)}
    open_plans = WorkPlan.objects.filter(participant__in=list(people.values()), ended_on=None)
    plans = {plan.participant_id: plan for plan in open_plans}
    seen = set[str]()

    def weigh(row: Row) -> Iterator[Change]:
        participant = found(row, people)
        number = str(row.values.get("number") or "").strip().lower()
        if not number:
            yield from _new(row, participant, plans.get(participant.pk), (person, list(goals.values())))
            return
        goal = goals.get(number)
        if goal is None or goal.participant_id != participant.pk or number in seen:
            raise ValidationError(
                {"number": _("This person has no such goal, or a row above says it already.")}
            )
        seen.add(number)
        yield from _revised(row, goal)

    return judged(rows, weigh)


def _new(
    row: Row, participant: Any, plan: WorkPlan | None, by: tuple[Person, list[Goal]]
) -> Iterator[Change]:
    """Nothing where the plan has a goal that reads the same."""
    person, there = by
    if plan is None:
        raise ValidationError({"code": _("This person has no open work plan. Begin one first.")})
    if not row.values.get("words"):
        raise ValidationError({"words": _("Something must stand here.")})
    said: dict[str, Any] = {name: row.values.get(name) for name in ("words", *SAID)}
    said["state"] = said["state"] or GoalState.OPEN
    goal = Goal(plan=plan, participant=participant, by=person, **said)
    for one in there:
        alike = one.plan_id == plan.pk and (one.kind, one.due_on) == (goal.kind, goal.due_on)
        if alike and one.words == goal.words:
            return
    _close(goal)
    _check(goal)
    yield Change(row.number, goal)


def _revised(row: Row, goal: Goal) -> Iterator[Change]:
    names = (*SAID, "closed_on")
    before, state = snapshot(goal, names), goal.state
    for name in SAID:
        if row.values.get(name) is not None:
            setattr(goal, name, row.values[name])
    if goal.state != state:
        _close(goal)
    goal.quantity, goal.baseline = _places(goal.quantity), _places(goal.baseline)
    if snapshot(goal, names) != before:
        _check(goal)
        goal.revision += 1
        yield Change(row.number, goal, before)


def _places(number: Any) -> Any:
    """As the database keeps it, so that 2 and 2.00 are the same."""
    return None if number is None else number.quantize(HUNDREDTH)


def _close(goal: Goal) -> None:
    goal.closed_on = None if goal.state == GoalState.OPEN else timezone.localdate()


def _check(goal: Goal) -> None:
    goal.clean_fields(exclude=["participant", "by", "plan", "need"])
    if faults := facts.faults_of(goal):
        raise ValidationError(faults)


GOALS = Table(
    "goals", gettext_lazy("Goals of work plans"), COLUMNS, (), _rows, _judge,
    on_people=True, needs=WORK, lift=kept, lower=unless_in_use,
)  # fmt: skip
TABLES = (GOALS, CASES)
