"""What is kept of what was said."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cairn.needs.skills import SECTIONS, after_erasure, kept, whole


def faults(section, **said):
    with pytest.raises(ValidationError) as refused:
        kept(SECTIONS[section], said)
    return {key: words[0] for key, words in refused.value.message_dict.items()}


def test_free_words_are_kept_apart_to_be_sealed():
    data, sealed = kept(
        SECTIONS["education"], {"level": "3", "subject": " Wood ", "country": "ER", "year": 2015}
    )

    assert data == {"level": "3", "year": 2015}
    assert json.loads(sealed) == {"subject": "Wood", "country": "ER"}
    assert whole(data, sealed) == {"level": "3", "year": 2015, "subject": "Wood", "country": "ER"}
    assert whole(data, "") == data


def test_what_nobody_said_is_not_kept():
    assert kept(SECTIONS["next"], {"step": "search", "words": "", "agreed": None}) == ({"step": "search"}, "")


@pytest.mark.parametrize(("section", "said", "field", "words"), [
    ("education", {}, "level", "has to be filled in"),
    ("education", {"level": "9"}, "level", "Not on the list: 9"),
    ("education", {"level": "3", "subject": "x" * 201}, "subject", "At most 200"),
    ("education", {"level": "3", "year": 1800}, "year", "four digits"),
    ("education", {"level": "3", "year": 2999}, "year", "four digits"),
    ("education", {"level": "3", "country": "XX"}, "country", "Choose one"),
    ("work", {"occupation": "99"}, "occupation", "Choose one"),
    ("work", {"occupation": "71", "years": 81}, "years", "from 0 to 80"),
    ("languages", {"language": "qq", "first": True}, "language", "Choose one"),
    ("languages", {"language": "ti"}, "first", "mother tongue, or give a level"),
    ("skills", {"kind": "household", "licence": ["B"]}, "licence", "Only with driving"),
    ("skills", {"kind": "driving", "licence": ["Z"]}, "licence", "Not on the list: Z"),
    ("skills", {"kind": "other"}, "what", "Say what it is"),
])  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(section, said, field, words):
    assert words in faults(section, **said)[field]


@pytest.mark.parametrize(("section", "said"), [
    ("languages", {"language": "ti", "reading": "none"}),
    ("skills", {"kind": "driving", "licence": ["B", "exchange"]}),
    ("work", {"occupation": "71", "years": 0}),
])  # fmt: skip
def test_what_can_be_is_kept(section, said):
    assert kept(SECTIONS[section], said).data == said


def test_of_an_erased_person_levels_and_kinds_are_left():
    work, _sealed = kept(SECTIONS["work"], {"occupation": "71", "years": 3, "until": 2020, "informal": True})
    language, _sealed = kept(SECTIONS["languages"], {"language": "ti", "reading": "A2"})
    step, _sealed = kept(SECTIONS["next"], {"step": "search", "by": date(2026, 3, 17)})

    assert after_erasure(SECTIONS["work"], work) == {"occupation": "7", "informal": True}
    assert after_erasure(SECTIONS["languages"], language) == {"reading": "A2"}
    assert after_erasure(SECTIONS["next"], step) == {"step": "search", "by": "2026-03-01"}
