"""The measures of `results/measures` said once more over columns, one file each by the same names; a test holds both to one meaning."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from cairn.analytics.measures.shape import Columns, Tally, Tallying

__all__ = ["Columns", "Tally", "all_tallies"]


@cache
def all_tallies() -> MappingProxyType[str, Tallying]:
    """By key, in the order of their keys."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name != "shape")
    return MappingProxyType({name: import_module(f"{__name__}.{name}").tally for name in names})
