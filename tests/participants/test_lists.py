from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.participants import actions, facts
from cairn.participants.models import Assignment, Consent, Language, Participant
from cairn.practices import actions as practices
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from cairn.sheets.shape import Row
from cairn.trail import facts as trail
from cairn.vault import keystore
from tests.participants.factories import a_participant, a_worker
from tests.sheets.conftest import a_csv

pytestmark = pytest.mark.django_db
NEW = ["Code", "Takes part since", "Age", "Sex or gender", "Who works with them"]
SPOKEN = ["Code", "Language", "Speaking", "Reading and writing"]
DECIDED = ["Code", "About", "Given", "Decided on", "Holds until", "Language in which it was explained"]


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture
def worker(practice):
    return a_worker(practice)


@pytest.fixture
def known(practice, coordinator, worker):
    return a_participant(practice, coordinator, worker=worker, age_band="18-24", own_words="Hidden words")


@pytest.fixture
def read(practice):
    def read(key, by, *rows):
        table = sheet_facts.tables()[key]
        return sheets.take_in(practice=practice, table=table, name="a.csv", data=a_csv(*rows), by=by)

    return read


@pytest.fixture
def judged(read):
    def judged(key, by, *rows):
        found = sheet_facts.judged(read(key, by, *rows), sheet_facts.tables()[key], by=by)
        return [(fault.row, fault.column) for fault in found.faults], found

    return judged


@pytest.fixture
def bring(read):
    def bring(key, by, *rows):
        sheet = read(key, by, *rows)
        assert sheets.start(sheet=sheet)
        sheet.refresh_from_db()
        return sheets.bring(sheet=sheet, only_good=True, by=by)

    return bring


def test_a_row_without_a_code_enrols_somebody_with_a_key_and_a_worker(bring, coordinator, worker):
    sheet = bring(
        "participants",
        coordinator,
        NEW,
        ["", "2025-03-01", "18 to 24", "woman", "wilma"],
        ["", "2025-03-02", "", "", ""],
    )

    assert (sheet.taken, sheet.refused) == (2, 0)
    mine = facts.assigned_to(worker).get()
    assert (mine.enrolled_on, mine.age_band, mine.sex) == (date(2025, 3, 1), "18-24", "woman")
    for one in Participant.objects.all():
        assert keystore.key_of(one.sealed_for)
    assert [entry.deed for entry in trail.of(mine.thing)] == ["assigned", "created"]


def test_what_cannot_be_is_told_by_row_and_column(judged, coordinator, worker):
    told, found = judged(
        "participants",
        coordinator,
        NEW,
        ["", "", "18 to 24", "", ""],
        ["", "2024-12-31", "", "", ""],
        ["", "2999-01-01", "", "", ""],
        ["", "2025-03-01", "", "", "Nobody"],
        ["K7Q2-9FXM-1", "", "", "", ""],
        ["AAAA-AAAA-E", "", "", "", ""],
    )

    assert told[:4] == [(2, "enrolled_on"), (3, "enrolled_on"), (4, "enrolled_on"), (5, "worker")]
    assert [column for _row, column in told[4:]] == ["code", "code"]
    assert not found.changes


def test_more_is_said_of_ones_own_people_and_empty_cells_change_nothing(bring, judged, known, worker):
    code = known.code.lower()
    titles = ["Code", "Age", "Children living with the person"]
    sheet = bring("participants", worker, titles, [code, "", "2"])

    assert sheet.taken == 1
    known.refresh_from_db()
    assert (known.age_band, known.children, known.revision, known.own_words) == (
        "18-24",
        2,
        2,
        "Hidden words",
    )
    assert trail.of(known.thing)[0].deed == "changed"
    told, again = judged("participants", worker, titles, [code, "", "2"], [code, "", "3"])
    assert again.unchanged == 1
    assert told == [(3, "code")]
    sheets.undo(sheet=sheet, by=worker)
    known.refresh_from_db()
    assert (known.children, known.own_words) == (None, "Hidden words")


def test_nobody_leaves_before_they_came_and_nobody_has_a_hundred_children(judged, known, worker):
    actions.leave(participant=known, on=date(2025, 5, 1), by=worker)
    titles = ["Code", "Takes part since", "Children living with the person"]
    told, _found = judged("participants", worker, titles, [known.code, "2025-06-01", ""])
    assert told == [(2, "enrolled_on")]
    told, _found = judged("participants", worker, titles, [known.code, "2025-04-01", "100"])
    assert told == [(2, "children")]


def test_nobody_reaches_others_people_by_a_sheet(judged, practice, known, coordinator):
    other = a_worker(practice, "Otto")
    for person in (other, coordinator):
        told, _found = judged("participants", person, ["Code", "Age"], [known.code, "18 to 24"])
        assert told == [(2, "code")]
    told, _found = judged("participants", other, NEW, ["", "2025-03-01", "", "", ""])
    assert told == [(2, "code")]


