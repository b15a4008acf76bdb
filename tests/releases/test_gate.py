"""A table that tells too much is refused in words that say what, and beside what."""

from datetime import date

from cairn.releases.audit import Published
from cairn.releases.gate import refusal

MARCH, JUNE, JULY = date(2025, 3, 31), date(2025, 6, 30), date(2025, 7, 31)


def table(until, title="New", rounded=False, **counts):
    names = {"total": "total", "woman": "sex:woman", "man": "sex:man", "other": "sex:other"}
    return Published(title, until, {names[name]: count for name, count in counts.items()}, rounded)


def test_a_table_alone():
    words = refusal(table(JUNE, total=23, woman=20, man=None), [])
    assert "From this table alone a reader could work out that 3 are: man, come by 06/30/2025." in words


def test_a_range():
    assert "that 1 to 4 are: man" in refusal(table(JUNE, total=25, woman=20, man=None, other=None), [])


def test_beside_one_of_two_earlier_ones():
    earlier = [table(JUNE, "Summer", total=23, woman=23), table(MARCH, "Spring", total=12, woman=12)]
    words = refusal(table(JULY, total=25, woman=25), earlier)
    assert "Beside “Summer”, released before" in words
    assert "2 are: everyone, come after 06/30/2025 and by 07/31/2025" in words


def test_what_tells_nothing_passes():
    assert refusal(table(JULY, total=30, woman=30), [table(JUNE, "Summer", total=20, woman=20)]) is None


class TestAfterACorrection:
    """Who was counted twice is counted once: what was told stands all the same."""

    def test_a_few_less_are_refused(self):
        words = refusal(table(JULY, total=28, woman=28), [table(JUNE, "Summer", total=30, woman=30)])
        assert "Beside “Summer”, released before, a count differs by 1 to 4" in words

    def test_many_less_are_not(self):
        assert refusal(table(JULY, total=20, woman=20), [table(JUNE, "Summer", total=30, woman=30)]) is None

    def test_nor_rounded_ones(self):
        earlier = [table(JUNE, "Summer", total=30, woman=30)]
        assert refusal(table(JULY, rounded=True, woman=25), earlier) is None
