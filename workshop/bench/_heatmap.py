"""Measures for heatmap.py, in a process and a database of its own; prints medians as JSON."""
# ruff: noqa: E402  # Django must be set up before anything of Cairn is imported.

import json
import statistics
import sys
import time
from collections.abc import Callable
from random import Random

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from tests.assessments.factories import loaded

from cairn.assessments import actions
from cairn.assessments.saying import Saying
from cairn.common.drawing import PRINT
from cairn.comparison import facts, pictures
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import shipped_framework
from cairn.frameworks.models import FrameworkVersion
from cairn.people import actions as people
from cairn.people.models import Person
from cairn.people.roles import Coordinator
from cairn.practices import actions as practices

PRACTICES, ROUNDS = 1000, 7
NARROWED = {"q": "practice", "organisation": "bench"}
PRIVATE_FLOOR = """
    SELECT a.id, p.title, e.node_id, e.level, e.left_out FROM assessments_assessment a
    JOIN practices_practice p ON p.id = a.practice_id JOIN assessments_entry e ON e.assessment_id = a.id
"""
PUBLIC_FLOOR = "SELECT title, organisation, marks FROM publications_publication"


@transaction.atomic
def fill(person: Person, version: FrameworkVersion) -> None:
    """Every practice is assessed by all items of the framework, one mark in eight undecided, and published."""
    chance = Random(33)  # noqa: S311  # the same marks each time
    organisation = people.found_organisation(name="Bench", four_eyes=False)
    people.give_role(person=person, organisation=organisation, role=Coordinator)
    framework = shipped_framework("good-practice-criteria")
    levels = [*(level.id for level in framework.scales_by_item[framework.items[0].id].levels)]
    for number in range(PRACTICES):
        practice = practices.create(organisation=organisation, by=person, title=f"Practice {number:04}")
        assessment = actions.start(
            practice=practice, framework_version=version, mode=Mode.SELF, language="en", by=person
        )
        said = [
            Saying(item.id, None, level=chance.choice(levels) if chance.random() > 1 / 8 else "", note="x")
            for item in framework.items
        ]
        actions.record(assessment=assessment, entries=said, by=person)
        actions.publish(assessment=assessment, by=person)


def median_ms(act: Callable[[], object]) -> float:
    act()
    times = []
    for _turn in range(ROUNDS):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def bare(statement: str) -> float:
    def read() -> object:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()

    return median_ms(read)


def measure() -> dict[str, dict[str, float]]:
    call_command("migrate", verbosity=0)
    person = people.add_person(email="bench@example.org", name="Bench", password=None)
    version = loaded(shipped_framework("good-practice-criteria"))
    fill(person, version)
    private, public = bare(PRIVATE_FLOOR), bare(PUBLIC_FLOOR)
    portfolio = facts.published_portfolio(None, version)
    drawn = pictures.portfolio_drawn(portfolio)
    client = Client()
    client.force_login(person)
    pages = {name: client.get(reverse(name)).content for name in ("portfolio", "portfolio_public")}
    return {
        f"data, private ({len(portfolio.lines)} x {len(portfolio.columns)})": {
            "ms": median_ms(lambda: facts.own_portfolio(person, version)),
            "floor": private,
        },
        "data, published": {
            "ms": median_ms(lambda: facts.published_portfolio(None, version)),
            "floor": public,
        },
        "drawing as SVG, all practices": {
            "ms": median_ms(lambda: pictures.portfolio_drawn(portfolio)),
            "kib": len(drawn.encode()) / 1024,
        },
        "drawing as PNG, all practices": {
            "ms": median_ms(lambda: pictures.as_png(pictures.portfolio_drawn(portfolio, palette=PRINT))),
            "kib": len(pictures.as_png(pictures.portfolio_drawn(portfolio, palette=PRINT))) / 1024,
        },
        "page, private (200 practices shown)": {
            "ms": median_ms(lambda: client.get(reverse("portfolio"))),
            "kib": len(pages["portfolio"]) / 1024,
            "floor": private,
        },
        "page, published (200 practices shown)": {
            "ms": median_ms(lambda: client.get(reverse("portfolio_public"))),
            "kib": len(pages["portfolio_public"]) / 1024,
            "floor": public,
        },
        "page, published, narrowed by words and organisation": {
            "ms": median_ms(lambda: client.get(reverse("portfolio_public"), NARROWED)),
            "kib": len(client.get(reverse("portfolio_public"), NARROWED).content) / 1024,
            "floor": public,
        },
    }


if __name__ == "__main__":
    json.dump(measure(), sys.stdout)
