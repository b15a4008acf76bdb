"""Frameworks as Excel workbooks, for people who would rather fill in a sheet than write YAML.

Sheets: `framework` (key and value), `levels` (one row per level of a scale), `nodes` (one row per node, with the id of
the node above it), `tags` (one row per tag, may be missing). Lists in a cell are separated by semicolons.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from cairn.common.tables import XLSX
from cairn.frameworks.shape import Framework, Node
from cairn.frameworks.sources import Fault, Path, Source, Unusable

MEDIA_TYPE = XLSX
UNPACKED_LIMIT = 20 * 1024 * 1024
"""Most bytes a workbook may unpack to."""
ROW_LIMIT = 5_000
COLUMN_LIMIT = 40
KEYS = (
    "format", "id", "version", "title", "summary", "language", "source", "licence", "status", "completeness", "subject",
    "modes", "scale", "rule.min_share", "rule.min_met", "rule.max_partly", "rule.max_not_met",
)  # fmt: skip
COLUMNS = {
    "levels": ("scale", "scale label", "id", "label", "text", "standing", "value"),
    "nodes": (
        "id", "parent", "kind", "text", "short", "guidance", "status", "source", "scale", "weight", "veto",
        "rule.min_share", "rule.min_met", "rule.max_partly", "rule.max_not_met", "applies.axis", "applies.any_of",
        "word_limit", "narrative", "tags", "terms", "evidence",
    ),
    "tags": ("set", "set label", "set source", "id", "label"),
}  # fmt: skip
LISTS = {"modes", "applies.any_of", "tags", "terms", "evidence"}
NUMBERS = {"min_share", "min_met", "max_partly", "max_not_met", "value", "weight", "word_limit", "narrative"}
"""All other cells are text: a number typed there, such as a version, is text too."""


@dataclass(frozen=True, slots=True)
class Row:
    sheet: str
    number: int
    cells: dict[str, Any]


def workbook_source(content: bytes, name: str) -> Source:
    """The same plain data as YAML gives, with sheet, row and column as places. Raises Unusable."""
    sheets = _opened(content, name)
    for sheet in ("framework", "levels", "nodes"):
        if sheet not in sheets:
            raise Unusable(
                Fault(name, f"There is no sheet “{sheet}”", "start from the template, which has all of them")
            )
    places: dict[Path, str] = {("scales",): "sheet levels", ("nodes",): "sheet nodes"}
    data = _framework(_pairs(sheets["framework"], name), places)
    data["scales"] = _scales(_rows(sheets["levels"], name), places)
    data["nodes"] = _nodes(_rows(sheets["nodes"], name), places, name)
    if "tags" in sheets:
        data["tag_sets"] = _tag_sets(_rows(sheets["tags"], name), places)
    return Source(data, lambda path: f"{name}, {_place(path, places)}")


def _opened(content: bytes, name: str) -> dict[str, Any]:
    """Worksheets by their title."""
    from openpyxl import load_workbook  # noqa: PLC0415  # heavy, and needed only for workbooks

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked <= UNPACKED_LIMIT:
            book = load_workbook(io.BytesIO(content), data_only=True)
            return {sheet.title: sheet for sheet in book.worksheets}
    except Exception as error:  # a broken part of a workbook makes openpyxl raise almost anything
        raise Unusable(Fault(name, "This is not an Excel workbook (.xlsx)", "save it as .xlsx")) from error
    raise Unusable(
        Fault(name, "The workbook is too large when unpacked", "take away what is not a framework")
    )


def _pairs(sheet: Any, name: str) -> list[Row]:
    """Unknown keys are refused as unknown columns are."""
    filled = [
        Row("framework", number, {str(key).strip(): cell})
        for number, (key, cell) in enumerate(_cells(sheet, 2, name), 1)
        if key not in {None, "key"} and cell is not None
    ]
    numbers = {key: row.number for row in filled for key in row.cells}
    _known(numbers, KEYS, lambda key: f"{name}, sheet framework, cell A{numbers[key]}")
    return filled


def _rows(sheet: Any, name: str) -> list[Row]:
    """Filled rows by the heads of their columns; unknown heads are refused, since their content would be lost."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # heavy, and needed only for workbooks

    head, *rows = _cells(sheet, COLUMN_LIMIT, name)
    heads = [str(title or "").strip() for title in head]
    _known(
        filter(None, heads),
        COLUMNS[sheet.title],
        lambda title: f"{name}, sheet {sheet.title}, cell {get_column_letter(heads.index(title) + 1)}1",
    )
    return [
        Row(
            sheet.title,
            number,
            {title: cell for title, cell in zip(heads, row, strict=True) if title and cell is not None},
        )
        for number, row in enumerate(rows, 2)
        if any(cell is not None for cell in row)
    ]


