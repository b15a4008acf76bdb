"""The headings of an XLSForm's columns, and the languages in them: many ways to write them become one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cairn.common.languages import TAG, language_tag
from cairn.surveys.faults import Fault
from cairn.surveys.shape import Row, Sheets

UNSAID = "und"
"""The tag of a language that a form does not name."""
SHEETS = ("survey", "choices", "settings")
OTHER_SHEETS = ("external_choices", "entities", "osm")
"""Further sheets that mean something in XLSForm; all others are somebody's notes."""
IN_LANGUAGES = {
    "survey": ("label", "hint", "constraint_message", "media::image", "media::audio"),
    "choices": ("label", "media::image", "media::audio"),
    "settings": ("shown_title",),
}
PLAIN = {
    "survey": (
        "type",
        "name",
        "required",
        "relevant",
        "constraint",
        "choice_filter",
        "appearance",
        "parameters",
    ),
    "choices": ("list_name", "name"),
    "settings": ("form_id", "version", "form_title", "default_language"),
}
HARMLESS = (
    "comment", "comments", "note", "notes", "remark", "remarks", "style", "sms_field", "sms_option", "sms_keyword",
    "sms_separator", "sms_allow_media", "sms_date_format", "sms_datetime_format", "sms_response",
)  # fmt: skip
"""Columns that are left out without a word: authors' notes, how pages turn, and what concerns text messages only."""
ALIASES = {
    "caption": "label",
    "relevance": "relevant",
    "bind::relevant": "relevant",
    "bind::constraint": "constraint",
    "bind::required": "required",
    "bind::jr:constraintmsg": "constraint_message",
    "bind:jr:constraintmsg": "constraint_message",
    "constraint_msg": "constraint_message",
    "image": "media::image",
    "audio": "media::audio",
    "control::appearance": "appearance",
    "id_string": "form_id",
    "title": "form_title",
}
IN_CHOICES = {"value": "name"}
_BRACKETS = re.compile(r"\(\s*([A-Za-z0-9-]+)\s*\)\s*$")
_UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
CHOICE_COLUMN = re.compile(r"[A-Za-z_][\w-]{0,59}", re.ASCII)


def tag_of(language: str) -> str | None:
    """The tag of a language as XLSForm writes it: `العربية (ar)`, `French`, `fr`; None where it is not known."""
    found = _BRACKETS.search(language)
    if found and TAG.fullmatch(found[1]):
        return found[1]
    return language_tag(language)


@dataclass(slots=True)
class Tidy:
    """The sheets in one way of writing, and what could not be written so."""

    sheets: dict[str, list[Row]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    written: dict[tuple[str, str], str] = field(default_factory=dict)
    """How a heading was written, by sheet and heading as it is now."""
    names: dict[str, str] = field(default_factory=dict)
    """How a language is written, by tag."""

    def language(self, words: str) -> str | None:
        tag = tag_of(words)
        return self.names.setdefault(tag, words.strip()) if tag else None

    def found(self, sheet: str, row: int | None, column: str, message: str) -> None:
        """Under the heading as the author wrote it; a text in several languages under the first of them."""
        written = self.written.get((sheet, column)) or next(
            (
                now
                for (there, heading), now in self.written.items()
                if there == sheet and heading.startswith(f"{column}::")
            ),
            column,
        )
        self.faults.append(Fault(sheet, row, written, message))


def tidied(sheets: Sheets) -> Tidy:
    """Further sheets, notes and empty cells left out, languages written alike; every fault of headings is in it."""
    tidy = Tidy()
    for sheet in OTHER_SHEETS:
        if any(sheets.get(sheet, ())):
            tidy.found(
                sheet,
                None,
                "",
                _("Cairn does not use this sheet. Remove it and keep all choices on “choices”."),
            )
    default = _default_language(tidy, sheets)
    for sheet in SHEETS:
        rows = [_printed(row) for row in sheets.get(sheet, ())]
        if sheet == "settings":
            rows = rows[:1]
        headings = _headings(tidy, sheet, rows, default)
        tidy.sheets[sheet] = [
            {headings[heading]: cell for heading, cell in row.items() if heading in headings} for row in rows
        ]
    if default:
        for row in tidy.sheets["settings"]:
            tidy.sheets["settings"] = [{**row, "default_language": default}]
    return tidy


def _default_language(tidy: Tidy, sheets: Sheets) -> str:
    first = next(iter(sheets.get("settings", ())), {})
    words = next(
        (str(cell).strip() for heading, cell in first.items() if _plain(heading) == "default_language"), ""
    )
    if not words or words == "default":
        return ""
    language = tidy.language(words)
    if language is None:
        tidy.found("settings", 2, "default_language", _unknown_language(words))
    return language or ""


def _printed(row: Mapping[str, object]) -> Row:
    cells = {
        heading: _UNPRINTED.sub("", str(cell)).strip() for heading, cell in row.items() if cell is not None
    }
    return {heading: cell for heading, cell in cells.items() if cell}


def _headings(tidy: Tidy, sheet: str, rows: list[Row], default: str) -> dict[str, str]:
    """What the headings are now, without those that are left out or wrong."""
    now: dict[str, str] = {}
    for heading in dict.fromkeys(heading for row in rows for heading in row):
        if _plain(heading) in HARMLESS:
            continue
        try:
            said = _heading(tidy, sheet, heading, default)
        except LookupError as fault:
            tidy.faults.append(Fault(sheet, 1, heading, str(fault.args[0])))
            continue
        if said in now.values():
            tidy.faults.append(
                Fault(sheet, 1, heading, _("A second column for the same thing. Keep one of them."))
            )
        now[heading] = said
        tidy.written[sheet, said] = heading
    return now


def _plain(heading: str) -> str:
    return re.sub(r"\s+", "_", heading.strip().lower())


def _heading(tidy: Tidy, sheet: str, heading: str, default: str) -> str:
    """Raises LookupError with the words why it is none."""
    known = ALIASES.get(_plain(heading), heading)
    parts = [part.strip() for part in re.split("::" if "::" in known else ":", known)]
    first = _plain(parts.pop(0))
    if first in {"media", "bind", "control"} and parts:
        first = f"{first}::{_plain(parts.pop(0))}"
    first = ALIASES.get(first, first)
    if sheet == "choices":
        first = IN_CHOICES.get(first, first)
    language = ":".join(parts)
    if first in IN_LANGUAGES[sheet]:
        return _in_language(tidy, first, language, default)
    if first in PLAIN[sheet] and not language:
        return first
    if sheet == "choices" and CHOICE_COLUMN.fullmatch(heading.strip()) and not first.startswith("media::"):
        return heading.strip()
    raise LookupError(_("Cairn does not use this column. Remove it, or empty its cells."))


def _in_language(tidy: Tidy, first: str, language: str, default: str) -> str:
    if not language or language == "default":
        return f"{first}::{default}" if default else first
    known = tidy.language(language)
    if known is None:
        raise LookupError(_unknown_language(language))
    return f"{first}::{known}"


def _unknown_language(words: str) -> str:
    return _(
        "The language “%(words)s” is not known. Write its tag in brackets after its name, as in “English (en)”."
    ) % {"words": words}
