"""The grid in words, in any language."""

import uuid

import pytest
from django.utils import translation

from cairn.needs.occupations import esco, loading
from cairn.needs.skills import SECTIONS, Entry, told
from tests.needs.occupations.esco import BASE, sheet

pytestmark = pytest.mark.django_db


def tell(section, language_="en", **said):
    part = told(SECTIONS[section], [Entry(uuid.uuid4(), said)], nothing=False, language=language_)
    return part.entries[0].title, {line.key: line.words for line in part.entries[0].lines if line.words}


@pytest.mark.parametrize(("section", "said", "title", "words"), [
    ("languages", {"language": "ti", "first": True}, "Tigrinya", {"first": "yes"}),
    ("languages", {"language": "ti", "first": False, "reading": "A1"}, "Tigrinya",
     {"first": "no", "reading": "A1: a few words and phrases"}),
    ("work", {"occupation": "71", "years": 0}, "Building trades", {"years": "0"}),
    ("work", {"occupation": f"7115 {BASE}1", "country": "ER"}, "carpenter", {"country": "Eritrea"}),
    ("work", {"occupation": "7115 gone"}, "Building trades", {}),
    ("skills", {"kind": "driving", "licence": ["B", "exchange"]}, "Driving",
     {"licence": "Car (B); From abroad, has to be exchanged"}),
    ("next", {"step": "search", "by": "2026-03-17"}, "Look for work", {"by": "March 17, 2026"}),
    ("personal", {"situation": "of yore"}, "of yore", {}),
])  # fmt: skip
def test_what_is_kept_is_told_in_words(tmp_path, section, said, title, words):
    loading.load(rows=esco.read(sheet(tmp_path)).rows, language="en")

    assert tell(section, **said) == (title, words)


def test_it_is_told_in_the_language_that_is_asked_for():
    _title, words = tell("education", "ar", level="3", country="ER")

    assert words["country"] == "إريتريا"
    assert translation.get_language() == "en"


def test_that_there_is_nothing_to_tell_is_told():
    assert told(SECTIONS["work"], [], nothing=True, language="en").nothing == "No work experience"
    assert told(SECTIONS["work"], [], nothing=False, language="en").nothing == ""


def test_a_persons_own_words_are_marked_because_nobody_translated_them():
    part = told(SECTIONS["work"], [Entry(uuid.uuid4(), {})], nothing=False, language="en")

    assert [line.key for line in part.entries[0].lines if line.own] == ["tasks"]
