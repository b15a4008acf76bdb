"""Many practices at once: one's own, and those that are published."""

from datetime import date

import pytest
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.comparison.views import portfolio
from tests.assessments.factories import a_practice
from tests.comparison.factories import another_framework, judged, shown, the_next_version


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_newest_assessment_of_each_practice_counts(client, organisation, coordinator, stranger):
    first = judged(organisation, coordinator, "Bread", A1_1="not-met")
    judged(organisation, coordinator, "", the_next_version(), practice=first.practice, A1_1="met")
    judged(organisation, coordinator, "Salt", A1_1="partly")
    client.force_login(coordinator)

    page = text(client.get("/portfolio/"))

    assert "2 practices, judged by Stones, the highest share first." in page
    assert page.index("Bread") < page.index("Salt")
    assert '<td class="nowrap">1 of 2 met</td>' in page
    client.force_login(stranger)
    assert "Nothing to look over yet" in text(client.get("/portfolio/"))


def test_where_nothing_is_judged_no_count_is_said(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread")

    page = text(client.get("/portfolio/published/"))

    assert "nothing judged yet" in page
    assert "0 of 0" not in page


def test_unpublished_practices_are_nobody_elses_business(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread", A1_1="met")
    judged(organisation, coordinator, "Secret", A1_1="met")

    page = text(client.get("/portfolio/published/"))

    assert "Bread" in page
    assert "Secret" not in page


def test_nothing_published_says_so(client, db):
    assert "No practice is published yet" in text(client.get("/portfolio/published/"))
    answer = client.get(reverse("portfolio_public_export", args=["csv"]))
    assert answer["Location"] == "/portfolio/published/"


def test_the_lists_words_narrow_the_picture(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread")
    shown(organisation, coordinator, "Salt")

    page = text(client.get("/portfolio/published/", {"q": "salt"}))

    assert "<bdi>“salt”</bdi>" in page
    assert "Salt" in page
    assert "Bread" not in page
    nothing = text(client.get("/portfolio/published/", {"q": "sugar"}))
    assert "Nothing was found" in nothing
    assert 'href="/portfolio/published/"' in nothing
    assert "Searched for “salt” instead of “slat”." in text(
        client.get("/portfolio/published/", {"q": "slat"})
    )


def named(client, address, query):
    """Which of the practices a page names."""
    page = text(client.get(f"{address}?{query}"))
    return {title for title in ("Bread", "Salt", "Arch") if title in page}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("country=BE", {"Bread"}),
        ("group=women&group=families", {"Bread", "Salt"}),
        ("area=health", {"Salt"}),
        ("status=any-status", {"Salt"}),
        ("language=nl", {"Bread"}),
        ("from=2022", {"Salt"}),
        ("to=2021", {"Bread"}),
        ("organisation=house-of-many-doors", {"Bread", "Salt"}),
        ("organisation=nobody", set()),
        ("criterion=stones:A&q=bread", {"Bread"}),
    ],
)
def test_a_filter_of_the_list_finds_the_same_in_the_portfolio(
    client, organisation, coordinator, query, found
):
    for title, facts in (
        (
            "Bread",
            {
                "country": "BE",
                "target_groups": ["women"],
                "languages": ["nl"],
                "starts_on": date(2020, 1, 1),
                "ends_on": date(2021, 1, 1),
            },
        ),
        (
            "Salt",
            {
                "country": "FR",
                "target_groups": ["families"],
                "integration_areas": ["health"],
                "legal_statuses": ["any-status"],
                "starts_on": date(2022, 1, 1),
            },
        ),
    ):
        practice = a_practice(organisation, coordinator, title=title, **facts)
        assessment = judged(
            organisation, coordinator, "", practice=practice, A1_1="met", A1_2="met", A2_1="met", A2_2="met"
        )
        assessments.publish(assessment=assessment, by=coordinator)

    assert named(client, "/portfolio/published/", query) == found
    assert named(client, "/practices/", query) == found


def test_a_choice_is_taken_away_and_the_framework_stays(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread")
    shown(organisation, coordinator, "Arch", another_framework())

    page = text(
        client.get(
            "/portfolio/published/?framework=no-such&framework=stones&q=bread&country=XX&status=nothing"
        )
    )

    assert 'href="/portfolio/published/?framework=stones"' in page
    assert '<input type="hidden" name="framework" value="stones" />' in page
    assert 'name="framework" type="checkbox"' not in page
    assert "Not understood, and left out: XX, nothing" in page
    assert 'href="/practices/?q=bread"' in page


def test_the_list_leads_to_the_portfolio_of_what_it_shows(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread")

    assert 'href="/portfolio/published/?q=bread"' in text(client.get("/practices/?q=bread"))


def test_each_framework_has_its_own_picture(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread")
    shown(organisation, coordinator, "Arch", another_framework())

    page = text(client.get("/portfolio/published/", {"framework": "stones"}))

    assert "Bread" in page
    assert "?framework=bridges" in page
    assert "Arch" in text(client.get("/portfolio/published/"))


def test_a_long_portfolio_is_leafed_through(client, organisation, coordinator, monkeypatch):
    monkeypatch.setattr(portfolio, "ON_A_PAGE", 2)
    for number in range(3):
        shown(organisation, coordinator, f"Pan {number}")

    page = text(client.get("/portfolio/published/", {"q": "pan"}))

    assert "Page 1 of 2" in page
    assert "?page=2&amp;framework=stones&amp;q=p" in page


@pytest.mark.parametrize("number", [1, 3])
def test_more_practices_need_no_more_queries(
    client, organisation, coordinator, django_assert_num_queries, number
):
    for count in range(number):
        shown(organisation, coordinator, f"Bread {count}", A1_1="met")

    client.get("/portfolio/published/")  # the first to look after something was published reads what is new
    with django_assert_num_queries(6):
        client.get("/portfolio/published/")
    with django_assert_num_queries(12):
        client.get("/portfolio/published/", {"q": "bread", "organisation": organisation.slug})
    client.force_login(coordinator)
    with django_assert_num_queries(8):
        client.get("/portfolio/")


@pytest.mark.parametrize(
    ("kind", "start"),
    [("csv", b"\xef\xbb\xbfPractice"), ("xlsx", b"PK"), ("svg", b"<svg"), ("png", b"\x89PNG")],
)
@pytest.mark.parametrize("name", ["portfolio_export", "portfolio_public_export"])
def test_portfolios_are_taken_away(client, organisation, coordinator, name, kind, start):
    shown(organisation, coordinator, "Bread", A1_1="met")
    client.force_login(coordinator)

    assert client.get(reverse(name, args=[kind])).content.startswith(start)


def test_the_table_says_not_decided_where_nobody_decided(client, organisation, coordinator):
    shown(organisation, coordinator, "Bread", A1_1="met")

    rows = client.get(reverse("portfolio_public_export", args=["csv"])).content.decode()

    assert "Bread,House of Many Doors,1,1,Met,Not decided,Not decided,Not decided,Not decided" in rows
