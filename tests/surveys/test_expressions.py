"""The logic of forms, worked out as its authors mean it."""

import math
import time
from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.surveys.logic import working
from cairn.surveys.logic.expressions import Wrong, holds, parsed, worked_out

ANSWERS = {
    "/data/n": "7",
    "/data/many": "a b c",
    "/data/day": "2026-05-31",
    "/data/words": "Steady steps",
    "/data/none": "",
}


@pytest.mark.parametrize(
    "true",
    [
        "/data/n = 7",
        "7 = /data/n",
        "/data/n = '7'",
        "/data/n != 8",
        "/data/n > 6.5 and /data/n <= 7",
        "/data/n < 7 or /data/n >= 7",
        "/data/n + 1 = 8",
        "/data/n - 1 = 6",
        "- /data/n = -7",
        "/data/n * 2 = 14",
        "(/data/n + 1) * 2 = 16",
        "1 + 2 * 3 = 7",
        "/data/n div 2 = 3.5",
        "/data/n mod 4 = 3",
        "not(/data/none + 1 > 0)",
        "not(1 div 0 > 0)",
        "not(1 mod 0 = 0)",
        "not('a' < 'b')",
        "true() = 'x'",
        "false() = /data/none",
        "true() != false()",
        "boolean(1) and not(boolean(0)) and not(boolean(number('x')))",
        "/data/words",
        ". = 'here'",
        "column = 'cell'",
        "selected(/data/many, 'b') and not(selected(/data/many, 'bc'))",
        "count-selected(/data/many) = 3",
        "selected-at(/data/many, 1) = 'b' and selected-at(/data/many, 9) = ''",
        "string-length(/data/words) = 12",
        "coalesce(/data/none, /data/n) = 7",
        "coalesce(/data/none) = ''",
        "if(/data/n > 5, 'many', 'few') = 'many' and if(/data/none, 1, 2) = 2",
        "/data/day < today() or /data/day >= today()",
        "today() - 7 < today() and now() = today()",
        "date('2026-05-31') = /data/day",
        "date(/data/day - 1) = '2026-05-30'",
        "/data/day > '2026-05-30'",
        "regex(/data/words, '[A-Za-z ]+') and not(regex(/data/words, '[a-z]+'))",
        "contains(/data/words, 'dy') and starts-with(/data/words, 'St') and ends-with(/data/words, 'ps')",
        "substring(/data/words, 1, 6) = 'Steady' and substring(/data/words, 8) = 'steps'",
        "substr(/data/words, 0, 6) = 'Steady' and substr(/data/words, 7) = 'steps'",
        "substring-before(/data/words, ' ') = 'Steady' and substring-before(/data/n, 'x') = ''",
        "substring-after(/data/words, ' ') = 'steps'",
        "translate('abc', 'ab', 'x') = 'xc'",
        "normalize-space('  a   b ') = 'a b'",
        "concat('a', 1, true(), 0.5, false()) = 'a1true0.5false'",
        "string(1) = '1'",
        "round(2.5) = 3 and round(2.345, 2) = 2.35 and floor(2.9) = 2 and ceiling(2.1) = 3 and int(2.9) = 2",
        "max(1, 3, 2) = 3 and min(1, 3, 2) = 1 and pow(2, 3) = 8",
    ],
)
def test_it_is_so(true):
    assert holds(true, ANSWERS, here="here", row={"column": "cell"})


@pytest.mark.parametrize(
    "strange", ["pow(10, 999)", "int('x')", "date('x')", "date(99999999)", "round(1, 9999)", "date(1 div 0)"]
)
def test_what_cannot_be_worked_out_is_not_a_number(strange):
    assert math.isnan(worked_out(strange, {}))
    assert not holds(strange, {})


def test_today_is_today():
    assert worked_out("today()", {}) == timezone.localdate().isoformat()
    assert working.number(str(date(1970, 1, 3))) == 2


@pytest.mark.parametrize(
    "wrong",
    ["", "1 +", "(1", "1)", "'open", "a b", "$v", "/data[1]", "../n", "//n", "@a", "foo(1)", "jr:choice-name(1)", "true(1)",
     "if(1, 2)", "selected(1 2)", "regex(., /data/n)", "regex(., '(')", "*", "(" * 50, "1+" * 300 + "1"],
)  # fmt: skip
def test_what_is_not_understood_is_refused(wrong):
    with pytest.raises(Wrong):
        parsed(wrong)


@pytest.mark.parametrize(
    ("pattern", "quick"),
    [
        ("[0-9]{8,12}", True),
        (r"\+?[0-9]+", True),
        ("(a|b)(c|d)?", True),
        ("(?:a|b){0}", False),
        (r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,6}", True),
        ("a{3}", True),
        ("a{2,}", True),
        ("(a+)+", False),
        ("(a|aa)*", False),
        (r"(a)\1", False),
        ("(?=a)b", False),
        ("a*a*a*", False),
        ("a?" * 22, False),
        ("(", False),
        ("a{99999999999}", False),
    ],
)
def test_only_patterns_that_are_quick_are_taken(pattern, quick):
    assert working.is_quick(pattern) is quick


def test_the_slowest_pattern_taken_is_quick_enough():
    started = time.perf_counter()

    holds("regex(., '.*.*[a-z]{1,9}9')", {}, here="a" * working.LONGEST_MATCHED)

    assert time.perf_counter() - started < 2


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["1", "'a'", ".", "/data/n", "name", "(", ")", ",", "+", "-", "*", "div", "mod", "and", "=", "<",
                         "not(", "if(", "date(", "pow(", "substr(", "regex("]), max_size=14),
    st.text(max_size=10),
)  # fmt: skip
def test_any_expression_is_worked_out_or_refused(words, here):
    try:
        node = parsed(" ".join(words))
    except Wrong:
        return
    assert node.kind
    working.truth(worked_out(" ".join(words), {"/data/n": here}, here=here))
