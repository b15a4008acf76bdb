"""An occupation is found by the beginnings of words, and with slips."""

import pytest
from django.utils import translation

from cairn.needs import occupations
from cairn.needs.models import Occupation
from cairn.needs.occupations import esco, loading
from tests.needs.occupations.esco import BASE, line, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(tmp_path):
    loading.load(rows=esco.read(sheet(tmp_path)).rows, language="en")


def names(words, language="en"):
    return [found.name for found in occupations.search(words, language) if found.uri]


def groups(words):
    return [found.group for found in occupations.search(words) if not found.uri]


def test_nothing_is_looked_for_where_nothing_is_said(loaded):
    assert occupations.search(" !") == []


def test_the_beginning_of_a_word_is_enough_and_whose_name_begins_so_comes_first(loaded):
    assert names("carp") == ["carpenter", "stair carpenter"]
    assert names("carp stair") == ["stair carpenter"]


def test_other_names_are_looked_at_as_well(loaded):
    assert names("joiner") == ["carpenter"]


@pytest.mark.parametrize("slip", ["carpentre", "karpenter", "carpantr", "stare carpenter"])
def test_slips_are_forgiven(loaded, slip):
    assert any(name.endswith("carpenter") for name in names(slip))


def test_what_is_like_nothing_is_not_found(loaded):
    assert occupations.search("qzx") == []
    assert occupations.search("carpantr qzx") == []


def test_without_a_loaded_list_groups_are_found_by_what_is_in_them():
    assert groups("carpenter") == ["71"]
    assert groups("hairdreser") == ["51"]


def test_in_a_language_that_is_not_loaded_one_looks_in_english(loaded):
    assert names("carpenter", "fr") == ["carpenter", "stair carpenter"]


def test_accents_may_be_left_out(tmp_path):
    rows = esco.read(sheet(tmp_path, line(1, "7115", "menuisière"))).rows
    loading.load(rows=rows, language="fr")

    assert names("menuisiere", "fr-BE") == ["menuisière"]


def test_what_a_form_names_is_found_again(loaded):
    carpenter = occupations.search("carpenter")[1]

    assert carpenter.key == f"7115 {BASE}1"
    assert occupations.chosen(carpenter.key) == carpenter
    assert occupations.chosen("71").name == "Building trades"
    assert occupations.chosen("99") is None
    assert occupations.chosen(f"7115 {BASE}99") is None


def test_names_are_in_the_readers_language_where_it_is_loaded(loaded, tmp_path):
    rows = esco.read(sheet(tmp_path, line(1, "7115", "menuisier"))).rows
    loading.load(rows=rows, language="fr")
    loading.load(rows=rows, language="de")

    with translation.override("fr"):
        assert occupations.names_of([f"{BASE}1", f"{BASE}3", ""]) == {
            f"{BASE}1": "menuisier",
            f"{BASE}3": "nurse",
        }
    assert occupations.names_of([""]) == {}


def test_an_occupation_is_called_by_its_name():
    assert str(Occupation(name="cook")) == "cook"
