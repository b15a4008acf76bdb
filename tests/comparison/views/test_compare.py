"""Two to ten side by side: in public what is published, in private what one may see."""

import pytest
from django.urls import reverse

from tests.assessments.factories import a_practice, say
from tests.comparison.factories import another_framework, judged, shown

PUBLIC = "/compare/"
PRIVATE = "/assessments/compare/"


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def two(organisation, coordinator):
    return [
        shown(organisation, coordinator, "Bread", A1_1="met", A1_2="met"),
        shown(organisation, coordinator, "Salt", A1_1="not-met", A1_2="met"),
    ]


def test_anyone_compares_what_is_published(client, two):
    page = text(client.get(PUBLIC, {"practice": ["bread", "salt"]}))

    assert "2 practices are compared" in page
    assert "The practices differ in 1 of 5 items." in page
    assert "2 of 2 met" in page
    assert "1 of 2 met" in page
    assert page.count("differs</span>") == 1
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="drawing"' in page


def test_only_the_differences(client, two):
    page = text(client.get(PUBLIC, {"practice": ["bread", "salt"], "differences": "1"}))

    assert '<th scope="row" lang="en" dir="ltr"> Stone A1.1 lies well.' in page
    assert '<th scope="row" lang="en" dir="ltr"> Stone A1.2 lies well.' not in page
    assert "Show all items" in page


