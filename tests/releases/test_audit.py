"""What an attack by linear programming finds, on tables small enough to work it out by hand."""

from datetime import date
from itertools import product

import numpy as np
import pytest

from cairn.releases.audit import Audit, Published, Whom, key_of, linked, parts_of
from cairn.releases.program import MOST, Program

GROUPS = {"sex": ["w", "m", "o"], "age": ["a", "b", "c"]}
MARCH, JUNE, JULY = date(2025, 3, 31), date(2025, 6, 30), date(2025, 7, 31)


def table(until=JUNE, title="T", rounded=False, since=None, **counts):
    """`w=6` is a sex, `b=3` an age, `wb=3` both; `none` is hidden."""
    return Published(title, until, {_key(name): count for name, count in counts.items()}, rounded, since)


def _key(name):
    if name == "total":
        return name
    return key_of({group: part for group, parts in GROUPS.items() for part in name if part in parts})


def found(*tables):
    return {
        (one.whom.key, one.whom.since, one.whom.until): (one.low, one.high)
        for one in Audit(tables, GROUPS).disclosed()
    }


class TestWhereATableBegins:
    def test_who_had_come_by_then_is_the_rest(self):
        all_, lately = table(JUNE, total=20), table(JUNE, since=MARCH, total=17)

        assert found(all_, lately) == {("total", None, MARCH): (3, 3)}
        assert not found(all_, table(JUNE, since=MARCH, total=12))
        assert not found(all_, table(JUNE, since=MARCH, total=20))


class TestOneTable:
    def test_what_is_told_openly_and_not_small_is_no_disclosure(self):
        assert not found(table(total=30, w=20, m=10))

    def test_a_single_hidden_one_is_the_rest(self):
        assert found(table(total=33, w=20, m=10, o=None)) == {("sex:o", None, JUNE): (3, 3)}

    def test_two_hidden_ones_that_are_few_together_are_narrow(self):
        assert found(table(total=25, w=20, m=None, o=None)) == {
            ("sex:m", None, JUNE): (1, 4),
            ("sex:o", None, JUNE): (1, 4),
        }

    def test_two_with_room_between_them_are_not(self):
        assert not found(table(total=30, w=None, m=None, o=15))

    def test_without_total_nothing_bounds_what_is_hidden(self):
        assert not found(table(w=20, m=None))

    def test_margins_work_out_a_hidden_crossing(self):
        leaky = table(total=40, w=25, m=15, a=20, b=20, wa=None, wb=12, ma=7, mb=8)
        assert ("sex:w|age:a", None, JUNE) not in found(leaky)  # it is 13, and that is not small
        leaky = table(total=30, w=15, m=15, a=16, b=14, wa=12, wb=None, ma=None, mb=11)
        assert found(leaky)["sex:w|age:b", None, JUNE] == (3, 3)

    def test_crossings_that_no_table_tells_are_attacked_as_well(self):
        assert ("sex:m|age:b", None, JUNE) in found(table(total=26, w=20, m=6), table(total=26, a=24, b=None))

    def test_hidden_by_rounding_is_no_narrower_than_rounding(self):
        assert not found(table(rounded=True, w=15, m=None))

    def test_rounding_beside_exact_numbers_can_be(self):
        assert found(table(rounded=True, w=10, m=5, o=None), table(total=17, a=17))["sex:o", None, JUNE] == (
            0,
            2,
        )


class TestSequences:
    def test_who_came_between_two_tables_is_worked_out(self):
        assert found(table(MARCH, total=20, w=20), table(JUNE, total=23, w=23))["total", MARCH, JUNE] == (
            3,
            3,
        )

    def test_nobody_or_enough_may_come(self):
        assert not found(table(MARCH, total=20, w=12, m=8), table(JUNE, total=26, w=18, m=8))

    def test_a_table_of_a_period_is_the_difference(self):
        period = table(JUNE, since=MARCH, total=6, w=6)
        assert found(table(MARCH, total=20, w=12, m=8), period) == {}
        whole = table(JUNE, total=26, w=18, m=8)
        assert Audit([whole, period], GROUPS).consistent
        assert not found(whole, period)

    def test_a_later_total_bounds_an_earlier_hidden_one(self):
        before = table(MARCH, total=33, w=20, m=None, o=None)
        assert not found(before)
        after = table(JUNE, total=39, w=20, m=13, o=6)
        assert not found(before, after)
        after = table(JUNE, total=38, w=20, m=13, o=5)
        assert ("sex:o", None, MARCH) in found(before, after)

    def test_what_is_out_already_is_not_held_against_a_new_table(self):
        old = [table(MARCH, total=33, w=20, m=10, o=None)]
        assert found(table(JULY, total=60, w=30, m=20, o=10), *old) == {}


class TestCorrections:
    def test_a_table_that_cannot_be_true_beside_the_new_one_stands_apart(self):
        new, fits, not_so = (
            table(JUNE, total=30, w=30),
            table(MARCH, total=20, w=20),
            table(MARCH, total=31, w=31),
        )
        assert linked(new, [fits, not_so], GROUPS) == ([new, fits], [not_so])

    def test_an_attack_on_what_cannot_be_true_says_so(self):
        audit = Audit([table(JUNE, total=30, w=None, m=29), table(MARCH, total=31, w=31)], GROUPS)
        assert not audit.consistent
        with pytest.raises(ValueError, match="No people fit"):
            list(audit.disclosed())


def test_bounds_are_those_of_every_table_that_is_possible():
    """Of a table of two by two parts, all are counted out."""
    shown = table(total=20, w=12, m=8, a=11, b=9, wa=None, wb=None, ma=None, mb=None)
    ways = [
        dict(zip(("wa", "wb", "ma", "mb"), way, strict=True))
        for way in product(range(1, 13), repeat=4)
        if (way[0] + way[1], way[2] + way[3], way[0] + way[2]) == (12, 8, 11)
    ]
    groups = {"sex": ["w", "m"], "age": ["a", "b"]}
    audit = Audit([shown], groups)
    for name in ("wa", "wb", "ma", "mb"):
        who = audit._who(Whom(_key(name), None, JUNE))
        assert audit._extreme(who, least=True) == min(way[name] for way in ways)
        assert audit._extreme(who, least=False) == max(way[name] for way in ways)


def test_halves_of_people_are_no_solution():
    """Each two of three are one together: half of each would fit, but people are whole."""
    program = Program(3)
    for pair in ((1, 1, 0), (0, 1, 1), (1, 0, 1)):
        program.add(_row(pair), 1, 1)
    assert program.solved(_row((1, 1, 1))) is None


def test_a_wish_that_is_met_by_halves_is_met_by_whole_ones():
    program = Program(3)
    for pair in ((1, 1, 0), (0, 1, 1), (1, 0, 1)):
        program.add(_row(pair), 0, 1)
    assert sum(program.solved(_row((-1, -1, -1)))) == 1
    assert sum(Program(1).solved(_row([-1]))) == MOST


def _row(numbers):
    return np.array(numbers, dtype=float)


@pytest.mark.parametrize("key", ["total", "sex:w", "sex:", "sex:w|age:18-24"])
def test_keys_are_read_as_they_are_written(key):
    assert key_of(parts_of(key)) == key
