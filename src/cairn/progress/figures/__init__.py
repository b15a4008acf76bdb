"""The figures of a report, in groups: one file each that says `GROUP`. A new one is a new file, and nothing else.

A room inside the room: it asks the rooms below for what their records say, and knows nothing of reports being written.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from cairn.progress.figures.shape import Asking, Group, filled

__all__ = ["Asking", "Group", "all_groups", "filled"]


@cache
def all_groups() -> MappingProxyType[str, Group]:
    """By key, which is the name of the file."""
    names = sorted(
        module.name for module in iter_modules(__path__) if module.name not in {"shape", "telling"}
    )
    return MappingProxyType({name: import_module(f"{__name__}.{name}").GROUP for name in names})
