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
from cairn.passages import actions, nearness, ranking, vectors
from cairn.passages.embedding import Embedder, embedder
from cairn.passages.finding import Library
from cairn.passages.models import Document, Passage, Vector
from cairn.passages.nearness import Nearness
from cairn.passages.ranking import Bm25, Ranker
from cairn.passages.taking import taken_from
from cairn.people import actions as people
from cairn.people.models import Organisation, Person
from cairn.people.roles import Coordinator
from cairn.practices import actions as practices

LABELLED = Path(__file__).resolve().parents[2] / "tests" / "passages" / "labelled"
LIMITS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25)
FLOORS = (0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.32, 0.34)
PAGES = 100
Shown = dict[str, dict[str, list[int]]]
"""Passages by "ranking limit" and item."""


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
    shown = shown_in(assessment, list(labels))
    return [
        {
            "language": language,
            "node_id": node_id,
            "right": places(documents, right),
            "shown": {setting: found[node_id] for setting, found in shown.items()},
        }
        for node_id, right in labels.items()
    ]


def shown_in(assessment: Assessment, node_ids: list[str]) -> Shown:
    """By words alone under each limit; where a model is installed, by meaning alone and by both under each floor."""
    shown: Shown = {}

    def look(name: str, rankers: list[Ranker]) -> None:
        found = Library(assessment, rankers).found(*node_ids)
        shown[name] = {node_id: [one.pk for one in passages] for node_id, passages in found.items()}

    limit, floor = ranking.LEAST_SHARE, nearness.FLOOR
    for ranking.LEAST_SHARE in LIMITS:
        look(f"words {ranking.LEAST_SHARE}", [Bm25()])
    ranking.LEAST_SHARE = limit
    model = embedder()
    if model:
        vectors.reckon(embedder=model)
        for nearness.FLOOR in FLOORS:
            look(f"meaning {nearness.FLOOR}", [Nearness(model)])
            look(f"both {nearness.FLOOR}", [Bm25(), Nearness(model)])
        nearness.FLOOR = floor
    return shown


def times_of(assessment: Assessment, by: Person) -> dict[str, float]:
    """A report of a hundred pages of our English documents, read and cut, and then searched for every item."""
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
    model = embedder()
    reckoned = seconds_of(model) if model else {}
    opened, searched = looked_through(assessment, [Bm25()])
    times = {
        "pages": float(taken.last_page or 0),
        "passages": float(document.passages.count()),
        "read and cut, s": read,
        "attach (read, cut, stem, keep), s": attached,
        "open its passages, ms": opened,
        "all items by words, ms (median of 5)": searched,
    }
    if model:
        both = looked_through(assessment, [Bm25(), Nearness(model)])[1]
        times["all items by words and meaning, ms (median of 5)"] = both
    return times | reckoned


def looked_through(assessment: Assessment, rankers: list[Ranker]) -> tuple[float, float]:
    """Milliseconds to open the passages, and to search them for every item, as the overview does."""
    items = [item.id for item in shipped_framework("good-practice-criteria").items]
    opening, searching = [], []
    for _ in range(5):
        start = time.perf_counter()
        library = Library(assessment, rankers)
        opening.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        library.found(*items)
        searching.append((time.perf_counter() - start) * 1000)
    return statistics.median(opening), statistics.median(searching)


def seconds_of(model: Embedder) -> dict[str, float]:
    """To load the model, and to reckon and keep the points of passages that are all different."""
    start = time.perf_counter()
    model.points(["First words load the model."])
    loaded = time.perf_counter() - start
    for number, passage in enumerate(Passage.objects.order_by("pk")):
        Passage.objects.filter(pk=passage.pk).update(digest=vectors.digest(f"{number}"))
    Vector.objects.all().delete()
    start = time.perf_counter()
    done = vectors.reckon(embedder=model)
    taken = time.perf_counter() - start
    return {
        "load the model, s": loaded,
        "texts reckoned": float(done),
        "reckon and keep, s per 1,000 passages": taken / done * 1000,
        "kept, bytes per passage": float(len(Vector.objects.first().numbers)),
    }


def measure() -> dict[str, object]:
    call_command("migrate", verbosity=0)
    house = people.found_organisation(name="Bench")
    person = people.add_person(email="bench@example.org", name="Bench", password=None)
    people.give_role(person=person, organisation=house, role=Coordinator)
    version = loaded(shipped_framework("good-practice-criteria"))
    labels = json.loads((LABELLED / "labels.json").read_text())
    cases = [
        cases_of(assessed(house, person, version, language), person, labels[language], language)
        for language in labels
    ]
    times = times_of(assessed(house, person, version, "long"), person)
    return {"limit": str(ranking.LEAST_SHARE), "floor": str(nearness.FLOOR), "cases": cases, "times": times}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()))
