from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cairn.common.conflict import Conflict
from cairn.practices import actions
from cairn.practices.models import Practice


@pytest.fixture
def practice(organisation, coordinator):
    return actions.create(organisation=organisation, by=coordinator, title="Open Kitchen", country="BE")


def test_a_practice_is_described(organisation, coordinator):
    practice = actions.create(
        organisation=organisation,
        by=coordinator,
        title="Open Kitchen",
        country="BE",
        places=("Ghent",),
        starts_on=date(2024, 1, 1),
        target_groups=["women"],
        languages=["ti", "fr-BE"],
    )

    practice.refresh_from_db()
    assert practice.slug == "open-kitchen"
    assert practice.places == ["Ghent"]
    assert str(practice) == "Open Kitchen"


def test_two_practices_of_one_title_have_two_addresses(practice, organisation, coordinator):
    second = actions.create(organisation=organisation, by=coordinator, title="Open Kitchen")

    assert second.slug == "open-kitchen-2"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("country", "XX"),
        ("languages", ["the mother tongue"]),
        ("languages", [7]),
        ("target_groups", ["everybody"]),
        ("legal_statuses", ["unclear"]),
        ("integration_areas", ["happiness"]),
        ("places", [" "]),
        ("places", ["x" * 101]),
        ("website", "no address"),
    ],
)
def test_what_cannot_be_is_refused_by_field(organisation, coordinator, field, value):
    with pytest.raises(ValidationError) as refusal:
        actions.create(organisation=organisation, by=coordinator, **{"title": "Open Kitchen", field: value})

    assert set(refusal.value.message_dict) == {field}
    assert not Practice.objects.exists()


def test_a_practice_cannot_end_before_it_starts(organisation, coordinator):
    with pytest.raises(ValidationError, match="cannot end before it starts"):
        actions.create(
            organisation=organisation,
            by=coordinator,
            title="Open Kitchen",
            starts_on=date(2024, 2, 1),
            ends_on=date(2024, 1, 1),
        )


def test_only_facts_of_a_practice_can_be_changed(practice, coordinator):
    with pytest.raises(TypeError, match="slug"):
        actions.revise(practice=practice, revision=1, by=coordinator, slug="stolen")


def test_a_change_is_kept_with_what_stood_before(practice, coordinator):
    revised = actions.revise(practice=practice, revision=1, by=coordinator, summary="Cooking together.")

    change = revised.changes.first()
    assert revised.revision == 2
    assert (change.before, change.after, change.by) == (
        {"summary": ""},
        {"summary": "Cooking together."},
        coordinator,
    )
    assert str(change) == f"{practice.pk} r2"


def test_saving_without_a_change_leaves_no_trace(practice, coordinator):
    revised = actions.revise(practice=practice, revision=1, by=coordinator, title="Open Kitchen")

    assert revised.revision == 1
    assert practice.changes.count() == 1


def test_a_clash_is_told_and_nothing_is_overwritten(practice, coordinator):
    actions.revise(practice=practice, revision=1, by=coordinator, summary="Hers.")

    with pytest.raises(Conflict) as conflict:
        actions.revise(practice=practice, revision=1, by=coordinator, summary="His.", funding="A foundation.")

    practice.refresh_from_db()
    assert conflict.value.theirs.summary == "Hers."
    assert conflict.value.fields == ("summary",)
    assert (practice.summary, practice.funding) == ("Hers.", "")


def test_two_people_may_change_different_facts_at_once(practice, coordinator):
    actions.revise(practice=practice, revision=1, by=coordinator, summary="Hers.")

    both = actions.revise(practice=practice, revision=1, by=coordinator, funding="A foundation.")

    assert (both.summary, both.funding, both.revision) == ("Hers.", "A foundation.", 3)


def test_two_people_who_write_the_same_are_no_conflict(practice, coordinator):
    actions.revise(practice=practice, revision=1, by=coordinator, summary="Ours.")

    same = actions.revise(practice=practice, revision=1, by=coordinator, summary="Ours.")

    assert same.revision == 2
