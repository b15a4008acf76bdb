"""Search of 100,000 invented practices: p50 and p95 of questions and facets, time and size of the index.

On SQLite always, in a folder that is removed; on PostgreSQL too where DATABASE_URL names one: in a database of its own
there (cairn_bench), which is removed as well. The floor is the bare full-text query that gives the same keys.
Words are invented and follow Zipf's law, six languages, seeded; CAIRN_BENCH_ENTRIES asks for fewer or more practices.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from urllib.parse import urlsplit, urlunsplit

from workshop.bench import _table

ENTRIES = int(os.environ.get("CAIRN_BENCH_ENTRIES", "100000"))
LANGUAGES = ("en", "fr", "de", "es", "pl", "it")
VOCABULARY = 24_000
WORDS = 140
QUESTIONS = 200
GOALS_MS = ("50", "150")
SYLLABLES = (
    *tuple(f"{consonant}{vowel}" for consonant in "bdfghklmnprstvz" for vowel in "aeiou"),
    "bran",
    "stel",
    "krim",
    "port",
    "lang",
    "werk",
)


def run() -> None:
    """One table for each database; each in a process of its own, since Django takes its database at its start."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CAIRN_DATA_DIR": folder}
        named = environment.pop("DATABASE_URL", "")
        _measured(environment)
        if named.startswith("postgres"):
            parts = urlsplit(named)
            _administer(named, "CREATE DATABASE cairn_bench")
            try:
                _measured(environment | {"DATABASE_URL": urlunsplit(parts._replace(path="/cairn_bench"))})
            finally:
                _administer(named, "DROP DATABASE cairn_bench")


def _administer(address: str, statement: str) -> None:
    import psycopg  # noqa: PLC0415  # needed only where there is a PostgreSQL

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)


def _measured(environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "cairn", "migrate", "--verbosity", "0"], env=environment, check=True
    )
    subprocess.run([sys.executable, "-m", "workshop.bench.search"], env=environment, check=True)


def vocabularies(dice: random.Random) -> dict[str, list[str]]:
    return {
        language: list(
            dict.fromkeys("".join(dice.choices(SYLLABLES, k=dice.randint(2, 5))) for _ in range(VOCABULARY))
        )
        for language in LANGUAGES
    }


def entries(words: dict[str, list[str]], dice: random.Random) -> Iterator:
    """Practices whose words, countries and organisations are as unevenly common as real ones."""
    from cairn.search.shape import Entry  # noqa: PLC0415  # needs django.setup

    shares = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    few = {count: list(accumulate(1 / rank for rank in range(1, count + 1))) for count in (9, 10, 15, 27, 40)}

    def some(axis: str, count: int, k: int) -> tuple[str, ...]:
        return tuple({f"{axis}{dice.choices(range(count), cum_weights=few[count])[0]}" for _ in range(k)})

    for number in range(ENTRIES):
        language = dice.choice(LANGUAGES)
        known = words[language]
        text = dice.choices(known, cum_weights=shares[: len(known)], k=WORDS)
        starts = date(2000, 1, 1) + timedelta(days=dice.randrange(9000))
        yield Entry(
            key=f"practice-{number}",
            language=language,
            title=" ".join(text[:4]),
            organisation=" ".join(text[4:6]),
            summary=" ".join(text[6:30]),
            text=" ".join(text[30:]),
            facets={
                "country": some("c", 27, 1),
                "target_group": some("t", 15, 3),
                "legal_status": some("s", 9, 2),
                "integration_area": some("a", 10, 2),
                "framework": ("gpc",),
                "language": some("l", 40, 2),
                "criterion": some("k", 15, 2),
                "organisation": (f"o{dice.randrange(2000)}",),
            },
            published_at=datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
            starts_on=starts,
            ends_on=starts + timedelta(days=700),
        )


