"""The sheet for programs: sections under the names that Europass uses where it has one, codes and words side by side.

It is like a Europass profile, and is not one: no file of the Europass programs is read or written.
"""

from __future__ import annotations

import json
from typing import Any

from cairn.reports.skills.shape import WISHES, Entry, Line, Section, Sheet

__all__ = ["MEDIA_TYPE", "write"]
MEDIA_TYPE = "application/json"
NAMES = {
    "personal": "personalInformation",
    "languages": "languageSkills",
    "education": "educationTraining",
    "work": "workExperiences",
    "skills": "skills",
    "expectations": "expectations",
    WISHES: "preferences",
    "barriers": "barriers",
    "next": "nextSteps",
}


def write(sheet: Sheet) -> bytes:
    profile = {NAMES[section.key]: _section(section, sheet) for section in sheet.sections}
    whole = {
        "about": {
            "code": sheet.code,
            "madeOn": sheet.made_on.isoformat(),
            "languages": list(sheet.languages),
            "note": _by_language(sheet.notes, sheet),
            "standards": ["CEFR", "ISCED 2011", "ISCO-08", "ESCO", "NACE Rev. 2.1", "BCP 47", "ISO 3166-1"],
        },
        "profile": profile,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _section(section: Section, sheet: Sheet) -> dict[str, Any]:
    return {
        "name": _by_language(section.names, sheet),
        "nothingToTell": any(section.nothing),
        "entries": [_entry(entry, sheet) for entry in section.entries],
    }


def _entry(entry: Entry, sheet: Sheet) -> dict[str, Any]:
    return {
        "title": _by_language(entry.titles, sheet),
        "codes": dict(entry.said),
        "words": {line.key: _line(line, sheet) for line in entry.lines},
    }


def _line(line: Line, sheet: Sheet) -> dict[str, Any]:
    """Somebody's own words are in no language that we know of."""
    words = line.words[0] if line.own else _by_language(line.words, sheet)
    return {"label": _by_language(line.labels, sheet), "said": words}


def _by_language(words: tuple[str, ...], sheet: Sheet) -> dict[str, str]:
    return dict(zip(sheet.languages, words, strict=True))
