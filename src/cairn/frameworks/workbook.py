"""Frameworks as Excel workbooks, for people who would rather fill in a sheet than write YAML.

Sheets: `framework` (key and value), `levels` (one row per level of a scale), `nodes` (one row per node, with the id of
the node above it), `tags` (one row per tag, may be missing). Lists in a cell are separated by semicolons.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cairn.frameworks.shape import Framework, Node
from cairn.frameworks.sources import Fault, Path, Source, Unusable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNPACKED_LIMIT = 20 * 1024 * 1024
"""Most bytes a workbook may unpack to."""
ROW_LIMIT = 5_000
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
TEXTS = {"id", "version", "veto", "scale", "parent", "set"}
"""Cells that are names: a number typed there is a name too."""


@dataclass(frozen=True, slots=True)
class Row:
    sheet: str
    number: int
    cells: dict[str, Any]


def workbook_source(content: bytes, name: str) -> Source:
    """The same plain data as YAML gives, with sheet, row and column as places. Raises Unusable."""
    book = _opened(content, name)
    for sheet in ("framework", "levels", "nodes"):
        if sheet not in book.sheetnames:
            raise Unusable(
                Fault(name, f"There is no sheet “{sheet}”", "start from the template, which has all of them")
            )
    places: dict[Path, str] = {}
    data = _framework(_pairs(book["framework"]), places)
    data["scales"] = _scales(_rows(book["levels"], name), places)
    data["nodes"] = _nodes(_rows(book["nodes"], name), places)
    if "tags" in book.sheetnames:
        data["tag_sets"] = _tag_sets(_rows(book["tags"], name), places)
    return Source(data, lambda path: f"{name}, {_place(path, places)}")


def _opened(content: bytes, name: str) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415  # heavy, and needed only for workbooks
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415  # as above

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > UNPACKED_LIMIT:
                raise Unusable(
                    Fault(
                        name, "The workbook is too large when unpacked", "take away what is not a framework"
                    )
                )
        return load_workbook(io.BytesIO(content), read_only=False, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise Unusable(Fault(name, "This is not an Excel workbook (.xlsx)", "save it as .xlsx")) from error


def _pairs(sheet: Any) -> list[Row]:
    rows = sheet.iter_rows(max_col=2, max_row=200, values_only=True)
    return [
        Row("framework", number, {str(row[0]).strip(): row[1]})
        for number, row in enumerate(rows, 1)
        if len(row) > 1 and row[0] not in {None, "key"} and row[1] is not None
    ]


def _rows(sheet: Any, name: str) -> list[Row]:
    """Filled rows by the heads of their columns; unknown heads are refused, since their content would be lost."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # heavy, and needed only for workbooks

    rows = sheet.iter_rows(max_row=ROW_LIMIT, values_only=True)
    heads = [str(head or "").strip() for head in next(rows, ())]
    for column, head in enumerate(heads, 1):
        if head and head not in COLUMNS[sheet.title]:
            raise Unusable(
                Fault(
                    f"{name}, sheet {sheet.title}, cell {get_column_letter(column)}1",
                    f"The column “{head}” is not known",
                    f"use: {', '.join(COLUMNS[sheet.title])}",
                )
            )
    return [
        Row(
            sheet.title,
            number,
            {head: cell for head, cell in zip(heads, row, strict=False) if head and cell is not None},
        )
        for number, row in enumerate(rows, 2)
        if any(cell is not None for cell in row)
    ]


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
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if last in TEXTS or isinstance(value, str):
        value = str(value).strip()
    (data.setdefault(above, {}) if above else data)[last] = value


def _scales(rows: list[Row], places: dict[Path, str]) -> list[dict[str, Any]]:
    scales: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = str(row.cells.get("scale", ""))
        scale = scales.setdefault(
            name, {"id": name, "label": row.cells.get("scale label", name), "levels": []}
        )
        level: dict[str, Any] = {}
        for key, cell in row.cells.items():
            if not key.startswith("scale"):
                _put(level, key, cell)
        path: Path = ("scales", list(scales).index(name), "levels", len(scale["levels"]))
        _remember(row, path, places)
        scale["levels"].append(level)
    return list(scales.values())


def _nodes(rows: list[Row], places: dict[Path, str]) -> list[dict[str, Any]]:
    """The tree: a row stands below the nearest row above it whose id is its parent."""
    top: list[dict[str, Any]] = []
    children: dict[str, tuple[list[dict[str, Any]], Path]] = {}
    for row in rows:
        parent = str(row.cells.get("parent", "")).strip()
        if parent and parent not in children:
            raise Unusable(
                Fault(
                    _cell(row, "parent"),
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
        label, source = row.cells.get("set label", name), row.cells.get("set source", "")
        tag_set = sets.setdefault(name, {"id": name, "label": label, "source": source, "tags": []})
        _remember(row, ("tag_sets", list(sets).index(name), "tags", len(tag_set["tags"])), places)
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