def test_each_sees_in_the_sheet_what_they_may_see(practice, known, coordinator, worker):
    actions.add(participant=known, what="language", by=worker, tag="ti")
    a_participant(practice, coordinator)
    table = sheet_facts.tables()["participants"]

    (mine,) = table.rows(practice, worker)
    by_code = list(table.rows(practice, coordinator))

    assert (mine["code"], mine["age_band"], mine["languages"], mine["sex"]) == (
        known.code,
        "18-24",
        "Tigrinya",
        None,
    )
    assert "Hidden words" not in str(mine)
    assert {key for row in by_code for key in row} == {"code", "ended_on", "worker"}
    assert {row["worker"] for row in by_code} == {"Wilma", None}
    for key in ("languages", "consents"):
        assert key not in {offer.table.key for offer in sheet_facts.offers_for(coordinator, practice)}


def test_an_enrolment_is_taken_back_with_its_key_unless_something_was_recorded(
    bring, coordinator, worker, django_capture_on_commit_callbacks
):
    sheet = bring("participants", coordinator, NEW, ["", "2025-03-01", "", "", worker.email])
    person = Participant.objects.get()
    language = actions.add(participant=person, what="language", by=worker, tag="ti")
    with pytest.raises(ValidationError, match="recorded on one of these people"):
        sheets.undo(sheet=sheet, by=coordinator)
    language.delete()

    with django_capture_on_commit_callbacks(execute=True):
        sheets.undo(sheet=sheet, by=coordinator)

    assert not Participant.objects.exists()
    assert not Assignment.objects.exists()
    with pytest.raises(keystore.Forgotten):
        keystore.key_of(person.sealed_for)


def test_languages_come_in_and_are_said_anew(bring, judged, practice, known, worker):
    assert bring("languages", worker, SPOKEN, [known.code, "ti", "mother tongue", ""]).taken == 1
    sheet = bring("languages", worker, SPOKEN, [known.code, "Tigrinya", "", "reads simple texts"])

    assert sheet.taken == 1
    language = Language.objects.get()
    assert (language.speaks, language.reads, language.revision) == ("first", "some", 2)
    told, again = judged(
        "languages",
        worker,
        SPOKEN,
        [known.code, "ti", "", ""],
        [known.code, "tigrinya", "", ""],
        [known.code, "Elvish", "", ""],
        ["x", "ti", "", ""],
    )
    assert again.unchanged == 1
    assert told == [(3, "language"), (4, "language"), (5, "code")]
    (row,) = sheet_facts.tables()["languages"].rows(practice, worker)
    assert (row["language"], row["speaks"], row["interpreter"]) == ("Tigrinya", "first", None)


def test_consents_come_in_and_are_never_changed(bring, judged, practice, known, worker):
    good = [known.code, "to take part", "yes", "2025-03-01", "2026-03-01", "ti"]
    assert bring("consents", worker, DECIDED, good).taken == 1
    consent = Consent.objects.get()
    assert (consent.given, consent.expires_on, consent.language) == (True, date(2026, 3, 1), "ti")
    told, found = judged(
        "consents",
        worker,
        DECIDED,
        good,
        [known.code, "to take part", "no", "2025-03-01", "", "ti"],
        [known.code, "share", "yes", "2025-03-01", "", "ti"],
        [known.code, "keep", "no", "2025-03-01", "2026-03-01", "ti"],
        [known.code, "keep", "yes", "2025-03-01", "2025-02-01", "ti"],
        [known.code, "keep", "yes", "2024-03-01", "", "ti"],
        [known.code, "keep", "yes", "2025-03-01", "", "Elvish"],
        [known.code, "keep", "no", "2025-03-01", "", "fr"],
    )

    assert (found.unchanged, len(found.changes)) == (1, 1)
    assert told == [
        (3, "given"), (4, "about"), (5, "expires_on"), (6, "expires_on"), (7, "decided_on"), (8, "language"),
    ]  # fmt: skip
    (row,) = sheet_facts.tables()["consents"].rows(practice, worker)
    assert (row["about"], row["given"], row["withdrawn_on"]) == ("part", True, None)


@pytest.mark.parametrize("key", ["participants", "languages", "consents"])
def test_many_rows_ask_the_database_as_often_as_one(key, practice, coordinator, worker):
    people = [a_participant(practice, coordinator, worker=worker) for _number in range(5)]
    more = {
        "participants": {"age_band": "18-24"},
        "languages": {"language": "ti"},
        "consents": {
            "about": "part", "given": True, "decided_on": date(2025, 3, 1), "language": "ti",
        },
    }[key]  # fmt: skip
    table = sheet_facts.tables()[key]
    asked = []
    for number in (1, 5):
        rows = [Row(place, {"code": one.code} | more) for place, one in enumerate(people[:number])]
        with CaptureQueriesContext(connection) as queries:
            assert len(table.judge(practice, worker, rows).changes) == number
        asked.append(len(queries))
    assert asked[0] == asked[1]
