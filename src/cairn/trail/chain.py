"""The keyed hash that ties one entry to the one before (HMAC-SHA256, RFC 2104)."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING

from cairn.vault import keystore

if TYPE_CHECKING:
    from cairn.trail.models import Entry

OWNER = "trail"
"""Whose data key it is: made once and never renewed, because it must be able to check the first entry."""


def key() -> bytes:
    return keystore.ensure(OWNER).key


def mac_of(entry: Entry, before: str, *, key: bytes) -> str:
    """64 hex digits over everything that the entry says and the mac of the entry before ("" before the first)."""
    said = [
        before, entry.number, entry.at.isoformat(), entry.by_id, entry.deed, entry.thing, entry.practice, entry.reason,
    ]  # fmt: skip
    return hmac.new(key, json.dumps(said, ensure_ascii=False).encode(), hashlib.sha256).hexdigest()
