from cairn.reading.align import aligned


def pairs(scores, floor=0.1):
    return [(pair.line, pair.place) for pair in aligned(scores, floor)]


def test_clear_lines_go_to_their_places_in_any_order():
    assert pairs([[0.1, 0.9], [0.8, 0.2]]) == [(0, 1), (1, 0)]


def test_two_lines_for_one_place_are_settled_by_the_whole():
    found = aligned([[0.9, 0.6], [0.8, 0.1]], 0.1)

    assert [(pair.line, pair.place) for pair in found] == [(0, 1), (1, 0)]
    assert found[0].margin > 0.3


def test_a_tie_has_no_margin():
    assert [round(pair.margin, 2) for pair in aligned([[0.5, 0.5], [0.5, 0.5]], 0.1)] == [0, 0]


def test_what_is_below_the_floor_is_never_paired():
    assert pairs([[0.05, 0.02], [0.0, 0.5]]) == [(1, 1)]
    assert pairs([[0.5], [0.6]]) == [(1, 0)]


def test_a_better_way_to_the_same_places_wins():
    assert pairs([[0.5, 0.4], [0.5, 0.6], [0.9, 0.9]]) == [(1, 1), (2, 0)]
