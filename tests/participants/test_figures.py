import pytest

from cairn.participants import figures
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db


def people(practice, by, number, **facts):
    for _ in range(number):
        a_participant(practice, by, **facts)


def test_cells_of_one_to_four_are_not_shown(practice, coordinator):
    people(practice, coordinator, 6, age_band="25-30", sex="woman")
    people(practice, coordinator, 4, age_band="25-30", sex="man")
    people(practice, coordinator, 1, age_band="31-40", sex="woman")

    table = figures.by_age_and_sex(practice.pk)

    assert table.heads == ("woman", "man")
    assert table.rows == (("25 to 30", ("6", "fewer than 5")), ("31 to 40", ("fewer than 5", "0")))
    assert [column.of(table.rows[0]) for column in table.columns] == ["25 to 30", "6", "fewer than 5"]


def test_a_single_small_cell_is_not_told_by_the_others(practice, coordinator):
    people(practice, coordinator, 6, age_band="25-30", sex="woman")
    people(practice, coordinator, 5, age_band="31-40", sex="woman")
    people(practice, coordinator, 2, age_band="41-54", sex="woman")

    cells = [cells[0] for _age, cells in figures.by_age_and_sex(practice.pk).rows]

    assert cells == ["6", "not shown", "fewer than 5"]


def test_a_single_person_alone_has_nothing_beside_it_to_hide(practice, coordinator):
    people(practice, coordinator, 1)

    assert figures.by_age_and_sex(practice.pk).rows == (("not known", ("fewer than 5",)),)
