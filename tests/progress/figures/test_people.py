"""People reached: never so that a few could be recognised, nor by comparing with what was told before."""

from datetime import date

import pytest

from cairn.participants import actions as participants
from cairn.progress.figures import Asking, all_groups, filled
from cairn.releases.disclosure import too_near
from tests.progress.factories import HALF, SECOND

TODAY = date(2026, 1, 10)


def told(practice, days=HALF, before=()):
    return filled(all_groups()["people"], Asking(practice, *days, today=TODAY, before=before))


def words(part):
    return {figure.key: figure.words for figure in part.figures}


def table(part, key="sex"):
    return dict(next(one.rows for one in part.tables if one.key == key))


def test_nobody_recorded_is_not_known(practice):
    part = told(practice)

    assert set(words(part).values()) == {"not known"}
    assert part.draft == "No participant is recorded yet."


def test_many_are_told_exactly(practice, reach):
    reach(woman=14, man=6)

    part = told(practice)

    assert words(part) == {"new": "20", "left": "0", "active": "20", "unique": "20"}
    assert table(part) == {"woman": 14, "man": 6, "All": 20}
    assert "reached this many people: 20" in part.draft


def test_few_parts_are_hidden_and_cannot_be_worked_out(practice, reach):
    reach(woman=14, man=6, other=2)

    rows = table(told(practice))

    assert rows["All"] == 22
    assert [value for value in rows.values() if value == "hidden"] == ["hidden", "hidden"]
    assert rows["woman"] == 14


def test_too_few_to_divide_have_no_tables(practice, reach):
    reach(woman=11)

    part = told(practice)

    assert words(part)["unique"] == "11"
    assert [one.rows for one in part.tables] == [(), ()]


def test_fewer_than_five_are_not_told(practice, reach):
    reach(woman=3)

    assert words(told(practice)) == {
        "new": "fewer than 5",
        "left": "fewer than 5",
        "active": "fewer than 5",
        "unique": "fewer than 5",
    }


def test_few_who_came_since_the_last_report_are_rounded_away(practice, reach):
    reach(woman=20)
    first = told(practice)
    reach(on=date(2025, 9, 1), woman=3)

    part = told(practice, SECOND, before=first.told)

    assert words(part) == {
        "new": "fewer than 5",
        "left": "fewer than 5",
        "active": "20 or some more",
        "unique": "20 or some more",
    }
    assert table(part) == {"woman": 20, "All": 20}
    assert part.told == ()
    assert "rounded down to fives" in part.tables[0].note


def test_many_who_came_since_are_told(practice, reach):
    reach(woman=20)
    first = told(practice)
    reach(on=date(2025, 9, 1), woman=7)

    part = told(practice, SECOND, before=first.told)

    assert words(part) == {"new": "7", "left": "0", "active": "27", "unique": "27"}


def test_few_who_left_are_not_told_nor_worked_out(practice, reach, coordinator):
    people = reach(woman=20)
    for one in people[:2]:
        participants.leave(participant=one, on=date(2025, 5, 1), by=coordinator)

    part = told(practice)

    assert words(part) == {
        "new": "20",
        "left": "fewer than 5",
        "active": "15 or some more",
        "unique": "20",
    }


@pytest.mark.parametrize("since", range(1, 9))
def test_no_two_reports_tell_of_one_to_four_together(practice, reach, since):
    reach(woman=13, man=7)
    first = told(practice)
    reach(on=date(2025, 9, 1), woman=since, man=1)

    part = told(practice, SECOND, before=first.told)

    assert [near for one in part.told for other in first.told for near in too_near(one, other)] == []


def test_few_who_were_there_before_are_not_worked_out(practice, reach):
    reach(woman=3)
    reach(on=date(2025, 9, 1), woman=17)

    part = told(practice, SECOND)

    assert words(part)["unique"] == "20"
    assert words(part)["new"] == "15 or some more"
    assert len(part.told) == 1


def test_few_who_left_before_are_not_worked_out(practice, reach, coordinator):
    people = reach(woman=20)
    for one in people[:2]:
        participants.leave(participant=one, on=date(2025, 5, 1), by=coordinator)
    for one in people[2:8]:
        participants.leave(participant=one, on=date(2025, 9, 1), by=coordinator)

    part = told(practice, SECOND)

    assert words(part) == {"new": "0", "left": "5 or some more", "active": "12", "unique": "20"}
