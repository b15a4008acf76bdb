from cairn.passages.ranking import Bm25, Query, Shelf, fused


def ranked(stems, passages):
    (found,) = Bm25().ranked([Query("", stems)], Shelf("en", passages, [""] * len(passages)))
    return found


def test_rare_words_weigh_more_and_one_word_is_chance():
    passages = [["bus", "stop"], ["need", "map", "bus"], ["need", "bus"], ["need", "map", "map", "gap"]]

    assert ranked({"need": 1, "map": 1, "gap": 1}, passages) == [3, 1]
    assert ranked({"need": 1}, passages) == []
    assert ranked({"need": 1}, []) == []
    assert ranked({"need": 1}, [[]]) == []


def test_ranks_are_fused_by_their_reciprocals():
    assert fused([[1, 2], [2, 3]]) == [2, 1, 3]
