"""E1.2: objectives are clear enough to be checked, and can be reached with the hours there are."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.activities.facts import offering
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.measured import figures_of, indicators_of, measured, objectives_of
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task, Trace
from cairn.participants.counting import Share
from cairn.plans import facts as plans
from cairn.results import facts as results

CLEAR = {"owner", "due_on", "budget_line", "baseline", "target"}
"""What an objective may not lack (results.facts.LACKS); its unit is always there."""
WEEKS = 4
"""Before and after today, over which session hours are held against the hours of staff."""
COMPLETE = Task(_("Add what objectives lack: who sees to it, by when, from which budget line, a value before it began, a target"), "results")  # fmt: skip
GOALS = Task(_("Give each goal of a work plan a number and a day"), "plans")
HOURS = Task(_("Enter in the staff plan how many hours a week there are, and plan no more sessions than fit"), "register", ("staff_plan",))  # fmt: skip
TRACK = Task(_("Look at what is behind, and change the work or, with a reason, the target"), "results")
REASON = Task(_("Write down why a target was changed"), "results")


def parts(asking: Asking) -> Iterator[Part]:
    practice, since, today = asking.practice.pk, asking.since, asking.today
    objectives = objectives_of(asking)
    clear = [one for one in objectives if one.indicators.all() and not CLEAR & set(results.lacking(one))]
    goals = asking.records.once(plans.figures, practice, since, today).goals_with_number_and_day
    on_track = figures_of(asking).on_track
    made = [timezone.localdate(one.made_at) for one in objectives]
    traces = (*(Trace(day, day) for day in made), *measured(indicators_of(asking), today))
    yield must("clear", _("Each objective has baseline, target, day, budget line and somebody who sees to it"), blocks.share(Share(len(clear), len(objectives)), 1, 0.01, traces=traces), COMPLETE)  # fmt: skip
    yield must("goals", _("Goals of work plans have a number and a day"), blocks.share(goals, asking.limit("goals"), 0.01), GOALS)  # fmt: skip
    yield should("hours", _("Sessions fit into the hours of staff"), blocks.share(_hours(asking), 1, traces=traced(asking.records.lately("staff_plan"))), HOURS)  # fmt: skip
    yield should("on_track", _("Indicators are on track"), blocks.share(on_track, asking.limit("on_track")), TRACK)  # fmt: skip
    yield should("targets", _("Targets are not changed again and again without a reason"), blocks.share(asking.records.once(results.steady_targets, practice, since, today), 1), REASON)  # fmt: skip


def _hours(asking: Asking) -> Share:
    """Hours of staff in some weeks, of the hours that sessions take of them; unknown without a plan that says the hours."""
    plans_made = [row for row in asking.records.rows("staff_plan") if row.is_open and row["hours_per_week"]]
    span = timedelta(weeks=WEEKS)
    taken = asking.records.once(
        offering.hours_of_staff, asking.practice.pk, asking.today - span, asking.today + span
    )
    return Share(int(plans_made[0]["hours_per_week"] * WEEKS * 2), int(taken)) if plans_made else Share(0, 0)


RULE = Rule(
    item="E1.2",
    limits={
        "goals": Limit(_("Share of goals with a number and a day"), Unit.SHARE),
        "on_track": Limit(_("Share of indicators on track"), Unit.SHARE),
    },
    parts=parts,
)
