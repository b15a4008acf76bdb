"""The half of the benchmark of intake that runs inside Cairn, on a database of its own."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import urlencode

import django

from workshop.bench.intake import FLOOR, PAGES

SIZES = (10, 50)
ROUNDS = 200
TOGETHER = 32
"""Threads that send at once within one process."""
PHONES = 8
"""That send at once over HTTP."""
BLOCKING = "4"
"""Threads of the server, as `./cairn serve` has them."""
SAID = {"today": "good", "understood": "agree", "useful": "agree", "safe": "strongly_agree"}
QUERIES = dict(zip(PAGES, ("?lang=ar", "?lang=ar&by=all", "?lang=ar&by=one"), strict=True))
Opened = Callable[[int], Any]
"""Makes an opening for so many people."""


def main() -> None:
    django.setup()
    # Needs settings first.
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from workshop.bench._intake_urls import TABLE  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    opened = _house()
    for size in SIZES:
        _tell(f"answers to openings of {size}, one by one", *_one_by_one(opened, size))
    for size in SIZES:
        _tell(f"answers to openings of {size}, {TOGETHER} together", *_together(opened, size))
    opening = opened(10)
    for name, query in QUERIES.items():
        _tell(name, _seconds(f"/q/{opening.address}/{query}"))
    with _served() as port:
        _tell(FLOOR, _posted(port, [("/q/floor", "")] * ROUNDS))
        for size in SIZES:
            _tell(f"HTTP: answers to openings of {size}", _posted(port, _sent(opened, size)))


def _house() -> Opened:
    from cairn.people import actions as people  # noqa: PLC0415
    from cairn.people.roles import Coordinator  # noqa: PLC0415
    from cairn.practices import actions as practices  # noqa: PLC0415
    from cairn.surveys import actions as surveys  # noqa: PLC0415
    from cairn.voices import actions  # noqa: PLC0415
    from cairn.voices.enums import OpeningKind  # noqa: PLC0415

    house = people.found_organisation(name="House", country="BE", four_eyes=False)
    person = people.add_person(email="cora@example.org", name="Cora", password=uuid.uuid4().hex)
    people.give_role(person=person, organisation=house, role=Coordinator)
    practice = practices.create(organisation=house, by=person, title="Practice")
    form = next(version.form for version in surveys.load_shipped() if version.form.key == "session_feedback")
    today = date.today()  # noqa: DTZ011  # the machine's own day

    def opened(size: int) -> object:
        return actions.open_for(
            practice=practice, kind=OpeningKind.PRACTICE, form=form, by=person, expected=size, opens_on=today,
            closes_on=today + timedelta(days=7),
        )  # fmt: skip

    return opened


def _submissions(opened: Opened, size: int, rounds: int) -> list[Any]:
    """Enough to fill new openings of this size, every fourth with free words."""
    from cairn.voices.enums import Way  # noqa: PLC0415
    from cairn.voices.intake import Submission  # noqa: PLC0415

    openings = [opened(size).pk for _ in range(rounds // size)]
    return [
        Submission(opening, uuid.uuid4().hex, "ti", Way.PHONE, SAID, {"words": _words(number)})
        for opening in openings
        for number in range(size)
    ]


def _words(number: int) -> str:
    return "Thank you" if number % 4 == 0 else ""


def _one_by_one(opened: Opened, size: int) -> tuple[float, float]:
    """Answers a second, and the milliseconds of a processor that one costs."""
    from cairn.voices import intake  # noqa: PLC0415

    waiting = _submissions(opened, size, ROUNDS)
    begun, worked = time.perf_counter(), time.process_time()
    for each in waiting:
        intake.take_in_all([each])
    return len(waiting) / (time.perf_counter() - begun), _milliseconds(worked, waiting)


def _together(opened: Opened, size: int) -> tuple[float, float]:
    """As `_one_by_one`."""
    from cairn.voices import gathering  # noqa: PLC0415

    waiting = _submissions(opened, size, ROUNDS * 4)
    worked = time.process_time()
    rate = _by_many(waiting, TOGETHER, lambda: gathering.take_in)
    return rate, _milliseconds(worked, waiting)


def _milliseconds(since: float, work: Sequence[Any]) -> float:
    return 1000 * (time.process_time() - since) / len(work)


def _by_many(work: Sequence[Any], many: int, hand: Callable[[], Callable[[Any], object]]) -> float:
    """How many pieces a second so many threads do; each makes a hand of its own first. Raises what one of them raised."""
    left: SimpleQueue[Any] = SimpleQueue()
    for each in work:
        left.put(each)

    def run() -> None:
        do = hand()
        with suppress(Empty):
            while True:
                do(left.get_nowait())

    begun = time.perf_counter()
    with ThreadPoolExecutor(many) as threads:
        for done in [threads.submit(run) for _ in range(many)]:
            done.result()
    return len(work) / (time.perf_counter() - begun)


def _seconds(address: str) -> float:
    from django.test import Client  # noqa: PLC0415

    client, taken = Client(), []
    for _ in range(30):
        begun = time.perf_counter()
        client.get(address)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


@contextmanager
def _served() -> Iterator[int]:
    """The port of the server that `./cairn serve` becomes, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--interface", "wsgi", "--port", str(port), "--blocking-threads", BLOCKING, "--no-ws"]
    server = subprocess.Popen(
        [sys.executable, "-m", "granian", *words, "--log-level", "error", "cairn.wsgi:application"],
        stdout=sys.stderr,
        env=os.environ,
    )
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            _phone(port)(("/q/floor", ""))
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not come up within a minute.")


def _sent(opened: Opened, size: int) -> list[tuple[str, str]]:
    """Path and body of submissions that fill new openings of this size."""
    from cairn.voices.submitting import LANGUAGE, MODE, TOKEN, new_token  # noqa: PLC0415

    openings = [opened(size) for _ in range(ROUNDS // size)]
    return [
        (
            f"/q/{opening.address}/",
            urlencode(
                SAID | {"words": _words(number), LANGUAGE: "ti", MODE: "all", TOKEN: new_token(opening)}
            ),
        )
        for opening in openings
        for number in range(size)
    ]


def _posted(port: int, sent: list[tuple[str, str]]) -> float:
    return _by_many(sent, PHONES, lambda: _phone(port))


def _phone(port: int) -> Callable[[tuple[str, str]], None]:
    """Sends over one connection, and fails where what it sent was not taken."""
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def send(sent: tuple[str, str]) -> None:
        path, body = sent
        wire.request("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = wire.getresponse()
        answer.read()
        if answer.status not in {204, 303}:
            raise RuntimeError(f"{path} answered {answer.status}")

    return send


def _tell(name: str, *figures: float) -> None:
    sys.stdout.write("\t".join((name, *map(str, figures))) + "\n")
    sys.stdout.flush()
