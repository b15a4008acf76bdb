import pytest

from cairn.frameworks.enums import Standing
from cairn.reading.signs import meanings_in, sign_of

MET, NOT_MET = Standing.MET, Standing.NOT_MET


@pytest.mark.parametrize(
    ("token", "sign"),
    [
        ("[X]", "[x]"),
        ("(x)", "[x]"),
        ("[ ]", "☐"),
        ("□", "☐"),
        ("✔\ufe0f", "✔"),
        ("(yes)", "yes"),
        ("Sí", "si"),
        ("-", "-"),
    ],
)
def test_shapes_of_a_sign_have_one_name(token, sign):
    assert sign_of(token) == sign


@pytest.mark.parametrize(
    ("present", "means"),
    [
        # x is a cross beside ticks, a tick beside empty boxes or dashes, and nothing alone or among all of them.
        ({"x"}, {}),
        ({"x", "✓"}, {"x": NOT_MET}),
        ({"x", "☐"}, {"x": MET, "☐": NOT_MET}),
        ({"x", "-"}, {"x": MET, "-": NOT_MET}),
        ({"x", "–"}, {"x": MET, "–": NOT_MET}),
        ({"x", "✓", "–"}, {}),
        ({"x", "✗", "–"}, {}),
        # A crossed box is Word's ticked box, unless there are ticked ones.
        ({"☒"}, {}),
        ({"☒", "☐"}, {"☒": MET, "☐": NOT_MET}),
        ({"☒", "☑"}, {"☒": NOT_MET, "☑": MET}),
        # An empty box says something only beside full ones.
        ({"☐"}, {}),
        ({"☐", "✓"}, {"☐": NOT_MET}),
        ({"☐", "✓", "✗"}, {}),
        # Hyphens and dashes alone are bullets.
        ({"-"}, {}),
        ({"–"}, {}),
        ({"-", "✓"}, {"-": NOT_MET}),
        ({"-", "✓", "–"}, {"-": NOT_MET, "–": NOT_MET}),
        ({"-", "✓", "✗"}, {}),
        ({"–", "yes"}, {"–": NOT_MET, "yes": MET}),
    ],
)
def test_ambiguous_signs_are_understood_through_the_others(present, means):
    found = meanings_in(present, {})

    assert {sign: found.get(sign) for sign in means} == means
    if not means:
        assert {sign: found.get(sign) for sign in present & {"x", "☒", "☐", "-"}} == dict.fromkeys(
            present & {"x", "☒", "☐", "-"}
        )
    if present == {"–"}:
        assert found == {}


def test_the_legend_decides():
    assert meanings_in({"x", "–"}, {"x": NOT_MET, "–": MET}) == {"x": NOT_MET, "–": MET}
