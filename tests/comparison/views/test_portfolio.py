"""Many practices at once: one's own, and those that are published."""

import pytest
from django.urls import reverse

from cairn.comparison.views import portfolio
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

    assert "Only practices found for “salt” are shown." in page
    assert "Bread" not in page
    assert "Nothing was found" in text(client.get("/portfolio/published/", {"q": "sugar"}))


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
        shown(organisation, coordinator, f"P{count}", A1_1="met")

    with django_assert_num_queries(3):
        client.get("/portfolio/published/")
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
