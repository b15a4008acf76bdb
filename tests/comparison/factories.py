"""Practices that were judged, published or not, to be compared."""

from cairn.assessments import actions as assessments
from cairn.assessments.models import Assessment
from cairn.publications.models import Publication
from tests.assessments.factories import a_framework, a_practice, an_assessment, group, item, mark, question


def judged(organisation, by, title: str, framework=None, practice=None, **levels: str) -> Assessment:
    """An assessment with these marks, by item id with underscores for dots."""
    practice = practice or a_practice(organisation, by, title=title)
    assessment = an_assessment(organisation, by, framework, practice=practice)
    if levels:
        mark(assessment, by, **levels)
    return assessment


def shown(organisation, by, title: str, framework=None, **levels: str) -> Publication:
    """The same, published."""
    return assessments.publish(assessment=judged(organisation, by, title, framework, **levels), by=by)


def another_framework():
    return a_framework(group("C", question("C1", item("C1.1"))), id="bridges", title="Bridges")


def the_next_version():
    """Stones, version 2: one item reworded, one gone, one new, one criterion new."""
    return a_framework(
        group(
            "A",
            question("A1", item("A1.1"), item("A1.9")),
            question("A2", item("A2.1").model_copy(update={"text": "Stone A2.1 lies very well."})),
        ),
        group("C", question("C1", item("C1.1"))),
        version="2",
    )
