"""The page of one item: what is behind it, how it stood, how it was published; and what was frozen stays as it was."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from cairn.assessments import actions as assessments
from cairn.evidence import actions, facts, keeping
from cairn.evidence.enums import Outcome
from cairn.evidence.models import Frozen
from cairn.frameworks import actions as frameworks
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import shipped_framework
from tests.activities.factories import a_session, an_activity
from tests.registers.factories import a_record

CRITERIA = "good-practice-criteria"


@pytest.fixture
def version(db):
    return frameworks.load(framework=shipped_framework(CRITERIA))


@pytest.fixture
def page(client, practice, coordinator, version):
    client.force_login(coordinator)

    def shown(item="P2.1", framework=CRITERIA):
        answer = client.get(reverse("evidence_item", args=[practice.pk, framework, item]))
        return answer if answer.status_code == 404 else " ".join(answer.content.decode().split())

    return shown


@pytest.fixture
def published(practice, coordinator, version):
    def publish():
        begun = assessments.start(
            practice=practice, framework_version=version, mode=Mode.SELF, language="en", by=coordinator
        )
        return assessments.publish(assessment=begun, by=coordinator)

    return publish


class TestPage:
    def test_records_are_named_and_lead_to_where_they_are(self, page, practice, coordinator):
        record = a_record(practice, coordinator, "policy_recommendation", sent_on=timezone.localdate())
        shown = page()

        assert f'href="{record.get_absolute_url()}"' in shown
        assert "No record speaks for this item yet" not in shown

    def test_many_are_counted(self, page, practice, coordinator, monkeypatch):
        monkeypatch.setattr("cairn.evidence.views.item.MOST", 1)
        for _each in range(3):
            a_record(practice, coordinator, "policy_recommendation")

        assert "and 2 more" in page()

    def test_records_of_people_are_only_counted(self, page, practice, coordinator):
        activity = an_activity(practice, coordinator, topic="rights")
        a_session(activity, coordinator, planned_on=timezone.localdate() - timedelta(days=3))
        a_session(activity, coordinator, planned_on=timezone.localdate() - timedelta(days=4))

        assert "daily record" in page("R2.5") or "No record speaks" in page("R2.5")

    def test_nothing_recorded_is_said(self, page):
        shown = page()

        assert "No record speaks for this item yet" in shown
        assert "It is kept from the day on which somebody first looks" in shown

    def test_how_it_stood_is_told(self, page, practice, coordinator):
        keeping.standing(practice.pk, CRITERIA, timezone.localdate() - timedelta(days=40))
        a_record(practice, coordinator, "policy_recommendation")
        facts.standing(practice, CRITERIA)
        shown = page()

        assert shown.count('<details class="card"') == 2
        assert "nothing recorded" in shown
        assert "partly supported" in shown

    def test_without_a_rule_there_is_no_page(self, page):
        assert page("X9").status_code == 404
        assert page("P2.1", "oecd-dac").status_code == 404


class TestFrozen:
    def test_an_edition_keeps_the_evidence_of_its_day(self, published, practice, coordinator, page):
        actions.set_limit(
            practice=practice,
            framework=CRITERIA,
            item="P2.1",
            name="contributions",
            value=1,
            reason="Few.",
            by=coordinator,
        )
        edition = published()
        a_record(practice, coordinator, "policy_recommendation")
        kept = facts.frozen_with(edition.pk)
        said = json.loads(kept.text)

        assert kept.digest == sha256(kept.text.encode()).hexdigest()
        assert str(kept) == f"{CRITERIA} {timezone.localdate()} {kept.digest[:8]}"
        assert said["items"]["P2.1"]["outcome"] == Outcome.NO_DATA
        assert said["limits"]["P2.1"]["contributions"] == 1
        assert facts.standing(practice, CRITERIA).items["P2.1"].outcome is Outcome.PARTLY
        ((_one, found),) = facts.frozen_of(practice, CRITERIA, "P2.1")
        assert found.outcome is Outcome.NO_DATA
        assert facts.frozen_of(practice, CRITERIA, "X9") == []
        assert "Edition 1, " in page()

    def test_the_database_refuses_to_change_it(self, published):
        published()
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            Frozen.objects.update(digest="0" * 64)
        with pytest.raises(DatabaseError, match="never"), transaction.atomic():
            Frozen.objects.all().delete()

        assert Frozen.objects.count() == 1

    def test_where_there_are_no_rules_there_is_nothing_to_freeze(self, published, coordinator):
        edition = published()

        assert actions.freeze(edition=edition, framework="oecd-dac", by=coordinator) == ""
        assert Frozen.objects.count() == 1
