"""E2.1: what is done is held against the aims again and again, and what is found is talked about."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.measured import figures_of, indicators_of, measured
from cairn.evidence.rows import begun, done, jointly, naming
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task, Trace
from cairn.progress.facts import signed_days

REPORT = Task(_("Write the report of the half-year, and have it signed"), "progress_new")
MEASURE = Task(_("Measure the indicators that are due"), "results")
EXPLAIN = Task(_("Say why a value is far off what was expected"), "results")
MEET = Task(_("Review work and results in a meeting, and write down what was decided"), "record_new", ("meeting",))  # fmt: skip
TASKS = Task(_("Mark what was agreed in reviews as done"), "register", ("meeting_action",))


def parts(asking: Asking) -> Iterator[Part]:
    """Reasons are asked for only where a value is far off. A report may come a month late: no more than `gap` months between two.
    Reports count that were signed here, and those listed among the documents."""
    listed = [row for row in asking.records.rows("document") if row["type"] == "report"]
    signed = asking.records.once(signed_days, asking.practice.pk, asking.today)
    reports = (*traced(listed), *(Trace(day, day) for day in signed))
    figures = figures_of(asking)
    reviews = [row for row in asking.records.lately("meeting") if row["type"] == "review" and row["decisions"]]  # fmt: skip
    agreed = naming(asking.records.rows("meeting_action"), "source", reviews)
    gap = asking.number("gap")
    yield must("reports", _("A report in each half-year"), blocks.cadence(reports, begun(asking), asking.today, every=gap, gap=gap), REPORT)  # fmt: skip
    yield must("measured", _("Indicators were measured when they were due"), blocks.share(figures.measured, asking.limit("measured"), 0.01, traces=measured(indicators_of(asking), asking.today)), MEASURE)  # fmt: skip
    if figures.explained.whole:
        yield must("explained", _("Where a value is far off, somebody wrote why"), blocks.share(figures.explained, asking.limit("explained"), 0.01), EXPLAIN)  # fmt: skip
    yield should("review", _("A review meeting with decisions"), blocks.exists(jointly(reviews)), MEET)
    yield should("done", _("What was agreed in reviews was done"), blocks.share(done(agreed, asking.today), asking.limit("done"), traces=traced(row for row in agreed if row.closed_on)), TASKS)  # fmt: skip


RULE = Rule(
    item="E2.1",
    limits={
        "gap": Limit(_("Months that may lie between two reports"), Unit.MONTHS),
        "measured": Limit(_("Share of indicators measured in time, of those due"), Unit.SHARE),
        "explained": Limit(_("Share of values far off that have a reason"), Unit.SHARE),
        "done": Limit(_("Share of agreed tasks that were done"), Unit.SHARE),
    },
    parts=parts,
)
