"""Measures for passages.py, in a process and a database of its own; prints cases and times as JSON."""
# ruff: noqa: E402  # Django must be set up before anything of Cairn is imported.

import json
import statistics
import sys
import time
from pathlib import Path

import django

django.setup()

import typst
from django.core.management import call_command
from tests.assessments.factories import loaded

from cairn.assessments import actions as assessments
from cairn.assessments.models import Assessment
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import shipped_framework
from cairn.frameworks.models import FrameworkVersion
from cairn.passages import actions, ranking
from cairn.passages.finding import Library
from cairn.passages.models import Document
from cairn.passages.taking import taken_from
from cairn.people import actions as people
from cairn.people.models import Organisation, Person
from cairn.people.roles import Coordinator
from cairn.practices import actions as practices

LABELLED = Path(__file__).resolve().parents[2] / "tests" / "passages" / "labelled"
LIMITS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25)
PAGES = 100


def assessed(house: Organisation, person: Person, version: FrameworkVersion, title: str) -> Assessment:
    practice = practices.create(organisation=house, by=person, title=title)
    return assessments.start(
        practice=practice, framework_version=version, mode=Mode.SELF, language="en", by=person
    )


def places(documents: dict[str, Document], labels: list[list[str]]) -> list[int]:
    """The passages in which the labelled sentences begin."""
    found = []
    for file, beginning in labels:
        at = documents[file].text.index(beginning)
        found.append(documents[file].passages.get(start__lte=at, end__gt=at).pk)
    return found


def cases_of(assessment: Assessment, by: Person, labels: dict[str, list[list[str]]], language: str) -> object:
    """What is shown for every labelled item under each limit, in all documents of one language."""
    documents = {
        file.name: actions.attach(
            practice=assessment.practice, name=file.name, data=file.read_bytes(), by=by, language=language
        )
        for file in sorted(LABELLED.glob(f"*.{language}.txt"))
    }
    library = Library(assessment)
    shown = {}
    for limit in LIMITS:
        ranking.LEAST_SHARE = limit
        shown[limit] = {node_id: [one.pk for one in library.found(node_id)] for node_id in labels}
    return [
        {
            "language": language,
            "node_id": node_id,
            "right": places(documents, right),
            "shown": {str(limit): shown[limit][node_id] for limit in LIMITS},
        }
        for node_id, right in labels.items()
    ]


def times_of(assessment: Assessment, by: Person, limit: float) -> dict[str, float]:
    """A report of a hundred pages of our English documents, read and cut, and then searched for every item."""
    ranking.LEAST_SHARE = limit
    words = " ".join(" ".join(file.read_text().split()) for file in sorted(LABELLED.glob("*.en.txt")))
    source = "#set page(height: 25cm)\n" + "\n#pagebreak()\n".join(
        f"Page {page}. {words[:2_800]}" for page in range(1, PAGES + 1)
    )
    data = typst.compile(source.encode())
    start = time.perf_counter()
    taken = taken_from("long.pdf", data)
    read = time.perf_counter() - start
    start = time.perf_counter()
    document = actions.attach(practice=assessment.practice, name="long.pdf", data=data, by=by, language="en")
    attached = time.perf_counter() - start
    start = time.perf_counter()
    library = Library(assessment)
    opened = time.perf_counter() - start
    each = []
    for item in shipped_framework("good-practice-criteria").items:
        start = time.perf_counter()
        library.found(item.id)
        each.append(time.perf_counter() - start)
    return {
        "pages": float(taken.last_page or 0),
        "passages": float(document.passages.count()),
        "read and cut, s": read,
        "attach (read, cut, stem, keep), s": attached,
        "open its passages, ms": opened * 1000,
        "one item, ms (median)": statistics.median(each) * 1000,
    }


def measure() -> dict[str, object]:
    call_command("migrate", verbosity=0)
    limit = ranking.LEAST_SHARE
    house = people.found_organisation(name="Bench")
    person = people.add_person(email="bench@example.org", name="Bench", password=None)
    people.give_role(person=person, organisation=house, role=Coordinator)
    version = loaded(shipped_framework("good-practice-criteria"))
    labels = json.loads((LABELLED / "labels.json").read_text())
    cases = [
        cases_of(assessed(house, person, version, language), person, labels[language], language)
        for language in labels
    ]
    times = times_of(assessed(house, person, version, "long"), person, limit)
    return {"limit": str(limit), "cases": cases, "times": times}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()))
