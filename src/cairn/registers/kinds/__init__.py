"""Every kind of register, one file each: a new one is a new file that says `KIND`, and nothing else."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from cairn.registers.shape import Kind


@cache
def all_kinds() -> MappingProxyType[str, Kind]:
    """By key, in the order of their keys."""
    found = [import_module(f"{__name__}.{module.name}").KIND for module in iter_modules(__path__)]
    return MappingProxyType({kind.key: kind for kind in sorted(found, key=lambda kind: kind.key)})
