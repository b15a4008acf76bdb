"""Openings as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.surveys import facts as surveys
from cairn.voices import facts
from cairn.voices.models import Opening


@dataclass(frozen=True, slots=True)
class Line:
    opening: Opening
    day: date
    about: str
    """The activity, or who was asked."""
    title: str
    counted: facts.Counted
    state: str | Promise
    open: bool


def lines(openings: Iterable[Opening]) -> list[Line]:
    found, today, language = list(openings), timezone.localdate(), get_language() or ""
    counted = facts.counted(found)
    return [
        Line(
            opening=each,
            day=facts.day_of(each),
            about=each.session.activity.title if each.session else str(each.get_kind_display()),
            title=surveys.title_in(each.version, language),
            counted=counted[each.pk],
            state=state_of(each, today),
            open=facts.is_open(each, today),
        )
        for each in found
    ]


def state_of(opening: Opening, today: date) -> str | Promise:
    if opening.pool_id:
        return _("read with others")
    if facts.is_open(opening, today):
        return _("open")
    if opening.closed_on is None and today < opening.opens_on:
        return _("opens later")
    return _("closed, waits for others")


COLUMNS = (
    Column(_("Day"), lambda line: line.day),
    Column(_("What it is about"), lambda line: line.about),
    Column(pgettext_lazy("questions", "Form"), lambda line: line.title),
    Column(_("Answered"), lambda line: line.counted.answers),
    Column(_("Of"), lambda line: line.counted.expected),
    Column(_("State"), lambda line: str(line.state)),
    Column(_("Open until"), lambda line: line.opening.closed_on or line.opening.closes_on),
)
