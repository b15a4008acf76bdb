"""The pyxform project's own example workbooks through our reading and compiling: taken, refused with a reason, or crashed.

They are in older source archives of pyxform: `pip download pyxform==1.0.0 --no-binary pyxform --no-deps`, unpack it, then
`./cairn bench xlsforms --folder pyxform-1.0.0/pyxform/tests`. Cairn opens no .xls; so that they count here, pyxform reads their rows.
"""

import os
import sys
from collections import Counter
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import django

from workshop.bench import _table

if TYPE_CHECKING:
    from cairn.surveys.faults import Fault
    from cairn.surveys.shape import Sheets

LONGEST_REASON = 90


class Tried(NamedTuple):
    file: Path
    faults: "tuple[Fault, ...]"
    crash: str
    seconds: float
    alone: float | None
    """Seconds that pyxform needs by itself; None where it refuses the workbook."""

    @property
    def outcome(self) -> str:
        if self.crash:
            return "CRASHED"
        return "refused" if self.faults else "taken"


def run(folder: Path | None = None) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.settings")
    django.setup()
    files = sorted(folder.rglob("*.xls*")) if folder else []
    if not files:
        sys.stdout.write(
            "skipped: no workbooks. " + " ".join((__doc__ or "").split("\n\n")[1].split()) + "\n"
        )
        return
    tried = [_tried(file) for file in files]
    for one in tried:
        sys.stdout.write(f"{one.outcome:8} {len(one.faults):4}  {one.file.name:42} {_reason(one)}\n")
    sys.stdout.write("\n")
    _table.show(
        ["outcome", "workbooks", "of these pyxform compiles"],
        [
            [outcome, str(len(these)), str(sum(one.alone is not None for one in these))]
            for outcome in ("taken", "refused", "CRASHED")
            for these in [[one for one in tried if one.outcome == outcome]]
        ],
    )
    sys.stdout.write("\n")
    reasons = Counter(place for one in tried for place in {_place(fault) for fault in one.faults})
    _table.show(
        ["a reason is in", "workbooks"], [[place, str(count)] for place, count in reasons.most_common()]
    )
    ratios = [one.seconds / one.alone for one in tried if one.alone and one.outcome == "taken"]
    if ratios:
        sys.stdout.write(f"\ntime against pyxform alone, median of the taken: {median(ratios):.2f}\n")


def _tried(file: Path) -> Tried:
    from cairn.surveys.compiling import Refused, compiled  # noqa: PLC0415  # needs Django set up

    data = file.read_bytes()
    alone = _alone(data)
    start = perf_counter()
    faults: tuple[Fault, ...] = ()
    crash = ""
    try:
        compiled(_rows(file), key="example", number=1)
    except Refused as refused:
        faults = refused.faults
    except Exception as fault:  # what the table is to show
        crash = repr(fault)
    return Tried(file, faults, crash, perf_counter() - start, alone)


def _rows(file: Path) -> "Sheets":
    from pyxform.xls2json_backends import xls_to_dict  # noqa: PLC0415  # heavy

    from cairn.surveys.reading import rows_of, sheets_of  # noqa: PLC0415  # needs Django set up

    return rows_of(xls_to_dict(str(file))) if file.suffix == ".xls" else sheets_of(file.read_bytes())


def _alone(data: bytes) -> float | None:
    from pyxform.xls2xform import convert  # noqa: PLC0415  # heavy

    start = perf_counter()
    try:
        convert(xlsform=data, validate=False, warnings=[])
    except Exception:  # whatever it says, it does not compile it
        return None
    return perf_counter() - start


def _reason(one: Tried) -> str:
    if not one.faults:
        return one.crash
    first = one.faults[0]
    words = f"{first.sheet or 'file'} {first.row or ''} {first.column}: {first.message}"
    return words if len(words) <= LONGEST_REASON else words[: LONGEST_REASON - 1] + "…"


def _place(fault: "Fault") -> str:
    if fault.sheet == "survey" and fault.column == "type":
        return "survey: type of question"
    if fault.row == 1:
        return f"{fault.sheet}: column “{fault.column}”"
    return f"{fault.sheet or 'file'}: {fault.column.split(':')[0] or 'as a whole'}"
