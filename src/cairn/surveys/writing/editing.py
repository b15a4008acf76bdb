"""What can be changed in the sheets of a form without a spreadsheet. Each function gives new sheets and leaves the old as they are.

What cannot be done raises ValidationError. Questions of other kinds stay as they were written; only their words and place change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.surveys.shape import Row, Sheets
from cairn.surveys.writing.wording import UNSAID, default_of, said, spelled, tag_of, words_in

SIMPLE = {
    "one": gettext_lazy("one of several answers"),
    "many": gettext_lazy("any of several answers"),
    "line": gettext_lazy("a short text"),
    "text": gettext_lazy("a long text"),
    "integer": gettext_lazy("a whole number"),
    "decimal": gettext_lazy("a number with decimals"),
    "date": gettext_lazy("a day"),
    "note": gettext_lazy("no question, only something to read"),
}
"""The kinds that can be added here."""
_WRITTEN: Mapping[str, Row] = {"line": {"type": "text"}, "text": {"type": "text", "appearance": "multiline"}}
_HOW = {
    "select_one": SIMPLE["one"],
    "select_multiple": SIMPLE["many"],
    "text": gettext_lazy("a text"),
    "range": gettext_lazy("a step on a scale"),
    "begin_group": gettext_lazy("questions that belong together"),
}
BEGINS, ENDS = "begin", "end"
IMAGE, AUDIO = "media::image", "media::audio"
NO = frozenset({"", "no", "false", "false()"})


class Line(NamedTuple):
    """One row of the survey sheet, as the page of a draft lists it."""

    name: str
    type: str
    list_name: str
    label: str
    required: bool
    picture: str
    recording: str
    """Names of files, in the default language."""
    depth: int
    """How many groups it lies in."""
    first: bool
    last: bool
    """Of those it stands beside: then it cannot go further."""

    @property
    def how(self) -> str:
        """How it is answered, in words."""
        return str(_HOW.get(self.type) or SIMPLE.get(self.type) or self.type)

    @property
    def is_group(self) -> bool:
        return self.type.startswith(BEGINS)


def lines_of(sheets: Sheets) -> list[Line]:
    rows, default = sheets["survey"], default_of(sheets)
    return [
        Line(
            name=rows[place.start].get("name", ""),
            type=_type(rows[place.start]),
            list_name=list_of(rows[place.start]),
            label=words_in(rows[place.start], "label", default).get(default, ""),
            required=_is_required(rows[place.start]),
            picture=_file_in(rows[place.start], IMAGE, default),
            recording=_file_in(rows[place.start], AUDIO, default),
            depth=place.depth,
            first=place.before is None,
            last=place.after is None,
        )
        for place in _places(rows, 0, len(rows))
    ]


def moved(sheets: Sheets, name: str, *, up: bool) -> Sheets:
    """A question, or a group with all in it, one place further among those it stands beside."""
    rows = sheets["survey"]
    place = _found(rows, name)
    other = place.before if up else place.after
    if other is None:
        return sheets
    (start, middle), (_middle, end) = sorted([(place.start, place.end), other])
    return {**sheets, "survey": [*rows[:start], *rows[middle:end], *rows[start:middle], *rows[end:]]}


def without(sheets: Sheets, name: str) -> Sheets:
    """Takes a question away, or a group with all in it, and the choices that nothing asks for then."""
    rows = sheets["survey"]
    place = _found(rows, name)
    gone, rest = rows[place.start : place.end], [*rows[: place.start], *rows[place.end :]]
    for row in gone:
        if row.get("name") and (asking := _asking_for(rest, row["name"])):
            raise ValidationError(
                _("“%(name)s” is asked for by “%(other)s”. Take that away first.")
                % {"name": row["name"], "other": asking}
            )
    if not any(row.get("name") and not _type(row).startswith((BEGINS, ENDS)) for row in rest):
        raise ValidationError(_("This is the only question. A form needs one."))
    used = {list_of(row) for row in rest} | {""}
    lists = {list_of(row) for row in gone} - used
    choices = [row for row in sheets.get("choices", []) if row.get("list_name", "") not in lists]
    return {**sheets, "survey": rest, "choices": choices}


def with_question(sheets: Sheets, kind: str, label: str, *, required: bool, choices: Sequence[str]) -> Sheets:
    """One more at the end, of a simple kind; its choices are its own, one wording each."""
    default = default_of(sheets)
    name = _free(label, {row.get("name", "") for row in sheets["survey"]}, "question")
    if kind in {"one", "many"} and len(choices) < 2:
        raise ValidationError({"choices": _("Write at least two answers, each on a line of its own.")})
    row = {"name": name, **_WRITTEN.get(kind, {"type": kind})}
    made: list[Row] = []
    if kind in {"one", "many"}:
        own = _free(name, {row.get("list_name", "") for row in sheets.get("choices", [])}, "answers")
        row["type"] = f"select_{'one' if kind == 'one' else 'multiple'} {own}"
        made = _choices(own, choices, default)
    if required and kind != "note":
        row["required"] = "yes"
    survey = [*sheets["survey"], said(row, "label", default, label, default)]
    return {**sheets, "survey": survey, "choices": [*sheets.get("choices", []), *made]}


def _choices(list_name: str, labels: Sequence[str], default: str) -> list[Row]:
    names: list[str] = []
    for label in labels:
        names.append(_free(label, set(names), "answer"))
    return [
        said({"list_name": list_name, "name": name}, "label", default, label, default)
        for name, label in zip(names, labels, strict=True)
    ]


def with_choice(sheets: Sheets, list_name: str, label: str) -> Sheets:
    """One more answer at the end of a list, named in the default language."""
    default, rows = default_of(sheets), sheets["choices"]
    own = [at for at, row in enumerate(rows) if row.get("list_name") == list_name]
    name = _free(label, {rows[at].get("name", "") for at in own}, "answer")
    row = said({"list_name": list_name, "name": name}, "label", default, label, default)
    end = own[-1] + 1
    return {**sheets, "choices": [*rows[:end], row, *rows[end:]]}


def without_choice(sheets: Sheets, list_name: str, name: str) -> Sheets:
    rows = sheets["choices"]
    rest = [row for row in rows if (row.get("list_name"), row.get("name")) != (list_name, name)]
    if sum(row.get("list_name") == list_name for row in rest) < 2:
        raise ValidationError(_("Two answers have to stay."))
    asked = {row.get("name", "") for row in sheets["survey"] if list_of(row) == list_name}
    quoted = re.compile(rf"['\"]{re.escape(name)}['\"]")
    for row in sheets["survey"]:
        logic = [cell for cell in row.values() if any(f"${{{each}}}" in cell for each in asked)]
        if any(quoted.search(cell) for cell in logic):
            raise ValidationError(
                _("“%(other)s” depends on this answer. Take that away first.")
                % {"other": row.get("name", "")}
            )
    return {**sheets, "choices": rest}


def with_required(sheets: Sheets, name: str, *, required: bool) -> Sheets:
    """Whether an answer has to be given; a condition that was written for it stays while it is to be given."""
    rows: list[Row] = []
    for row in sheets["survey"]:
        if row.get("name") == name and _is_required(row) != required:
            kept = {heading: cell for heading, cell in row.items() if heading != "required"}
            rows.append(kept | {"required": "yes"} if required else kept)
        else:
            rows.append(row)
    return {**sheets, "survey": rows}


def with_file(sheets: Sheets, name: str, column: str, file: str) -> Sheets:
    """The name of a picture or recording beside a question, in the default language; "" takes it away."""
    default = default_of(sheets)
    heading = column if default == UNSAID else f"{column}::{spelled(default)}"
    rows: list[Row] = []
    for row in sheets["survey"]:
        kept = {there: cell for there, cell in row.items() if not _names(there, column, default)}
        fresh = kept | {heading: file} if file else kept
        rows.append(fresh if row.get("name") == name else row)
    return {**sheets, "survey": rows}


def _file_in(row: Row, column: str, default: str) -> str:
    return next((cell for heading, cell in row.items() if _names(heading, column, default)), "")


def _names(heading: str, column: str, tag: str) -> bool:
    """Whether a column has names of such files in this language; without one it is in the default language."""
    return heading == column or (
        heading.startswith(f"{column}::") and tag_of(heading.removeprefix(f"{column}::")) == tag
    )


def list_of(row: Row) -> str:
    """The list of choices that a row asks for; "" where it asks for none."""
    kind, _space, name = row.get("type", "").strip().partition(" ")
    return name.split()[0] if kind.startswith("select") and name.strip() else ""


def _type(row: Row) -> str:
    return (
        row.get("type", "").strip().lower().replace(" ", "_") if not list_of(row) else row["type"].split()[0]
    )


def _is_required(row: Row) -> bool:
    return row.get("required", "").strip().lower() not in NO


class _Place(NamedTuple):
    """Where a question or a group stands: its first row, the one after its last, and what stands beside it."""

    start: int
    end: int
    depth: int
    before: tuple[int, int] | None
    after: tuple[int, int] | None


def _places(rows: Sequence[Row], start: int, end: int, depth: int = 0) -> Iterator[_Place]:
    beside = []
    while start < end:
        beside.append((start, _end_of(rows, start, end)))
        start = beside[-1][1]
    for number, (first, last) in enumerate(beside):
        before = beside[number - 1] if number else None
        after = beside[number + 1] if number + 1 < len(beside) else None
        yield _Place(first, last, depth, before, after)
        if _type(rows[first]).startswith(BEGINS):
            yield from _places(rows, first + 1, last - 1, depth + 1)


def _end_of(rows: Sequence[Row], start: int, end: int) -> int:
    """One after the last row of the question or group that begins here."""
    depth = 0
    for at in range(start, end):
        depth += _type(rows[at]).startswith(BEGINS) - _type(rows[at]).startswith(ENDS)
        if depth <= 0:
            return at + 1
    return end


def _found(rows: Sequence[Row], name: str) -> _Place:
    for place in _places(rows, 0, len(rows)):
        if rows[place.start].get("name") == name:
            return place
    raise ValidationError(_("There is no question “%(name)s” any more.") % {"name": name})


def _asking_for(rows: Sequence[Row], name: str) -> str:
    """The first row whose logic or words use the answer to a question; "" where none does."""
    for row in rows:
        if any(f"${{{name}}}" in cell for cell in row.values()):
            return row.get("name", "")
    return ""


def _free(words: str, taken: set[str], otherwise: str) -> str:
    """A name for XLSForm that is not taken: letters, digits and _, a letter first."""
    plain = slugify(words).replace("-", "_")[:30].strip("_")
    stem = plain if plain[:1].isalpha() else otherwise
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}_{number}", number + 1
    return name
