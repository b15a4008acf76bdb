"""The kinds of table that can be released: one file each."""

from cairn.releases.kinds import budget, indicators, reach, sessions
from cairn.releases.kinds.shape import Asked, Cell, Kind, Table, digest_of

KINDS = {
    kind.key: kind
    for kind in (reach.BY_SEX, reach.BY_AGE, reach.BY_BOTH, sessions.KIND, indicators.KIND, budget.KIND)
}

__all__ = ["KINDS", "Asked", "Cell", "Kind", "Table", "digest_of"]
