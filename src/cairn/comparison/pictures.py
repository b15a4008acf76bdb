"""Comparisons, portfolios and time as drawings and as tables to take away."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path

import typst
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

import cairn
from cairn.common import tables
from cairn.common.drawing import PAGE, Palette
from cairn.common.tables import Cell
from cairn.comparison import drawing
from cairn.comparison.beside import WORDS, Comparison, Criterion, Item, Question
from cairn.comparison.facts import Side
from cairn.comparison.portfolio import Line, Portfolio, Rate, rate_of
from cairn.comparison.through import course_of

HERE = Path(__file__).parent
FONTS = Path(cairn.__file__).parent / "common" / "fonts"
KINDS = (
    ("xlsx", gettext_lazy("Excel")),
    ("csv", gettext_lazy("CSV")),
    ("svg", gettext_lazy("SVG picture")),
    ("png", gettext_lazy("PNG picture")),
)
FORM = "csv|xlsx|svg|png"
"""The kinds, as addresses name them."""


def said(rate: Rate) -> str:
    """Both counts, and the percentage where enough is decided; of nothing there is no count."""
    if not rate.decided:
        return _("nothing judged yet")
    counts = _("%(met)s of %(judged)s met") % {"met": rate.met, "judged": rate.decided}
    return f"{counts} · {rate.percent}" if rate.percent else counts


def titled(side: Side) -> str:
    """A side as a column's head: title and day."""
    when = date_format(side.when, "DATE_FORMAT") if side.when else ""
    return f"{side.portrait.practice.title} ({when})" if when else side.portrait.practice.title


def comparison_drawn(comparison: Comparison, sides: Sequence[Side], palette: Palette = PAGE) -> SafeString:
    down = list(zip(*([mark.standing for mark in item.marks] for item in comparison.items), strict=True))
    return drawing.heatmap(
        [
            _column(item.id, item.text, criterion.text, rate_of([mark.standing for mark in item.marks]))
            for criterion in comparison.criteria
            for item in criterion.items
        ],
        [
            drawing.Row(side.portrait.practice.title, said(rate_of(standings)), standings)
            for side, standings in zip(sides, down, strict=False)
        ],
        key="beside",
        title=_("Item by item, practice by practice"),
        desc=_("A row for each practice, a column for each item; the tables below say the same."),
        palette=palette,
        rtl=get_language_bidi(),
    )


def portfolio_drawn(
    portfolio: Portfolio, lines: Sequence[Line] | None = None, palette: Palette = PAGE
) -> SafeString:
    """`lines` are those of one page, all of them where none are given; the bars below always count all."""
    return drawing.heatmap(
        [_column(column.id, column.text, column.criterion, column.rate) for column in portfolio.columns],
        [
            drawing.Row(line.judged.title, said(line.rate), line.standings)
            for line in (portfolio.lines if lines is None else lines)
        ],
        key="portfolio",
        title=_("Which practice meets which item"),
        desc=_(
            "A row for each practice, a column for each item, below each the share of practices that meet it."
        ),
        palette=palette,
        rtl=get_language_bidi(),
    )


def _column(name: str, text: str, group: str, rate: Rate) -> drawing.Column:
    return drawing.Column(name, text, group, rate.met, rate.decided, said(rate))


def time_drawn(
    criteria: Sequence[Criterion], sides: Sequence[Side], key: str = "time", palette: Palette = PAGE
) -> SafeString:
    return drawing.strands(
        [drawing.Strand(criterion.text, _points(criterion, sides)) for criterion in criteria],
        key=key,
        title=_("The share of what is met, from assessment to assessment"),
        desc=_("Of the decided items; the tables below say the same."),
        palette=palette,
        rtl=get_language_bidi(),
    )


def _points(criterion: Criterion, sides: Sequence[Side]) -> list[drawing.Point]:
    columns = zip(*([mark.standing for mark in item.marks] for item in criterion.items), strict=True)
    rates = [rate_of(column) for column in columns]
    return [
        drawing.Point(
            rate.met,
            rate.decided,
            _("%(met)s of %(decided)s") % {"met": rate.met, "decided": rate.decided}
            if rate.decided
            else _("Not decided"),
            date_format(side.when, "DATE_FORMAT") if side.when else "",
        )
        for rate, side in zip(rates, sides, strict=False)
    ]


def answer(kind: str, name: str, picture: SafeString) -> HttpResponse:
    """A drawing as a download: "svg" as it is, "png" with two pixels for each unit (96 to the inch)."""
    content_type, content = (
        ("image/svg+xml", picture.encode()) if kind == "svg" else ("image/png", as_png(picture))
    )
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def as_png(picture: str) -> bytes:
    """Set by typst with the fonts that reports carry, so that it looks alike everywhere."""
    return typst.compile(
        str(HERE / "picture.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="png",
        ppi=192,
        sys_inputs={"picture": picture},
    )


Said = tuple[Cell, ...]
"""The cells of one row."""


def comparison_rows(comparison: Comparison) -> list[Said]:
    """Narratives and items in reading order."""
    rows: list[Said] = []
    for criterion in comparison.criteria:
        for question in criterion.questions:
            if any(question.narratives):
                rows.append(_row(criterion, question, question.narratives, [""] * len(question.narratives)))
            for item in question.items:
                marks = [mark.label for mark in item.marks]
                rows.append(_row(criterion, item, marks, [mark.note for mark in item.marks]))
    return rows


def _row(criterion: Criterion, node: Question | Item, cells: Sequence[str], notes: Sequence[str]) -> Said:
    return criterion.text, node.id, node.text, *cells, *notes


def comparison_columns(sides: Sequence[Side]) -> list[tables.Column]:
    notes = [_("Note: %(title)s") % {"title": titled(side)} for side in sides]
    return _numbered(_("Criterion"), _("Id"), _("Question or item"), *map(titled, sides), *notes)


def time_rows(comparison: Comparison) -> list[Said]:
    return [
        (
            criterion.text,
            item.id,
            item.text,
            *(mark.label for mark in item.marks),
            *(step.turn.label for step in course_of(item).steps[1:]),
        )
        for criterion in comparison.criteria
        for item in criterion.items
    ]


def time_columns(sides: Sequence[Side]) -> list[tables.Column]:
    days = [date_format(side.when, "DATE_FORMAT") if side.when else "" for side in sides]
    changes = [_("Change: %(when)s") % {"when": day} for day in days[1:]]
    return _numbered(_("Criterion"), _("Id"), _("Item"), *days, *changes)


def portfolio_rows(portfolio: Portfolio) -> list[Said]:
    return [
        (
            line.judged.title,
            line.judged.organisation,
            line.rate.met,
            line.rate.decided,
            *(str(WORDS[standing]) for standing in line.standings),
        )
        for line in portfolio.lines
    ]


def portfolio_columns(portfolio: Portfolio) -> list[tables.Column]:
    items = [f"{column.id} {column.text}" for column in portfolio.columns]
    return _numbered(_("Practice"), _("Organisation"), _("Met"), _("Decided"), *items)


def _numbered(*titles: str) -> list[tables.Column]:
    """Columns of rows that are tuples."""
    return [tables.Column(title, itemgetter(place)) for place, title in enumerate(titles)]
