"""Making forms and publishing versions."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from cairn.surveys import actions, facts
from cairn.surveys.compiling import Refused
from cairn.surveys.enums import Purpose
from cairn.surveys.models import CheckedText, FormVersion
from cairn.trail.models import Entry
from tests.factories import an_organisation
from tests.surveys.factories import FEEDBACK, HOW, a_form, a_practice, sheets_of


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator)


def test_a_published_version_is_what_people_are_asked(practice, coordinator):
    version = a_form(practice, by=coordinator)

    assert (version.number, version.title, version.languages) == (1, "A few questions", ["und"])
    assert [question.name for question in facts.survey_of(version).questions()] == ["today", "why"]
    assert facts.version_in_use(version.form) == version
    assert {entry.thing for entry in Entry.objects.filter(practice=practice.pk)} == {
        f"form:{version.form_id}",
        f"form version:{version.pk}",
    }


def test_the_next_version_follows_and_the_former_one_stays(practice, coordinator):
    first = a_form(practice, by=coordinator)
    more = {
        **FEEDBACK,
        "survey": [*FEEDBACK["survey"], {"type": "note", "name": "thanks", "label": "Thank you"}],
    }

    second = actions.publish_version(form=first.form, sheets=more, by=coordinator)

    assert second.number == 2
    assert len(list(facts.survey_of(first).questions())) == 2
    assert len(list(facts.survey_of(second).questions())) == 3


def test_publishing_the_same_again_makes_no_version(practice, coordinator):
    version = a_form(practice, by=coordinator)

    assert actions.publish_version(form=version.form, sheets=FEEDBACK, by=coordinator) == version


def test_a_form_with_faults_leaves_nothing_behind(practice, coordinator):
    version = a_form(practice, by=coordinator)

    with pytest.raises(Refused):
        actions.publish_version(form=version.form, sheets=sheets_of(HOW), by=coordinator)

    assert facts.version_in_use(version.form) == version


def test_short_names_are_taken_once_per_practice_and_once_for_all(practice, coordinator):
    a_form(practice, by=coordinator)
    a_form()

    for where in (practice, None):
        with pytest.raises(ValidationError) as refused:
            actions.make_form(practice=where, key="feedback", purpose=Purpose.OTHER, anonymous=True, by=None)
        assert list(refused.value.message_dict) == ["key"]


def test_a_practice_has_its_own_forms_and_those_for_all(practice, coordinator, stranger):
    own, ours = a_form(practice, by=coordinator), a_form()
    other = a_practice(an_organisation("Far Away"), stranger)

    assert set(facts.forms_of(practice)) == {own.form, ours.form}
    assert list(facts.forms_of(other)) == [ours.form]


def test_before_the_first_version_there_is_none(practice, coordinator):
    form = actions.make_form(
        practice=practice, key="new", purpose=Purpose.NEEDS, anonymous=False, by=coordinator
    )

    assert facts.version_in_use(form) is None


@pytest.mark.parametrize("change", [{"title": "Another"}, {"sheets": {}}, {"xform": ""}, {"number": 9}])
def test_the_database_refuses_to_change_a_version(practice, coordinator, change):
    version = a_form(practice, by=coordinator)

    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        FormVersion.objects.filter(pk=version.pk).update(**change)


def test_the_database_refuses_to_delete_a_version(practice, coordinator):
    version = a_form(practice, by=coordinator)

    with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
        version.delete()


def test_forms_and_versions_say_what_they_are(db):
    version = a_form()

    assert str(version.form) == "feedback"
    assert str(version) == "feedback 1"
    assert (
        str(CheckedText(version=version, place="survey/today/label", language="fr"))
        == "feedback 1 survey/today/label fr"
    )
