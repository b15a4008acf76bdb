"""One practice, assessment after assessment."""

import pytest
from django.urls import reverse

from cairn.comparison import facts
from tests.assessments.factories import a_framework, a_practice, loaded
from tests.comparison.factories import another_framework, judged, the_next_version


def text(answer):
    return " ".join(answer.content.decode().split())


def page(client, practice, **more):
    return client.get(f"/practices/{practice.pk}/over-time/", more)


@pytest.fixture
def twice(organisation, coordinator):
    first = judged(organisation, coordinator, "Bread", A1_1="not-met", A1_2="met")
    judged(organisation, coordinator, "Bread", practice=first.practice, A1_1="met", A1_2="partly")
    return first.practice


def test_what_became_better_and_worse(client, twice, reader):
    client.force_login(reader)

    said = text(page(client, twice))

    assert "What changed" in said
    assert '<span class="tag good">Better than before</span>' in said
    assert '<span class="tag bad">Worse than before</span>' in said
    assert said.count('<svg xmlns="http://www.w3.org/2000/svg" class="drawing"') == 2
    assert "1 of 2" in said
    assert "0 of 0" not in said


def test_one_assessment_waits_for_the_next(client, organisation, coordinator):
    only = judged(organisation, coordinator, "Bread", A1_1="met")
    client.force_login(coordinator)

    assert "There is one assessment so far." in text(page(client, only.practice))


def test_none_at_all_says_what_to_do(client, organisation, coordinator):
    practice = a_practice(organisation, coordinator)
    client.force_login(coordinator)

    assert "Not assessed yet" in text(page(client, practice))
    answer = client.get(reverse("comparison_over_time_export", args=[practice.pk, "csv"]))
    assert answer["Location"] == f"/practices/{practice.pk}/over-time/"


def test_each_framework_has_its_own_course(client, twice, organisation, coordinator):
    judged(organisation, coordinator, "", another_framework(), practice=twice, C1_1="met")
    client.force_login(coordinator)

    assert "Stone C1.1 lies well." in text(page(client, twice))
    assert "Stone A1.1 lies well." in text(page(client, twice, framework="stones"))
    assert "Stone C1.1 lies well." in text(page(client, twice, framework="no-such-thing"))


def test_the_newest_version_names_the_framework(organisation, coordinator):
    loaded(a_framework())
    newer = loaded(the_next_version())
    first = judged(organisation, coordinator, "Bread", the_next_version())
    judged(organisation, coordinator, "", practice=first.practice)

    assert facts.frameworks_of(first.practice) == [newer]


@pytest.mark.parametrize("number", [1, 3])
def test_more_assessments_need_no_more_queries(
    client, organisation, coordinator, django_assert_num_queries, number
):
    practice = a_practice(organisation, coordinator)
    for _each in range(number):
        judged(organisation, coordinator, "", practice=practice, A1_1="met")
    client.force_login(coordinator)

    with django_assert_num_queries(7):
        page(client, practice)


@pytest.mark.parametrize(
    ("kind", "start"),
    [("csv", b"\xef\xbb\xbfCriterion"), ("xlsx", b"PK"), ("svg", b"<svg"), ("png", b"\x89PNG")],
)
def test_the_course_is_taken_away(client, twice, coordinator, kind, start):
    client.force_login(coordinator)

    answer = client.get(reverse("comparison_over_time_export", args=[twice.pk, kind]))

    assert answer.content.startswith(start)


def test_the_table_says_which_way_each_item_turned(client, twice, coordinator):
    client.force_login(coordinator)

    rows = client.get(reverse("comparison_over_time_export", args=[twice.pk, "csv"])).content.decode()

    assert "A1.1,Stone A1.1 lies well.,Not met,Met,Better than before" in rows
