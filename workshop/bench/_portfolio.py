"""The rows of `portfolio`, and the same questions put to each engine: `python -m workshop.bench._portfolio ENGINE FOLDER QUESTION …`.

The questions are the measures that look at most rows; Cairn's own expressions (analytics/measures) answer on DuckDB.
"""

import hashlib
import json
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

START, END = date(2025, 1, 1), date(2025, 6, 30)
FIRST, DAYS = date(2024, 1, 1), 730
QUESTIONS = {
    "people_present": {"attendance": (8, 8, 4, 1), "people": (8, 8, 1, 1)},
    "people_reached": {"people": (8, 1, 1, 4, 4)},
    "sessions_held": {"sessions": (8, 4)},
    "session_hours": {"sessions": (8, 4, 8)},
    "mediator_share": {"sessions": (8, 4, 1, 1)},
}
"""Measures, and by table how many bytes a row of the columns holds that they ask for (a choice: one)."""
PER_PERSON, PER_SESSION = 40, 12
"""Lines of attendance for each: two years of one session in three weeks, and twelve on a sheet."""
Answer = dict[int, list]
"""By practice of which anything was looked at: value, records looked at, and counts of people as "sex:woman": 3."""


def make(folder: Path, lines: int, practices: int) -> dict[str, int]:
    """Columns as a snapshot has them, rows of a practice together; how much of each there is."""
    import django  # noqa: PLC0415  # not for those who only list benchmarks
    import numpy as np  # noqa: PLC0415  # likewise

    django.setup()
    dice = np.random.default_rng(7)
    counts = {"people": lines // PER_PERSON, "sessions": lines // PER_SESSION, "attendance": lines}
    of = {name: np.sort(dice.integers(0, practices, count)) for name, count in counts.items()}
    day = np.datetime64(FIRST)

    def days(count):
        return day + dice.integers(0, DAYS, count)

    def some(words, count):
        import pyarrow as arrow  # noqa: PLC0415  # likewise

        numbers = dice.integers(0, len(words), count).astype("int8")
        return arrow.DictionaryArray.from_arrays(numbers, words).cast(arrow.string())

    first = np.searchsorted(of["people"], np.arange(practices + 1))
    within = np.maximum(np.diff(first), 1)[of["attendance"]]
    person = np.minimum(
        first[of["attendance"]] + (dice.random(lines) * within).astype("int64"), counts["people"] - 1
    )
    came = days(counts["people"])
    left = came + dice.integers(30, 700, counts["people"])
    tables = {
        "practices": {"practice": np.arange(practices)},
        "people": {
            "practice": of["people"],
            "person": np.arange(counts["people"]),
            "sex": some(["woman", "man", "other", ""], counts["people"]),
            "age": some(["18-24", "25-30", "31-40", "41-54", "55+", ""], counts["people"]),
            "enrolled_on": came,
            "ended_on": np.where(dice.random(counts["people"]) < 0.5, left, np.datetime64("NaT")),
        },
        "sessions": {
            "practice": of["sessions"],
            "held_on": days(counts["sessions"]),
            "hours": dice.integers(1, 17, counts["sessions"]),
            "mediator_needed": some(["yes", "no", ""], counts["sessions"]),
            "mediator": dice.random(counts["sessions"]) < 0.7,
        },
        "attendance": {
            "practice": of["attendance"],
            "person": person,
            "held_on": days(lines),
            "state": some(["present", "present", "absent", "unknown"], lines),
        },
    }
    for name, columns in tables.items():
        _write(folder / f"{name}.parquet", name, columns)
    _empty(folder, set(tables))
    asked = {
        f"bytes of {name}": sum(sum(widths) * counts[table] for table, widths in of_table.items())
        for name, of_table in QUESTIONS.items()
    }
    return counts | asked | {"bytes": sum(file.stat().st_size for file in folder.glob("*.parquet"))}


def _write(file: Path, name: str, columns: dict) -> None:
    import pyarrow as arrow  # noqa: PLC0415  # likewise
    from pyarrow import parquet  # noqa: PLC0415  # likewise

    from cairn.analytics.files import AT_ONCE, schema_of  # noqa: PLC0415  # needs Django
    from cairn.analytics.tables import columns_of  # noqa: PLC0415  # likewise

    schema = schema_of(columns_of(name))
    arrays = [_cast(arrow, values, schema.field(key)) for key, values in columns.items()]
    parquet.write_table(arrow.table(arrays, schema=schema), file, row_group_size=AT_ONCE, compression="zstd")


def _cast(arrow, values, field):
    array = values if isinstance(values, arrow.Array) else arrow.array(values)
    if arrow.types.is_decimal(field.type):  # quarters of an hour
        return arrow.array([Decimal(quarters) / 4 for quarters in array.to_pylist()], field.type)
    return array.cast(field.type)


def _empty(folder: Path, but: set[str]) -> None:
    """A snapshot has every table, also those about which nothing is asked here."""
    from pyarrow import parquet  # noqa: PLC0415  # likewise

    from cairn.analytics.files import schema_of  # noqa: PLC0415  # needs Django
    from cairn.analytics.tables import TABLES  # noqa: PLC0415  # likewise

    for name in set(TABLES) - but:
        parquet.write_table(schema_of(TABLES[name].columns).empty_table(), folder / f"{name}.parquet")


def bandwidth() -> float:
    """Bytes a second that one core reads from memory, the best of five."""
    import numpy as np  # noqa: PLC0415  # likewise

    numbers = np.ones(100_000_000)
    best = 1e9
    for _ in range(5):
        began = time.perf_counter()
        numbers.sum()
        best = min(best, time.perf_counter() - began)
    return numbers.nbytes / best


# -- The engines: each is made ready once, and gives a function from a question to an answer.


def duckdb(folder: Path, _questions: list[str]) -> Callable[[str], Answer]:
    import django  # noqa: PLC0415  # for this engine only

    django.setup()
    from cairn.analytics.engine import columns_of, figures, practices_in  # noqa: PLC0415  # needs Django

    practices, columns = practices_in(folder), columns_of(folder)

    def answer(name: str) -> Answer:
        found = figures(columns, practices, START, END, [name])[name]
        return {
            practice: [
                float(one.share.part if one.share else one.value),
                one.records,
                {f"{by}:{which}": count for by, cells in one.cells.items() for which, count in cells.items()},
            ]
            for practice, one in found.items()
            if one.records
        }

    return answer


def pandas(folder: Path, _questions: list[str]) -> Callable[[str], Answer]:
    import pandas as pd  # noqa: PLC0415  # for this engine only

    def read(name, *columns):
        return pd.read_parquet(folder / f"{name}.parquet", columns=["practice", *columns])

    return lambda name: PANDAS[name](read)


def _people_present(read) -> Answer:
    lines = read("attendance", "person", "held_on", "state")
    ever = lines[(lines.state == "present") & (lines.held_on <= END)]
    everyone = read("people", "person", "sex", "age")
    came = everyone[everyone.person.isin(ever.person[ever.held_on >= START].unique())]
    return _of_people(ever.groupby("practice").size(), came)


def _people_reached(read) -> Answer:
    everyone = read("people", "sex", "age", "enrolled_on", "ended_on")
    there = everyone[everyone.enrolled_on <= END]
    gone = there.ended_on.notna()
    gone[gone] = there.ended_on[gone] < START
    return _of_people(there.groupby("practice").size(), there[~gone])


def _of_people(looked_at, found) -> Answer:
    answer = {practice: [0.0, int(count), {}] for practice, count in looked_at.items()}
    for practice, count in found.groupby("practice").size().items():
        answer[practice][0] = float(count)
    for by in ("sex", "age"):
        for (practice, which), count in found.groupby(["practice", by]).size().items():
            answer[practice][2][f"{by}:{which}"] = int(count)
    return answer


def _sessions_held(read) -> Answer:
    sessions = read("sessions", "held_on")
    ever = sessions[sessions.held_on <= END]
    return _of_sessions(ever, ever.held_on >= START)


def _session_hours(read) -> Answer:
    sessions = read("sessions", "held_on", "hours")
    ever = sessions[sessions.held_on <= END]
    return _of_sessions(ever, ever.hours.astype(float).where(ever.held_on >= START, 0))


def _mediator_share(read) -> Answer:
    sessions = read("sessions", "held_on", "mediator_needed", "mediator")
    needing = sessions[sessions.held_on.between(START, END) & (sessions.mediator_needed == "yes")]
    return _of_sessions(needing, needing.mediator)


def _of_sessions(sessions, value) -> Answer:
    both = sessions.assign(value=value).groupby("practice").value.agg(["sum", "count"])
    return {practice: [float(total), int(count), {}] for practice, total, count in both.itertuples()}


PANDAS = {
    "people_present": _people_present,
    "people_reached": _people_reached,
    "sessions_held": _sessions_held,
    "session_hours": _session_hours,
    "mediator_share": _mediator_share,
}


SQL_OF_SESSIONS = {
    "sessions_held": "SELECT practice, sum(held_on >= :start), count(*) FROM sessions WHERE held_on <= :end GROUP BY practice",
    "session_hours": (
        "SELECT practice, sum(CASE WHEN held_on >= :start THEN hours ELSE 0 END), count(*) FROM sessions"
        " WHERE held_on <= :end AND hours IS NOT NULL GROUP BY practice"
    ),
    "mediator_share": (
        "SELECT practice, sum(mediator), count(*) FROM sessions"
        " WHERE held_on BETWEEN :start AND :end AND mediator_needed = 'yes' GROUP BY practice"
    ),
}
SQL_OF_PEOPLE = {
    "people_present": (
        "SELECT practice, count(*) FROM attendance WHERE state = 'present' AND held_on <= :end GROUP BY practice",
        (
            "SELECT practice, sex, age, count(*) FROM people WHERE person IN (SELECT person FROM attendance"
            " WHERE state = 'present' AND held_on BETWEEN :start AND :end) GROUP BY practice, sex, age"
        ),
    ),
    "people_reached": (
        "SELECT practice, count(*) FROM people WHERE enrolled_on <= :end GROUP BY practice",
        (
            "SELECT practice, sex, age, count(*) FROM people WHERE enrolled_on <= :end"
            " AND (ended_on IS NULL OR ended_on >= :start) GROUP BY practice, sex, age"
        ),
    ),
}


def sqlite(folder: Path, questions: list[str]) -> Callable[[str], Answer]:
    """Days as whole numbers, people by their key: what SQLite is quickest with."""
    base = sqlite3.connect(folder / "rows.sqlite3")
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("PRAGMA synchronous = OFF")
    for table in sorted({table for name in questions for table in QUESTIONS[name]}):
        _load(base, folder, table)
    period = {"start": (START - date(1970, 1, 1)).days, "end": (END - date(1970, 1, 1)).days}

    def answer(name: str) -> Answer:
        if name in SQL_OF_SESSIONS:
            rows = base.execute(SQL_OF_SESSIONS[name], period)
            return {practice: [float(value), records, {}] for practice, value, records in rows}
        looked_at, found = SQL_OF_PEOPLE[name]
        told = {practice: [0.0, records, {}] for practice, records in base.execute(looked_at, period)}
        for practice, sex, age, count in base.execute(found, period):
            told[practice][0] += count
            for cell in (f"sex:{sex}", f"age:{age}"):
                told[practice][2][cell] = told[practice][2].get(cell, 0) + count
        return told

    return answer


def _load(base: sqlite3.Connection, folder: Path, table: str) -> None:
    import pyarrow as arrow  # noqa: PLC0415  # for this engine only
    from pyarrow import parquet  # noqa: PLC0415  # likewise

    file = parquet.ParquetFile(folder / f"{table}.parquet")
    names = file.schema_arrow.names
    keyed = [
        f"{name} INTEGER PRIMARY KEY" if (table, name) == ("people", "person") else name for name in names
    ]
    base.execute(f"CREATE TABLE {table} ({', '.join(keyed)})")
    for batch in file.iter_batches(100_000):
        columns = [_plain(arrow, column).to_pylist() for column in batch.columns]
        places = ", ".join("?" * len(names))
        base.executemany(f"INSERT INTO {table} VALUES ({places})", zip(*columns, strict=True))  # noqa: S608  # our own names
    base.commit()


def _plain(arrow, column):
    if arrow.types.is_date32(column.type):
        return column.cast(arrow.int32())
    return column.cast(arrow.float64()) if arrow.types.is_decimal(column.type) else column


# -- One engine, in this process.


def asked_of(engine: str, folder: Path, questions: list[str]) -> dict:
    """Seconds are the better of two tries, unless the first took longer than ten."""
    began = time.perf_counter()
    answer = {"duckdb": duckdb, "pandas": pandas, "sqlite": sqlite}[engine](folder, questions)
    told: dict = {"loading": time.perf_counter() - began, "seconds": {}, "answers": {}}
    for name in questions:
        tries = []
        while len(tries) < 2 and sum(tries) < 10:
            began = time.perf_counter()
            found = answer(name)
            tries.append(time.perf_counter() - began)
        told["seconds"][name] = min(tries)
        told["answers"][name] = hashlib.sha256(json.dumps(_plainly(found)).encode()).hexdigest()
    told["alone"] = alone(folder, questions) if engine == "duckdb" else {}
    told["memory"] = _most_memory()
    return told


def alone(folder: Path, questions: list[str]) -> dict[str, float]:
    """Seconds of the engine without making values of Python of what it found, the better of two tries."""
    from cairn.analytics.engine import asked, columns_of  # noqa: PLC0415  # for this engine only
    from cairn.analytics.measures import all_tallies  # noqa: PLC0415  # likewise

    columns = columns_of(folder)

    def once(name: str) -> float:
        began = time.perf_counter()
        asked(all_tallies()[name](columns, START, END))
        return time.perf_counter() - began

    return {name: min(once(name), once(name)) for name in questions}


def _most_memory() -> int:
    """Bytes that this process had in memory at its height (Linux); getrusage would tell of the process that began it, too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024


def _plainly(found: Answer) -> list:
    return [
        [int(practice), value, records, sorted(cells.items())]
        for practice, (value, records, cells) in sorted(found.items())
    ]


if __name__ == "__main__":
    json.dump(asked_of(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]), sys.stdout)
