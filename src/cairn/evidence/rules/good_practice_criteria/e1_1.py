"""E1.1: every objective aims at something that one can see change for people, and it is measured."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing
from cairn.evidence.measured import figures_of, indicators_of, measured, moved, objectives_of
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

AIM = Task(_("Give each objective an indicator of what changes for people, with a value before it began, a target and a method"), "results")  # fmt: skip
MEASURE = Task(_("Measure what changes for people at least twice"), "results")
CHAIN = Task(_("Give each objective an indicator of what is delivered beside one of what changes"), "results")


def parts(asking: Asking) -> Iterator[Part]:
    """Which activity serves which objective is not recorded, so the chain is asked from what is delivered on."""
    figures = figures_of(asking)
    objectives = objectives_of(asking)
    outcomes = [one for one in indicators_of(asking) if one.level == "outcome"]
    nearer = [one for one in outcomes if moved(one, asking.today) >= Decimal(str(asking.limit("moved")))]
    chained = [one for one in objectives if {"output", "outcome"} <= {each.level for each in one.indicators.all()}]  # fmt: skip
    traces = measured(outcomes, asking.today)
    yield must(
        "outcomes",
        _("Each objective has an outcome with its value before, target and method, measured twice"),
        blocks.share(figures.aiming_at_outcomes, 1, 0.01, traces=traces),
        AIM,
        MEASURE,
    )
    yield should("moved", _("An outcome has moved towards its target"), blocks.share(Share(len(nearer), bool(traces)), 1, traces=measured(nearer, asking.today)), MEASURE)  # fmt: skip
    yield should("chain", _("Each objective says what is delivered and what changes"), blocks.share(Share(len(chained), len(objectives)), 1, 0.01, traces=measured(outcomes, asking.today)), CHAIN)  # fmt: skip
    yield should("stated", _("Somebody signs that what is done can lead to it"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


RULE = Rule(
    item="E1.1",
    limits={
        "moved": Limit(_("Share of the way to its target that an outcome has moved at least"), Unit.SHARE)
    },
    parts=parts,
)
