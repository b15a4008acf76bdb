"""tsvector with a GIN index. Vectors and queries are written out by us, so that PostgreSQL's own parser, which cuts
words otherwise than we do, has no part in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from cairn.search.asking import Unit

MAKE: tuple[str, ...] = (
    "CREATE TABLE search_stems (document_id bigint PRIMARY KEY, stems tsvector NOT NULL)",
    "CREATE INDEX search_stems_gin ON search_stems USING gin (stems)",
)
WRITE = (
    "INSERT INTO search_stems (document_id, stems) VALUES (%s, CAST(%s AS tsvector)) "
    "ON CONFLICT (document_id) DO UPDATE SET stems = excluded.stems"
)
REMOVE = "DELETE FROM search_stems WHERE document_id = %s"
EMPTY: tuple[str, ...] = ("DELETE FROM search_stems",)
MATCHING = "SELECT document_id AS id FROM search_stems WHERE stems @@ CAST(%s AS tsquery)"
# Weights of D, C, B, A, in the proportions that the engine for SQLite has for text, summary, organisation and title.
RANKED = (
    "SELECT document_id AS id, -ts_rank('{0.1, 0.3, 0.5, 1.0}', stems, asked) AS rank "
    "FROM search_stems, CAST(%s AS tsquery) AS asked WHERE stems @@ asked"
)
RANK = "CAST(rank * 1e9 AS bigint)"
LIST = "string_agg(CAST(%s AS text), ',')"
# What a tsvector holds: positions up to 16,383 and 256 of them per word; see PostgreSQL's "Limitations" of text search.
LAST_POSITION = 16383
MOST_POSITIONS = 256


def asked(units: Sequence[Unit]) -> str:
    """A tsquery. Every word is letters and digits, and quoted: nothing in it is syntax."""
    return " & ".join(f"({' | '.join(_phrase(one, unit) for one in unit.readings)})" for unit in units)


def _phrase(words: Sequence[str], unit: Unit) -> str:
    end = ":*" if unit.open_to(words) else ""
    following = " <-> ".join(f"'{word}'{end}" for word in words)
    return f"({following})"


def row(pk: int, parts: Sequence[Sequence[str]]) -> tuple[str | int, ...]:
    return pk, _vector(parts)


def _vector(parts: Sequence[Sequence[str]]) -> str:
    """Words beyond the last position all stand at the last: they are found, only phrases among them are not."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, part in zip("ABCD", parts, strict=True):
        for word in part:
            position = min(position + 1, LAST_POSITION)
            places.setdefault(word, []).append(f"{position}{weight}")
        # A phrase does not reach from one part into the next.
        position += 1
    lexemes = ((word, ",".join(at[:MOST_POSITIONS])) for word, at in places.items())
    return " ".join(f"'{word}':{at}" for word, at in lexemes)
