"""Templates of reports as data: which sections in which order, with which figures, and whether words are needed.

Ours lie in `templates_data/`, one YAML file each; a house brings its own in the same form (docs/guides/reports.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import TypeAdapter

from cairn.frameworks.sources import Source, Unusable, yaml_source
from cairn.progress.enums import Writing
from cairn.progress.figures import all_groups
from cairn.progress.sections import NAMES, SECTIONS

FOLDER = Path(__file__).parent / "templates_data"
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,38}")
LONGEST, MOST = 50_000, 40
"""Most characters of a template, and most sections in it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One section of a template, in words of one language."""

    key: str
    title: str
    help: str
    writing: Writing
    figures: tuple[str, ...] = ()
    """Keys of groups, in their order."""


@dataclass(frozen=True, slots=True)
class Layout:
    key: str
    name: str
    about: str
    slots: tuple[Slot, ...]


_layouts = TypeAdapter(Layout)


def to_kept(layout: Layout) -> Any:
    """As plain JSON values: a report keeps the template it was begun with."""
    return _layouts.dump_python(layout, mode="json")


def from_kept(kept: Any) -> Layout:
    return _layouts.validate_python(kept)


@cache
def shipped_texts() -> Mapping[str, str]:
    """The templates that come with Cairn, by key; the six-monthly one first."""
    files = sorted(
        FOLDER.glob("*.yaml"), key=lambda file: (file.stem not in NAMES, [*NAMES, file.stem].index(file.stem))
    )
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def shipped() -> list[Layout]:
    """In the reader's language."""
    return [read(text) for text in shipped_texts().values()]


def read(text: str) -> Layout:
    """A template in the reader's language. Raises ValidationError with every fault, each with its line and what to do."""
    source = _source(text)
    faults = list(_faults(source))
    if faults:
        raise ValidationError([ValidationError(fault) for fault in faults])
    told = source.data
    key = told["id"]
    known = NAMES.get(key)
    name = _said(told["name"]) if "name" in told else str(known.title if known else key)
    about = _said(told["about"]) if "about" in told else str(known.help if known else "")
    return Layout(key, name, about, tuple(_slot(section) for section in told["sections"]))


def _source(text: str) -> Source:
    if len(text) > LONGEST or not re.search(r"^sections:", text, re.MULTILINE):
        raise ValidationError(
            _(
                "This is not a template of a report: it needs a line “sections:” with a list below, and no more than 50,000 characters."
            )
        )
    try:
        return yaml_source(text, _("line"))
    except Unusable as refusal:
        raise ValidationError(str(refusal.fault)) from refusal


def _slot(section: Mapping[str, Any]) -> Slot:
    known = SECTIONS.get(section.get("section", ""))
    title = _said(section["title"]) if "title" in section else str(known.title if known else "")
    help_ = _said(section["help"]) if "help" in section else str(known.help if known else "")
    return Slot(
        _key(section),
        title,
        help_,
        Writing(section.get("words", Writing.OPTIONAL)),
        tuple(section.get("figures", ())),
    )


def _key(section: Mapping[str, Any]) -> str:
    return str(section.get("section") or slugify(_first(section.get("title", "")))[:38])


def _said(words: str | Mapping[str, str]) -> str:
    """In the reader's language, else in the first that the template has."""
    if isinstance(words, str):
        return words
    language = get_language() or "en"
    return words.get(language) or words.get(language.split("-")[0]) or _first(words)


def _first(words: str | Mapping[str, str]) -> str:
    return words if isinstance(words, str) else next(iter(words.values()), "")


def _is_words(value: Any) -> bool:
    if isinstance(value, dict):
        return bool(value) and all(isinstance(one, str) and one.strip() for one in value.values())
    return isinstance(value, str) and bool(value.strip())


def _faults(source: Source) -> Iterator[str]:
    told = source.data
    if not (isinstance(told.get("id"), str) and KEY.fullmatch(told["id"])):
        yield _("Line 1: “id” is a short name of small letters, digits and hyphens, such as “our-funder”.")
    if "name" in told and not _is_words(told["name"]):
        yield _("“name” is a text, or texts by language such as {en: Our report}.")
    elif "name" not in told and told.get("id") not in NAMES:
        yield _("Give the template a “name”, by which people choose it.")
    sections = told["sections"]
    if not isinstance(sections, list) or not 0 < len(sections) <= MOST:
        yield _("“sections” is a list with 1 to %(most)s sections.") % {"most": MOST}
        return
    seen: set[str] = set()
    for number, section in enumerate(sections):
        line = source.place(("sections", number)).rpartition(":")[2]
        for fault in _section_faults(section, seen):
            yield _("Line %(line)s: %(fault)s") % {"line": line, "fault": fault}


def _section_faults(section: Any, seen: set[str]) -> Iterator[str]:
    if not isinstance(section, dict):
        yield _("A section is written as “title: …” or “section: …”, with what belongs to it indented below.")
        return
    untitled = list(_title_faults(section))
    yield from untitled
    yield from _figure_faults(section)
    if untitled:
        return
    key = _key(section)
    if not KEY.fullmatch(key):
        yield _(
            "The title holds no letter from a to z; add “section: a-name”, in small letters, digits and hyphens."
        )
    elif key in seen:
        yield _(
            "There is a section “%(key)s” already. Give it another title, or a “section:” of its own."
        ) % {"key": key}
    seen.add(key)


def _title_faults(section: Mapping[str, Any]) -> Iterator[str]:
    strange = sorted({*section} - {"section", "title", "help", "words", "figures"})
    if strange:
        yield _("Not known here: %(names)s. A section has section, title, help, words and figures.") % {
            "names": ", ".join(strange)
        }
    if "title" in section and not _is_words(section["title"]):
        yield _("“title” is a text, or texts by language.")
    elif "title" not in section and section.get("section") not in SECTIONS:
        yield _("Give the section a “title”, or name one that Cairn knows: %(names)s.") % {
            "names": ", ".join(SECTIONS)
        }
    if "help" in section and not _is_words(section["help"]):
        yield _("“help” is a text, or texts by language.")
    if section.get("words", Writing.OPTIONAL) not in Writing.values:
        yield _("“words” is one of: %(names)s.") % {"names": ", ".join(Writing.values)}


def _figure_faults(section: Mapping[str, Any]) -> Iterator[str]:
    figures = section.get("figures", [])
    if not isinstance(figures, list):
        yield _("“figures” is a list in square brackets, such as [people, activities].")
        return
    unknown = [str(one) for one in figures if one not in all_groups()]
    if unknown:
        yield _("There are no figures “%(names)s”. There are: %(known)s.") % {
            "names": ", ".join(unknown),
            "known": ", ".join(all_groups()),
        }
    if not figures and section.get("words") == Writing.NONE:
        yield _("A section has figures, words or both; this one would be empty.")
