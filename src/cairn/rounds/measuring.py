"""A round's judgements as figures of agreement: over all, and criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.tables import Column
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Framework, Node, Scale
from cairn.rounds import agreement
from cairn.rounds.comparing import Beside
from cairn.rounds.models import Seat

FEW_ITEMS = 10
"""Our own line: with fewer items resampling has too little to draw from, and every figure jumps with a single item."""


@dataclass(frozen=True, slots=True)
class Line:
    """Agreement on some items of one scale, among those who handed in and were asked for any of them."""

    name: str
    assessors: int
    items: int
    """Items of the framework here, judged or not."""
    judgements: int
    missing: int
    """Judgements that were asked for and not given."""
    share: float | None
    kappa_name: str
    kappa: agreement.Figure
    alpha: agreement.Figure
    interval: agreement.Interval | None
    ordered: bool
    """Whether alpha takes the order of the scale's levels into account."""

    @property
    def percent(self) -> int | None:
        return None if self.share is None else round(self.share * 100)

    @property
    def few(self) -> bool:
        return self.alpha.items < FEW_ITEMS


def lines_of(framework: Framework, rows: Sequence[Beside]) -> list[Line]:
    """The whole first, then each criterion; one line per scale where several are used."""
    whole = _lines(_("All criteria"), framework, rows)
    parts = [
        line
        for node in framework.nodes
        for line in _lines(node.short or node.text, framework, _under(node, rows))
    ]
    return [*whole, *parts] if len(framework.nodes) > 1 else [*whole]


def _under(node: Node, rows: Iterable[Beside]) -> list[Beside]:
    inside = {item.id for item in node.items}
    return [row for row in rows if row.item.id in inside]


def _lines(name: str, framework: Framework, rows: Sequence[Beside]) -> Iterator[Line]:
    scales = {scale.id: scale for row in rows for scale in [framework.scales_by_item[row.item.id]]}
    for scale in scales.values():
        title = name if len(scales) == 1 else f"{name} ({scale.label})"
        yield _line(
            title, scale, [row for row in rows if framework.scales_by_item[row.item.id].id == scale.id]
        )


def _line(name: str, scale: Scale, rows: Sequence[Beside]) -> Line:
    seats = {voice.seat.pk: voice.seat for row in rows for voice in row.voices}
    table = [_levels(row, list(seats.values())) for row in rows]
    levels, ordered = _order(scale)
    alpha, interval = agreement.alpha(table, levels, ordered=ordered)
    given = sum(len(row.levels) for row in rows)
    two = len(seats) == 2
    return Line(
        name=name,
        assessors=len(seats),
        items=len(rows),
        judgements=given,
        missing=sum(len(row.voices) for row in rows) - given,
        share=agreement.percentage(table),
        kappa_name=_("Cohen's kappa") if two else _("Fleiss' kappa"),
        kappa=agreement.cohen_kappa(table) if two else agreement.fleiss_kappa(table),
        alpha=alpha,
        interval=interval,
        ordered=ordered,
    )


def _levels(row: Beside, seats: Sequence[Seat]) -> list[str | None]:
    """One cell per assessor."""
    said = {voice.seat.pk: voice.judgement.level for voice in row.voices if voice.judgement}
    return [said.get(seat.pk) or None for seat in seats]


def _order(scale: Scale) -> tuple[list[str], bool]:
    """The levels for alpha. A scale of three levels or more with values has an order, in which "does not apply" has
    no place; otherwise every level, and "does not apply", is a category like the others."""
    values = {level.id: level.value for level in scale.levels if level.value is not None}
    if len(values) == len(scale.levels) >= 3:
        return sorted(values, key=values.__getitem__), True
    return [*(level.id for level in scale.levels), Standing.NOT_APPLICABLE.value], False


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


COLUMNS = (
    Column(gettext_lazy("Criteria"), lambda line: line.name),
    Column(gettext_lazy("Assessors"), lambda line: line.assessors),
    Column(gettext_lazy("Items"), lambda line: line.items),
    Column(gettext_lazy("Judgements"), lambda line: line.judgements),
    Column(gettext_lazy("Not judged"), lambda line: line.missing),
    Column(gettext_lazy("Agreeing pairs (share)"), lambda line: _rounded(line.share)),
    Column(gettext_lazy("Kappa"), lambda line: line.kappa_name),
    Column(gettext_lazy("Value of kappa"), lambda line: _rounded(line.kappa.value)),
    Column(gettext_lazy("Items for kappa"), lambda line: line.kappa.items),
    Column(
        gettext_lazy("Krippendorff's alpha, difference"),
        lambda line: _("ordinal") if line.ordered else _("nominal"),
    ),
    Column(gettext_lazy("Value of alpha"), lambda line: _rounded(line.alpha.value)),
    Column(gettext_lazy("Items for alpha"), lambda line: line.alpha.items),
    Column(gettext_lazy("95% interval from"), lambda line: line.interval and _rounded(line.interval.low)),
    Column(gettext_lazy("95% interval to"), lambda line: line.interval and _rounded(line.interval.high)),
)
