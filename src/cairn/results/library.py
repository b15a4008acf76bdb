"""Indicators to choose from, as data (`data/library.yaml`): one fills in the form, and everything can be changed there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from ruamel.yaml import YAML

from cairn.results.enums import Dimension, Direction
from cairn.results.measures import all_measures

FILE = Path(__file__).parent / "data" / "library.yaml"
Names = dict[str, str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One indicator in the reader's language."""

    key: str
    theme: str
    words: str
    source: str
    said: dict[str, Any]
    """What the form is filled in with, by field of an indicator."""


@cache
def _read() -> dict[str, Any]:
    return dict(YAML(typ="safe").load(FILE.read_text(encoding="utf-8")))


def _in_language(names: Names) -> str:
    return names.get((get_language() or "en").split("-")[0], names["en"])


def by_theme() -> list[tuple[str, list[Suggestion]]]:
    """Every suggestion under its theme, both in their order."""
    found = [_suggestion(one) for one in _read()["indicators"]]
    return [
        (_in_language(names), [one for one in found if one.theme == theme])
        for theme, names in _read()["themes"].items()
    ]


def suggested(key: str) -> Suggestion | None:
    """The one of that key; None where there is none."""
    return next((_suggestion(one) for one in _read()["indicators"] if one["key"] == key), None)


def _suggestion(one: dict[str, Any]) -> Suggestion:
    library, words = _read(), _in_language(one["words"])
    said = {
        "words": words,
        "level": one["level"],
        "direction": one.get("direction", Direction.UP),
        "frequency": one["frequency"],
        "means": _in_language(library["means"][one["means"]]),
        "computed_by": one.get("computed_by", ""),
    } | (_by_measure(one) if "computed_by" in one else _by_hand(one, library))
    return Suggestion(one["key"], one["theme"], words, _in_language(library["sources"][one["source"]]), said)


def _by_measure(one: dict[str, Any]) -> dict[str, Any]:
    measure = all_measures()[one["computed_by"]]
    return {
        "measure": measure.measure,
        "unit": str(measure.unit),
        "gathering": measure.gathering,
        "counts_people": measure.counts_people,
        "disaggregation": list(measure.dimensions),
        "method": str(measure.definition),
    }


def _by_hand(one: dict[str, Any], library: dict[str, Any]) -> dict[str, Any]:
    people = one.get("people", False)
    return {
        "measure": one["measure"],
        "unit": _in_language(library["units"][one["unit"]]),
        "scale_top": one.get("scale_top"),
        "gathering": one["gathering"],
        "counts_people": people,
        "disaggregation": list(Dimension) if people else [],
        "method": _in_language(one["method"]),
    }
