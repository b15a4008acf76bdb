"""The public list: searched, narrowed, taken away; every way of it has an address that never fails."""

import csv
import io
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest
from django.http import QueryDict

from cairn.publications import actions as publications
from cairn.publications import facts
from cairn.publications.portrait import Labelled, Tally
from cairn.repository import filters, finding
from cairn.repository.labels import Labels
from cairn.repository.views import listing
from cairn.search.shape import Axis, Hit
from tests.publications.factories import a_publication

LIST = "/practices/"
ATOM = "{http://www.w3.org/2005/Atom}"


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def shown(response):
    return [result.entry.publication.title for result in response.context["results"]]


@pytest.fixture
def three(organisation, coordinator):
    """Bread (Belgium, women, since 2021), Words (France, men, until 2015), Gardens (France, no period)."""
    a_publication(
        organisation,
        coordinator,
        title="Bread",
        summary="Women bake.",
        country=Labelled("BE", "Belgium"),
        target_groups=(Labelled("women", "Women"),),
        starts_on=date(2021, 3, 1),
    )
    a_publication(
        organisation,
        coordinator,
        title="Words",
        summary="Łódź speaks.",
        country=Labelled("FR", "France"),
        target_groups=(Labelled("men", "Men"),),
        ends_on=date(2015, 3, 1),
    )
    a_publication(
        organisation,
        coordinator,
        title="Gardens",
        summary="They grow.",
        country=Labelled("FR", "France"),
        target_groups=(Labelled("women", "Women"),),
    )


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Gardens", "Words", "Bread"]),
        ("q=lodz", ["Words"]),
        ("country=FR", ["Gardens", "Words"]),
        ("country=FR&group=women", ["Gardens"]),
        ("country=FR&country=BE&sort=title", ["Bread", "Gardens", "Words"]),
        ("sort=oldest", ["Bread", "Words", "Gardens"]),
        ("from=2020", ["Bread"]),
        ("to=2016", ["Words"]),
        ("from=2022&to=2010", ["Words", "Bread"]),
    ],
)
def test_the_address_narrows_and_arranges(client, three, query, titles):
    assert shown(client.get(f"{LIST}?{query}")) == titles


def test_each_facet_counts_as_if_nothing_of_it_were_chosen(client, three):
    page = client.get(f"{LIST}?country=BE")

    country = next(facet for facet in page.context["facets"] if facet.name == "country")
    assert [(value.label, value.count, value.chosen) for value in country.first] == [
        ("Belgium", 1, True),
        ("France", 2, False),
    ]
    assert 'value="BE"' in text(page)


def test_facets_speak_the_readers_language(client, three):
    page = client.get(LIST, headers={"accept-language": "fr"})

    labels = {value.label for facet in page.context["facets"] for value in facet.first}
    assert {"Belgique", "Stones", "House of Many Doors"} <= labels


def test_what_is_chosen_can_be_taken_off_one_by_one(client, three):
    page = client.get(f"{LIST}?to=2030&group=women&q=bake&from=2020")

    assert [(tag.label, tag.query) for tag in page.context["tags"]] == [
        ("“bake”", "from=2020&group=women&to=2030"),
        ("Women", "from=2020&q=bake&to=2030"),
        ("since 2020", "group=women&q=bake&to=2030"),
        ("until 2030", "from=2020&group=women&q=bake"),
    ]
    assert 'class="tags chosen"' in text(page)


def test_the_same_choice_has_one_address_whatever_its_order():
    one = filters.read(QueryDict("sort=title&country=FR&q=++a+b&country=BE&page=3"))
    other = filters.read(QueryDict("country=BE&q=a b&country=FR&sort=title"))

    assert one.query == other.query == "country=BE&country=FR&q=a+b&sort=title"


