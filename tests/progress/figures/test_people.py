"""People reached: never so that a few could be recognised, nor by comparing with what was told before."""

from dataclasses import replace
from datetime import date

import pytest

from cairn.participants import actions as participants
from cairn.progress.figures import Asking, all_groups, filled
from cairn.progress.figures import people as group
from cairn.releases.audit import Audit
from cairn.releases.kinds.reach import GROUPS
from cairn.releases.leaving import Gone, Leaving
from tests.progress.factories import HALF, SECOND

TODAY = date(2026, 1, 10)


def told(practice, days=HALF, before=()):
    return filled(all_groups()["people"], Asking(practice, *days, today=TODAY, before=before))


def words(part):
    return {figure.key: figure.words for figure in part.figures}


def table(part):
    return {row[0]: row[1:] for row in part.tables[0].rows}


def leave(people, by, on=date(2025, 5, 1)):
    for one in people:
        participants.leave(participant=one, on=on, by=by)


def test_nobody_recorded_is_not_known(practice):
    part = told(practice)

    assert set(words(part).values()) == {"not known"}
    assert part.draft == "No participant is recorded yet."


def test_many_are_told_exactly(practice, reach):
    reach(woman=14, man=6)

    part = told(practice)

    assert words(part) == {"new": "20", "left": "0", "active": "20", "unique": "20"}
    assert part.tables[0].columns == ("Age", "woman", "man", "All")
    assert table(part)["All"] == (14, 6, 20)
    assert "reached this many people: 20" in part.draft


def test_few_parts_are_hidden_and_cannot_be_worked_out(practice, reach):
    reach(woman=14, man=6, other=2)

    sums = table(told(practice))["All"]

    assert sums[-1] == 22
    assert sums.count(None) >= 2


def test_too_few_to_divide_have_no_table(practice, reach):
    reach(woman=11)

    part = told(practice)

    assert words(part)["unique"] == "11"
    assert part.tables[0].rows == ()


def test_fewer_than_five_are_not_told(practice, reach):
    reach(woman=3)

    part = told(practice)

    assert words(part) == dict.fromkeys(("new", "left", "active", "unique"), "fewer than 5")
    assert part.told == ()


def test_few_who_came_since_the_last_report_are_rounded_away(practice, reach):
    reach(woman=20)
    first = told(practice)
    reach(on=date(2025, 9, 1), woman=3)

    part = told(practice, SECOND, before=first.told)

    assert words(part) == {
        "new": "fewer than 5",
        "left": "0",
        "active": "20 or some more",
        "unique": "20 or some more",
    }
    assert "rounded down to fives" in part.tables[0].note
    assert all(one.rounded for one in part.told)


def test_many_who_came_since_are_told(practice, reach):
    reach(woman=20)
    first = told(practice)
    reach(on=date(2025, 9, 1), woman=7)

    part = told(practice, SECOND, before=first.told)

    assert words(part) == {"new": "7", "left": "0", "active": "27", "unique": "27"}


def test_few_who_left_are_not_told_nor_worked_out(practice, reach, coordinator):
    leave(reach(woman=20)[:2], coordinator)

    assert words(told(practice)) == {
        "new": "20",
        "left": "fewer than 5",
        "active": "not told: beside what was told before it would tell of few people",
        "unique": "20",
    }


def test_few_who_were_there_before_are_not_worked_out(practice, reach):
    reach(woman=3)
    reach(on=date(2025, 9, 1), woman=17)

    assert words(told(practice, SECOND)) | {"left": "0"} == {
        "new": "15 or some more",
        "left": "0",
        "active": "20",
        "unique": "20",
    }


def test_few_who_left_before_are_not_worked_out(practice, reach, coordinator):
    people = reach(woman=20)
    leave(people[:2], coordinator)
    leave(people[2:8], coordinator, on=date(2025, 9, 1))

    assert words(told(practice, SECOND)) == {
        "new": "0",
        "left": "5 or some more",
        "active": "10 or some more",
        "unique": "20",
    }


def test_few_who_left_since_are_not_worked_out(practice, reach, coordinator):
    people = reach(woman=30)
    leave(people[:6], coordinator)
    first = told(practice)
    assert words(first)["left"] == "6"
    leave(people[6:8], coordinator, on=date(2025, 9, 1))

    part = told(practice, SECOND, before=first.told)

    assert (words(part)["left"], words(part)["active"]) == ("fewer than 5", "20 or some more")


def test_what_may_not_be_told_even_roughly_is_not_told(practice, reach, monkeypatch):
    """The gate refuses what it is asked: then nothing is told, and nothing remembered."""
    reach(woman=20)
    monkeypatch.setattr(group, "refusal", lambda *_asked: "no")

    part = told(practice)

    assert words(part)["unique"].startswith("not told")
    assert part.tables[0].rows == ()
    assert part.told == ()
    reach(on=date(2025, 9, 1), woman=7)
    assert words(told(practice, SECOND))["new"] == "not known"


@pytest.mark.parametrize("since", [1, 2, 4, 5, 8])
def test_an_attack_on_two_reports_finds_nobody(practice, reach, since):
    reach(woman=13, man=7)
    first = told(practice)
    reach(on=date(2025, 9, 1), woman=since, man=1)

    part = told(practice, SECOND, before=first.told)

    tables = [one.published for one in (*part.told, *first.told)]
    assert list(Audit(tables, GROUPS).disclosed()) == []


@pytest.mark.parametrize(("gone", "later"), [(3, 0), (6, 4), (18, 1)])
def test_an_attack_on_who_left_finds_nobody(practice, reach, coordinator, gone, later):
    people = reach(woman=25)
    leave(people[:gone], coordinator)
    first = told(practice)
    leave(people[gone : gone + later], coordinator, on=date(2025, 9, 1))
    reach(on=date(2025, 9, 2), woman=6)

    part = told(practice, SECOND, before=first.told)

    known = Leaving([gone for one in (*part.told, *first.told) for gone in one.leaving])
    assert [of for of in known.numbers() if known.known(of)] == []


def test_reports_of_earlier_days_told_who_left_as_a_number(practice, reach, coordinator):
    people = reach(woman=30)
    leave(people[:6], coordinator)
    (first,) = [one for one in told(practice).told if one.until == HALF[1]]
    leave(people[6:8], coordinator, on=date(2025, 9, 1))

    part = told(practice, SECOND, before=(replace(first, left=6),))

    assert words(part)["left"] == "fewer than 5"


def test_who_came_back_is_compared_number_by_number(practice, reach, coordinator):
    """More had left, as was told, than there are now: then no solution of both fits."""
    people = reach(woman=30)
    leave(people[:8], coordinator)
    first = told(practice)
    (count,) = [one for one in first.told if one.until == HALF[1]]

    part = told(practice, SECOND, before=(replace(count, left=(Gone("left", HALF[1], 10, 10),)),))

    assert words(part)["active"] == "22"
