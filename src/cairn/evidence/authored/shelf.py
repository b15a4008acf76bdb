"""Where written rules stand: those that come with Cairn, and a house's own in the folder `rules` of its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from cairn.evidence.authored.building import rule_of, values_of
from cairn.evidence.authored.reading import WrittenRules, read_rules
from cairn.evidence.rule import Rule

SHIPPED = Path(__file__).parent / "shipped"
Rules = dict[str, Rule]
Values = dict[str, dict[str, float]]
InPython = Callable[[str], tuple[Rules, Values]]
"""The rules of a framework that are written in Python, and their limits."""


def files() -> Iterator[Path]:
    """All files of rules, a house's own last, which come before those that Cairn brings."""
    for folder in (SHIPPED, Path(settings.DATA_DIR) / "rules"):
        yield from sorted(folder.glob("*.yaml"))


def read(content: bytes, name: str, in_python: InPython) -> WrittenRules:
    return read_rules(content, name, lambda framework, item: item in in_python(framework)[0])


def rules_in(framework_id: str, in_python: InPython) -> tuple[Rules, Values]:
    """The written rules of a framework and their limits; none where there is no file.

    Raises ImproperlyConfigured with every fault of the file: whoever runs the server learns where to mend it.
    """
    found = [file for file in files() if file.stem == framework_id]
    if not found:
        return {}, {}
    written = read(found[-1].read_bytes(), str(found[-1]), in_python)
    if written.file is None:
        raise ImproperlyConfigured("\n".join(map(str, written.faults)))
    rules: Rules = {}
    values: Values = {}
    for item, rule in written.file.rules.items():
        if rule.same_as:
            framework, _slash, other = rule.same_as.partition("/")
            theirs, limits = in_python(framework)
            rules[item] = Rule(item=item, limits=theirs[other].limits, parts=theirs[other].parts)
            values[item] = limits[other]
        else:
            rules[item], values[item] = rule_of(item, rule), values_of(rule)
    return rules, values
