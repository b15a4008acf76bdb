from cairn.practices import actions
from tests.api.conftest import Program


def test_practices_are_listed_in_pages(
    program, organisation, coordinator, stranger, django_assert_num_queries
):
    for title in ("Bread", "Words", "Steps"):
        actions.create(organisation=organisation, by=coordinator, title=title)

    page = program.get("practices?limit=2&offset=1").json()

    assert [practice["title"] for practice in page["items"]] == ["Steps", "Words"]
    assert (page["total"], page["limit"], page["offset"]) == (3, 2, 1)
    assert Program(stranger).get("practices").json()["total"] == 0


def test_a_practice_is_described_and_changed(program):
    made = program.post(
        "practices",
        {
            "title": "Steady Steps",
            "organisation": "house-of-many-doors",
            "country": "BE",
            "starts_on": "2021-03-01",
        },
    )
    assert made.status_code == 201
    practice = made.json()

    changed = program.patch(
        f"practices/{practice['id']}",
        {"revision": practice["revision"], "summary": "Work.", "starts_on": None},
    ).json()

    assert (changed["summary"], changed["starts_on"], changed["country"]) == ("Work.", None, "BE")
    assert program.get(f"practices/{practice['id']}").json() == changed


def test_a_change_of_what_someone_changed_meanwhile_shows_both_sides(program, practice, coordinator):
    actions.revise(practice=practice, revision=1, by=coordinator, summary="Theirs")

    answer = program.patch(f"practices/{practice.pk}", {"revision": 1, "summary": "Mine"})

    assert answer.status_code == 409
    assert answer.json()["yours"] == {"summary": "Mine"}
    assert answer.json()["theirs"] == {"summary": "Theirs"}


def test_readers_do_not_change_practices(practice, reader):
    program = Program(reader)

    assert program.get(f"practices/{practice.pk}").status_code == 200
    assert program.patch(f"practices/{practice.pk}", {"revision": 1, "summary": "X"}).status_code == 404
    assert program.post("practices", {"title": "X", "organisation": "house-of-many-doors"}).status_code == 404
