"""Sectors and occupations: what they are called, how one finds them, and ESCO's own list where somebody loaded it.

The door of this inner room; nobody needs anything behind it but `models` for the tables and `esco` and `loading` for the command.
"""

from cairn.needs.occupations.finding import Found, chosen, names_of, search
from cairn.needs.occupations.tables import (
    GROUPS,
    SECTORS,
    group_choices,
    group_name,
    group_of,
    sector_choices,
    sector_name,
)

__all__ = [
    "GROUPS",
    "SECTORS",
    "Found",
    "chosen",
    "group_choices",
    "group_name",
    "group_of",
    "names_of",
    "search",
    "sector_choices",
    "sector_name",
]