@pytest.mark.parametrize(
    "query",
    [
        "country=XX", "country=%00", "group=nobody", "language=!!", "from=soon", "to=99999", "from=%D9%A2%D9%A0%D9%A2%D9%A0",
        "sort=random", f"q={'x' * 300}", "organisation=%01", f"criterion={'x' * 300}", "status=%3Cb%3E",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_left_out_and_said(client, three, query):
    page = text(client.get(f"{LIST}?{query}"))

    assert "Not understood, and left out" in page
    assert "<b>" not in page


@pytest.mark.parametrize(
    "query",
    ["q=%00", "page=-1", "page=abc", "page=99999999999", "page=%D9%A2", "page=7", "organisation=nobody", "framework=none",
     "criterion=none", "q=%22unclosed", "q=%27%3B--", "nonsense=1", "country=&q="],
)  # fmt: skip
def test_nonsense_never_fails(client, three, query):
    assert client.get(f"{LIST}?{query}").status_code == 200
    assert client.get(f"/feed.atom?{query}").status_code == 200


def test_too_many_choices_are_cut(client):
    everywhere = QueryDict(mutable=True)
    everywhere.setlist("organisation", [f"house-{number}" for number in range(30)])

    assert len(filters.read(everywhere).facets[Axis.ORGANISATION]) == filters.MOST


def test_an_empty_list_says_which_choice_to_let_go(client, three):
    page = client.get(f"{LIST}?country=BE&group=men")

    assert "Nothing was found" in text(page)
    assert [(way.label, way.count) for way in page.context["ways_out"]] == [("Belgium", 1), ("Men", 1)]
    assert "Without Belgium: 1 practice" in text(page)
    assert "begin anew" in text(client.get(f"{LIST}?q=zebra&country=BE&group=men&to=1950"))


def test_an_empty_site_says_what_will_come(client, db):
    assert "No practice is published yet" in text(client.get(LIST))


def test_what_was_found_is_shown_in_its_sentence_and_a_correction_is_said(client, three, monkeypatch):
    found = finding.page_of(filters.read(QueryDict("q=bread")), 12)
    monkeypatch.setattr(
        finding,
        "find",
        lambda _wanted: replace(
            found,
            hits=(Hit("bread", (("We <bake> ", False), ("bread", True))), Hit("gone", ())),
            read_as="bread",
        ),
    )

    page = text(client.get(f"{LIST}?q=braed"))

    assert "We &lt;bake&gt; <mark>bread</mark>" in page
    assert "Searched for “bread” instead of “braed”." in page


@pytest.mark.parametrize("many", [1, 3])
def test_a_longer_list_asks_no_more_of_the_database(
    client, organisation, coordinator, many, django_assert_num_queries
):
    for number in range(many):
        a_publication(organisation, coordinator, title=f"Practice {number}")
    client.get(LIST)  # the first to look after something was published reads what is new

    with django_assert_num_queries(5):
        page = text(client.get(LIST))

    assert page.count('class="card entry"') == many


def test_a_long_list_is_leafed_through_and_keeps_its_filter(client, organisation, coordinator, monkeypatch):
    monkeypatch.setattr(listing, "ON_A_PAGE", 2)
    monkeypatch.setattr(finding, "AT_FIRST", 1)
    for number, code in enumerate(("BE", "FR", "DE")):
        a_publication(
            organisation, coordinator, title=f"Bread {number}", country=Labelled(code, code), summary="Bread"
        )

    assert 'href="?page=2&amp;q=bread"' in text(client.get(f"{LIST}?q=bread"))
    assert "2 more" in text(client.get(f"{LIST}?q=bread"))
    assert shown(client.get(f"{LIST}?page=2")) == ["Bread 0"]


def test_criteria_in_which_a_practice_stands_out(client, organisation, coordinator):
    first = a_publication(organisation, coordinator, title="Bread")
    portrait = facts.portrait(first)
    strong = replace(portrait.nodes[0], tally=Tally(met=3, share=1.0))
    publications.freeze(
        practice=first.practice,
        portrait=replace(portrait, nodes=(strong, *portrait.nodes[1:])),
        by=coordinator,
    )

    page = client.get(f"{LIST}?criterion=stones:A")

    assert shown(page) == ["Bread"]
    assert [tag.label for tag in page.context["tags"]] == ["Criterion A"]


def test_names_that_nobody_knows_are_shown_as_they_are(db):
    labels = Labels()

    assert labels.of(Axis.FRAMEWORK, "none") == "none"
    assert labels.of(Axis.CRITERION, "none:X") == "none:X"
    assert labels.of(Axis.LEGAL_STATUS, "none") == "none"
    assert labels.of(Axis.INTEGRATION_AREA, "health") == "Health"


def test_the_found_list_is_taken_away(client, three, organisation, coordinator):
    a_publication(organisation, coordinator, title="=HYPERLINK(1)", country=None)

    rows = list(csv.reader(io.StringIO(client.get("/practices.csv").content.decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(client.get("/practices.xlsx?country=FR").content))
    said = client.get("/practices.json?country=BE&country=XX").json()

    assert rows[1][0] == "'=HYPERLINK(1)"
    assert len(rows) == 5
    assert [row[0].value for row in book.active.iter_rows(min_row=2)] == ["Gardens", "Words"]
    assert [item["slug"] for item in said["items"]] == ["bread"]
    assert said["ignored"] == ["XX"]
    assert said["items"][0]["starts_on"] == "2021-03-01"


def test_any_filter_can_be_followed_as_a_feed(client, three, settings):
    settings.SITE_ADDRESS = "https://cairn.example"

    answer = client.get("/feed.atom?country=FR&sort=title")

    root = ElementTree.fromstring(answer.content)  # noqa: S314  # ours
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert root.findtext(f"{ATOM}title") == "Published practices: France"
    assert [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")] == ["Gardens", "Words"]
    assert (
        root.find(f"{ATOM}entry/{ATOM}link").get("href")
        == "https://cairn.example/practices/gardens/editions/1/"
    )
    assert client.get("/feed.atom?country=FR", headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert 'href="/feed.atom?country=FR"' in text(client.get(f"{LIST}?country=FR"))


def test_practices_are_ticked_to_be_compared(client, three):
    page = text(client.get(LIST))

    assert 'form="comparing"' in page
    assert '<form id="comparing" method="get" action="/compare/"' in page
