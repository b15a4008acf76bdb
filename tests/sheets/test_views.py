import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cairn.participants.models import Participant
from cairn.people.enums import Permission
from cairn.sheets import facts, running
from cairn.sheets.enums import State
from cairn.sheets.models import Import
from cairn.sheets.workbook import Unreadable, cells_of
from cairn.trail.models import Entry
from tests.participants.factories import a_participant
from tests.sheets.conftest import a_csv, a_workbook

pytestmark = pytest.mark.django_db
TITLES = ["Code", "Takes part since", "Age"]


@pytest.fixture
def signed_in(client, coordinator):
    client.force_login(coordinator)
    return client


def upload(client, practice, data, name="people.csv"):
    return client.post(
        reverse("sheet_upload", args=[practice.pk, "people"]), {"sheet": SimpleUploadedFile(name, data)}
    )


def test_the_lists_are_for_those_who_may_take_or_bring_them(client, signed_in, practice, reader, stranger):
    page = signed_in.get(reverse("sheets", args=[practice.pk])).content.decode()
    assert "Bring a sheet in" in page
    assert "people.xlsx" in page
    for person in (reader, stranger):
        client.force_login(person)
        for address in (
            reverse("sheets", args=[practice.pk]),
            reverse("sheet_upload", args=[practice.pk, "people"]),
            reverse("sheet_take", args=[practice.pk, "people", "csv"]),
        ):
            assert client.get(address).status_code == 404


def test_many_lists_are_offered_in_as_many_queries_as_one(
    signed_in, practice, people, monkeypatch, django_assert_num_queries
):
    address = reverse("sheets", args=[practice.pk])
    signed_in.get(address)
    for number in (1, 30):
        many = {f"people-{place}": replace(people, key=f"people-{place}") for place in range(number)}
        monkeypatch.setattr(facts, "tables", lambda many=many: many)
        with django_assert_num_queries(6):
            assert signed_in.get(address).content.decode().count(".xlsx") == number


def test_a_list_that_is_not_there_is_not_found(signed_in, practice):
    assert signed_in.get(reverse("sheet_upload", args=[practice.pk, "nothing"])).status_code == 404


def test_taking_persons_away_asks_what_for_and_writes_it_down(signed_in, practice, coordinator):
    known = a_participant(practice, coordinator, age_band="18-24")
    address = reverse("sheet_take", args=[practice.pk, "people", "csv"])

    assert b"What you need it for" in signed_in.get(address).content
    assert signed_in.post(address, {"purpose": ""}).status_code == 422
    answer = signed_in.post(address, {"purpose": "check with the partner"})

    assert answer.content.decode("utf-8-sig").splitlines() == [
        "Code,Takes part since,Age,Days",
        f"{known.code},2025-03-01,18 to 24,3",
    ]
    assert Entry.objects.first().reason == "check with the partner"


def test_programs_take_a_list_as_json_for_a_purpose_too(signed_in, practice, coordinator):
    known = a_participant(practice, coordinator)
    address = reverse("sheet_take", args=[practice.pk, "people", "json"])
    assert b"What you need it for" in signed_in.get(address).content

    answer = signed_in.post(address, {"purpose": "our own register"})

    assert answer["Content-Disposition"] == 'attachment; filename="people.json"'
    assert json.loads(answer.content) == {
        "list": "people",
        "rows": [{"code": known.code, "enrolled_on": "2025-03-01", "age_band": None, "days": 3}],
    }
    assert Entry.objects.first().reason == "our own register"


def test_a_list_may_need_more_than_one_permission(signed_in, practice, people, monkeypatch):
    more = replace(people, needs=frozenset({Permission.WORK_WITH_PARTICIPANTS}))
    monkeypatch.setattr(facts, "tables", lambda: {"people": more, "others": replace(people, key="others")})

    assert "people.csv" not in signed_in.get(reverse("sheets", args=[practice.pk])).content.decode()
    for name, arguments in (("sheet_take", ["people", "csv"]), ("sheet_upload", ["people"])):
        assert signed_in.get(reverse(name, args=[practice.pk, *arguments])).status_code == 404


def test_a_list_without_persons_is_taken_at_once(signed_in, practice, people, monkeypatch):
    monkeypatch.setattr(facts, "tables", lambda: {"people": replace(people, on_people=False)})
    answer = signed_in.get(reverse("sheet_take", args=[practice.pk, "people", "xlsx"]))
    assert answer["Content-Disposition"] == 'attachment; filename="people.xlsx"'
    assert Entry.objects.first().reason == ""


def test_the_template_holds_the_titles_that_come_in(signed_in, practice):
    answer = signed_in.get(reverse("sheet_template", args=[practice.pk, "people"]))
    with pytest.raises(Unreadable, match="no row below"):
        cells_of("a.xlsx", answer.content)


