"""Measures for assessing.py, in a process and a database of its own; prints the medians as JSON."""
# ruff: noqa: E402  # Django must be set up before anything of Cairn is imported.

import json
import statistics
import sys
import time
from collections.abc import Callable

import django

django.setup()

from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from tests.assessments.factories import loaded

from cairn.assessments import actions, facts
from cairn.assessments.saying import Saying
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import framework_of, shipped
from cairn.people import actions as people
from cairn.people.roles import Coordinator
from cairn.practices import actions as practices

ROUNDS = 25


def median_ms(act: Callable[[int], object]) -> float:
    act(0)
    times = []
    for turn in range(1, ROUNDS + 1):
        start = time.perf_counter()
        act(turn)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measure() -> dict[str, float]:
    call_command("migrate", verbosity=0)
    organisation = people.found_organisation(name="Bench")
    person = people.add_person(email="bench@example.org", name="Bench", password=None)
    people.give_role(person=person, organisation=organisation, role=Coordinator)
    framework = next(each for each in shipped() if each.id == "good-practice-criteria")
    assessment = actions.start(
        practice=practices.create(organisation=organisation, by=person, title="Bench"),
        framework_version=loaded(framework),
        mode=Mode.SELF,
        language="en",
        by=person,
    )
    assessment = facts.visible_to(person).get(pk=assessment.pk)
    items = framework_of(assessment.framework_version).items
    question = framework.questions[0]
    first = question.items[0]
    levels = [level.id for level in framework.scales_by_item[first.id].levels]
    client = Client()
    client.force_login(person)
    save = reverse("assessment_save", args=[assessment.pk, question.id])

    def mark_one(turn: int) -> object:
        revision = facts.entries_of(assessment)[first.id].revision
        return client.post(
            save, {f"{first.id}:base": revision, f"{first.id}:level": levels[turn % len(levels)]}
        )

    def mark_all(turn: int) -> object:
        said = [Saying(item.id, None, level=levels[turn % len(levels)]) for item in items]
        return actions.record(assessment=assessment, entries=said, by=person)

    return {
        "mark the whole grid (one call), ms": median_ms(mark_all),
        "mark one item (autosave request), ms": median_ms(mark_one),
        "edit page (request), ms": median_ms(
            lambda _: client.get(reverse("assessment_question", args=[assessment.pk, question.id]))
        ),
        "overview page (request), ms": median_ms(
            lambda _: client.get(reverse("assessment", args=[assessment.pk]))
        ),
        "score, ms": median_ms(lambda _: facts.score_of(assessment)),
        "portrait, ms": median_ms(lambda _: facts.portrait_of(assessment)),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()))
