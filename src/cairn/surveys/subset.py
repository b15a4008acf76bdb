"""The part of XLSForm that Cairn draws and checks; everything else is refused, with its row, its column and what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from cairn.surveys.headings import IN_LANGUAGES, Tidy
from cairn.surveys.logic import expressions
from cairn.surveys.shape import Row

MOST_ROWS = 500
MOST_CHOICES = 2000
MOST_LETTERS = 2000
MOST_STEPS = 20
"""Of a range: it is drawn as radio buttons."""
APPEARANCES = frozenset(
    [
        "likert",
        "multiline",
        "minimal",
        "quick",
        "quickcompact",
        "compact",
        "horizontal",
        "horizontal-compact",
        "vertical",
        "columns",
        "columns-pack",
        "columns-flex",
        "no-buttons",
        "numbers",
        "thousands-sep",
        "field-list",
        "no-calendar",
        "autocomplete",
        "picker",
        "rating",
        "w1",
        "w2",
        "w3",
        "w4",
        "w5",
        "w6",
        "w7",
        "w8",
        "w9",
        "w10",
    ]
)
"""The first two are drawn as they say; the others change nothing here, and ODK Collect follows them."""
SIMPLE = {
    "text": "text", "string": "text", "note": "note", "integer": "integer", "int": "integer", "decimal": "decimal",
    "date": "date", "range": "range", "begin group": "begin group", "end group": "end group",
}  # fmt: skip
LOGIC = ("relevant", "constraint", "required", "choice_filter")
_OTHER = r" +(?P<list>\S+)(?P<other> +(?:or[ _]other|or specify other))?"
_ONE = re.compile(r"(?:select[ _]one(?: from)?|select1)" + _OTHER, re.IGNORECASE)
_MANY = re.compile(
    r"(?:select[ _]multiple(?: from)?|select all that apply(?: from)?)" + _OTHER, re.IGNORECASE
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,59}")
_METADATA = frozenset(
    [
        "start",
        "end",
        "today",
        "deviceid",
        "device_id",
        "phonenumber",
        "phone_number",
        "username",
        "email",
        "simserial",
        "subscriberid",
        "audit",
        "imei",
        "start-geopoint",
        "background-audio",
    ]
)
_PARAMETER = re.compile(r"(start|end|step)\s*=\s*(-?[\d.]+)")


def check(tidy: Tidy) -> None:
    """Writes every fault of the rows into it, and types in one way of writing."""
    survey, choices = tidy.sheets["survey"], tidy.sheets["choices"]
    if not any(survey):
        tidy.found(
            "survey", None, "", _("There is no question on the sheet “survey”. Write them there, one a row.")
        )
    if len(survey) > MOST_ROWS or len(choices) > MOST_CHOICES:
        tidy.found("survey", None, "", _("The form is too long for anybody to answer. Divide it."))
        return
    for sheet in ("survey", "choices"):
        for row, cells in _lines(tidy.sheets[sheet]):
            _check_length(tidy, sheet, row, cells)
    lists = _check_choices(tidy)
    tidy.sheets["survey"] = [_with_type(number, row) for number, row in enumerate(survey, 2)]
    names = Counter(row["name"] for row in tidy.sheets["survey"] if "name" in row)
    for number, cells in _lines(tidy.sheets["survey"]):
        _check_row(tidy, number, cells, lists, names)
    _check_groups(tidy)


def _lines(rows: list[Row]) -> Iterator[tuple[int, Row]]:
    return ((number, row) for number, row in enumerate(rows, 2) if row)


def _check_length(tidy: Tidy, sheet: str, row: int, cells: Row) -> None:
    for column, cell in cells.items():
        if len(cell) > MOST_LETTERS:
            tidy.found(
                sheet, row, column, _("More than %(most)d letters. Shorten it.") % {"most": MOST_LETTERS}
            )
        if column.split("::")[0] in {"label", "hint", "constraint_message"} and "${" in cell:
            tidy.found(
                sheet, row, column,
                _("A text cannot repeat an answer (${…}): the page is written before it is given. Write it without."),
            )  # fmt: skip


def _check_choices(tidy: Tidy) -> dict[str, int]:
    """How many choices each list has."""
    seen: Counter[tuple[str, str]] = Counter()
    for row, cells in _lines(tidy.sheets["choices"]):
        name = cells.get("name", "")
        if "list_name" not in cells:
            tidy.found(
                "choices", row, "list_name", _("The choice belongs to no list. Write the list’s name.")
            )
        if not name or re.search(r"\s", name):
            tidy.found(
                "choices",
                row,
                "name",
                _("A choice needs a name without blanks. Write one, such as “very_good”."),
            )
        if not _has_text(cells, "choices"):
            tidy.found("choices", row, "label", _("The choice has no words. Write its label."))
        seen[cells.get("list_name", ""), name] += 1
        if seen[cells.get("list_name", ""), name] == 2:
            tidy.found(
                "choices", row, "name",
                _("The list has two choices “%(name)s”. Give each its own name.") % {"name": name},
            )  # fmt: skip
    return Counter(listed for listed, _name in seen)


def _has_text(cells: Row, sheet: str) -> bool:
    return any(
        column.split("::")[0] == "label" for column in cells if column.split("::")[0] in IN_LANGUAGES[sheet]
    )


def _with_type(number: int, row: Row) -> Row:
    """XLSForm allows many ways to write a type; and a note may do without a name."""
    written = row.get("type", "")
    plain = re.sub(r"[\s_]+", " ", written.lower())
    for word, pattern in (("select_one", _ONE), ("select_multiple", _MANY)):
        found = pattern.fullmatch(written)
        if found and not found["other"]:
            return {**row, "type": f"{word} {found['list']}"}
    if plain in SIMPLE:
        named = {"name": f"generated_note_name_{number}"} if plain == "note" and "name" not in row else {}
        return {**named, **row, "type": SIMPLE[plain]}
    return row


def _check_row(tidy: Tidy, row: int, cells: Row, lists: dict[str, int], names: Counter[str]) -> None:
    kind = cells.get("type", "").split(" ")[0]
    if cells.get("type") == "end group":
        return
    if not _check_type(tidy, row, cells, lists):
        return
    _check_name(tidy, row, cells, names)
    if kind != "begin" and not _has_text(cells, "survey"):
        tidy.found("survey", row, "label", _("The question has no words. Write its label."))
    for word in cells.get("appearance", "").split():
        if word not in APPEARANCES:
            tidy.found(
                "survey", row, "appearance",
                _("Cairn cannot draw “%(word)s”. Leave the cell empty, or write “likert” or “multiline”.")
                % {"word": word},
            )  # fmt: skip
    _check_parameters(tidy, row, cells)
    for column in LOGIC:
        _check_logic(tidy, row, column, cells, names)


def _check_type(tidy: Tidy, row: int, cells: Row, lists: dict[str, int]) -> bool:
    """Whether it is one that Cairn knows; of others nothing more need be said."""
    written = cells.get("type", "")
    word, _blank, listed = written.partition(" ")
    if word in {"select_one", "select_multiple"} and listed and " " not in listed:
        if not lists.get(listed):
            tidy.found(
                "survey", row, "type",
                _("The list “%(list)s” has no choices. Write them on the sheet “choices”.") % {"list": listed},
            )  # fmt: skip
        return True
    if written in SIMPLE.values():
        return True
    tidy.found("survey", row, "type", _why_not(written))
    return False


def _why_not(written: str) -> str:
    if not written:
        return _("The row has no type. Write one, such as “text”, or empty the row.")
    if re.search(r" (or[ _]other|or specify other)$", written, re.IGNORECASE):
        return _(
            "Cairn does not add “other” by itself. Add it as a choice, and a text question that it makes relevant."
        )
    if re.sub(r"[\s_]|^get ", "", written.lower()) in _METADATA:
        return _("“%(type)s” records who answers, when, or on which device. Remove the row.") % {
            "type": written
        }
    return _(
        "Cairn does not know the type “%(type)s”. It knows text, note, integer, decimal, date, range, select_one and "
        "select_multiple with a list, begin group and end group. Use one of them, or remove the row."
    ) % {"type": written}


def _check_name(tidy: Tidy, row: int, cells: Row, names: Counter[str]) -> None:
    name = cells.get("name", "")
    if not _NAME.fullmatch(name) or name.lower() == "meta":
        tidy.found(
            "survey", row, "name",
            _("A name is needed that begins with a letter and has only letters A to Z, digits, “_” and “-”; not “meta”."),
        )  # fmt: skip
    elif names[name] > 1:
        tidy.found(
            "survey", row, "name",
            _("More than one row is called “%(name)s”. Give each its own name.") % {"name": name},
        )  # fmt: skip


def _check_parameters(tidy: Tidy, row: int, cells: Row) -> None:
    written = cells.get("parameters", "")
    if cells.get("type") != "range":
        if written:
            tidy.found("survey", row, "parameters", _("Only a range has parameters here. Empty the cell."))
        return
    try:
        known = {name: Decimal(value) for name, value in _PARAMETER.findall(written)}
        start, end, step = (
            known.get(name, usual) for name, usual in (("start", 1), ("end", 10), ("step", 1))
        )
        fits = (
            not re.sub(r"[\s,;]", "", _PARAMETER.sub("", written))
            and step > 0
            and 0 < end - start <= MOST_STEPS * step
        )
        fits = fits and (end - start) % step == 0
    except InvalidOperation:
        fits = False
    if not fits:
        tidy.found(
            "survey", row, "parameters",
            _("A range needs “start=1 end=5 step=1”, with at most %(most)d steps from start to end.")
            % {"most": MOST_STEPS},
        )  # fmt: skip


def _check_logic(tidy: Tidy, row: int, column: str, cells: Row, names: Counter[str]) -> None:
    written = cells.get(column, "")
    if not written or (column == "required" and is_plainly(written)):
        return
    if column == "choice_filter" and not cells.get("type", "").startswith("select_"):
        tidy.found("survey", row, column, _("Only a question with choices can filter them. Empty the cell."))
    try:
        node = expressions.parsed(_straight(written))
    except expressions.Wrong as fault:
        tidy.found("survey", row, column, _("The expression is not understood: %(why)s.") % {"why": fault})
        return
    for unknown in sorted(name for name in node.named("path") if name not in names):
        tidy.found(
            "survey", row, column,
            _("No question is called “%(name)s”. Write ${…} with the name of one on this sheet.") % {"name": unknown},
        )  # fmt: skip
    known = (
        {heading for line in tidy.sheets["choices"] for heading in line}
        if column == "choice_filter"
        else set()
    )
    for unknown in sorted(node.named("column") - known):
        tidy.found(
            "survey", row, column,
            _("“%(name)s” is neither a question in ${…}, nor a text in quotes, nor a column of the choices.")
            % {"name": unknown},
        )  # fmt: skip


def is_plainly(required: str) -> bool:
    return required.lower() in {"yes", "no", "true", "false", "true()", "false()"}


def _straight(written: str) -> str:
    """pyxform makes the curly quotes of word processors straight as well."""
    return written.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def _check_groups(tidy: Tidy) -> None:
    opened: list[int] = []
    for row, cells in _lines(tidy.sheets["survey"]):
        if cells.get("type") == "begin group":
            opened.append(row)
        elif cells.get("type") == "end group":
            if not opened:
                tidy.found("survey", row, "type", _("No group is open here. Remove the row."))
            opened[-1:] = []
    for row in opened:
        tidy.found(
            "survey",
            row,
            "type",
            _("The group is never closed. Add a row “end group” after its last question."),
        )
