"""What was published is out of reach, even for whoever speaks to the database directly."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cairn.publications import actions
from cairn.publications.models import Publication
from tests.publications.factories import a_publication

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
