import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.registers import facts
from cairn.registers.kinds import all_kinds
from cairn.registers.lists import TABLES
from cairn.registers.models import Record
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from tests.registers.factories import DAY, a_record
from tests.sheets.conftest import a_csv

TITLES = ["What could go wrong", "Foreseen on", "How likely", "How bad it would be", "Who watches it"]


@pytest.fixture
def bring(practice, coordinator):
    def brought(kind, *rows):
        table = sheet_facts.tables()[f"register-{kind}"]
        sheet = sheets.take_in(
            practice=practice, table=table, name="a.csv", data=a_csv(*rows), by=coordinator
        )
        assert sheets.start(sheet=sheet)
        sheet.refresh_from_db()
        return sheets.bring(sheet=sheet, only_good=True, by=coordinator)

    return brought


def test_a_sheet_makes_records(bring, practice, coordinator):
    sheet = bring(
        "risk",
        TITLES,
        ["No rooms", "2026-03-02", "high", "low", "cora"],
        ["No money", "2026-03-02", "high", "low", ""],
        ["No words", "2099-03-02", "high", "low", ""],
        ["No owner", "2026-03-02", "high", "low", "Nobody"],
    )

    assert (sheet.taken, sheet.refused) == (2, 2)
    rows = facts.records(practice, "risk", title="No rooms")
    assert [(row.happened_on, row["owner"], row["impact"]) for row in rows] == [(DAY, coordinator.pk, "low")]


def test_faults_name_row_and_column(practice, coordinator):
    table = sheet_facts.tables()["register-information_item"]
    titles = ["What it is", "In which languages", "Form", "Where people come across it", "Last checked on"]
    good, bad = (
        ["Leaflet", "ti; French", "text", "in person; Print", "2026-03-02"],
        ["B", "Elvish", "text", "x", "2026-03-02"],
    )
    sheet = sheets.take_in(
        practice=practice, table=table, name="a.csv", data=a_csv(titles, good, bad), by=coordinator
    )

    found = sheet_facts.judged(sheet, table, by=coordinator)

    assert [(fault.row, fault.column) for fault in found.faults] == [(3, "languages")]
    assert found.faults[0].words == "We do not know this: Elvish"
    (change,) = found.changes
    assert (change.thing.data["languages"], change.thing.data["channels"]) == (
        ["ti", "fr"],
        ["in-person", "print"],
    )


def test_many_rows_ask_no_more_than_few(practice, coordinator):
    table = sheet_facts.tables()["register-risk"]
    asked = []
    for number in (1, 5):
        rows = [[f"Risk {n}", "2026-03-02", "high", "low", "Cora"] for n in range(number)]
        sheet = sheets.take_in(
            practice=practice, table=table, name="a.csv", data=a_csv(TITLES, *rows), by=coordinator
        )
        with CaptureQueriesContext(connection) as queries:
            assert len(sheet_facts.judged(sheet, table, by=coordinator).changes) == number
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_what_is_there_goes_into_a_sheet(practice, coordinator):
    a_record(practice, coordinator, "information_item", title="Leaflet", discreet=False)
    table = sheet_facts.tables()["register-information_item"]

    (row,) = table.rows(practice, coordinator)

    assert (row["title"], row["languages"], row["reviewed_on"]) == ("Leaflet", "Tigrinya; French", DAY)
    assert (row["discreet"], row["version"]) == (False, None)


def test_an_import_is_taken_back_unless_others_rest_on_it(bring, practice, coordinator):
    sheet = bring("risk", TITLES, ["No rooms", "2026-03-02", "high", "low", ""])
    record = Record.objects.get()
    review = a_record(practice, coordinator, "risk_review", risks=[record.pk])
    with pytest.raises(ValidationError, match="Another record names"):
        sheets.undo(sheet=sheet, by=coordinator)

    review.delete()
    sheets.undo(sheet=sheet, by=coordinator)

    assert not Record.objects.exists()


def test_every_register_that_stands_alone_has_a_sheet():
    needing = {key for key, kind in all_kinds().items() if any(f.links and f.required for f in kind.fields)}

    assert {table.key.removeprefix("register-") for table in TABLES} == set(all_kinds()) - needing
    sealed = {(kind.key, field.key) for kind in all_kinds().values() for field in kind.fields if field.sealed}
    assert not sealed & {
        (table.key.removeprefix("register-"), c.key) for table in TABLES for c in table.columns
    }
