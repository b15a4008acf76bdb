"""Every rule, one file each, by framework: a new one is a new file that says `RULE`, and its limits in `limits/`.

Rules can also be written without Python (`evidence.authored`); they are found here beside the others.
"""

from collections.abc import Collection
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType

from django.urls import reverse
from ruamel.yaml import YAML

from cairn.evidence.authored.shelf import Rules, Values, files, rules_in
from cairn.evidence.rule import Rule

LIMITS = Path(__file__).parents[1] / "limits"
USUAL = "good-practice-criteria"
"""The framework that is asked where none is named."""


def asked() -> tuple[str, ...]:
    """Every framework for which there are rules, the usual one first."""
    found = {file.stem for file in (*LIMITS.glob("*.yaml"), *files())}
    return tuple(sorted(found, key=lambda one: (one != USUAL, one)))


def among(frameworks: Collection[str]) -> tuple[str, ...]:
    """Those of some frameworks for which there are rules, the usual one first; the usual one where there are none."""
    return tuple(one for one in asked() if one in frameworks) or (USUAL,)


def page_of(practice: int, framework: str) -> str:
    """The address of the page of evidence."""
    if framework == USUAL:
        return reverse("evidence", args=[practice])
    return reverse("evidence_of", args=[practice, framework])


@cache
def rules_of(framework_id: str) -> MappingProxyType[str, Rule]:
    """By item; none where there are no rules for the framework."""
    found = in_python(framework_id)[0] | _written(framework_id)[0]
    return MappingProxyType(dict(sorted(found.items())))


@cache
def limits_of(framework_id: str) -> MappingProxyType[str, dict[str, float]]:
    """The values by item and name, as the framework's data has them; `fresh_for` is in days and always there."""
    return MappingProxyType(in_python(framework_id)[1] | _written(framework_id)[1])


@cache
def _written(framework_id: str) -> tuple[Rules, Values]:
    """Those that are written as data; the file is read once for both."""
    return rules_in(framework_id, in_python)


@cache
def in_python(framework_id: str) -> tuple[Rules, Values]:
    """Those of them that are written in Python, and their limits."""
    name = framework_id.replace("-", "_")
    folder = Path(__file__).parent / name
    if not folder.is_dir():
        return {}, {}
    modules = iter_modules([str(folder)])
    found: list[Rule] = [import_module(f"{__name__}.{name}.{module.name}").RULE for module in modules]
    limits = (LIMITS / f"{framework_id}.yaml").read_text(encoding="utf-8")
    return {rule.item: rule for rule in found}, YAML(typ="safe").load(limits)
