from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from cairn.participants.models import Participant
from cairn.sheets import actions, facts
from cairn.sheets.enums import State
from cairn.sheets.shape import Change
from cairn.trail.models import Entry
from tests.participants.factories import a_participant
from tests.sheets.conftest import a_csv

pytestmark = pytest.mark.django_db
TITLES = ["Code", "Takes part since", "Age"]


@pytest.fixture
def take_in(practice, people, coordinator):
    def taken(*rows):
        return actions.take_in(
            practice=practice, table=people, name="people.csv", data=a_csv(*rows), by=coordinator
        )

    return taken


def brought(sheet, *, only_good=False):
    assert actions.start(sheet=sheet)
    sheet.refresh_from_db()
    return actions.bring(sheet=sheet, only_good=only_good, by=sheet.by)


def test_what_was_uploaded_is_sealed_and_gone_once_it_is_brought_in(take_in):
    sheet = take_in(TITLES, ["", "2025-03-01", "18-24"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT cells, file_name FROM sheets_import")
        assert "18-24" not in "".join(cursor.fetchone())

    brought(sheet)

    sheet.refresh_from_db()
    assert (sheet.state, sheet.taken, sheet.cells) == (State.DONE, 1, "")
    assert Participant.objects.get().enrolled_on == date(2025, 3, 1)
    assert Entry.objects.first().thing == f"import:{sheet.pk}"


def test_forbidden_columns_are_refused_by_name_and_nothing_is_kept(take_in):
    with pytest.raises(ValidationError, match="Means of control"):
        take_in(["Code", "Means of control"], ["", "x"])
    assert not facts.Import.objects.exists()


def test_all_faults_are_named_at_once(take_in, people, coordinator):
    sheet = take_in(
        ["Takes part since", "Age"], ["01/03/2025", "young"], ["2025-03-01", "18-24"], ["", "18-24"]
    )

    found = facts.judged(sheet, people, by=coordinator)

    assert [(fault.row, fault.column) for fault in found.faults] == [
        (2, "age_band"),
        (2, "enrolled_on"),
        (4, "enrolled_on"),
    ]
    assert [change.row for change in found.changes] == [3]


def test_a_lacking_column_and_a_key_twice_are_faults(take_in, people, practice, coordinator):
    code = a_participant(practice, coordinator).code
    sheet = take_in(["Code", "Age"], [code, "18-24"])
    assert [fault.words for fault in facts.judged(sheet, people, by=coordinator).faults] == [
        "The sheet has no such column."
    ]
    sheet = take_in(TITLES, [code, "2025-03-01", ""], [code, "2025-03-02", ""])
    assert [fault.words for fault in facts.judged(sheet, people, by=coordinator).faults] == [
        "Row 2 says this already."
    ]


def test_with_faults_nothing_comes_in_unless_the_good_rows_are_chosen(take_in):
    sheet = take_in(TITLES, ["", "2025-03-01", ""], ["", "nonsense", ""])

    brought(sheet)
    assert (sheet.state, sheet.refused) == (State.STOPPED, 1)
    assert not Participant.objects.exists()

    brought(sheet, only_good=True)
    assert (sheet.state, sheet.taken, sheet.refused) == (State.DONE, 1, 1)
    assert Participant.objects.count() == 1


def test_a_sheet_is_brought_in_once(take_in):
    sheet = take_in(TITLES, ["", "2025-03-01", ""])
    brought(sheet)

    assert not actions.start(sheet=sheet)


def test_rows_that_are_there_are_changed_and_taken_back(take_in, practice, coordinator, people):
    known = a_participant(practice, coordinator, age_band="18-24")
    sheet = take_in(TITLES, [known.code, "2025-04-01", "25 to 30"], ["", "2025-03-01", ""])
    assert facts.judged(sheet, people, by=coordinator).unchanged == 0
    brought(sheet)
    known.refresh_from_db()
    assert (known.enrolled_on, known.age_band) == (date(2025, 4, 1), "25-30")
    assert "people" in str(sheet)
    assert {str(row).split()[0] for row in sheet.brought.all()} == {"participants.Participant"}

    actions.undo(sheet=sheet, by=coordinator)

    known.refresh_from_db()
    assert (known.enrolled_on, known.age_band) == (date(2025, 3, 1), "18-24")
    assert Participant.objects.get() == known
    assert sheet.state == State.UNDONE
    with pytest.raises(ValidationError):
        actions.undo(sheet=sheet, by=coordinator)


@pytest.mark.parametrize("since", ["changed", "removed"])
def test_what_was_changed_since_is_not_taken_back(take_in, coordinator, since):
    sheet = take_in(TITLES, ["", "2025-03-01", ""], ["", "2025-03-01", ""])
    brought(sheet)
    first = Participant.objects.first()
    if since == "removed":
        first.delete()
    else:
        first.sex = "woman"
        first.save()

    with pytest.raises(ValidationError, match="1 rows"):
        actions.undo(sheet=sheet, by=coordinator)

    assert Participant.objects.count() == (1 if since == "removed" else 2)


def test_what_else_hangs_on_a_row_is_let_down_first(take_in, coordinator, people, monkeypatch):
    gone = []
    sheet = take_in(TITLES, ["", "2025-03-01", ""])
    brought(sheet)
    monkeypatch.setattr(facts, "tables", lambda: {"people": replace(people, lower=gone.append)})

    actions.undo(sheet=sheet, by=coordinator)

    assert [type(thing) for thing in gone] == [Participant]


def test_where_no_column_is_a_key_every_row_is_new(practice, coordinator, monkeypatch, people):
    table = replace(people, known_by=())
    sheet = [TITLES, ["", "2025-03-01", ""], ["", "2025-03-01", ""]]

    found = facts.understood(sheet, {0: "code", 1: "enrolled_on"}, table)

    assert [row.number for row in found.rows] == [2, 3]
    assert found.faults == []


def test_columns_can_be_matched_by_hand_but_none_twice(take_in):
    sheet = take_in(["A", "B"], ["2025-03-01", "2025-03-02"])
    assert sheet.matching == {}

    actions.match(sheet=sheet, columns={0: "enrolled_on"})
    sheet.refresh_from_db()
    assert sheet.matching == {"0": "enrolled_on"}
    with pytest.raises(ValidationError, match="Takes part since"):
        actions.match(sheet=sheet, columns={0: "enrolled_on", 1: "enrolled_on"})


def test_ten_thousand_rows_with_three_bad_ones(take_in, django_assert_max_num_queries):
    rows = [["", "2025-03-01", ""] for _ in range(9_997)] + [
        ["", "x", ""],
        ["", "", "18-24"],
        ["", "2025-03-01", "old"],
    ]
    sheet = take_in(TITLES, *rows)

    with django_assert_max_num_queries(300):
        brought(sheet, only_good=True)

    assert (sheet.taken, sheet.refused) == (9_997, 3)
    assert sheet.brought.count() == 9_997


def test_what_was_started_twice_is_brought_in_once(take_in):
    """Taken for dead while it worked, started again, and then both end."""
    sheet = take_in(TITLES, ["", "2025-03-01", "18-24"])
    assert actions.start(sheet=sheet)
    actions.stop(sheet=sheet, why="It was silent.")
    assert actions.start(sheet=sheet)
    first, second = (facts.Import.objects.get() for _time in range(2))

    actions.bring(sheet=first, only_good=False, by=first.by)
    actions.bring(sheet=second, only_good=False, by=second.by)

    assert Participant.objects.count() == 1
    assert facts.Import.objects.get().taken == 1


def test_what_else_must_be_done_is_done_with_it(take_in, people, monkeypatch):
    done = []
    more = replace(people, lift=lambda by, changes: done.append((by, len(changes))))
    monkeypatch.setattr(facts, "tables", lambda: {"people": more})
    sheet = brought(take_in(TITLES, ["", "2025-03-01", "18-24"]))

    assert done == [(sheet.by, 1)]


def test_whoever_waits_is_told_how_far_it_is(take_in, people, monkeypatch):
    monkeypatch.setattr(facts, "STEP", 2)
    sheet = take_in(TITLES, *([["", "2025-03-01", "18-24"]] * 4))
    told = []

    facts.judged(sheet, people, by=sheet.by, told=told.append)

    assert told == [1, 2, 2, 3]


def test_a_row_that_does_several_things_counts_once(practice, coordinator):
    one, other = a_participant(practice, coordinator), a_participant(practice, coordinator)
    changes = [Change(2, one), Change(2, other), Change(3, one, {"code": ""}), Change(3, other)]

    assert facts.tally(changes) == (1, 1)