def _cells(sheet: Any, columns: int, name: str) -> list[tuple[Any, ...]]:
    for what, there, most in (
        ("rows", sheet.max_row, ROW_LIMIT),
        ("columns", sheet.max_column, COLUMN_LIMIT),
    ):
        if there > most:
            place = f"{name}, sheet {sheet.title}"
            raise Unusable(Fault(place, f"There are more than {most} {what}", "take away what is not needed"))
    return list(sheet.iter_rows(max_col=columns, max_row=sheet.max_row, values_only=True))


def _known(words: Iterable[str], known: tuple[str, ...], place: Callable[[str], str]) -> None:
    for word in words:
        if word not in known:
            raise Unusable(Fault(place(word), f"“{word}” is not known", f"use: {', '.join(known)}"))


def _framework(rows: list[Row], places: dict[Path, str]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for row in rows:
        for key, cell in row.cells.items():
            _put(data, key, cell)
            places[tuple(key.split("."))] = f"sheet framework, cell B{row.number}"
    return data


def _put(data: dict[str, Any], key: str, cell: Any) -> None:
    """`rule.min_met` goes into the mapping `rule`; lists are cut at semicolons."""
    above, _dot, last = key.rpartition(".")
    value = [part.strip() for part in str(cell).split(";") if part.strip()] if key in LISTS else cell
    if last not in NUMBERS and key not in LISTS:
        value = str(value).strip()
    (data.setdefault(above, {}) if above else data)[last] = value


def _scales(rows: list[Row], places: dict[Path, str]) -> list[dict[str, Any]]:
    scales: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = str(row.cells.get("scale", ""))
        scale = scales.setdefault(
            name, {"id": name, "label": str(row.cells.get("scale label", name)), "levels": []}
        )
        level: dict[str, Any] = {}
        for key, cell in row.cells.items():
            if not key.startswith("scale"):
                _put(level, key, cell)
        path: Path = ("scales", list(scales).index(name), "levels", len(scale["levels"]))
        places.setdefault(path[:2], f"sheet levels, row {row.number}")
        _remember(row, path, places)
        scale["levels"].append(level)
    return list(scales.values())


def _nodes(rows: list[Row], places: dict[Path, str], name: str) -> list[dict[str, Any]]:
    """The tree: a row stands below the nearest row above it whose id is its parent."""
    top: list[dict[str, Any]] = []
    children: dict[str, tuple[list[dict[str, Any]], Path]] = {}
    for row in rows:
        parent = str(row.cells.get("parent", "")).strip()
        if parent and parent not in children:
            raise Unusable(
                Fault(
                    f"{name}, {_cell(row, 'parent')}",
                    f"There is no node “{parent}” above this row",
                    "put the parent's row first",
                )
            )
        siblings, above = children[parent] if parent else (top, ("nodes",))
        node: dict[str, Any] = {}
        for key, cell in row.cells.items():
            if key != "parent":
                _put(node, key, cell)
        path: Path = (*above, len(siblings))
        _remember(row, path, places)
        siblings.append(node)
        children[str(node.get("id", ""))] = (node.setdefault("children", []), (*path, "children"))
    return top


def _tag_sets(rows: list[Row], places: dict[Path, str]) -> list[dict[str, Any]]:
    sets: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = str(row.cells.get("set", ""))
        label, source = str(row.cells.get("set label", name)), str(row.cells.get("set source", ""))
        tag_set = sets.setdefault(name, {"id": name, "label": label, "source": source, "tags": []})
        path: Path = ("tag_sets", list(sets).index(name), "tags", len(tag_set["tags"]))
        places.setdefault(path[:2], f"sheet tags, row {row.number}")
        _remember(row, path, places)
        tag_set["tags"].append({key: str(row.cells[key]) for key in ("id", "label") if key in row.cells})
    return list(sets.values())


def _remember(row: Row, path: Path, places: dict[Path, str]) -> None:
    places[path] = f"sheet {row.sheet}, row {row.number}"
    for key in row.cells:
        places[(*path, *key.split("."))] = _cell(row, key)


def _cell(row: Row, key: str) -> str:
    return f"sheet {row.sheet}, row {row.number}, column “{key}”"


def _place(path: Path, places: dict[Path, str]) -> str:
    """The place of a part, or of the nearest part around it."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, "sheet framework")


def as_workbook(framework: Framework) -> bytes:
    """A framework to be changed in Excel and read again."""
    import xlsxwriter  # noqa: PLC0415  # heavy, and needed only for workbooks

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        _sheet(book, "framework", ("key", "value"), _pairs_of(framework))
        _sheet(book, "levels", COLUMNS["levels"], _levels_of(framework))
        _sheet(book, "nodes", COLUMNS["nodes"], _nodes_of(framework.nodes, ""))
        _sheet(book, "tags", COLUMNS["tags"], _tags_of(framework))
    return buffer.getvalue()


def _pairs_of(framework: Framework) -> Iterable[tuple[Any, ...]]:
    said = _flat(framework.model_dump(mode="json", exclude_defaults=False))
    return [(key, said[key]) for key in KEYS if said.get(key) not in {None, ""}]


def _levels_of(framework: Framework) -> Iterable[tuple[Any, ...]]:
    return [
        (scale.id, scale.label, level.id, level.label, level.text, level.standing.value, level.value)
        for scale in framework.scales
        for level in scale.levels
    ]


def _nodes_of(nodes: tuple[Node, ...], parent: str) -> Iterable[tuple[Any, ...]]:
    for node in nodes:
        said = _flat(node.model_dump(mode="json", exclude={"children"}, exclude_defaults=True)) | {
            "parent": parent
        }
        yield tuple(said.get(column) for column in COLUMNS["nodes"])
        yield from _nodes_of(node.children, node.id)


def _tags_of(framework: Framework) -> Iterable[tuple[Any, ...]]:
    return [
        (tag_set.id, tag_set.label, tag_set.source, tag.id, tag.label)
        for tag_set in framework.tag_sets
        for tag in tag_set.tags
    ]


def _flat(said: dict[str, Any]) -> dict[str, Any]:
    """One level deep: `rule.min_met`; lists as one cell."""
    flat: dict[str, Any] = {}
    for key, value in said.items():
        inner = value.items() if isinstance(value, dict) else [("", value)]
        for below, cell in inner:
            name = f"{key}.{below}" if below else key
            flat[name] = "; ".join(map(str, cell)) if isinstance(cell, list) and name in LISTS else cell
    return {key: cell for key, cell in flat.items() if not isinstance(cell, list)}


def _sheet(book: Any, name: str, head: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    sheet = book.add_worksheet(name)
    bold, wrapped = (
        book.add_format({"bold": True, "bg_color": "#E6EFEA"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for across, title in enumerate(head):
        sheet.write_string(0, across, title, bold)
        sheet.set_column(across, across, 60 if title in {"text", "value"} else 16)
    for down, row in enumerate(rows, 1):
        for across, cell in enumerate(row):
            if isinstance(cell, bool):
                sheet.write_boolean(down, across, cell, wrapped)
            elif isinstance(cell, int | float):
                sheet.write_number(down, across, cell, wrapped)
            elif cell:
                sheet.write_string(down, across, str(cell), wrapped)
    sheet.freeze_panes(1, 0)
