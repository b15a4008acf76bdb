"""A workbook for those who count: one sheet each for summary, criteria, items, narratives and how it was judged."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from cairn.common.tables import XLSX
from cairn.frameworks.enums import NodeKind, Standing
from cairn.publications.portrait import MarkPortrait, NodePortrait, Portrait
from cairn.reports import wording

MEDIA_TYPE = XLSX
EXTENSION = "xlsx"
Cell = str | int | float | None
PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Nothing that people wrote is ever taken for a formula, a number or a link."""
CELL_LIMIT = 32_767
"""Most characters of a cell, a limit of the file format."""


def write(portrait: Portrait) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, PLAIN) as book:
        book.set_properties({"title": portrait.practice.title, "author": portrait.practice.organisation})
        for name, head, rows in sheets(portrait):
            put_sheet(book, name, head, rows, wording.direction(portrait.language) == "rtl")
    return buffer.getvalue()


def sheets(portrait: Portrait) -> list[tuple[str, list[str], list[list[Cell]]]]:
    """Name, head and rows of every sheet."""
    said = [_("Fact"), _("What is known")]
    counts = [str(standing.label) for standing in Standing]
    carried = [_("Evidence"), _("Strength, 0 to 3"), _("Newest record")] if portrait.shows_evidence else []
    return [
        (_("Summary"), said, [[fact.label, fact.value] for fact in wording.practice_facts(portrait)]),
        (
            _("Criteria"),
            [_("No."), _("Criterion"), *counts, _("Left out"), _("Share of points"), _("Result")],
            [*map(_criterion, portrait.nodes), _total(portrait)],
        ),
        (
            _("Items"),
            [
                _("Criterion"), _("Key question"), _("No."), _("Checklist item"), _("State"), _("Mark"),
                _("Level"), _("Note"), _("Wording of the document"), *carried,
            ],
            [row for node in portrait.nodes for row in _items(node, node, carried=bool(carried))],
        ),
        (
            _("Narratives"),
            [_("No."), _("Key question"), _("Narrative"), _("Inspiring tools"), _("Left out because")],
            [_narrative(node) for node in portrait.walk() if node.kind is NodeKind.QUESTION],
        ),
        (_("About"), said, [[fact.label, fact.value] for fact in wording.about(portrait)]),
    ]  # fmt: skip


def _criterion(node: NodePortrait) -> list[Cell]:
    tally = node.tally
    return [
        node.id, node.text, *(count for _standing, count in wording.counted(tally)), tally.left_out,
        wording.share(tally), wording.result(tally),
    ]  # fmt: skip


def _total(portrait: Portrait) -> list[Cell]:
    tally = portrait.tally
    return [
        "", _("All together"), *(count for _standing, count in wording.counted(tally)), tally.left_out,
        wording.share(tally), wording.result(tally),
    ]  # fmt: skip


def _items(node: NodePortrait, top: NodePortrait, *, carried: bool) -> Iterable[list[Cell]]:
    """The items below a node, each with its criterion and its question."""
    for child in node.children:
        if child.mark:
            mark = child.mark
            yield [
                top.text, node.text, child.id, child.text, str(mark.standing.label), wording.mark_word(mark),
                mark.level, mark.note, mark.wording, *(_carried(mark) if carried else ()),
            ]  # fmt: skip
        yield from _items(child, top, carried=carried)


def _carried(mark: MarkPortrait) -> list[Cell]:
    if not mark.evidence:
        return [None, None, None]
    return [wording.carried(mark), mark.evidence.strength, mark.evidence.month]


def _narrative(node: NodePortrait) -> list[Cell]:
    tools = "\n".join(f"{tool.title} {tool.url}".strip() for tool in node.tools)
    return [node.id, node.text, node.narrative, tools, node.left_out]


def put_sheet(book: Any, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], rtl: bool) -> None:
    sheet = book.add_worksheet(name[:31])
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6EFEA"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    if rtl:
        sheet.right_to_left()
    widths = [len(title) for title in head]
    for across, title in enumerate(head):
        sheet.write_string(0, across, title, bold)
    down = 0
    for down, row in enumerate(rows, start=1):
        for across, cell in enumerate(row):
            _cell(sheet, down, across, cell, plain)
            widths[across] = max(widths[across], *(len(line) for line in str(cell or "").splitlines()), 0)
    for across, width in enumerate(widths):
        sheet.set_column(across, across, min(max(width + 2, 8), 60))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, down, len(head) - 1)


def _cell(sheet: Any, down: int, across: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, int | float):
        sheet.write_number(down, across, cell, look)
    elif cell:
        sheet.write_string(down, across, wording.clean(cell)[:CELL_LIMIT], look)
