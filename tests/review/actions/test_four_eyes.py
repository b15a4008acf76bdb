"""Whether a second person approves: changed for a reason, and everyone who manages people is told."""

import pytest
from django.core.exceptions import ValidationError

from cairn.people import actions as people
from cairn.people.models import Organisation


def test_it_is_kept_who_changed_it_and_why(organisation, coordinator):
    change = people.ask_for_four_eyes(
        organisation=organisation, wanted=False, reason="There are two of us.", by=coordinator
    )

    assert str(change) == "House of Many Doors: False"
    assert not Organisation.objects.get().four_eyes
    assert [(each.reason, each.by) for each in organisation.four_eyes_changes.all()] == [
        ("There are two of us.", coordinator)
    ]


def test_changing_it_to_what_it_is_already_is_refused(organisation, coordinator):
    with pytest.raises(ValidationError, match="how it stands already"):
        people.ask_for_four_eyes(organisation=organisation, wanted=True, reason="So.", by=coordinator)

    assert not organisation.four_eyes_changes.exists()
