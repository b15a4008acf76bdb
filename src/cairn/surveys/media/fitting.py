"""Of what somebody brought, what a form names, made fit to be shown; and all that is not fit, at the cells that name it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cairn.surveys.faults import Fault
from cairn.surveys.media import pictures, recordings
from cairn.surveys.media.naming import PICTURES, RECORDINGS, ending_of, matched, named_in
from cairn.surveys.media.unfit import Unfit
from cairn.surveys.shape import Sheets

MOST_BYTES = 20 * 2**20
"""Of all files of a form together, as they are kept."""


@dataclass(frozen=True, slots=True)
class Fitted:
    content_type: str
    data: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def md5(self) -> str:
        """As OpenRosa asks for it: to see that a file changed, not to protect anything."""
        return hashlib.md5(self.data, usedforsecurity=False).hexdigest()


def fitted(sheets: Sheets, brought: Mapping[str, bytes]) -> tuple[dict[str, Fitted], list[Fault]]:
    """By the name that the form has."""
    cells = {cell.name: cell for cell in reversed(named_in(sheets))}
    made: dict[str, Fitted] = {}
    faults: list[Fault] = []
    for name, data in matched(cells, brought).items():
        try:
            made[name] = _fitted(name, data)
        except Unfit as fault:
            faults.append(cells[name].fault(str(fault)))
    if sum(len(each.data) for each in made.values()) > MOST_BYTES:
        words = _(
            "The pictures and recordings are more than %(most)d MB together. Use fewer or shorter ones."
        )
        faults.append(Fault("", None, "", words % {"most": MOST_BYTES // 2**20}))
    return made, faults


def _fitted(name: str, data: bytes) -> Fitted:
    """Raises Unfit."""
    ending = ending_of(name)
    if ending in PICTURES:
        promised = PICTURES[ending]
        return Fitted(pictures.TYPES[promised], pictures.drawn_anew(data, promised))
    return Fitted(RECORDINGS[ending], recordings.bare(data, RECORDINGS[ending]))
