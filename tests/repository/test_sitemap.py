"""What wandering programs find."""

from xml.etree import ElementTree

import pytest

from cairn.publications import actions as publications
from cairn.repository.views import robots
from tests.publications.factories import a_publication


@pytest.fixture(autouse=True)
def _known_as(settings):
    settings.SITE_ADDRESS = "https://cairn.example"


def places(answer):
    assert answer["Content-Type"].startswith("application/xml")
    return [node.text for node in ElementTree.fromstring(answer.content).iter() if node.tag.endswith("}loc")]  # noqa: S314  # ours


def test_robots_are_led_to_the_map_and_kept_from_the_desk(client):
    said = client.get("/robots.txt").content.decode()

    assert "Sitemap: https://cairn.example/sitemap.xml" in said
    assert "Disallow: /desk/" in said
    assert "Disallow: /practices/?" in said


@pytest.mark.parametrize("many", [1, 3])
def test_every_standing_page_is_on_the_map(
    client, organisation, coordinator, many, django_assert_num_queries
):
    for number in range(many):
        edition = a_publication(organisation, coordinator, title=f"Practice {number}")
    gone = a_publication(organisation, coordinator, title="Gone")
    publications.withdraw(publication=gone, by=coordinator, reason="A name was in it.")

    with django_assert_num_queries(2):
        answer = client.get("/sitemap.xml")

    practices = [place for place in places(answer) if "/practices/practice-" in place]
    assert len(practices) == many
    assert "https://cairn.example/practices/" in places(answer)
    assert "https://cairn.example/practices/gone/" not in places(answer)
    assert edition.published_at.date().isoformat() in answer.content.decode()


def test_a_large_map_is_a_map_of_maps(client, organisation, coordinator, monkeypatch):
    monkeypatch.setattr(robots, "MOST", 2)
    for number in range(3):
        a_publication(organisation, coordinator, title=f"Practice {number}")

    assert places(client.get("/sitemap.xml")) == [
        "https://cairn.example/sitemap.xml?page=1",
        "https://cairn.example/sitemap.xml?page=2",
    ]
    assert places(client.get("/sitemap.xml?page=2")) == ["https://cairn.example/practices/practice-2/"]
    for nonsense in ("7", "0", "x", "%00"):
        assert client.get(f"/sitemap.xml?page={nonsense}").status_code == 404
