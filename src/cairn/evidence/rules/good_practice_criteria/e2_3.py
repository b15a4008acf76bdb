"""E2.3: what was to be delivered and to change is there, as far as it should be by now."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced, veto
from cairn.evidence.enums import Side, Verdict
from cairn.evidence.measured import figures_of, indicators_of, measured
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task
from cairn.plans import facts as plans
from cairn.results import facts as results

MEASURE = Task(_("Measure the indicators, and look at those that are behind"), "results")
OUTCOMES = Task(_("Look at what changes for people, and what is behind"), "results")
GOALS = Task(_("Look at goals of work plans that are due"), "plans")
CHECK = Task(_("Let somebody from outside look at the results, and enter the evaluation"), "record_new", ("evaluation",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    """On track is nine tenths of the way that should have been made by now."""
    figures = figures_of(asking)
    goals = asking.records.once(plans.figures, asking.practice.pk, asking.since, asking.today).goals_reached
    outside = [row for row in asking.records.lately("evaluation") if row["type"] in {"peer", "external"}]
    indicators = indicators_of(asking)
    outcomes = [one for one in indicators if one.level == "outcome"]
    yield must("on_track", _("Indicators are where they should be by now"), blocks.share(figures.on_track, asking.limit("on_track"), asking.limit("partly"), traces=measured(indicators, asking.today)), MEASURE)  # fmt: skip
    yield must("outcomes", _("So is what changes for people"), blocks.share(figures.outcomes_on_track, asking.limit("outcomes"), traces=measured(outcomes, asking.today)), OUTCOMES)  # fmt: skip
    yield should("goals", _("Goals of people that were due are reached"), blocks.share(goals, asking.limit("goals")), GOALS)  # fmt: skip
    yield should("checked", _("Somebody from outside looked at the results"), blocks.exists(traced(outside, Side.OUTSIDE)), CHECK)  # fmt: skip
    yield veto("behind", _("Most indicators are far behind"), _behind(figures, asking.limit("behind")))


def _behind(figures: results.Figures, under: float) -> Finding:
    value = figures.on_track.value
    found = value is not None and value < under
    return Finding(Verdict.YES if found else Verdict.NO, figures.on_track.part, figures.on_track.whole)


RULE = Rule(
    item="E2.3",
    limits={
        "on_track": Limit(_("Share of indicators on track or reached"), Unit.SHARE),
        "partly": Limit(_("The same, from which it is partly so"), Unit.SHARE),
        "outcomes": Limit(_("Share of outcomes on track or reached"), Unit.SHARE),
        "goals": Limit(_("Share of goals of people that were reached, of those due"), Unit.SHARE),
        "behind": Limit(_("Share on track under which it speaks against it"), Unit.SHARE),
    },
    parts=parts,
)
