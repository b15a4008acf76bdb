"""The public side: open to everyone, and exactly as it was frozen."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from cairn.practices import actions as practices
from cairn.publications import actions, facts
from cairn.publications.models import Publication
from cairn.publications.portrait import Tool
from tests.assessments.factories import a_practice
from tests.publications.factories import a_publication

PAGE = "/practices/bread-and-words/"


def text(response):
    return response.content.decode()


def test_the_first_page_says_what_to_do_and_shows_what_came_last(client, organisation, coordinator):
    assert "No practice is published yet" in text(client.get("/"))
    a_publication(organisation, coordinator)

    assert "Bread and Words" in text(client.get("/"))
    client.force_login(coordinator)
    assert reverse("desk") in text(client.get("/"))


def test_anyone_reads_the_page_of_a_practice(client, organisation, coordinator):
    edition = a_publication(organisation, coordinator, summary="Women bake.", website="https://bread.example")

    page = text(client.get(PAGE))

    assert "Women bake." in page
    assert "https://bread.example" in page
    assert edition.digest in page
    assert "Criterion A" in page
    assert reverse("report_edition_download", args=["bread-and-words", 1, "pdf"]) in page
    assert "Withdraw this edition" not in page


def test_the_page_does_not_follow_later_changes(client, organisation, coordinator):
    edition = a_publication(organisation, coordinator)
    practices.revise(practice=edition.practice, by=coordinator, revision=1, title="Cake and Songs")

    page = text(client.get(PAGE))

    assert "Bread and Words" in page
    assert "Cake and Songs" not in page


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"starts_on": date(2021, 3, 1)}, "Since March 1, 2021"),
        ({"ends_on": date(2022, 3, 1)}, "Until March 1, 2022"),
        ({"starts_on": date(2021, 3, 1), "ends_on": date(2022, 3, 1)}, "From March 1, 2021 to March 1, 2022"),
    ],
)
def test_the_period_is_said_as_far_as_it_is_known(client, organisation, coordinator, period, said):
    a_publication(organisation, coordinator, **period)

    assert said in text(client.get(PAGE))


def test_narratives_tools_notes_and_what_was_left_out_are_shown(client, organisation, coordinator):
    first = a_publication(organisation, coordinator)
    portrait = facts.portrait(first)
    told = replace(
        portrait.nodes[0],
        narrative="They *bake*.",
        tools=(Tool("Recipe book", "https://bread.example/book"), Tool("Oven plan")),
        tally=replace(portrait.nodes[0].tally, met=1, passed=False),
    )
    away = replace(portrait.nodes[1], left_out="No partners yet.")
    passed = replace(portrait.tally, passed=True)
    actions.freeze(
        practice=first.practice, by=coordinator, portrait=replace(portrait, nodes=(told, away), tally=passed)
    )

    page = text(client.get(PAGE))

    assert "<em>bake</em>" in page
    assert 'href="https://bread.example/book"' in page
    assert "Oven plan" in page
    assert "No partners yet." in page
    assert "this is passed" in page
    assert "not passed by" in page
    assert "newer edition" in text(client.get(f"{PAGE}editions/1/"))


def test_the_readers_language_frames_words_in_the_language_they_were_written_in(
    client, organisation, coordinator
):
    a_publication(organisation, coordinator)

    page = text(client.get(PAGE, headers={"accept-language": "ar"}))

    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1 lang="en" dir="ltr">Bread and Words' in page


def test_a_browser_that_has_the_page_need_not_fetch_it_again(client, organisation, coordinator):
    edition = a_publication(organisation, coordinator)
    first = client.get(PAGE)

    again = client.get(PAGE, headers={"if-none-match": first["ETag"]})
    assert edition.digest in first["ETag"]
    assert again.status_code == 304

    a_publication(organisation, coordinator, practice=edition.practice, summary="More.")
    assert client.get(f"{PAGE}editions/1/", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_text_that_was_touched_is_said_to_be(client, organisation, coordinator, monkeypatch):
    a_publication(organisation, coordinator)
    monkeypatch.setattr(facts, "digest_of", lambda text: "other")

    assert "is not the one that was published" in text(client.get(PAGE))


def test_a_withdrawn_edition_leaves_a_tombstone(client, organisation, coordinator):
    edition = a_publication(organisation, coordinator, summary="Women bake.")
    actions.withdraw(publication=edition, by=coordinator, reason="A name was in it.")

    response = client.get(PAGE)

    assert response.status_code == 410
    assert "A name was in it." in text(response)
    assert "Women bake." not in text(response)
    assert client.get(f"{PAGE}editions/1/").status_code == 410


@pytest.mark.parametrize("path", ["/practices/nowhere/", f"{PAGE}editions/7/"])
def test_what_was_never_published_is_not_there(client, organisation, coordinator, path):
    a_practice(organisation, coordinator)

    assert client.get(path).status_code == 404


def test_a_coordinator_withdraws_with_a_reason(client, organisation, coordinator):
    edition = a_publication(organisation, coordinator)
    client.force_login(coordinator)
    assert "Withdraw this edition" in text(client.get(PAGE))
    way = reverse("publication_withdraw", args=[edition.pk])

    assert "error-summary" in text(client.post(way, {"reason": ""}))
    response = client.post(way, {"reason": "Outdated."}, follow=True)

    assert response.status_code == 410
    assert Publication.objects.get().withdrawal_reason == "Outdated."
    assert client.get(way).status_code == 404


def test_nobody_else_finds_the_way_to_withdraw(client, organisation, coordinator, assessor, stranger):
    way = reverse("publication_withdraw", args=[a_publication(organisation, coordinator).pk])

    assert client.get(way).status_code == 302
    for person in (assessor, stranger):
        client.force_login(person)
        assert client.get(way).status_code == 404


def test_pages_stay_light(client, organisation, coordinator):
    a_publication(organisation, coordinator)

    assert "<script" in text(client.get(PAGE))  # the one small file of comfort, and nothing inside the page
    assert "style=" not in text(client.get(PAGE))
    assert len(client.get(PAGE).content) < 80 * 1024
