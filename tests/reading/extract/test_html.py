from cairn.publications.portrait import Tool
from cairn.reading.extract.html import extract


def lines(html: str):
    return extract(f'<html lang="fr-BE"><body>{html}</body></html>'.encode()).lines


def test_the_page_says_its_language():
    assert extract(b'<html lang="fr-BE"><p>a</p>').language == "fr-BE"
    assert extract(b"<p>a</p>").language == ""


def test_headings_paragraphs_lists_and_loose_text():
    found = lines("<h1>A <b>b</b></h1>loose<p>one<br>two</p><ul><li>✓ item</li></ul><script>no()</script>")

    assert [(line.text, line.level, line.listed) for line in found] == [
        ("A b", 1, False),
        ("loose", None, False),
        ("one two", None, False),
        ("✓ item", None, True),
    ]


def test_rows_keep_their_cells_and_single_cells_are_lines():
    found = lines(
        "<table><tr><td colspan=2><p>A question?</p></td></tr><tr><td>Item</td><td>✓</td></tr></table>"
    )

    assert [(line.text, line.cells) for line in found] == [("A question?", ()), ("Item ✓", ("Item", "✓"))]


def test_boxes_and_pictures_speak_where_they_can():
    found = lines(
        "<p><input type=checkbox checked> done</p><p><input type=radio> not</p><p><input type=text>plain</p>"
        '<p><img alt="met"> named</p><p><svg></svg> unnamed</p>'
    )

    assert [(line.text, line.pictured) for line in found] == [
        ("☑ done", False),
        ("☐ not", False),
        ("plain", False),
        ("(met) named", True),
        ("unnamed", True),
    ]


def test_links_go_with_their_line():
    (line,) = lines('<p>See <a href="https://example.org">a guide</a> <a href="#top">up</a></p>')

    assert line.links == (Tool("a guide", "https://example.org"),)


def test_our_own_pages_name_their_nodes():
    found = lines(
        '<section data-node="S1"><h3>Soil?</h3><ul><li data-node="S1.1" data-level="met"><p>Compost</p></li>'
        '<li>loose</li></ul></section><table><tr data-node="S2.1" data-level="s1"><td>Rain</td><td></td></tr></table>'
    )

    assert [(line.node, line.said) for line in found] == [
        ("S1", ""),
        ("S1.1", "met"),
        ("", ""),
        ("S2.1", "s1"),
    ]


def test_a_page_nested_too_deep_is_read_all_the_same():
    assert lines("<div>" * 500 + "<p>deep</p>")[-1].text == "deep"


def test_a_frameset_has_nothing_to_read():
    assert extract(b"<html><frameset><frame></frameset></html>").lines == ()
