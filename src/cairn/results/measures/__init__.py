"""Every figure that is computed from records, one file each: a new one is a new file that says `MEASURE`, and nothing else."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from cairn.results.computing import ComputedMeasure


@cache
def all_measures() -> MappingProxyType[str, ComputedMeasure]:
    """By key, in the order of their keys."""
    found = [import_module(f"{__name__}.{module.name}").MEASURE for module in iter_modules(__path__)]
    return MappingProxyType({measure.key: measure for measure in sorted(found, key=lambda one: one.key)})
