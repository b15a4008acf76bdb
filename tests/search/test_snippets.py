from hypothesis import given
from hypothesis import strategies as some

from cairn.search.asking import units
from cairn.search.snippets import STRIPPED_IN_FRONT, Finder, snippet
from cairn.texts.words import STEMMERS, stem, words_of


def shown(texts, words, language="en"):
    return snippet(texts, Finder(units(words, language=language, languages=[])), language)


def test_the_words_found_are_told_from_the_others():
    assert shown(["Women bake bread."], "baking") == (("Women ", False), ("bake", True), (" bread.", False))
    assert shown(["Women bake"], "bak") == (("Women ", False), ("bake", True))


def test_a_piece_is_cut_around_the_first_word_found():
    text = " ".join(f"word{n}" for n in range(100)) + "."

    piece = shown(["", "Nothing.", text], "word50")

    assert piece[0] == ("… ", False)
    assert (piece[1][0], piece[2]) == (
        "word42 word43 word44 word45 word46 word47 word48 word49 ",
        ("word50", True),
    )
    assert piece[-1][0].endswith("word75 …")


def test_without_words_a_piece_is_the_beginning():
    assert shown(["Women bake.", "More."], "") == (("Women bake.", False),)
    assert shown(["Women bake."], "title") == (("Women bake.", False),)
    assert shown(["", "…"], "") == ()


def test_marks_over_letters_do_not_cut_words():
    assert shown(["مَدْرَسَة للجميع"], "مدرسة", "ar")[0] == ("مَدْرَسَة", True)


@given(some.sampled_from(sorted(STEMMERS.keys() - STRIPPED_IN_FRONT)), some.text(min_size=1, max_size=30))
def test_a_word_and_its_stem_begin_alike(language, text):
    assert all(stem(word, language)[:1] == word[:1] for word in words_of(text))


def test_a_stem_that_begins_otherwise_is_shown_too():
    assert ("البيت", True) in shown(["في البيت"], "بيت", "ar")