def test_a_sheet_goes_from_upload_to_preview_to_done_and_back(signed_in, practice):
    answer = upload(signed_in, practice, a_workbook(TITLES, ["", "2025-03-01", ""]), "people.xlsx")
    sheet = Import.objects.get()
    assert b"must be there" in signed_in.get(reverse("sheet_upload", args=[practice.pk, "people"])).content
    page = signed_in.get(answer.url).content.decode()
    assert "Bring all rows in" in page
    assert not Participant.objects.exists()

    signed_in.post(reverse("sheet_bring", args=[sheet.pk]), {"rows": "all"})
    assert "Rows brought in" in signed_in.get(answer.url).content.decode()
    assert Participant.objects.count() == 1
    signed_in.post(reverse("sheet_bring", args=[sheet.pk]), {"rows": "all"})
    assert Participant.objects.count() == 1
    assert signed_in.get(reverse("sheet_faults", args=[sheet.pk])).status_code == 200
    assert signed_in.post(reverse("sheet_match", args=[sheet.pk])).status_code == 302

    signed_in.post(reverse("sheet_undo", args=[sheet.pk]))
    assert not Participant.objects.exists()
    assert b"people.xlsx" in signed_in.get(reverse("sheets", args=[practice.pk])).content
    again = signed_in.post(reverse("sheet_undo", args=[sheet.pk]), follow=True)
    assert "cannot be taken back" in again.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\0", "something else"),
        (a_csv(["Code", "Last name"], ["", "x"]), "Last name"),
        (b"", "no row below"),
    ],
)
def test_a_refused_sheet_says_why(signed_in, practice, data, words):
    answer = upload(signed_in, practice, data)

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_faults_stand_on_the_page_and_all_of_them_in_a_sheet(signed_in, practice):
    bad = [["", "x", ""] for _ in range(facts.SAMPLE + 2)]
    upload(signed_in, practice, a_csv(TITLES, *bad, ["K7Q2-9FXM-9", "2025-03-01", ""]))
    sheet = Import.objects.get()

    page = signed_in.get(sheet.get_absolute_url()).content.decode()
    assert "Row 2, Takes part since:" in page
    assert "And 3 more." in page
    assert "Bring in the good rows only" not in page
    found = cells_of("a.xlsx", signed_in.get(reverse("sheet_faults", args=[sheet.pk])).content)
    assert len(found) == facts.SAMPLE + 4
    assert found[-1] == [24, "Code", "One sign must be wrong."]


def test_columns_are_matched_by_hand(signed_in, practice):
    upload(signed_in, practice, a_csv(["A", "B"], ["2025-03-01", ""], ["2025-03-02", "18-24"]))
    sheet = Import.objects.get()
    address = reverse("sheet_match", args=[sheet.pk])

    twice = signed_in.post(address, {"column-0": "enrolled_on", "column-1": "enrolled_on"})
    assert twice.status_code == 422
    assert "Chosen twice" in twice.content.decode()
    signed_in.post(address, {"column-0": "enrolled_on", "column-1": "age_band"})
    page = signed_in.get(sheet.get_absolute_url()).content.decode()
    assert "Bring all rows in" in page
    assert signed_in.get(address).status_code == 302
    assert signed_in.post(address, {"column-0": "shoe size"}).status_code == 422


def test_what_stands_in_a_sheet_is_shown_and_never_run(signed_in, practice):
    upload(signed_in, practice, b"<script>a</script>,Takes part since\n<script>b</script>,x")

    page = signed_in.get(Import.objects.get().get_absolute_url()).content.decode()

    assert "<script>a" not in page
    assert "<script>b" not in page
    assert "&lt;script&gt;b" in page


def test_a_sheet_that_changes_nothing_says_so(signed_in, practice, coordinator):
    code = a_participant(practice, coordinator).code
    upload(signed_in, practice, a_csv(TITLES, [code, "2025-03-01", ""]))

    assert b"Nothing would change." in signed_in.get(Import.objects.get().get_absolute_url()).content


def test_nobody_else_sees_an_import(client, signed_in, practice, worker):
    upload(signed_in, practice, a_csv(TITLES, ["", "2025-03-01", ""]))
    sheet = Import.objects.get()
    client.force_login(worker)

    for name in ("sheet_import", "sheet_faults", "sheet_match"):
        assert client.get(reverse(name, args=[sheet.pk])).status_code == 404
    for name in ("sheet_bring", "sheet_undo"):
        assert client.post(reverse(name, args=[sheet.pk])).status_code == 404


def test_a_running_import_shows_how_far_it_is_and_a_dead_one_can_be_started_again(signed_in, practice):
    upload(signed_in, practice, a_csv(TITLES, ["", "2025-03-01", ""]))
    sheet = Import.objects.get()
    Import.objects.update(state=State.RUNNING, beat_at=timezone.now())
    assert "<progress" in signed_in.get(sheet.get_absolute_url()).content.decode()

    Import.objects.update(beat_at=timezone.now() - timedelta(seconds=running.SILENT + 1))
    page = signed_in.get(sheet.get_absolute_url()).content.decode()
    assert "It stopped half-way" in page
    assert "Bring all rows in" in page
    assert json.loads(Import.objects.get().cells)[0] == TITLES
