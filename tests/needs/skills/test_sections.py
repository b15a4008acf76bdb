"""The grid's sections: what each asks, and that nothing of a field is forgotten."""

import pytest

from cairn.needs.forms.skills import MAKE
from cairn.needs.skills import SECTIONS, SINGLE, Sort
from cairn.needs.skills.values import KEEP
from cairn.vault.privacy import NEVER


def test_every_purpose_of_the_tool_has_its_section():
    assert list(SECTIONS) == [
        "personal", "languages", "education", "work", "skills", "expectations", "barriers", "next",
    ]  # fmt: skip
    assert SINGLE == ["personal", "expectations"]


def test_a_language_is_asked_by_the_five_skills_of_the_framework():
    keys = [field.key for field in SECTIONS["languages"].fields]

    assert {"listening", "reading", "spoken_interaction", "spoken_production", "writing"} <= set(keys)


def test_schools_go_from_none_to_a_doctorate():
    assert [value for value, _label in SECTIONS["education"].field("level").choices] == list("012345678")


@pytest.mark.parametrize("section", SECTIONS.values(), ids=lambda section: section.key)
class TestSections:
    def test_free_words_and_where_somebody_is_from_are_sealed(self, section):
        told = {Sort.TEXT, Sort.LONG, Sort.COUNTRY}
        assert [field.key for field in section.fields if field.sort in told and not field.sealed] == []

    def test_nothing_is_asked_of_what_was_done_to_a_person(self, section):
        assert [f.key for f in section.fields for piece in NEVER if piece in f.key] == []
        assert not {"name", "birthday", "address"} & {field.key for field in section.fields}

    def test_an_entry_is_told_from_the_next_by_what_has_to_be_said(self, section):
        assert section.field(section.title).required

    def test_keys_are_said_once(self, section):
        keys = [field.key for field in section.fields]
        assert len(keys) == len(set(keys))


def test_every_sort_can_be_kept_and_shown():
    assert set(KEEP) == set(Sort)
    assert set(MAKE) == set(Sort) - {Sort.OCCUPATION}
