"""What is wrong with a form: where it stands, in plain words, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    sheet: str
    row: int | None
    """Line of the sheet as a spreadsheet numbers it; 1 is the headings; None where it is about the whole sheet."""
    column: str
    """Heading as it was written; "" where it is about the whole row."""
    message: str


class Refused(ValueError):
    """A form that Cairn cannot take, with everything that is wrong with it at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = tuple(faults)
