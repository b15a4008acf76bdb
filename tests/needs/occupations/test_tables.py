"""Short tables of sectors and occupations."""

import re

import pytest

from cairn.needs import occupations


def test_there_are_twenty_two_sectors_in_the_order_of_their_letters():
    assert "".join(occupations.SECTORS) == "ABCDEFGHIJKLMNOPQRSTUV"


def test_there_are_ten_major_groups_and_forty_three_parts_of_them():
    codes = [group.code for group in occupations.GROUPS]

    assert codes == sorted(codes)
    assert len([code for code in codes if re.fullmatch(r"\d", code)]) == 10
    assert len([code for code in codes if re.fullmatch(r"\d\d", code)]) == 43


@pytest.mark.parametrize(("code", "name"), [
    ("71", "Building trades"),
    ("7115", "Building trades"),
    ("79", "Craft and trades"),
    ("x", "x"),
])  # fmt: skip
def test_a_group_is_called_by_the_nearest_one_that_we_have(code, name):
    assert occupations.group_name(code) == name


def test_a_sector_is_called_by_its_name():
    assert occupations.sector_name("F") == "Construction"
    assert occupations.sector_name("Z") == "Z"


def test_one_chooses_a_part_below_its_major_group():
    chosen = dict(occupations.group_choices())["Craft and trades"]

    assert chosen[0] == ("7", "Craft and trades")
    assert chosen[1] == ("71", "Building trades (bricklayer, carpenter, plumber, painter, roofer, tiler)")


def test_one_need_not_choose_a_sector():
    assert occupations.sector_choices()[0] == ("", "—")
