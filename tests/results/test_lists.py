import pytest
from django.core.exceptions import ValidationError

from cairn.results.lists import TABLES
from cairn.results.models import Indicator, Measurement
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from tests.results.factories import a_measurement, an_indicator, an_objective
from tests.sheets.conftest import a_csv

pytestmark = pytest.mark.django_db
INDICATORS = [
    "Objective",
    "What is measured",
    "Level",
    "Kind of value",
    "Unit",
    "How values go together",
    "How often",
    "Where values come from",
]
MEASUREMENTS = ["Indicator", "Objective", "From", "To", "Value", "Why it is not known"]
ADDS = "adds"


@pytest.fixture
def bring(practice, coordinator):
    def brought(key, *rows):
        table = sheet_facts.tables()[key]
        sheet = sheets.take_in(practice=practice, table=table, name="a.csv", data=a_csv(*rows), by=coordinator)  # fmt: skip
        faults = sheet_facts.judged(sheet, table, by=coordinator).faults
        assert sheets.start(sheet=sheet)
        sheet.refresh_from_db()
        return sheets.bring(sheet=sheet, only_good=True, by=coordinator), faults

    return brought


def test_indicators_come_in(bring, objective, coordinator):
    sheet, faults = bring(
        "indicators",
        INDICATORS,
        [objective.words, "Jobs", "outcome", "number", "jobs", ADDS, "every year", ""],
        [objective.words, "jobs", "outcome", "number", "jobs", ADDS, "every year", ""],
        ["Another one", "Jobs", "outcome", "number", "jobs", ADDS, "every year", ""],
        [objective.words, "Hours", "output", "number", "", ADDS, "every year", ""],
        [objective.words, "Reached", "output", "number", "", ADDS, "every year", "People reached"],
    )

    assert [(fault.row, fault.column) for fault in faults] == [(3, "words"), (4, "objective"), (5, "unit")]
    assert sheet.taken == 2
    assert Indicator.objects.get(words="Reached").gathering == "so_far"
    a_measurement(Indicator.objects.get(words="Jobs"), coordinator)
    with pytest.raises(ValidationError, match="Something was measured"):
        sheets.undo(sheet=sheet, by=coordinator)


def test_indicators_are_taken_back(bring, objective, coordinator):
    sheet, _faults = bring(
        "indicators",
        INDICATORS,
        [objective.words, "Jobs", "outcome", "number", "jobs", ADDS, "every year", ""],
    )

    sheets.undo(sheet=sheet, by=coordinator)

    assert Indicator.objects.count() == 0


def test_measurements_come_in(bring, practice, objective, indicator, coordinator):
    computed = an_indicator(objective, coordinator, words="Reached", computed_by="people_new")
    other = an_indicator(an_objective(practice, coordinator, "They speak"), coordinator)
    a_measurement(indicator, coordinator)
    named = [indicator.words, objective.words]

    sheet, faults = bring(
        "measurements",
        MEASUREMENTS,
        [*named, "2025-07-01", "2025-12-31", "12.5", ""],
        [*named, "2025-06-01", "2025-06-30", "3", ""],
        [*named, "2025-12-01", "2025-12-31", "3", ""],
        [*named, "2026-01-01", "2026-01-31", "", "Nobody counted."],
        [*named, "2026-02-01", "2026-02-28", "", ""],
        [indicator.words, "", "2026-02-01", "2026-02-28", "3", ""],
        ["Wishes", "", "2026-02-01", "2026-02-28", "3", ""],
        [computed.words, "", "2026-02-01", "2026-02-28", "3", ""],
        [other.words, "They speak", "2026-02-01", "2026-02-28", "3", ""],
    )

    assert [(fault.row, fault.column) for fault in faults] == [
        (3, "starts_on"),
        (4, "starts_on"),
        (6, "value"),
        (7, "indicator"),
        (8, "indicator"),
        (9, "indicator"),
    ]
    assert sheet.taken == 3
    assert Measurement.objects.filter(indicator=other).count() == 1
    sheets.undo(sheet=sheet, by=coordinator)
    assert Measurement.objects.count() == 1


def test_they_go_out_without_small_counts(practice, objective, coordinator, worker):
    indicator = an_indicator(objective, coordinator, counts_people=True)
    a_measurement(indicator, coordinator, value="3")
    out = {table.key: table.rows for table in TABLES}

    assert [row["objective"] for row in out["indicators"](practice, coordinator)] == [objective.words]
    closed, openly = (row for who in (coordinator, worker) for row in out["measurements"](practice, who))
    assert (closed["value"], closed["told"]) == (None, "fewer than 5")
    assert (openly["value"], openly["told"]) == (3, "3 women")
