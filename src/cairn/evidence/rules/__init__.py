"""Every rule, one file each, by framework: a new one is a new file that says `RULE`, and its limits in `limits/`."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType

from ruamel.yaml import YAML

from cairn.evidence.rule import Rule

LIMITS = Path(__file__).parents[1] / "limits"
USUAL = "good-practice-criteria"
"""The framework that is asked where none is named."""
ASKED = tuple(sorted((file.stem for file in LIMITS.glob("*.yaml")), key=lambda one: one != USUAL))
"""Every framework for which there are rules, the usual one first."""


@cache
def rules_of(framework_id: str) -> MappingProxyType[str, Rule]:
    """By item; none where Cairn has no rules for the framework."""
    package = f"{__name__}.{framework_id.replace('-', '_')}"
    folder = Path(__file__).parent / framework_id.replace("-", "_")
    if not folder.is_dir():
        return MappingProxyType({})
    found = [import_module(f"{package}.{module.name}").RULE for module in iter_modules([str(folder)])]
    return MappingProxyType({rule.item: rule for rule in sorted(found, key=lambda rule: rule.item)})


@cache
def limits_of(framework_id: str) -> MappingProxyType[str, dict[str, float]]:
    """The values by item and name, as the framework's data has them; `fresh_for` is in days and always there."""
    file = LIMITS / f"{framework_id}.yaml"
    return MappingProxyType(YAML(typ="safe").load(file.read_text(encoding="utf-8")) if file.exists() else {})
