"""Every rule asked once, with what it read: so that only those have to be asked again whose records changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection

from cairn.evidence.adjusting import own_limits
from cairn.evidence.asking import Asking, Records
from cairn.evidence.authored.shelf import files
from cairn.evidence.judging import judged
from cairn.evidence.rules import limits_of, rules_of
from cairn.evidence.shape import Judged
from cairn.evidence.watching import ROOMS

if TYPE_CHECKING:
    from cairn.practices.models import Practice


@dataclass(frozen=True, slots=True)
class Computed:
    judged: Judged
    sources: frozenset[str]
    """What was read for it: tables, and kinds of registers as `registers_record:risk`."""


def computed(
    practice: Practice,
    framework_id: str,
    today: date,
    *,
    items: Collection[str] | None = None,
    assessed_on: date | None = None,
) -> dict[str, Computed]:
    """By item, in the order of their ids; all that have a rule, or these. Each kind of record is read once for all."""
    records = Records(practice, today, all_kinds=items is None)
    found: dict[str, tuple[Judged, frozenset[str]]] = {}
    with connection.execute_wrapper(records.hear):
        own = own_limits(practice.pk, framework_id)
        for item, rule in rules_of(framework_id).items():
            if items is not None and item not in items:
                continue
            records.begin()
            mine = own.get(item, {})
            limits = limits_of(framework_id)[item] | mine
            parts = list(rule.parts(Asking(records, framework_id, item, limits)))
            one = judged(parts, fresh_for=int(limits["fresh_for"]), today=today, assessed_on=assessed_on)
            found[item] = replace(one, own_limits=tuple(sorted(mine))), records.read()
    return {item: Computed(one, sources | records.loose) for item, (one, sources) in found.items()}


@cache
def code() -> str:
    """Tells one state of the rules, of their limits and of all that they ask from another: what another computed is not trusted."""
    told, house = sha256(), Path(__file__).parents[1]
    for file in sorted(file for room in ROOMS for file in (house / room).rglob("*")):
        if file.suffix in {".py", ".yaml"}:
            told.update(file.read_bytes())
    for file in files():
        told.update(file.read_bytes())
    return told.hexdigest()[:16]
