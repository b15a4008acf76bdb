import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.practices import actions
from cairn.practices.models import Practice
from tests.assessments.factories import an_assessment


@pytest.fixture
def practice(organisation, coordinator):
    return actions.create(
        organisation=organisation,
        by=coordinator,
        title="Open Kitchen",
        summary="Cooking together.",
        country="BE",
        languages=["ti", "fr-BE"],
        places=["Ghent", "Liège"],
        target_groups=["women"],
    )


def filled(**changes):
    return {
        "title": "Open Kitchen",
        "summary": "Cooking together.",
        "country": "BE",
        "languages": "Tigrinya, French (fr-BE)",
        "places": "Ghent\r\nLiège\r\n",
        "target_groups": ["women"],
        **changes,
    }


def test_an_empty_desk_says_what_to_do(client, coordinator):
    client.force_login(coordinator)

    page = client.get(reverse("desk")).content.decode()

    assert "Nothing here yet" in page
    assert reverse("practice_new") in page
    assert reverse("import_upload") in page


def test_a_reader_waits_for_the_coordinator(client, reader):
    client.force_login(reader)

    page = client.get(reverse("desk")).content.decode()

    assert "it appears here" in page
    assert reverse("practice_new") not in page


def test_the_desk_asks_the_same_number_of_questions_for_one_and_for_three(
    client, coordinator, reader, organisation, practice
):
    client.force_login(reader)  # whoever keeps records is asked about each practice: see tests/home
    an_assessment(organisation, coordinator, practice=practice)
    client.get(reverse("desk"))
    with CaptureQueriesContext(connection) as for_one:
        client.get(reverse("desk"))
    for title in ("Second", "Third"):
        more = actions.create(organisation=organisation, by=coordinator, title=title)
        an_assessment(organisation, coordinator, practice=more)

    with CaptureQueriesContext(connection) as for_three:
        page = client.get(reverse("desk")).content.decode()

    assert len(for_three) == len(for_one)
    assert "Open Kitchen" in page
    assert "Not decided" in page


def test_the_desk_is_private(client, practice):
    assert client.get(reverse("desk")).status_code == 302


def test_a_practice_is_described_in_a_form(client, coordinator, organisation):
    client.force_login(coordinator)
    assert b"Describe a practice" in client.get(reverse("practice_new")).content

    answer = client.post(
        reverse("practice_new"), filled(organisation=organisation.pk, starts_on="2024-01-01")
    )

    practice = Practice.objects.get()
    assert answer.url == reverse("practice", args=[practice.pk])
    assert practice.languages == ["ti", "fr-BE"]
    assert practice.places == ["Ghent", "Liège"]


def test_faults_are_listed_and_nothing_is_lost(client, coordinator, organisation):
    client.force_login(coordinator)

    page = client.post(
        reverse("practice_new"),
        filled(organisation=organisation.pk, languages="Tigrinya, Klingonish, (x)", title=""),
    ).content.decode()

    assert "This cannot be saved yet" in page
    assert "Klingonish" in page
    assert 'href="#id_title"' in page
    assert not Practice.objects.exists()


def test_a_reader_cannot_describe(client, reader):
    client.force_login(reader)

    assert client.get(reverse("practice_new")).status_code == 404


def test_a_practice_shows_what_is_known_and_what_is_not(client, reader, practice):
    client.force_login(reader)

    page = client.get(practice.get_absolute_url()).content.decode()

    assert "Tigrinya; French (fr-BE)" in page
    assert "Not yet recorded" in page
    assert "History: 1 change" in page
    assert reverse("practice_edit", args=[practice.pk]) not in page


def test_the_practice_of_others_looks_as_if_it_were_not_there(client, stranger, practice):
    client.force_login(stranger)

    assert client.get(practice.get_absolute_url()).status_code == 404
    assert client.get(reverse("practice_edit", args=[practice.pk])).status_code == 404


def test_facts_are_changed(client, coordinator, practice):
    client.force_login(coordinator)
    address = reverse("practice_edit", args=[practice.pk])
    assert "Tigrinya, French (fr-BE)" in client.get(address).content.decode()

    client.post(address, filled(revision=1, starts_on="2024-05-01"))

    practice.refresh_from_db()
    assert practice.starts_on.isoformat() == "2024-05-01"
    assert practice.revision == 2
    assert "starts on" in client.get(practice.get_absolute_url()).content.decode()
    assert "May 1, 2024" in client.get(practice.get_absolute_url()).content.decode()


def test_a_clash_shows_theirs_keeps_mine_and_takes_over_the_rest(client, coordinator, organisation, practice):
    client.force_login(coordinator)
    address = reverse("practice_edit", args=[practice.pk])
    actions.revise(
        practice=practice,
        revision=1,
        by=coordinator,
        summary="Theirs.",
        funding="A fund.",
        target_groups=["men", "women"],
        country="FR",
        integration_areas=["health"],
    )

    answer = client.post(address, filled(revision=1, summary="Mine.", country="DE"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Someone else changed this meanwhile" in page
    assert "Theirs." in page
    assert "France" in page
    assert "Mine.</textarea>" in page
    assert "A fund.</textarea>" in page
    assert 'name="revision" value="2"' in page

    client.post(
        address,
        filled(
            revision=2,
            summary="Mine.",
            country="DE",
            funding="A fund.",
            target_groups=["men", "women"],
            integration_areas=["health"],
        ),
    )

    practice.refresh_from_db()
    assert (practice.summary, practice.country, practice.funding) == ("Mine.", "DE", "A fund.")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_is_taken_away(client, coordinator, practice, kind):
    client.force_login(coordinator)

    answer = client.get(reverse("practices_export", args=[kind]))

    assert answer["Content-Disposition"] == f'attachment; filename="practices.{kind}"'
    assert kind != "csv" or "Ghent; Liège" in answer.content.decode("utf-8-sig")
