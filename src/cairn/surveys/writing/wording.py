"""Every text of a form: where it stands in its sheets, and how it is said in each language.

XLSForm writes languages into the headings: `label::العربية (ar)`. The tag in brackets counts; a column without a language is in
the default one. XLSForm knows one title only, so that its translations stand in settings columns of our own: `shown_title::…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cairn.common.languages import autonym, language_tag
from cairn.surveys.shape import Row, Sheets, said_in

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "settings": ("shown_title",),
    "survey": ("label", "hint", "constraint_message"),
    "choices": ("label",),
}
HEADING = re.compile(r"(?P<column>[^:]+)::?\s*(?P<language>.+)")
UNSAID = "und"
"""The tag of a language that a form does not name."""
TAGGED = re.compile(r".*\((?P<tag>[^()]+)\)\s*")


@dataclass(frozen=True, slots=True)
class Text:
    place: str
    """`survey/today/label`, `choices/faces/good/label`, `settings/shown_title`."""
    sheet: str
    words: Mapping[str, str]
    """By tag; what is not said in a language is not in it."""


def spelled(tag: str) -> str:
    """A language as headings have it."""
    return f"{autonym(tag)} ({tag})"


def tag_of(language: str) -> str:
    """The tag in brackets, else that of a language known by this name, else "" (then the words are in the default one)."""
    tagged = TAGGED.fullmatch(language)
    return tagged["tag"].strip() if tagged else language_tag(language) or ""


def default_of(sheets: Sheets) -> str:
    """The language that all others are measured by: as the settings say, else the unnamed one, else the first of the headings."""
    said = next(
        (row["default_language"] for row in sheets.get("settings", []) if row.get("default_language")), ""
    )
    if tag := tag_of(said):
        return tag
    plain = any(
        row.get(column)
        for name, columns in COLUMNS.items()
        for row in sheets.get(name, [])
        for column in columns
    )
    return UNSAID if plain else next(_tags(sheets), UNSAID)


def languages_of(sheets: Sheets) -> tuple[str, ...]:
    """Tags of the languages in which something is said, the default first."""
    return tuple(dict.fromkeys((default_of(sheets), *_tags(sheets))))


def _tags(sheets: Sheets) -> Iterator[str]:
    for sheet, columns in COLUMNS.items():
        for row in sheets.get(sheet, []):
            for heading in row:
                found = HEADING.fullmatch(heading)
                if found and found["column"] in columns and (tag := tag_of(found["language"])):
                    yield tag


def texts_of(sheets: Sheets) -> list[Text]:
    """All of them in the order of the sheets: the title, the questions, the choices."""
    default = default_of(sheets)
    return [
        Text(place_of(sheet, row, column), sheet, words)
        for sheet, columns in COLUMNS.items()
        for row in sheets.get(sheet, [])
        for column in columns
        if (words := words_in(row, column, default))
    ]


def texts_about(sheets: Sheets, name: str, list_name: str) -> list[Text]:
    """The texts of one question with its answers, and those that it could have."""
    default = default_of(sheets)
    own = [row for row in sheets["survey"] if row.get("name") == name]
    return [
        Text(place_of("survey", row, column), "survey", words_in(row, column, default))
        for row in own
        for column, needs in (("label", "type"), ("hint", "type"), ("constraint_message", "constraint"))
        if row.get(needs)
    ] + [text for text in texts_of(sheets) if list_name and text.place.startswith(f"choices/{list_name}/")]


def standing(sheets: Sheets) -> dict[tuple[str, str], str]:
    """Every wording by place and language."""
    return {(text.place, tag): words for text in texts_of(sheets) for tag, words in text.words.items()}


def words_in(row: Row, column: str, default: str) -> dict[str, str]:
    """How one cell is said in each language. The title's own wording is `form_title`."""
    plain = row.get("form_title" if column == "shown_title" else column, "")
    words = {default: plain} if plain else {}
    for heading, cell in row.items():
        found = HEADING.fullmatch(heading)
        if found and found["column"] == column and cell:
            words[tag_of(found["language"]) or default] = cell
    return words


def place_of(sheet: str, row: Row, column: str) -> str:
    if sheet == "settings":
        return f"settings/{column}"
    if sheet == "choices":
        return f"choices/{row.get('list_name', '')}/{row.get('name', '')}/{column}"
    return f"survey/{row.get('name', '')}/{column}"


def title_in(sheets: Sheets, *tags: str) -> str:
    """What a form is called, in the first of these languages that has a title; else in the default one."""
    default = default_of(sheets)
    words = next((words_in(row, "shown_title", default) for row in sheets.get("settings", [])), {})
    return said_in(words, *tags, default)


def reworded(sheets: Sheets, words: Mapping[tuple[str, str], str]) -> Sheets:
    """The same form with other words, by place and language; "" takes a wording away."""
    default = default_of(sheets)
    made: dict[str, list[Row]] = {}
    for sheet, rows in sheets.items():
        columns = COLUMNS.get(sheet, ())
        made[sheet] = [_row_reworded(sheet, row, columns, default, words) for row in rows]
    return made


def _row_reworded(
    sheet: str, row: Row, columns: tuple[str, ...], default: str, words: Mapping[tuple[str, str], str]
) -> Row:
    changed = dict(row)
    for column in columns:
        place = place_of(sheet, row, column)
        for tag in [tag for where, tag in words if where == place]:
            changed = said(changed, column, tag, words[place, tag], default)
    return changed


def said(row: Row, column: str, tag: str, words: str, default: str) -> dict[str, str]:
    """A row with one text said otherwise: one heading per language is left, spelled as Cairn does."""
    kept = {heading: cell for heading, cell in row.items() if not _says(heading, column, tag, default)}
    heading = column if tag == UNSAID else f"{column}::{spelled(tag)}"
    if column == "shown_title" and tag == default:
        heading = "form_title"
        kept.pop(heading, None)
    return kept | {heading: words} if words else kept


def _says(heading: str, column: str, tag: str, default: str) -> bool:
    if heading == column:
        return tag == default
    found = HEADING.fullmatch(heading)
    return bool(found and found["column"] == column and (tag_of(found["language"]) or default) == tag)


def respelled(sheets: Sheets) -> Sheets:
    """Every text under a heading as Cairn spells it, so that no language is there twice."""
    default = default_of(sheets)
    made = reworded(sheets, standing(sheets))
    if default == UNSAID:
        return made
    settings = next(iter(made.get("settings", [])), {})
    return {**made, "settings": [{**settings, "default_language": spelled(default)}]}


def without_language(sheets: Sheets, tag: str) -> Sheets:
    """Its words gone, and with them its pictures and recordings."""
    spoken = reworded(sheets, {(text.place, tag): "" for text in texts_of(sheets) if tag in text.words})
    return {
        sheet: [{heading: cell for heading, cell in row.items() if not _shows(heading, tag)} for row in rows]
        for sheet, rows in spoken.items()
    }


def _shows(heading: str, tag: str) -> bool:
    return heading.startswith("media::") and tag_of(heading.rpartition("::")[2]) == tag