def asked(words: dict[str, list[str]], dice: random.Random) -> list[tuple[str, str]]:
    """Language and one to three words, as uneven as in the texts, the twenty commonest left out as too little said."""
    found = []
    for _ in range(QUESTIONS):
        language = dice.choice(LANGUAGES)
        known = words[language]
        shares = list(accumulate(1 / rank for rank in range(21, len(known) + 1)))
        found.append((language, " ".join(dice.choices(known[20:], cum_weights=shares, k=dice.randint(1, 3)))))
    return found


def slipped(words: str) -> str:
    """Two letters swapped in the middle of the longest word."""
    longest = max(words.split(), key=len)
    middle = len(longest) // 2
    swapped = longest[: middle - 1] + longest[middle] + longest[middle - 1] + longest[middle + 1 :]
    return words.replace(longest, swapped)


def measured() -> None:
    import django  # noqa: PLC0415

    django.setup()
    from django.db import connection  # noqa: PLC0415

    from cairn.search import actions, facts  # noqa: PLC0415
    from cairn.search.shape import Axis, Wanted  # noqa: PLC0415

    dice = random.Random(7)  # noqa: S311  # invented words, no secret
    words = vocabularies(dice)
    began = time.perf_counter()
    actions.rebuild(entries=entries(words, dice))
    seconds = time.perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    sys.stdout.write(
        f"{connection.vendor}: {ENTRIES:,} practices indexed in {seconds:.0f} s, {_size(connection) / 1e6:.0f} MB\n"
    )
    questions = asked(words, dice)
    narrow = {Axis.COUNTRY: frozenset({"c3"}), Axis.TARGET_GROUP: frozenset({"t1"})}

    def find(language: str, text: str, **more: object) -> object:
        return facts.find(Wanted(text, language=language, **more))

    kinds: dict[str, Callable[[str, str], object]] = {
        "floor: bare query, 20 keys": lambda language, text: _floor(connection, language, text),
        "search, 20 hits, all facets, snippets": find,
        "with two facets chosen": lambda language, text: find(language, text, facets=narrow),
        "with a period": lambda language, text: find(language, text, since=2010, until=2012),
        "first letters": lambda language, text: find(language, text.split()[0][:4]),
        "mistyped": lambda language, text: find(language, slipped(text)),
        "no words, two facets": lambda language, _text: find(language, "", facets=narrow),
        "no words": lambda language, _text: find(language, ""),
    }
    rows = [(name, *_timed(kind, questions)) for name, kind in kinds.items()]
    _table.show(("ms", "p50", "p95", "goal p50", "goal p95"), rows)
    # Others' work on the same machine lengthens everything, most of all p95.
    sys.stdout.write(
        f"Load of the machine, 1 and 15 minutes: {os.getloadavg()[0]:.1f}, {os.getloadavg()[2]:.1f}\n"
    )


def _timed(kind: Callable[[str, str], object], questions: list[tuple[str, str]]) -> tuple[str, ...]:
    kind(*questions[0])
    taken = []
    for language, text in questions:
        began = time.perf_counter()
        kind(language, text)
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return f"{taken[len(taken) // 2]:.1f}", f"{taken[int(len(taken) * 0.95)]:.1f}", *GOALS_MS


def _floor(connection, language: str, text: str) -> object:
    from cairn.search.asking import units  # noqa: PLC0415
    from cairn.search.engines import engine  # noqa: PLC0415

    chosen = engine()
    question = chosen.asked(units(text, language=language, languages=LANGUAGES))
    sql = f"SELECT d.key FROM ({chosen.RANKED}) h CROSS JOIN search_document d WHERE d.id = h.id ORDER BY rank LIMIT 20"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [question])
        return cursor.fetchall()


def _size(connection) -> int:
    """Bytes of the whole database, which holds hardly anything else."""
    queries = {
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        "postgresql": "SELECT pg_database_size(current_database())",
    }
    with connection.cursor() as cursor:
        cursor.execute(queries[connection.vendor])
        return cursor.fetchone()[0]


if __name__ == "__main__":
    measured()
