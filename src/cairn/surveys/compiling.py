"""From an XLSForm's rows to what is stored of it: pyxform makes the XForm, and we read back what people are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cairn.surveys.faults import Fault, Refused
from cairn.surveys.headings import PLAIN, Tidy, tidied
from cairn.surveys.logic import expressions
from cairn.surveys.media import naming
from cairn.surveys.reading import survey_of_xform
from cairn.surveys.shape import Group, Question, Row, Sheets, Survey
from cairn.surveys.subset import check

__all__ = ["Compiled", "Fault", "Refused", "compiled"]

_ROW = re.compile(r"\[row : (\d+)\]\s*")


@dataclass(frozen=True, slots=True)
class Compiled:
    xform: str
    survey: Survey
    title: str
    languages: tuple[str, ...]
    """BCP 47 tags, the default first; `und` where the form names none."""
    sheets: Sheets
    """The rows as they were understood: aliases of headings and types written in one way."""


def compiled(sheets: Sheets, *, key: str, number: int) -> Compiled:
    """The form under this key and version, whatever its own settings say. Raises Refused with all its faults."""
    tidy = tidied(sheets)
    check(tidy)
    naming.check(tidy)
    if tidy.faults:
        raise Refused(tidy.faults)
    settings = next(iter(tidy.sheets["settings"]), {})
    xform = _converted(tidy, {**settings, "form_id": key, "version": str(number)})
    survey = survey_of_xform(xform)
    _refuse_circles(tidy, survey)
    return Compiled(xform, survey, survey.title, survey.languages, tidy.sheets)


def _converted(tidy: Tidy, settings: Row) -> str:
    from pyxform.xls2xform import convert  # noqa: PLC0415  # heavy, and needed by few requests

    sheets: dict[str, Any] = {
        name: [dict(row) for row in tidy.sheets[name]] for name in ("survey", "choices")
    }
    sheets["survey"] = [_with_usual_range(row) for row in sheets["survey"]]
    sheets["settings"] = [
        {
            "form_title": settings["form_id"],
            **{name: settings[name] for name in PLAIN["settings"] if name in settings},
        }
    ]
    headers = {
        f"{name}_header": [dict.fromkeys(cell for row in rows for cell in row)]
        for name, rows in sheets.items()
    }
    try:
        return str(convert(xlsform={**sheets, **headers}, validate=False, warnings=[]).xform)
    except Exception as fault:  # whatever it stumbles over, people are told and nothing breaks
        found = _ROW.search(str(fault))
        message = _ROW.sub("", str(fault)) or type(fault).__name__
        sheet = next((name for name in ("choices", "settings") if f"'{name}'" in message), "survey")
        raise Refused([Fault(sheet, int(found[1]) if found else None, "", message)]) from fault


def _with_usual_range(row: Mapping[str, str]) -> Mapping[str, str]:
    if row.get("type") != "range":
        return row
    return {**row, "parameters": re.sub(r"\s*=\s*", "=", row.get("parameters", "start=1 end=10 step=1"))}


def _refuse_circles(tidy: Tidy, survey: Survey) -> None:
    """A question that shows only when it is itself answered so is never shown, or flickers."""
    needs = _needs(survey.parts, frozenset())
    free: set[str] = set()
    while ready := {path for path in needs if path not in free and needs[path] & needs.keys() <= free}:
        free |= ready
    rows = {row.get("name"): number for number, row in enumerate(tidy.sheets["survey"], 2)}
    stuck = [path.rpartition("/")[2] for path in needs if path not in free]
    for name in stuck:
        tidy.found(
            "survey", rows[name], "relevant",
            _("Whether “%(name)s” is asked depends in a circle on itself. Ask it always, or after another question.")
            % {"name": name},
        )  # fmt: skip
    if stuck:
        raise Refused(tidy.faults)


def _needs(parts: tuple[Question | Group, ...], above: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each question the paths on which its being asked depends, by its own condition or a group's."""
    needs: dict[str, frozenset[str]] = {}
    for part in parts:
        own = above | (expressions.parsed(part.relevant).named("path") if part.relevant else frozenset())
        if isinstance(part, Group):
            needs |= _needs(part.parts, own)
        else:
            needs[part.path] = own
    return needs
