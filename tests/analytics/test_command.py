"""./cairn portfolio."""

import csv

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from cairn.analytics import snapshot, strength, tables
from cairn.analytics.management.commands import portfolio
from cairn.evidence.enums import Outcome, Strength
from cairn.evidence.rules import rules_of
from cairn.evidence.shape import Judged
from cairn.frameworks import facts as framework_facts
from cairn.practices import actions as practices
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db
PERIOD = ("--from", "2025-01-01", "--until", "2025-06-30")


@pytest.fixture
def other(practice, organisation, coordinator):
    """Six began in the one, seven in the other."""
    found = practices.create(organisation=organisation, by=coordinator, title="Open Doors")
    for where, count in ((practice, 6), (found, 7)):
        for _ in range(count):
            a_participant(where, coordinator)
    return found


def asked(coordinator, *more):
    call_command("portfolio", "--as", coordinator.email, *PERIOD, *more)


def test_it_prints_measure_by_measure(other, coordinator, capsys):
    asked(coordinator)

    lines = capsys.readouterr().out.splitlines()
    start = lines.index("People who began to take part, 2025-01-01 to 2025-06-30")
    assert lines[start + 1 : start + 5] == [
        "  Open Doors: 7 people",
        "  Steady Steps: 6 people",
        "  All practices: 13 people",
        "",
    ]


def test_it_writes_tables(other, coordinator, tmp_path, capfdbinary):
    asked(coordinator, "--format", "xlsx", "-o", str(tmp_path / "a.xlsx"))
    assert "Wrote" in capfdbinary.readouterr().out.decode()
    asked(coordinator, "--format", "csv")

    rows = list(csv.DictReader(capfdbinary.readouterr().out.decode("utf-8-sig").splitlines()))
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet.max_row == len(rows) + 1
    found = [row for row in rows if row["Measure"] == "People who began to take part"]
    assert [(row["Practice"], row["Value"]) for row in found] == [
        ("Open Doors", "7.0"),
        ("Steady Steps", "6.0"),
        ("All practices", "13.0"),
    ]


def test_a_single_practice_has_no_sum(practice, coordinator, capsys):
    asked(coordinator)

    assert "All practices" not in capsys.readouterr().out


def test_what_was_kept_counts_as_it_stood(other, coordinator, capsys):
    asked(coordinator)
    first = capsys.readouterr().out
    a_participant(other, coordinator)

    asked(coordinator, "--kept")
    assert capsys.readouterr().out == first
    asked(coordinator)
    assert "Open Doors: 8 people" in capsys.readouterr().out


def test_a_practice_that_may_not_be_seen_any_more_is_left_out(other, coordinator, capsys):
    asked(coordinator)
    coordinator.memberships.all().delete()

    with pytest.raises(CommandError, match="no practice"):
        asked(coordinator, "--kept")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--as", "nobody@example.org"], "Say who asks"),
        (["--from", "2025-02-01", "--until", "2025-01-01"], "before the first"),
        (["--format", "csv", "-o", "/nowhere/at/all.csv"], "cannot be written"),
    ],
)
def test_it_says_what_is_wrong(practice, coordinator, arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("portfolio", *arguments)


def test_the_only_person_need_not_be_named_and_a_year_is_counted_from_its_first_day(
    practice, coordinator, capsys
):
    call_command("portfolio", "--until", "2025-03-31")

    assert "2025-01-01 to 2025-03-31" in capsys.readouterr().out


def test_without_the_engine_it_says_how_to_get_it(practice, coordinator, monkeypatch):
    monkeypatch.setattr(portfolio, "find_spec", lambda _name: None)

    with pytest.raises(CommandError, match=r"locks/analytics\.txt"):
        asked(coordinator)


def test_a_strange_word_ends_it(practice, coordinator, monkeypatch):
    odd = tables.Table({"state": frozenset()}, lambda _practice: [("Amina came",)])
    monkeypatch.setitem(tables.TABLES, "odd", odd)

    with pytest.raises(CommandError, match="on no list"):
        asked(coordinator)
    assert snapshot.newest(coordinator) is None


class TestEvidence:
    def test_it_prints_item_by_item(self, other, coordinator, criteria, capsys):
        asked(coordinator, "--evidence")

        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("E1.1 ")
        assert lines[1:4] == [
            "  Open Doors: nothing recorded, strength 0 of 3",
            "  Steady Steps: nothing recorded, strength 0 of 3",
            "",
        ]

    def test_it_writes_tables(self, other, coordinator, criteria, capfdbinary):
        asked(coordinator, "--evidence", "--format", "csv")

        rows = list(csv.DictReader(capfdbinary.readouterr().out.decode("utf-8-sig").splitlines()))
        assert len(rows) == 2 * len(rules_of("good-practice-criteria"))
        assert {row["Strength, 0 to 3"] for row in rows} == {"0"}

    def test_what_is_too_old_says_so(self, practice, coordinator, criteria):
        node = criteria_node("E1.1")
        found = Judged(Outcome.SUPPORTED, Strength.COUNTED, stale=True)

        said = portfolio._strengths_said([strength.Line(practice, node, found)])

        assert said[1] == "  Steady Steps: supported, strength 2 of 3, too old"

    @pytest.mark.parametrize(
        ("framework", "words"),
        [("odd", "no rules of evidence for odd"), ("cairn-sustainability", "is loaded")],
    )
    def test_it_says_what_is_wrong(self, practice, coordinator, framework, words):
        with pytest.raises(CommandError, match=words):
            asked(coordinator, "--evidence", framework)

    def test_an_item_that_the_loaded_version_does_not_have_is_left_out(
        self, practice, coordinator, criteria, monkeypatch
    ):
        rules = {"gone": None} | dict(rules_of("good-practice-criteria"))
        monkeypatch.setattr(strength, "rules_of", lambda _id: rules)

        assert "gone" not in {line.node.id for line in strength.lines(coordinator, "good-practice-criteria")}


def criteria_node(item):
    return framework_facts.shipped_framework("good-practice-criteria").by_id[item]
