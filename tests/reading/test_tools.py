from cairn.publications.portrait import Tool
from cairn.reading.labels import TOOLS, label_of
from cairn.reading.lines import Line
from cairn.reading.marks import Marked
from cairn.reading.tools import tools_of


def read(*lines: Line):
    return tools_of([Marked(line, line.text) for line in lines])


def test_tools_come_from_links_and_from_addresses_in_the_text():
    assert read(
        Line("One and two", links=(Tool("One", "https://a.example"), Tool("", "https://b.example"))),
        Line("Three (https://c.example)"),
        Line("Four"),
        Line("https://d.example"),
        Line("https://e.example"),
        Line("Five"),
    ) == (
        Tool("One", "https://a.example"),
        Tool("https://b.example", "https://b.example"),
        Tool("Three", "https://c.example"),
        Tool("Four", "https://d.example"),
        Tool("https://e.example", "https://e.example"),
        Tool("Five", ""),
    )


def test_labels_may_be_doubled_or_carry_their_content():
    assert label_of("Inspiring tools: Inspiring tools:", TOOLS) == ""
    assert label_of("Inspiring tools: Tools: A guide", TOOLS) == "A guide"
    assert label_of("Tools", TOOLS) == ""
    assert label_of("Tools are needed: here", TOOLS) is None
