from selectolax.lexbor import LexborHTMLParser

from cairn.reports import facts
from tests.reports.conftest import NARRATIVE


def test_the_page_stands_alone_and_names_every_node(portrait):
    page = LexborHTMLParser(facts.written(portrait, "html").content.decode())

    assert page.root.attributes["lang"] == "en"
    assert [node.attributes["data-node"] for node in page.css("[data-kind=item]")] == [
        item.id for item in portrait.items
    ]
    assert page.css_first("[data-node=I1] [data-narrative]").attributes["data-narrative"] == NARRATIVE
    assert page.css_first("[data-node='I1.1']").attributes["data-level"] == "met"
    assert page.css("script, link, img") == []
    assert "<tags>" not in page.html


def test_what_people_wrote_is_never_markup(portrait):
    content = facts.written(portrait, "html").content.decode()

    assert "&lt;tags&gt;" in content
