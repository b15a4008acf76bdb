"""Evidence in an edition: strength and month, by consent, as it stood."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.assessments import actions, facts
from cairn.assessments.saying import Saying
from cairn.evidence import actions as evidence
from cairn.evidence.facts import shows
from cairn.frameworks.facts import shipped_framework
from cairn.publications import facts as publications
from cairn.publications.portrait import to_text
from cairn.reports.facts import written
from tests.assessments.factories import an_assessment, mark
from tests.assessments.weighing import SILENT, found
from tests.registers.factories import a_record


@pytest.fixture
def marked(assessment, coordinator, records):
    records |= {"A1.1": found(newest=date(2026, 11, 20)), "A1.2": SILENT}
    mark(assessment, coordinator, A1_1="met", A1_2="met")
    return assessment


def marks(edition):
    return {item.id: item.mark.evidence for item in publications.portrait(edition).items}


def test_nothing_of_evidence_is_published_unless_the_practice_agreed(client, marked, coordinator):
    edition = actions.publish(assessment=marked, by=coordinator)

    assert set(marks(edition).values()) == {None}
    assert "evidence" not in edition.text
    page = client.get(edition.get_absolute_url()).content.decode()
    assert "own records" not in page
    assert "nobody outside has checked" not in page


def test_what_is_shown_is_strength_and_month_frozen(client, marked, coordinator, records):
    evidence.show_publicly(practice=marked.practice, by=coordinator)

    edition = actions.publish(assessment=marked, by=coordinator)
    records["A1.1"] = SILENT

    shown = marks(edition)
    assert (shown["A1.1"].strength, shown["A1.1"].month) == (2, "2026-11")
    assert shown["A1.2"] is None
    page = " ".join(client.get(edition.get_absolute_url()).content.decode().split())
    assert "strength 2 of 3, the newest of November 2026" in page
    assert "nobody outside has checked them" in page
    linked = written(publications.portrait(edition), "jsonld").content.decode()
    assert '"newest": "2026-11"' in linked


def test_an_approval_covers_what_people_wrote_and_not_what_records_say(marked, coordinator):
    before = facts.fingerprint(marked)

    evidence.show_publicly(practice=marked.practice, by=coordinator)

    assert facts.fingerprint(marked) == before
    assert "strength" not in to_text(facts.portrait_of(marked))


def test_a_practice_agrees_and_takes_it_back_each_once(client, marked, coordinator):
    client.force_login(coordinator)
    page = reverse("evidence_public", args=[marked.practice_id])

    for said, stands in (("yes", True), ("yes", True), ("no", False), ("no", False)):
        client.post(page, {"show": said})
        assert shows(marked.practice) is stands


def test_marks_by_another_framework_show_their_evidence_too(organisation, coordinator):
    framework = shipped_framework("core-humanitarian-standard")
    assessment = an_assessment(organisation, coordinator, framework)
    item = "CHS1.1"
    level = framework.scales_by_item[item].levels[0].id
    actions.record(assessment=assessment, entries=[Saying(item, None, level=level)], by=coordinator)
    said = {"format": "group", "participants": 8}
    today = timezone.localdate()
    for days in (20, 200):
        day = today - timedelta(days=days)
        a_record(assessment.practice, coordinator, "consultation", held_on=day, **said)
    evidence.show_publicly(practice=assessment.practice, by=coordinator)

    edition = actions.publish(assessment=assessment, by=coordinator)

    shown = marks(edition)[item]
    assert (shown.strength, shown.month) == (1, f"{today - timedelta(days=20):%Y-%m}")
