from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.assessments import facts as assessments
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.lints import Kind, lints_of
from cairn.exchange import actions
from cairn.exchange.models import Intake
from cairn.frameworks.enums import Mode, Standing
from cairn.practices import actions as practices
from cairn.practices.models import Practice
from cairn.reading.shape import PracticeReading
from tests.assessments.factories import a_framework, loaded
from tests.assessments.weighing import AGAINST
from tests.exchange.factories import a_reading


@pytest.fixture
def brought_in(organisation, coordinator, version):
    def bring_in(**more):
        return actions.import_reading(
            **{
                "reading": a_reading(),
                "organisation": organisation,
                "by": coordinator,
                "framework_version": version,
                "file_name": "open-kitchen.docx",
            }
            | more
        )

    return bring_in


@pytest.fixture
def intake(organisation, coordinator, version):
    return actions.take_in(
        reading=a_reading(),
        document=b"the document",
        file_name="folder/open-kitchen.docx",
        organisation=organisation,
        practice=None,
        framework_version=version,
        by=coordinator,
    )


def test_a_document_becomes_a_practice_and_its_assessment(brought_in):
    assessment = brought_in()

    portrait = assessments.portrait_of(assessment)
    assert portrait.practice.title == "Open Kitchen"
    assert portrait.practice.country.code == "BE"
    assert portrait.questions[0].narrative == "We **cook** together."
    assert [item.mark.standing for item in portrait.items] == [
        Standing.MET,
        Standing.NOT_MET,
        Standing.MET,
        Standing.UNKNOWN,
        Standing.UNKNOWN,
    ]
    assert [line.text for line in assessment.leftovers.all()] == ["A line about the weather"]


def test_every_entry_has_its_place_in_the_history(brought_in, coordinator):
    assessment = brought_in()

    assert {change.node_id for change in assessments.history(assessment)} == {
        "A1",
        "A1.1",
        "A1.2",
        "A2",
        "A2.1",
        "A2.2",
    }


def test_a_document_without_a_title_is_named_after_its_file(brought_in):
    assert brought_in(reading=a_reading(practice=PracticeReading())).practice.title == "open kitchen"


def test_marks_of_a_document_keep_what_the_records_say_that_day_and_that_nobody_compared(
    brought_in, organisation, coordinator, records
):
    assessment = brought_in()
    item = next(node_id for node_id, one in assessments.entries_of(assessment).items() if one.level)
    records[item] = AGAINST

    again = brought_in(practice=assessment.practice)

    assert assessments.entries_of(assessment)[item].suggested == {}
    assert assessments.entries_of(again)[item].suggested["seen_by"] == "nobody"
    assert suggesting.in_words(assessments.entries_of(again)[item].suggested).endswith(
        "(the mark came with a document; nobody compared the two)"
    )
    outline = assessments.outline_of(again)
    assert [lint.kind for lint in lints_of(again, outline)] == [Kind.DIFFERS]


def test_another_organisation_in_the_document_is_kept(brought_in):
    assessment = brought_in(reading=a_reading(practice=PracticeReading(organisation="Bridge House")))

    assert assessment.leftovers.first().text == "Bridge House"


def test_a_practice_that_is_there_is_completed_and_never_overwritten(brought_in, organisation, coordinator):
    practice = practices.create(organisation=organisation, by=coordinator, title="Our Kitchen", country="FR")

    assessment = brought_in(practice=practice)

    practice.refresh_from_db()
    assert assessment.practice == practice
    assert (practice.title, practice.country, practice.starts_on.year) == ("Our Kitchen", "FR", 2022)
    assert [line.text for line in assessment.leftovers.all()] == ["BE", "A line about the weather"]


def test_the_kind_of_assessment_is_one_that_the_framework_knows(brought_in):
    peers = loaded(a_framework(id="peers", modes=(Mode.PEER,)))

    assert brought_in(framework_version=peers).mode == Mode.PEER


def test_nothing_is_half_written(brought_in):
    with pytest.raises(ValidationError):
        brought_in(file_name="", reading=a_reading(language="x" * 99))

    assert not Practice.objects.exists()


def test_a_reading_waits_to_be_checked(intake):
    assert actions.reading_of(intake) == a_reading()
    assert str(intake) == "open-kitchen.docx"


def test_committing_twice_makes_one_assessment(intake, coordinator):
    first = actions.commit(intake=intake, decided={"A2.2": "met"}, left_out={}, by=coordinator)
    second = actions.commit(intake=intake, decided={}, left_out={}, by=coordinator)

    intake.refresh_from_db()
    assert second == first
    assert Practice.objects.count() == 1
    assert intake.reading == ""
    assert assessments.standing_of(first, "A2.2") == Standing.MET


def test_what_nobody_came_back_to_goes(intake, coordinator, organisation, version):
    Intake.objects.update(at=timezone.now() - timedelta(days=8))

    actions.take_in(
        reading=a_reading(),
        document=b"another",
        file_name="b.txt",
        organisation=organisation,
        practice=None,
        framework_version=version,
        by=coordinator,
    )

    assert [one.file_name for one in Intake.objects.all()] == ["b.txt"]
