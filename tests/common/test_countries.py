from django.utils import translation

from cairn.common.countries import COUNTRIES, country_choices, country_code, country_name


def test_all_codes_are_two_capitals_and_none_is_missing():
    assert len(COUNTRIES) == 249
    assert all(len(code) == 2 and code.isupper() for code in COUNTRIES)


def test_a_code_has_a_name_and_an_unknown_code_stays_itself():
    assert country_name("be") == "Belgium"
    assert country_name("XX") == "XX"


def test_a_country_is_found_by_code_name_or_other_name():
    assert country_code(" fr ") == "FR"
    assert country_code("côte d’ivoire") == "CI"
    assert country_code("Czech Republic") == "CZ"
    assert country_code("somewhere in Europe") is None


def test_a_name_is_found_in_english_whatever_the_reader_speaks():
    with translation.override("fr"):
        assert country_code("Greece") == "GR"


def test_choices_begin_with_none_and_are_sorted_by_name():
    choices = country_choices()

    assert choices[0] == ("", "—")
    assert choices[1][1] == "Afghanistan"
