"""Every figure that is computed from records, one file each: a new one is a new file that says `MEASURE`, and nothing else.

Its docstring says from which records it is counted (Source); unit and definition are fields, since people read them.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from cairn.results.measures.shape import Cells, ComputedMeasure, Counted

__all__ = ["Cells", "ComputedMeasure", "Counted", "all_measures"]


@cache
def all_measures() -> MappingProxyType[str, ComputedMeasure]:
    """By key, in the order of their keys."""
    names = [module.name for module in iter_modules(__path__) if module.name != "shape"]
    found = [import_module(f"{__name__}.{name}").MEASURE for name in names]
    return MappingProxyType({measure.key: measure for measure in sorted(found, key=lambda one: one.key)})