def test_no_difference_is_said(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread")
    shown(organisation, coordinator, "Salt")

    page = text(client.get(PUBLIC, {"practice": ["bread", "salt"], "differences": "1"}))

    assert "There is no difference" in page


def test_narratives_notes_and_what_was_left_out(client, organisation, coordinator):
    one = judged(organisation, coordinator, "Bread", A1_1="met")
    two = judged(organisation, coordinator, "Salt")
    say(one, coordinator, "A1", narrative="We **bake**.")
    say(one, coordinator, "A1.1", note="Seen twice.")
    say(two, coordinator, "A", left_out=True, left_out_reason="Not our field.")
    client.force_login(coordinator)

    page = text(client.get(PRIVATE, {"assessment": [one.pk, two.pk]}))

    assert "We <strong>bake</strong>." in page
    assert "Seen twice." in page
    assert "Left out" in page
    assert "Draft" in page


def test_with_one_chosen_others_are_offered(client, two, organisation, coordinator):
    shown(organisation, coordinator, "Bridge", another_framework())

    page = text(client.get(PUBLIC, {"practice": "bread"}))

    assert "Choose two to ten" in page
    assert 'href="/compare/?practice=bread&amp;practice=salt"' in page
    assert "Add Bridge" not in page
    assert "Add Bridge" in text(client.get(PUBLIC))


def test_others_are_found_by_words(client, two):
    assert "Add Salt" in text(client.get(PUBLIC, {"practice": "bread", "q": "sal"}))
    assert "Nothing else that can be compared was found" in text(
        client.get(PUBLIC, {"practice": "bread", "q": "sugar"})
    )


def test_where_nothing_is_published_nothing_is_offered(client, db):
    assert "There is nothing else that can be compared yet." in text(client.get(PUBLIC))


def test_ones_own_assessments_are_offered(client, organisation, coordinator, stranger):
    one = judged(organisation, coordinator, "Bread")
    two = judged(organisation, coordinator, "Salt")
    judged(organisation, coordinator, "Bridge", another_framework())
    client.force_login(coordinator)

    page = text(client.get(PRIVATE, {"assessment": one.pk, "q": "sal"}))

    assert f'href="/assessments/compare/?assessment={one.pk}&amp;assessment={two.pk}"' in page
    assert "Add Bridge" in text(client.get(PRIVATE))
    client.force_login(stranger)
    assert "Add" not in text(client.get(PRIVATE)).replace("Add one", "")


@pytest.mark.parametrize("strange", ["987654", "no-number", "9" * 30, "\0²"])
def test_what_is_not_there_and_what_is_not_yours_look_alike(
    client, organisation, coordinator, stranger, strange
):
    hidden = judged(organisation, coordinator, "Secret")
    client.force_login(stranger)

    answer = text(client.get(PRIVATE, {"assessment": hidden.pk}))
    other = text(client.get(PRIVATE, {"assessment": strange}))

    assert "Secret" not in answer
    assert f"There is nothing to compare under “{hidden.pk}”." in answer
    assert f"There is nothing to compare under “{strange.strip(chr(0))}”." in other


def test_duplicates_and_too_many_are_told(client, organisation, coordinator):
    for number in range(12):
        shown(organisation, coordinator, f"P{number}")
    slugs = [f"p{number}" for number in range(12)]

    page = text(client.get(PUBLIC, {"practice": [*slugs, "p3", ""]}))

    assert "“p3” was named more than once; it is shown once." in page
    assert "the first ten are shown, 2 are not." in page
    assert "10 practices are compared" in page
    assert "Ten stand side by side" in page


def test_what_was_judged_by_something_else_cannot_share_a_table(client, two, organisation, coordinator):
    shown(organisation, coordinator, "Bridge", another_framework())

    page = text(client.get(PUBLIC, {"practice": ["bread", "bridge"]}))

    assert "“Bridge” was judged by “Bridges”, the first practice by “Stones”." in page
    assert "Side by side" not in page


@pytest.mark.parametrize("number", [2, 3])
def test_more_practices_need_no_more_queries(
    client, organisation, coordinator, django_assert_num_queries, number
):
    made = [judged(organisation, coordinator, f"P{count}", A1_1="met") for count in range(number)]
    client.force_login(coordinator)

    with django_assert_num_queries(QUERIES):
        client.get(PRIVATE, {"assessment": [assessment.pk for assessment in made]})


QUERIES = 8
"""Session, person, twice their roles, assessments, entries, mappings, and what else could be compared."""


@pytest.mark.parametrize(
    ("kind", "start"),
    [("csv", b"\xef\xbb\xbfCriterion"), ("xlsx", b"PK"), ("svg", b"<svg"), ("png", b"\x89PNG")],
)
def test_comparisons_are_taken_away(client, two, kind, start):
    address = reverse("comparison_public_export", args=[kind])

    answer = client.get(address, {"practice": ["bread", "salt"]})

    assert answer.content.startswith(start)
    assert f'filename="comparison.{kind}"' in answer["Content-Disposition"]


def test_a_file_of_the_differences_holds_nothing_else(client, organisation, coordinator):
    one = judged(organisation, coordinator, "Bread", A1_1="met")
    two = judged(organisation, coordinator, "Salt")
    say(two, coordinator, "A1", narrative="We salt.")
    client.force_login(coordinator)
    address = reverse("comparison_export", args=["csv"])
    chosen = {"assessment": [one.pk, two.pk]}

    every = client.get(address, chosen).content.decode()
    different = client.get(address, chosen | {"differences": "1"}).content.decode()

    assert "A1.2" in every
    assert "We salt." in every
    assert "A1.1" in different
    assert "A1.2" not in different


def test_where_nothing_can_be_compared_the_page_says_why(client, two):
    answer = client.get(reverse("comparison_public_export", args=["csv"]), {"practice": "bread"})

    assert answer.status_code == 302
    assert answer["Location"] == "/compare/?practice=bread"


def test_practices_may_be_unpublished_and_say_little(client, organisation, coordinator):
    practice = a_practice(organisation, coordinator, title="Plain", country="")
    one = judged(organisation, coordinator, "", practice=practice)
    two = judged(organisation, coordinator, "", practice=practice)
    client.force_login(coordinator)

    page = text(client.get(PRIVATE, {"assessment": [one.pk, two.pk]}))

    assert "Not yet recorded" in page
