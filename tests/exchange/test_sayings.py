from dataclasses import replace

from cairn.exchange.sayings import sayings_of
from cairn.frameworks.enums import Standing
from cairn.publications.portrait import Tool
from cairn.reading.shape import QuestionReading
from tests.exchange.factories import a_reading, item


def said(reading, framework, decided=None, left_out=None):
    sayings, cut = sayings_of(reading, framework, decided or {}, left_out or {})
    return {saying.node_id: saying for saying in sayings}, cut


def with_question(**more):
    return a_reading(questions=(replace(QuestionReading(id="A1", text="Does A1 hold?"), **more),))


def test_what_the_document_holds_is_said_and_nothing_else(framework):
    entries, cut = said(a_reading(), framework)

    assert set(entries) == {"A1", "A1.1", "A1.2", "A2", "A2.1", "A2.2"}
    assert entries["A1"].narrative == "We **cook** together."
    assert entries["A1"].tools == (Tool("Recipe cards", "https://example.org/cards"),)
    assert cut == []


def test_wording_is_kept_only_where_it_differs_from_ours(framework):
    entries, _cut = said(a_reading(), framework)

    assert entries["A1"].wording == ""
    assert entries["A2"].wording == "Is A2 so?"
    assert entries["A1.1"].wording == "Our wording of A1.1"
    assert entries["A1.2"].wording == ""


def test_a_mark_without_a_level_takes_the_level_of_its_standing(framework):
    entries, _cut = said(a_reading(), framework)

    assert entries["A1.1"].level == "met"
    assert entries["A1.2"].level == "not-met"
    assert entries["A2.2"].level == ""


def test_does_not_apply_is_open_to_every_item(framework):
    entries, _cut = said(with_question(items=(item("A1.1", Standing.NOT_APPLICABLE),)), framework)

    assert entries["A1.1"].level == "not_applicable"


def test_a_person_decides_over_what_was_read(framework):
    entries, _cut = said(
        a_reading(), framework, decided={"A1.1": "partly", "B1.1": "met"}, left_out={"B1": "Not asked."}
    )

    assert entries["A1.1"].level == "partly"
    assert entries["B1.1"].level == "met"
    assert (entries["B1"].left_out, entries["B1"].left_out_reason) == (True, "Not asked.")


def test_an_address_that_is_none_stays_in_the_title(framework):
    tools = (Tool("Cards", "the shelf"), Tool("", "https://example.org/cards"))

    entries, _cut = said(with_question(tools=tools), framework)

    assert entries["A1"].tools == (
        Tool("Cards the shelf"),
        Tool("https://example.org/cards", "https://example.org/cards"),
    )


def test_what_does_not_fit_is_kept_whole_elsewhere(framework):
    tools = tuple(Tool(f"Tool {number}") for number in range(32))

    entries, cut = said(with_question(narrative="n" * 50_001, tools=tools), framework)

    assert len(entries["A1"].narrative) == 50_000
    assert len(entries["A1"].tools) == 30
    assert cut == ["Tool 30 ", "Tool 31 ", "n" * 50_001]
