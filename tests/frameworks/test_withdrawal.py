"""Versions stay as they are, and may be taken out of use."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cairn.frameworks import actions, facts
from cairn.frameworks.models import FrameworkVersion, LoadedMapping
from cairn.frameworks.reading import read_yaml
from tests.frameworks.upgraded import FIRST, SECOND

pytestmark = pytest.mark.django_db


@pytest.fixture
def tea():
    return actions.load(framework=read_yaml(FIRST, "tea.yaml").framework)


@pytest.fixture
def fresh(tea):
    return actions.load(framework=read_yaml(SECOND, "tea.yaml", facts.known).framework)


def test_a_withdrawn_version_is_not_offered_and_stays(tea, coordinator):
    withdrawal = actions.withdraw(version=tea, reason=" A wrong word. ", by=coordinator)

    assert str(withdrawal) == "tea@1 withdrawn"
    assert facts.withdrawal_of(tea).reason == "A wrong word."
    assert not facts.offered().exists()
    assert list(facts.loaded()) == [tea]


def test_a_withdrawn_version_is_offered_again(tea, coordinator):
    actions.withdraw(version=tea, reason="A wrong word.", by=coordinator)

    actions.offer_again(version=tea, by=coordinator)

    assert list(facts.offered()) == [tea]


def test_a_withdrawal_needs_a_reason_and_happens_once(tea, coordinator):
    with pytest.raises(ValidationError, match="Say why"):
        actions.withdraw(version=tea, reason=" ", by=coordinator)
    actions.withdraw(version=tea, reason="A wrong word.", by=coordinator)

    with pytest.raises(ValidationError, match="was withdrawn before"):
        actions.withdraw(version=tea, reason="Again.", by=coordinator)


def test_the_newer_version_is_the_newest_in_use(tea, fresh, coordinator):
    assert facts.newer_than(tea) == fresh
    assert facts.newer_than(fresh) is None
    actions.withdraw(version=fresh, reason="Too early.", by=coordinator)

    assert facts.newer_than(tea) is None


def test_a_version_follows_the_one_it_names_else_the_one_before(tea, fresh):
    third = facts.framework_of(fresh).model_copy(update={"version": "3", "changes": None})

    assert facts.before(tea) is None
    assert facts.before(fresh) == tea
    assert facts.before(actions.load(framework=third)) == fresh


def test_a_version_is_known_by_name_loaded_or_shipped(tea):
    assert facts.known("tea", "1") == facts.framework_of(tea)
    assert facts.known("oecd-dac", "2019").id == "oecd-dac"
    assert facts.known("tarot", "1") is None


def test_changes_are_part_of_what_is_kept(tea, fresh):
    assert facts.framework_of(fresh).changes.former == "1"
    assert '"changes"' not in tea.content


def a_mapping():
    return actions.load_mapping(
        mapping=facts.shipped_mappings()[0].model_copy(update={"id": "mine"}),
    )


@pytest.mark.parametrize("field", ["title", "content", "digest", "version"])
def test_the_database_refuses_to_change_a_version(tea, field):
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        FrameworkVersion.objects.filter(pk=tea.pk).update(**{field: "other"})


def test_the_database_refuses_to_delete_a_version(tea):
    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        FrameworkVersion.objects.filter(pk=tea.pk).delete()


def test_the_database_guards_mappings_too():
    loaded = a_mapping()

    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        LoadedMapping.objects.update(content="{}")
    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        loaded.delete()
