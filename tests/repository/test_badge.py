"""The sign on other people's pages."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from django.utils import translation

from cairn.assessments.facts import portrait_of
from cairn.common.drawing.palette import PRINT
from cairn.publications import actions as publications
from cairn.repository import badge
from tests.assessments.factories import an_assessment, mark
from tests.publications.factories import a_publication

PAGE = "/practices/bread-and-words/"
SVG = f"{PAGE}badge.svg"
JSON = f"{PAGE}badge.json"


@pytest.fixture
def edition(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    mark(assessment, coordinator, A1_1="met", A1_2="not-met")
    return publications.freeze(practice=assessment.practice, portrait=portrait_of(assessment), by=coordinator)


def titles(answer):
    return [node.text for node in ElementTree.fromstring(answer.content).iter() if node.text]  # noqa: S314  # ours


def test_the_picture_says_how_much_is_met_and_names_itself(client, edition):
    answer = client.get(SVG)

    assert answer["Content-Type"] == "image/svg+xml"
    said = titles(answer)
    assert "Cairn: 1 of 2 met" in said
    assert "Bread and Words: 1 of 2 met, by Stones" in said


def test_other_pages_may_show_and_frame_it_and_keep_it_a_while(client, edition):
    answer = client.get(SVG)

    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "public" in answer["Cache-Control"]
    assert "max-age=3600" in answer["Cache-Control"]
    assert client.get(SVG, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_it_speaks_the_language_of_the_practices_page_whoever_looks(
    client, edition, organisation, coordinator
):
    portrait = replace(portrait_of(an_assessment(organisation, coordinator)), language="ar")
    publications.freeze(practice=edition.practice, portrait=portrait, by=coordinator)

    answer = client.get(SVG, headers={"accept-language": "fr"})

    assert answer["Content-Language"] == "ar"
    with translation.override("ar"):
        assert f"Cairn: {badge.standing(portrait).message}" in titles(answer)


def test_its_mark_stands_where_reading_begins(edition):
    said = badge.withdrawn()

    with translation.override("en"):
        left = badge.drawn(said, PRINT)
    with translation.override("ar"):
        right = badge.drawn(said, PRINT)

    assert "translate(10.0 6)" in left
    assert "translate(10.0 6)" not in right


def test_nothing_decided_is_not_nought(client, organisation, coordinator):
    a_publication(organisation, coordinator)

    assert "Cairn: Not decided" in titles(client.get(SVG))
    assert client.get(JSON).json()["share"] is None


def test_programs_get_the_figures(client, edition, settings):
    settings.SITE_ADDRESS = "https://cairn.example"

    said = client.get(JSON).json()

    assert (said["met"], said["judged"], said["share"]) == (1, 2, 0.5)
    assert said["address"] == f"https://cairn.example{PAGE}"
    assert said["sha256"] == edition.digest
    assert said["framework"] == {"id": "stones", "version": "1"}


def test_what_was_withdrawn_says_so(client, edition, coordinator):
    publications.withdraw(publication=edition, by=coordinator, reason="A name was in it.")

    picture, words = client.get(SVG), client.get(JSON)

    assert picture.status_code == 200
    assert "Cairn: withdrawn" in titles(picture)
    assert "Bread" not in picture.content.decode()
    assert words.status_code == 410
    assert words.json()["message"] == "withdrawn"


@pytest.mark.parametrize("kind", ["svg", "json"])
def test_what_was_never_public_has_none(client, edition, kind):
    assert client.get(f"/practices/nowhere/badge.{kind}").status_code == 404


def test_the_page_offers_the_code_to_copy(client, edition, settings):
    settings.SITE_ADDRESS = "https://cairn.example"

    page = client.get(PAGE).content.decode()

    assert (
        f"&lt;img src=&quot;https://cairn.example{SVG}&quot;" in page
        or f'src="https://cairn.example{SVG}"' in page
    )
    assert f'<img src="{SVG}"' in page
