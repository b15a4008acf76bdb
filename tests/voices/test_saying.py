"""The words of the public pages."""

import re

import pytest

from cairn.voices import saying
from cairn.voices.saying import words_in

SOURCE = saying._read("en")


@pytest.mark.parametrize("tag", sorted(saying.languages()))
def test_every_language_says_all_that_english_says(tag):
    texts = saying._read(tag)

    assert list(texts) == list(SOURCE)
    assert isinstance(texts["checked"], bool)
    for key, text in texts.items():
        if key != "checked":
            assert text.strip(), key
            assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", SOURCE[key]), key


def test_a_language_with_words_of_its_own_speaks_them():
    words = words_in("en")

    assert (words["send"], words.direction, words.checked) == ("Send", "ltr", False)
    assert words.plain("question_of", number=1, all=4) == "Question 1 of 4"


def test_a_variety_takes_the_words_of_its_language():
    assert words_in("en-GB")["send"] == "Send"


def test_a_language_without_words_speaks_english_and_says_so():
    words = words_in("ckb")

    assert (words.direction, words.plain("send")) == ("rtl", "Send")
    assert words["send"] == '<span lang="en" dir="ltr">Send</span>'
