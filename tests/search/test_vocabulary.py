from cairn.search.vocabulary import Vocabulary


def vocabulary(**uses):
    made = Vocabulary("now", uses, frozenset(), tuple(sorted(uses)))
    for word in uses:
        made.by_length[len(word)].append(word)
    return made


def test_the_nearest_is_near_begins_alike_and_is_common():
    words = vocabulary(bread=4, dread=9, breed=3, tree=5)

    assert words.nearest("braed") == "bread"
    assert words.nearest("breeed") == "breed"
    assert words.nearest("xyz") == "xyz"
    assert words.nearest("trek") == "tree"


def test_short_words_are_left_alone():
    assert vocabulary(tea=3).nearest("te") == "te"


def test_a_word_is_known_by_itself_by_its_stem_and_by_its_beginning():
    words = Vocabulary("now", {"bakers": 1}, frozenset({"baker"}), ("bakers",))

    assert words.knows("bakers", [], beginning=False)
    assert words.knows("bakering", ["baker"], beginning=False)
    assert words.knows("bak", [], beginning=True)
    assert not words.knows("bak", [], beginning=False)
    assert not words.knows("cake", [], beginning=True)
