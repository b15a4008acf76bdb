"""How programmes sort costs, as data (`data/schemes.yaml`)."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ruamel.yaml import YAML

FILE = Path(__file__).parent / "data" / "schemes.yaml"


@dataclass(frozen=True, slots=True)
class Heading:
    code: str
    words: str
    flat_rate: Decimal | None = None
    """Per cent of all other categories' spending; None where expenses are booked."""


@cache
def _read() -> list[dict[str, Any]]:
    return list(YAML(typ="safe").load(FILE.read_text(encoding="utf-8")))


def _said(names: dict[str, str]) -> str:
    return names.get((get_language() or "en").split("-")[0], names["en"])


def choices() -> list[tuple[str, str]]:
    return [*((scheme["key"], _said(scheme["name"])) for scheme in _read()), ("own", _("Our own categories"))]


def headings(key: str) -> list[Heading]:
    """The categories of a shipped scheme in the reader's language; none for a scheme of one's own."""
    scheme: dict[str, Any] = next((one for one in _read() if one["key"] == key), {"categories": []})
    return [
        Heading(one["code"], _said(one["name"]), Decimal(one["flat"]) if "flat" in one else None)
        for one in scheme["categories"]
    ]


def own_headings(lines: list[str]) -> list[Heading]:
    """From lines such as "A: Staff" or "E: Overheads 7%". Raises ValidationError naming the line."""
    found: dict[str, Heading] = {}
    for number, line in enumerate(lines, start=1):
        code, colon, words = (part.strip() for part in line.partition(":"))
        if not colon or not words or not 0 < len(code) <= 10 or code in found:
            raise ValidationError(
                _(
                    "Line %(number)s, “%(line)s”: write a code of your own, a colon and words, such as “A: Staff”."
                ),
                params={"number": number, "line": line[:60]},
            )
        found[code] = _with_rate(code, words)
    return list(found.values())


def _with_rate(code: str, words: str) -> Heading:
    before, blank, last = words.rpartition(" ")
    rate = last[:-1].replace(",", ".")
    if blank and last.endswith("%") and rate.replace(".", "", 1).isdecimal() and Decimal(rate) <= 100:
        return Heading(code, before.strip(), Decimal(rate))
    return Heading(code, words)
