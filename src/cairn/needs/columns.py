"""Needs as columns, for figures over many practices: days and choices, never words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.needs.facts import finished_in, needs_in
from cairn.needs.models import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def needs(practice_id: int) -> Iterable[tuple[date, str, date]]:
    """Found on, where it stands, since when."""
    return needs_in(practice_id).order_by().values_list("found_on", "status", "status_on").iterator()


def findings(practice_id: int) -> Iterable[tuple[date, str, str]]:
    """Of each finding of a finished talk: the day of the talk, the answer, who said it."""
    said = Finding.objects.filter(assessment__in=finished_in(practice_id)).order_by()
    return said.values_list("assessment__assessed_on", "answer", "source").iterator()
