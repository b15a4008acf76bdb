import pytest
from django.urls import reverse

from cairn.assessments import facts
from cairn.publications.portrait import Tool
from tests.assessments.factories import say


def history(client, person, assessment, page=1):
    client.force_login(person)
    answer = client.get(reverse("assessment_history", args=[assessment.pk]), {"page": page})
    return " ".join(answer.content.decode().split())


def undo(client, person, change):
    client.force_login(person)
    address = reverse("assessment_undo", args=[change.assessment_id, change.pk])
    return " ".join(client.post(address, follow=True).content.decode().split())


def test_an_untouched_assessment_has_no_history(client, assessment, reader):
    assert "Nothing has been changed yet." in history(client, reader, assessment)


def test_changes_are_told_in_words(client, assessment, assessor):
    say(assessment, assessor, "A1.1", level="met")
    say(assessment, assessor, "A1.1", level="not_applicable")
    say(assessment, assessor, "A1", tools=(Tool("Guide", "https://example.org"),))
    say(assessment, assessor, "A", left_out=True, left_out_reason="Not our field.")

    page = history(client, assessor, assessment)

    assert "<del>Met</del> <ins>Does not apply</ins>" in page
    assert "<ins>Guide https://example.org</ins>" in page
    assert "<del>No</del> <ins>Yes</ins>" in page


def test_undo_by_a_button(client, assessment, assessor):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]

    page = undo(client, assessor, change)

    assert "The change was undone." in page
    assert "This change was undone." in page
    assert "undoing an earlier change" in page
    assert facts.entries_of(assessment)["A1.1"].level == ""


def test_what_cannot_be_undone_is_explained(client, assessment, assessor):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]
    say(assessment, assessor, "A1.1", level="partly")

    assert "changed again since" in undo(client, assessor, change)


def test_who_only_reads_cannot_undo(client, assessment, assessor, reader):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]
    client.force_login(reader)

    assert "Undo" not in history(client, reader, assessment)
    assert client.post(reverse("assessment_undo", args=[assessment.pk, change.pk])).status_code == 404


def test_long_histories_come_in_pages(client, assessment, assessor):
    for n in range(51):
        say(assessment, assessor, "A1.1", note=f"Note {n}.")

    assert "Next page" in history(client, assessor, assessment)
    assert "Previous page" in history(client, assessor, assessment, page=2)


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_whatever_its_length(
    client, assessment, assessor, count, django_assert_num_queries
):
    for n in range(count):
        say(assessment, assessor, "A1.1", note=f"Note {n}.")
    client.force_login(assessor)

    with django_assert_num_queries(7):
        client.get(reverse("assessment_history", args=[assessment.pk]))
