"""FTS5. Words come folded and stemmed, so its own tokenizer has only to cut at spaces."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.search.asking import Unit

_TABLE = (
    "CREATE VIRTUAL TABLE search_stems USING fts5"
    "(title, organisation, summary, text, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
)
MAKE: tuple[str, ...] = (_TABLE,)
WRITE = "INSERT OR REPLACE INTO search_stems (rowid, title, organisation, summary, text) VALUES (%s, %s, %s, %s, %s)"
REMOVE = "DELETE FROM search_stems WHERE rowid = %s"
EMPTY: tuple[str, ...] = ("DROP TABLE search_stems", _TABLE)
# The weights are ours: a word of the title says more of what a practice is than one somewhere in its narratives.
MATCHING = "SELECT rowid AS id FROM search_stems WHERE search_stems MATCH %s"
RANKED = (
    "SELECT rowid AS id, bm25(search_stems, 10.0, 5.0, 3.0, 1.0) AS rank "
    "FROM search_stems WHERE search_stems MATCH %s"
)

RANK = "CAST(rank * 1e9 AS INTEGER)"
LIST = "group_concat(%s)"


def asked(units: Sequence[Unit]) -> str:
    """An FTS5 expression. Every word is letters and digits, and quoted: nothing in it is syntax."""
    return " AND ".join(f"({' OR '.join(_phrase(one, unit) for one in unit.readings)})" for unit in units)


def _phrase(words: Sequence[str], unit: Unit) -> str:
    return f'"{" ".join(words)}"{"*" if unit.open_to(words) else ""}'


def row(pk: int, parts: Sequence[Sequence[str]]) -> tuple[str | int, ...]:
    return pk, *(" ".join(part) for part in parts)
