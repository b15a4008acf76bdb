"""ESCO's official file of occupations (CSV, one language each), read and checked row by row. Touches no table."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

NEEDED = ("conceptUri", "iscoGroup", "preferredLabel")
LONGEST = {"conceptUri": 200, "preferredLabel": 300}
"""Most characters that we keep."""
URI = re.compile(r"https?://\S+")
ISCO = re.compile(r"C?(\d{3,4})")
"""Four digits; some programs eat the nought at the beginning of those of the armed forces."""
LANGUAGE = re.compile(r"occupations_([a-z]{2,3})\b")


class Unreadable(Exception):
    """The file cannot be taken at all; the message says why and what to do."""


class Fault(NamedTuple):
    row: int
    """As a spreadsheet counts: the first row below the titles is 2."""
    column: str
    words: str


class Row(NamedTuple):
    uri: str
    group: str
    name: str
    other_names: tuple[str, ...]
    description: str


class Read(NamedTuple):
    rows: list[Row]
    faults: list[Fault]


def language_in(name: str) -> str:
    """The language that the file's name tells (`occupations_fr.csv`); empty where it does not."""
    found = LANGUAGE.search(name.lower())
    return found[1] if found else ""


def read(path: Path, progress: Callable[[int], None] = lambda _count: None) -> Read:
    """Every row and everything wrong with them; `progress` is told how many rows are read.

    Raises Unreadable where the file cannot be opened, is no UTF-8, or lacks a column that is needed.
    """
    rows: dict[str, Row] = {}
    faults: list[Fault] = []
    for number, cells in _cells(path):
        row, wrong = _judge(number, cells)
        if not wrong and row.uri in rows:
            wrong = [Fault(number, "conceptUri", _("This occupation stands in the file twice."))]
        faults += wrong
        rows[row.uri] = row
        progress(len(rows))
    if not rows:
        raise Unreadable(_("The file holds no occupation, only titles."))
    return Read(list(rows.values()), faults)


def _cells(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _refuse_columns(reader.fieldnames or [])
            yield from enumerate(reader, start=2)
    except OSError as fault:
        raise Unreadable(
            _("%(file)s cannot be opened: %(fault)s.") % {"file": path, "fault": fault.strerror}
        ) from fault
    except UnicodeDecodeError as fault:
        raise Unreadable(
            _("%(file)s is not UTF-8. Take ESCO’s CSV as it was downloaded, not saved anew by a spreadsheet.")
            % {"file": path}
        ) from fault
    except csv.Error as fault:
        raise Unreadable(
            _("%(file)s is not a CSV file: %(fault)s.") % {"file": path, "fault": fault}
        ) from fault


def _refuse_columns(there: object) -> None:
    names = list(there) if isinstance(there, (list, tuple)) else []
    missing = [column for column in NEEDED if column not in names]
    if missing:
        raise Unreadable(
            _("Columns are missing: %(missing)s. Take the file occupations_xx.csv of an ESCO download.")
            % {"missing": ", ".join(missing)}
        )


def _judge(number: int, cells: Mapping[str, str]) -> tuple[Row, list[Fault]]:
    said = {column: (cells.get(column) or "").strip() for column in (*NEEDED, "altLabels", "description")}
    faults = []
    if not URI.fullmatch(said["conceptUri"]):
        faults.append(Fault(number, "conceptUri", _("An address that begins with http:// is needed.")))
    group = ISCO.fullmatch(said["iscoGroup"])
    if not group:
        faults.append(Fault(number, "iscoGroup", _("A group of ISCO-08 with four digits is needed.")))
    if not said["preferredLabel"]:
        faults.append(Fault(number, "preferredLabel", _("The name is empty.")))
    faults += [
        Fault(number, column, _("At most %(count)s characters.") % {"count": most})
        for column, most in LONGEST.items()
        if len(said[column]) > most
    ]
    others = tuple(line.strip() for line in said["altLabels"].splitlines() if line.strip())
    code = group[1].zfill(4) if group else ""
    return Row(said["conceptUri"], code, said["preferredLabel"], others, said["description"]), faults
