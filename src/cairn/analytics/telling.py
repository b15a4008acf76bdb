"""What may be told of figures of many practices: small counts never, whoever asks, since files travel."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cairn.participants.counting import FEW, Share, is_small
from cairn.results.enums import Measure
from cairn.results.measures import Counted
from cairn.results.measures.shape import percent
from cairn.results.reckoning import Told, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.results.measures import ComputedMeasure


@dataclass(frozen=True, slots=True)
class Cell:
    """One measure of one practice, or of all together."""

    told: Told
    share: Share | None = None
    """What a percentage was reckoned from, where it may be told."""


def cell(measure: ComputedMeasure, counted: Counted) -> Cell:
    shown = told(measure, counted.value, openly=False, share=counted.share)
    return Cell(shown, None if _secret(measure, counted) else counted.share)


def together(measure: ComputedMeasure, each: Iterable[Counted]) -> Cell:
    """Of all practices: who takes part in two counts twice. Not shown where the figure of a single one could be worked out."""
    known = [one for one in each if one.value is not None]
    secret = [_size(one) for one in known if _secret(measure, one)]
    if secret and (len(secret) == 1 or sum(secret) < FEW) and len(known) > 1:
        return Cell(Told(None, _("not shown"), hidden=True))
    return cell(measure, _added(measure, known))


def _added(measure: ComputedMeasure, known: list[Counted]) -> Counted:
    if measure.measure == Measure.PERCENT:
        shares = [one.share for one in known if one.share]
        return percent(Share(sum(one.part for one in shares), sum(one.whole for one in shares)))
    values = [one.value for one in known if one.value is not None]
    return Counted(sum(values, Decimal(0)) if values else None, sum(one.records for one in known))


def _secret(measure: ComputedMeasure, counted: Counted) -> bool:
    """Whether it points to few people."""
    if counted.share:
        part, whole = counted.share.part, counted.share.whole
        return any(map(is_small, (part, whole, whole - part)))
    return measure.counts_people and counted.value is not None and is_small(int(counted.value))


def _size(counted: Counted) -> int:
    return counted.share.part if counted.share else int(counted.value or 0)
