"""A locked and a published assessment stay the same to the last byte, whatever becomes of their framework.

Tried: without the triggers of frameworks/migrations/0003_immutable the second story fails; without them and with an upgrade
that writes the new content into the old row, both fail.
"""

import hashlib
import json

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from cairn.assessments import actions as assessments
from cairn.assessments import facts
from cairn.assessments.enums import State
from cairn.frameworks import facts as frameworks
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.upgrading import plan
from cairn.renewals import actions
from tests.renewals.factories import second_version, tea_assessment

pytestmark = pytest.mark.django_db
TABLES = {
    "assessments.Assessment": "pk",
    "assessments.Entry": "assessment",
    "assessments.Change": "assessment",
}


def rows_of(assessment):
    """SHA-256 of every stored row of an assessment, of the version it is pinned to and of its edition."""
    rows = {
        name: list(apps.get_model(name).objects.filter(**{by: assessment.pk}).order_by("pk").values())
        for name, by in TABLES.items()
    }
    rows["version"] = list(FrameworkVersion.objects.filter(pk=assessment.framework_version_id).values())
    rows["edition"] = list(
        apps.get_model("publications.Publication").objects.filter(pk=assessment.edition_id).values()
    )
    return hashlib.sha256(json.dumps(rows, default=str, sort_keys=True).encode()).hexdigest()


def seen(assessment):
    """As a fresh reader finds it, the digest of its publication with it."""
    fresh = facts.numbered(assessment.pk)
    return facts.fingerprint(fresh), rows_of(fresh), fresh.edition and fresh.edition.digest


@pytest.fixture
def locked(organisation, coordinator):
    assessment = tea_assessment(organisation, coordinator)
    assessments.move(assessment=assessment, to=State.IN_REVIEW)
    return assessments.move(assessment=assessment, to=State.APPROVED)


@pytest.fixture
def published(organisation, coordinator):
    assessment = tea_assessment(organisation, coordinator)
    assessments.publish(assessment=assessment, by=coordinator)
    return assessment


def test_an_upgrade_that_rewords_splits_and_retires_leaves_them_to_the_byte(locked, published, coordinator):
    before = seen(locked), seen(published)

    version = second_version()
    counts = plan(frameworks.framework_of(locked.framework_version), frameworks.framework_of(version)).counts
    for former in (locked, published):
        fresh = actions.upgrade(former=former, by=coordinator)
        open_ones = [one.pk for one in fresh.proposals.all()]
        actions.accept(assessment=fresh, proposals=open_ones, by=coordinator)

    assert {fate: counts[fate] for fate in ("reworded", "split", "retired")} == dict.fromkeys(
        ("reworded", "split", "retired"), 1
    )
    assert (seen(locked), seen(published)) == before
    assert facts.approval_holds(facts.numbered(locked.pk))


def test_the_pinned_version_cannot_be_given_the_words_of_the_new_one(locked):
    before = seen(locked)
    content = second_version().content

    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        FrameworkVersion.objects.filter(pk=locked.framework_version_id).update(content=content)
    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        FrameworkVersion.objects.filter(pk=locked.framework_version_id)._raw_delete("default")

    assert seen(locked) == before
