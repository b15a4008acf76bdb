import pytest
from django.urls import reverse

from cairn.assessments import facts
from tests.assessments.factories import say


def save(client, person, assessment, post):
    client.force_login(person)
    return client.post(reverse("assessment_save", args=[assessment.pk, "A1"]), post)


def test_autosave_says_when_and_what_the_page_must_know(client, assessment, assessor):
    answer = save(client, assessor, assessment, {"A1.1:base": "0", "A1.1:level": "met"}).content.decode()

    assert "Saved " in answer
    assert 'name="A1.1:base" value="1"' in " ".join(answer.split())
    assert facts.entries_of(assessment)["A1.1"].level == "met"


def test_autosave_brings_both_sides_of_a_conflict(client, assessment, assessor, coordinator):
    say(assessment, assessor, "A1.1", level="partly")

    answer = save(client, coordinator, assessment, {"A1.1:base": "0", "A1.1:level": "met"}).content.decode()

    assert "please choose where it is marked" in answer
    assert "Asad changed this" in answer


def test_autosave_says_what_does_not_fit(client, assessment, assessor):
    answer = save(client, assessor, assessment, {"A1.1:base": "0", "A1.1:level": "superb"}).content.decode()

    assert "Not saved" in answer
    assert "superb is not on this item" in answer


def test_autosave_is_for_those_who_assess(client, assessment, reader):
    assert save(client, reader, assessment, {}).status_code == 404


@pytest.mark.parametrize(
    ("node_id", "field", "mine", "theirs", "shown"),
    [
        ("A1.1", "level", "met", "partly", 'value="partly" checked'),
        ("A1", "narrative", "Mine", "Theirs", "Theirs</textarea>"),
    ],
)
def test_choosing_the_other_side_puts_it_into_the_page(
    client, assessment, assessor, coordinator, node_id, field, mine, theirs, shown
):
    """Otherwise the next autosave would send one's own again, on top of theirs."""
    say(assessment, assessor, node_id, **{field: theirs})

    answer = save(
        client,
        coordinator,
        assessment,
        {
            f"{node_id}:base": "1",
            f"{node_id}:{field}": mine,
            f"{node_id}:contested": field,
            f"{node_id}:choose-{field}": "theirs",
        },
    )

    assert shown in " ".join(answer.content.decode().split())
    assert getattr(facts.entries_of(assessment)[node_id], field) == theirs
