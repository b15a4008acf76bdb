import pytest
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.assessments.saying import Saying
from cairn.exchange import actions
from cairn.exchange.twins import twins_of
from cairn.people.roles import Coordinator
from cairn.reading.shape import PracticeReading, QuestionReading
from tests.assessments.factories import a_practice, an_assessment
from tests.exchange.factories import a_reading
from tests.factories import a_person, an_organisation

WORDS = "Every Tuesday the kitchen opens at five, and whoever comes first chooses what will be cooked that evening."


def read(title="Open Kitchen", narrative=WORDS):
    return a_reading(
        practice=PracticeReading(title=title),
        questions=(QuestionReading(id="A1", text="Does A1 hold?", narrative=narrative),),
    )


@pytest.fixture
def kitchen(organisation, coordinator):
    """A practice of the same words, under its own name."""
    assessment = an_assessment(
        organisation, coordinator, practice=a_practice(organisation, coordinator, title="Tuesday Table")
    )
    assessments.record(
        assessment=assessment, entries=[Saying("A1", None, narrative=f"{WORDS} And more.")], by=coordinator
    )
    return assessment


def found(organisation, reading, title):
    return [(twin.title, twin.by_title, twin.by_words) for twin in twins_of(reading, title, organisation)]


def test_the_same_words_under_another_name_are_noticed(kitchen, organisation):
    assert found(organisation, read(), "Open Kitchen") == [("Tuesday Table", False, True)]


def test_the_same_name_is_noticed_in_spite_of_a_typo(kitchen, organisation):
    assert found(organisation, read(narrative=""), "Tuesday Tabel.") == [("Tuesday Table", True, False)]


def test_what_only_shares_its_subject_is_no_twin(kitchen, organisation):
    other = read(
        narrative="The kitchen opens on Fridays for families, and a cook decides what is on the table."
    )

    assert found(organisation, other, "Friday Table for Families") == []


def test_what_others_published_is_noticed_and_cannot_be_added_to(kitchen, coordinator):
    assessments.publish(assessment=kitchen, by=coordinator)
    elsewhere = an_organisation("Elsewhere")

    (twin,) = twins_of(read(), "Tuesday table", elsewhere)

    assert (twin.organisation, twin.practice, twin.by_words) == ("House of Many Doors", None, True)
    assert twin.address == "/practices/tuesday-table/editions/1/"


def test_private_practices_of_others_are_never_shown(kitchen):
    assert twins_of(read(), "Tuesday Table", an_organisation("Elsewhere")) == []


@pytest.mark.parametrize("number", [1, 3])
def test_looking_costs_the_same_for_any_number(
    kitchen, organisation, coordinator, number, django_assert_num_queries
):
    for place in range(number - 1):
        an_assessment(
            organisation, coordinator, practice=a_practice(organisation, coordinator, title=f"T{place}")
        )

    twins_of(read(), "Open Kitchen", organisation)  # the search learns its vocabulary once
    with django_assert_num_queries(9):
        twins_of(read(), "Open Kitchen", organisation)


@pytest.fixture
def intake(organisation, coordinator, version):
    return actions.take_in(
        reading=read("Tuesday Table"),
        document=b"words",
        file_name="words.txt",
        organisation=organisation,
        practice=None,
        framework_version=version,
        by=coordinator,
    )


def test_a_twin_can_take_up_what_was_read(client, kitchen, intake, coordinator):
    client.force_login(coordinator)
    page = client.get(intake.get_absolute_url()).content.decode()
    assert "the same title, and most of the words." in page

    address = reverse("import_into", args=[intake.key])
    assert client.post(address, {"practice": kitchen.practice.pk}).url == intake.get_absolute_url()

    intake.refresh_from_db()
    assert intake.practice == kitchen.practice
    assert "Is this practice here already?" not in client.get(intake.get_absolute_url()).content.decode()


def test_only_a_practice_of_the_same_organisation_can(client, intake, coordinator):
    elsewhere = an_organisation("Elsewhere")
    foreign = a_practice(elsewhere, a_person("Fara", elsewhere, Coordinator), title="Theirs")
    client.force_login(coordinator)
    address = reverse("import_into", args=[intake.key])

    assert client.post(address, {"practice": foreign.pk}).status_code == 404
    assert client.post(address, {"practice": "x"}).status_code == 404
    intake.refresh_from_db()
    assert intake.practice is None
