from cairn.search.asking import units
from cairn.search.snippets import Finder, snippet


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
