import pytest

from cairn.sheets.matching import matched, refused
from tests.sheets.table import TABLE


def test_columns_are_known_by_title_key_and_with_slips_of_the_pen():
    assert matched(["Takes  part sinse", "AGE", "code", "Shoe size", None], TABLE) == {
        0: "enrolled_on",
        1: "age_band",
        2: "code",
    }


def test_each_of_ours_is_proposed_once_and_what_is_computed_never():
    assert matched(["Code", "code", "Days"], TABLE) == {0: "code"}


@pytest.mark.parametrize(
    "title",
    [
        "victim_FirstName",
        "Means of Control",
        "Country of exploitation",
        "Last name",
        "Date of birth",
        "Adresse",
    ],
)
def test_columns_that_name_people_or_tell_what_was_done_are_refused_by_name(title):
    assert refused(["Code", title], TABLE) == [title]


def test_harmless_columns_are_not():
    assert refused(["Code", "Prevention work", "Takes part since"], TABLE) == []
