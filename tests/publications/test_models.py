"""What was published is out of reach, even for whoever speaks to the database directly."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cairn.assessments import actions as assessments
from cairn.publications import actions, facts
from cairn.publications.models import Publication
from cairn.publications.portrait import standings_of
from tests.assessments.factories import an_assessment, mark, say
from tests.publications.factories import a_publication

immutable = import_module("cairn.publications.migrations.0003_immutable")
with_marks = import_module("cairn.publications.migrations.0004_marks")

OTHER = {
    "id": 987,
    "practice_id": None,
    "edition": 9,
    "text": "{}",
    "title": "Other",
    "organisation": "Other",
    "summary": "Other",
    "digest": "0" * 64,
    "published_at": timezone.now(),
    "published_by_id": None,
    "framework": "other@1",
    "marks": {"A1.1": "met"},
}


@pytest.mark.parametrize("column", Publication.FROZEN)
def test_the_database_refuses_to_change_what_is_frozen(organisation, coordinator, column):
    edition = a_publication(organisation, coordinator)

    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=edition.pk).update(**{column: OTHER[column]})


def test_the_database_refuses_to_delete_an_edition(organisation, coordinator):
    edition = a_publication(organisation, coordinator)

    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        edition.delete()


def test_a_withdrawal_is_final(organisation, coordinator):
    edition = actions.withdraw(
        publication=a_publication(organisation, coordinator), by=coordinator, reason="Outdated."
    )

    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Publication.objects.filter(pk=edition.pk).update(
            withdrawn_at=None, withdrawn_by=None, withdrawal_reason=""
        )


def test_saving_writes_nothing_but_the_withdrawal(organisation, coordinator):
    edition = a_publication(organisation, coordinator)
    edition.text = "{}"
    edition.save()

    edition.refresh_from_db()

    assert edition.text != "{}"
    assert str(edition) == "Bread and Words, edition 1"


def test_editions_from_before_get_their_marks_from_their_own_text(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    mark(assessment, coordinator, A1_1="met", A2_1="partly", B1_1="not-met")
    say(assessment, coordinator, "A2", left_out=True, left_out_reason="Not asked.")
    edition = assessments.publish(assessment=assessment, by=coordinator)
    with connection.cursor() as database:
        for statement in immutable.AWAY[connection.vendor]:
            database.execute(statement)
    Publication.objects.update(framework="", marks={})

    with_marks.fill(apps, None)

    edition.refresh_from_db()
    assert edition.framework == "stones@1"
    assert edition.marks == standings_of(facts.portrait(edition))
    assert edition.marks == {
        "A1.1": "met",
        "A1.2": "unknown",
        "A2.1": "left_out",
        "A2.2": "left_out",
        "B1.1": "not_met",
    }
