"""How values of forms are compared and reckoned with: the rules of XPath 1.0, and OpenRosa's functions for dates and choices.

A date is its ISO text; as a number it is its days since 1970. Everything here takes whatever it is given.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.utils import timezone

Value = str | float | bool
FIRST_DAY = date(1970, 1, 1)
LONGEST_MATCHED = 400
"""Characters that a pattern is held against; what is longer does not match."""
MOST_STEPS = 2_000_000
_NUMBER = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*")
_ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def number(value: Value) -> float:
    if isinstance(value, str):
        return float(value) if _NUMBER.fullmatch(value) else _days(value)
    return float(value)


def text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return value


def truth(value: Value) -> bool:
    return not math.isnan(value) and bool(value) if isinstance(value, float) else bool(value)


def combined(sign: str, left: Value, right: Value) -> Value:
    match sign:
        case "or":
            return truth(left) or truth(right)
        case "and":
            return truth(left) and truth(right)
        case "=":
            return _same(left, right)
        case "!=":
            return not _same(left, right)
    if sign in _ORDER:
        return bool(_ORDER[sign](number(left), number(right)))
    return _reckoned(sign, number(left), number(right))


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return number(left) == number(right)
    return left == right


def _reckoned(sign: str, left: float, right: float) -> float:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "div":
            return left / right if right else math.nan
    return math.fmod(left, right) if right and math.isfinite(left) else math.nan


def _days(words: str) -> float:
    try:
        return float((date.fromisoformat(words.strip()) - FIRST_DAY).days)
    except ValueError:
        return math.nan


def _today() -> str:
    return timezone.localdate().isoformat()


def _date(value: Value) -> str:
    return (FIRST_DAY + timedelta(days=int(number(value)))).isoformat()


def _chosen(value: Value, place: Value) -> str:
    return dict(enumerate(text(value).split())).get(int(number(place)), "")


def _cut(value: Value, start: Value, *length: Value) -> str:
    """XPath's substring: characters count from one."""
    first = round(number(start)) - 1
    end = first + round(number(length[0])) if length else None
    return text(value)[max(first, 0) : end if end is None else max(end, 0)]


def _sliced(value: Value, start: Value, *end: Value) -> str:
    """OpenRosa's substr: characters count from nought, the end is left out."""
    return text(value)[int(number(start)) : int(number(end[0])) if end else None]


def _replaced(value: Value, old: Value, new: Value) -> str:
    into = text(new)
    table: dict[int, str | None] = {}
    for place, sign in enumerate(text(old)):
        table.setdefault(ord(sign), into[place] if place < len(into) else None)
    return text(value).translate(table)


def _rounded(value: Value, *places: Value) -> float:
    scale = 10.0 ** (int(number(places[0])) if places else 0)
    return math.floor(number(value) * scale + 0.5) / scale


def _matches(value: Value, pattern: Value) -> bool:
    words = text(value)
    return len(words) <= LONGEST_MATCHED and re.fullmatch(text(pattern), words) is not None


class Function(NamedTuple):
    of: Callable[..., Any]
    least: int
    most: int


FUNCTIONS = {
    "boolean": Function(truth, 1, 1),
    "ceiling": Function(lambda value: float(math.ceil(number(value))), 1, 1),
    "coalesce": Function(lambda *values: next((value for value in values if text(value)), ""), 1, 9),
    "concat": Function(lambda *values: "".join(map(text, values)), 1, 20),
    "contains": Function(lambda value, part: text(part) in text(value), 2, 2),
    "count-selected": Function(lambda value: float(len(text(value).split())), 1, 1),
    "date": Function(_date, 1, 1),
    "ends-with": Function(lambda value, part: text(value).endswith(text(part)), 2, 2),
    "false": Function(lambda: False, 0, 0),
    "floor": Function(lambda value: float(math.floor(number(value))), 1, 1),
    "if": Function(lambda condition, then, other: then if truth(condition) else other, 3, 3),
    "int": Function(lambda value: float(int(number(value))), 1, 1),
    "max": Function(lambda *values: max(map(number, values)), 1, 20),
    "min": Function(lambda *values: min(map(number, values)), 1, 20),
    "normalize-space": Function(lambda value: " ".join(text(value).split()), 1, 1),
    "not": Function(lambda value: not truth(value), 1, 1),
    "now": Function(_today, 0, 0),
    "number": Function(number, 1, 1),
    "pow": Function(lambda base, power: math.pow(number(base), number(power)), 2, 2),
    "regex": Function(_matches, 2, 2),
    "round": Function(_rounded, 1, 2),
    "selected": Function(lambda value, name: text(name).strip() in text(value).split(), 2, 2),
    "selected-at": Function(_chosen, 2, 2),
    "starts-with": Function(lambda value, part: text(value).startswith(text(part)), 2, 2),
    "string": Function(text, 1, 1),
    "string-length": Function(lambda value: float(len(text(value))), 1, 1),
    "substr": Function(_sliced, 2, 3),
    "substring": Function(_cut, 2, 3),
    "substring-after": Function(lambda value, part: text(value).partition(text(part))[2], 2, 2),
    "substring-before": Function(
        lambda value, part: text(value).partition(text(part))[0] if text(part) in text(value) else "", 2, 2
    ),
    "today": Function(_today, 0, 0),
    "translate": Function(_replaced, 3, 3),
    "true": Function(lambda: True, 0, 0),
}


def called(name: str, values: Sequence[Value]) -> Value:
    try:
        result: Value = FUNCTIONS[name].of(*values)
    except (ArithmeticError, ValueError):
        return math.nan
    return result


def is_quick(pattern: str) -> bool:
    """Whether a pattern can be read and never takes long, whatever it is held against.

    Reckoned from its choices: the ways to match are at most their product. Groups may not be repeated, since there
    the ways multiply with every turn.
    """
    if re.search(r"\(\?(?!:)|\\[1-9]|\)[*+{]", pattern):
        return False
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    bare = re.sub(r"\\.|\[\^?\]?(?:\\.|[^]])*\]", "x", pattern).replace("(?:", "(")
    ways = _alternatives(bare)
    for repeat in re.findall(r"[*+?]|\{\d*,?\d*\}", bare):
        ways *= _turns(repeat)
    return ways <= MOST_STEPS


def _alternatives(bare: str) -> int:
    ways, here, outside = 1, 1, list[int]()
    for sign in bare:
        if sign == "|":
            here += 1
        elif sign == "(":
            outside.append(here)
            here = 1
        elif sign == ")":
            ways, here = ways * here, outside.pop()
    return ways * here


def _turns(repeat: str) -> int:
    if repeat == "?":
        return 2
    if repeat in {"*", "+"}:
        return LONGEST_MATCHED
    least, comma, most = repeat[1:-1].partition(",")
    if not comma:
        return 1
    return max(min(int(most or LONGEST_MATCHED), LONGEST_MATCHED) - int(least or 0), 0) + 1
