import pytest
from django.template import engines
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.common.markdown import to_html, to_plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Two *words* and **three**", "<p>Two <em>words</em> and <strong>three</strong></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- bread\n- words", "<ul>\n<li>bread</li>\n<li>words</li>\n</ul>"),
        (
            "[a guide](https://example.org)",
            '<p><a href="https://example.org" rel="noopener noreferrer nofollow">a guide</a></p>',
        ),
    ],
)
def test_the_subset_is_shown(text, html):
    assert to_html(text).strip() == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![a picture](https://example.org/a.png)",
        "[press](javascript:alert(1))",
        "# A heading",
        "> quoted",
    ],
)
def test_nothing_else_gets_through(text):
    html = to_html(text)

    assert not any(tag in html for tag in ("<script", "<img", "<h1", "<blockquote", 'href="javascript'))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>\"'&[]()!#*_-`\\ \nabcjavascript:script", max_size=80))
def test_whatever_is_typed_only_known_tags_come_out(text):
    html = to_html(text)

    opened = [part.split(">")[0].split()[0].strip("/") for part in html.split("<")[1:]]
    assert set(opened) <= {"p", "br", "em", "strong", "ul", "ol", "li", "a"}


def test_plain_words_carry_no_marks():
    assert to_plain("Two *words* & <b>\n\n- a list") == "Two words & <b> a list"


def test_the_filters_do_the_same_in_templates():
    template = engines["django"].from_string("{% load markdown %}{{ text|markdown }}|{{ text|plain }}")

    assert template.render({"text": "*a* & b"}) == "<p><em>a</em> &amp; b</p>\n|a &amp; b"
