"""Needs as a sheet: of the people with whom one works."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.needs import facts
from cairn.needs.lists import TABLES
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from tests.needs.factories import a_talk
from tests.participants.factories import a_participant, a_worker
from tests.sheets.conftest import a_csv

pytestmark = pytest.mark.django_db
(NEEDS,) = TABLES
TITLES = [
    "Code",
    "Domain",
    "Priority",
    "Who said it",
    "Found on",
    "Where it stands",
    "Since",
    "Why it is unmet",
]


@pytest.fixture
def judged(practice, worker):
    def judge(*rows):
        data = a_csv(TITLES, *rows)
        sheet = sheets.take_in(practice=practice, table=NEEDS, name="a.csv", data=data, by=worker)
        return sheet, sheet_facts.judged(sheet, NEEDS, by=worker)

    return judge


def row(participant, domain="Housing", on="2025-04-17", status="", since="", because="", priority="high"):
    return [participant.code, domain, priority, "Observed", on, status, since, because]


def test_it_holds_the_needs_of_those_with_whom_one_works(practice, participant, worker, coordinator):
    a_talk(participant, worker, date(2025, 4, 17), housing="high")
    other = a_worker(practice, "Will")
    a_talk(a_participant(practice, coordinator, worker=other), other, date(2025, 4, 17), money="low")

    assert [line["code"] for line in NEEDS.rows(practice, worker)] == [participant.code]
    assert next(NEEDS.rows(practice, worker)) == {
        "code": participant.code,
        "domain": "housing",
        "priority": "high",
        "source": "said",
        "assessed_on": date(2025, 4, 17),
        "status": "open",
        "since": date(2025, 4, 17),
        "because": None,
    }
    assert list(NEEDS.rows(practice, coordinator)) == []


def test_a_sheet_brings_needs(judged, practice, participant, worker):
    sheet, _found = judged(
        row(participant),
        row(participant, "Money", status="Unmet", since="2025-05-02", because="Too expensive"),
    )
    sheets.start(sheet=sheet)
    sheet.refresh_from_db()
    sheets.bring(sheet=sheet, only_good=False, by=worker)

    assert [
        (need.domain, need.status, need.found_on.day, need.status_on.day, need.because, need.by)
        for need in facts.needs_of(participant.pk)
    ] == [("housing", "open", 17, 17, "", worker), ("money", "unmet", 17, 2, "cost", worker)]


def test_what_was_taken_away_and_comes_back_changes_nothing(judged, participant, worker):
    a_talk(participant, worker, date(2025, 4, 17), housing="high")

    _sheet, found = judged(
        [participant.code, "housing", "high", "said", "2025-04-17", "open", "2025-04-17", ""]
    )

    assert (found.unchanged, found.changes, found.faults) == (1, [], [])


def test_the_same_row_twice_is_one_need(judged, participant):
    _sheet, found = judged(row(participant), row(participant), row(participant, priority="low"))

    assert (found.unchanged, len(found.changes)) == (1, 2)


@pytest.mark.parametrize(("said", "column", "words"), [
    ({"on": "2024-01-01"}, "assessed_on", "had not begun"),
    ({"since": "2025-01-01"}, "since", "before the day"),
    ({"since": "2999-01-01"}, "since", "still to come"),
    ({"status": "Unmet"}, "because", "Say why"),
    ({"because": "Waiting list"}, "because", "only there"),
    ({"domain": "Money"}, "domain", "reads otherwise"),
])  # fmt: skip
def test_what_cannot_be_is_told_with_its_place(judged, participant, worker, said, column, words):
    a_talk(participant, worker, date(2025, 4, 17), money="high")

    _sheet, found = judged(row(participant, **said))

    assert [(fault.row, fault.column) for fault in found.faults] == [(2, column)]
    assert words in found.faults[0].words


def test_whoever_is_not_assigned_brings_nothing(judged, practice, coordinator):
    other = a_participant(practice, coordinator)

    assert judged(row(other))[1].faults[0].words == "You work with nobody who has this code."


def test_many_rows_ask_no_more_than_few(judged, participant):
    asked = []
    for number in (1, 5):
        with CaptureQueriesContext(connection) as queries:
            judged(*(row(participant, on=f"2025-04-{day:02}") for day in range(1, number + 1)))
        asked.append(len(queries))

    assert asked[0] == asked[1]
