"""The half of the benchmark of intake that runs inside Cairn, on a database of its own."""

import statistics
import sys
import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta

import django

SIZES = (10, 50)
ROUNDS = 200
PAGES = {
    "before the form": "?lang=ar",
    "form, all questions": "?lang=ar&by=all",
    "form, one question": "?lang=ar&by=one",
}


def main() -> None:
    django.setup()
    # Needs settings first.
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    opened = _house()
    for size in SIZES:
        _tell(f"openings of {size} people", _rate(opened, size))
    opening = opened(10)
    for name, query in PAGES.items():
        _tell(name, _seconds(f"/q/{opening.address}/{query}"))


def _house() -> Callable[[int], object]:
    """Makes an opening for so many people."""
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


def _rate(opened: Callable[[int], object], size: int) -> float:
    """Answers per second while openings of this size are filled, every fourth with free words."""
    from cairn.voices import actions  # noqa: PLC0415
    from cairn.voices.enums import Way  # noqa: PLC0415

    openings = [opened(size) for _ in range(ROUNDS // size)]
    said = {"today": "good", "understood": "agree", "useful": "agree", "safe": "strongly_agree"}
    begun = time.perf_counter()
    for opening in openings:
        for number in range(size):
            actions.take_in(
                opening=opening, token=uuid.uuid4().hex, language="ti", way=Way.PHONE, said=said,
                remarks={"words": "Thank you" if number % 4 == 0 else ""},
            )  # fmt: skip
    return len(openings) * size / (time.perf_counter() - begun)


def _seconds(address: str) -> float:
    from django.test import Client  # noqa: PLC0415

    client, taken = Client(), []
    for _ in range(30):
        begun = time.perf_counter()
        client.get(address)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def _tell(name: str, figure: float) -> None:
    sys.stdout.write(f"{name}\t{figure}\n")
