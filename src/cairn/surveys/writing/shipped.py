"""The forms that Cairn brings: `shipped/<key>.yaml`, each in many languages, turned into sheets as if somebody had uploaded them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from cairn.surveys.shape import Row, Sheets
from cairn.surveys.writing.wording import spelled

FOLDER = Path(__file__).parents[1] / "shipped"
DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Shipped:
    key: str
    purpose: str
    anonymous: bool
    sheets: Sheets
    checked: frozenset[str]
    """Languages that a person has read and found right; all others were drafted by a machine."""


def files() -> dict[str, Path]:
    """Each file by its fingerprint."""
    return {sha256(file.read_bytes()).hexdigest(): file for file in sorted(FOLDER.glob("*.yaml"))}


def all_shipped() -> Iterator[Shipped]:
    return map(read_file, files().values())


@cache
def read_file(file: Path) -> Shipped:
    return read(YAML(typ="safe").load(file.read_text(encoding="utf-8")))


def read(written: Mapping[str, Any]) -> Shipped:
    return Shipped(
        key=written["key"],
        purpose=written["purpose"],
        anonymous=written["anonymous"],
        sheets={
            "survey": [_row(row) for row in written["survey"]],
            "choices": [
                {"list_name": name} | _row(row)
                for name, rows in written.get("choices", {}).items()
                for row in rows
            ],
            "settings": [_settings(written)],
        },
        checked=frozenset(written["checked"]),
    )


def _row(written: Mapping[str, Any]) -> dict[str, str]:
    row: dict[str, str] = {}
    for name, cell in written.items():
        if isinstance(cell, Mapping):
            row |= {f"{name}::{spelled(tag)}": words for tag, words in cell.items()}
        else:
            row[name] = str(cell)
    return row


def _settings(written: Mapping[str, Any]) -> Row:
    title = dict(written["title"])
    own = {"form_title": title.pop(DEFAULT), "form_id": written["key"], "default_language": spelled(DEFAULT)}
    return own | {f"shown_title::{spelled(tag)}": words for tag, words in title.items()}
