"""Stories of documents about a garden, assessed by a framework that words things in its own way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.frameworks import facts
from cairn.frameworks.shape import Framework
from cairn.publications.portrait import Tool
from cairn.reading.assemble import assembled
from cairn.reading.lines import Document, Line
from tests.reading.world import garden, marks, parts_by_question, read, steady_framework

PAGE = """Garden Criteria
Soil and water
Is the soil cared for all year round?
We dig little.
Inspiring tools: Inspiring tools:
A calendar: https://example.org/calendar
Checklist
✓ Compost from scraps of the kitchen
– Mulch as winter cover
✓ Tractors stay out
Is water used sparingly?
There are barrels.
Checklist
✓ Rain from the roof is stored in barels
− Watering happens early in the
"""


def test_a_page_in_other_words_is_read_by_question():
    reading = read(PAGE)

    soil, water, _tenancy, neighbours = reading.questions
    assert (soil.text, soil.matched_by) == ("Is the soil cared for all year round?", "terms")
    assert (soil.narrative, soil.tools) == (
        "We dig little.",
        (Tool("A calendar", "https://example.org/calendar"),),
    )
    assert [item.matched_by for item in soil.items] == ["terms", "terms", "terms"]
    assert [item.matched_by for item in water.items] == ["likeness", "likeness"]
    assert marks(reading) == {
        "S1.1": "met",
        "S1.2": "not_met",
        "S1.3": "met",
        "S2.1": "met",
        "S2.2": "not_met",
    }
    assert neighbours.text is None
    assert reading.unmatched == ()


def test_a_standing_that_several_levels_share_names_no_level():
    by_id = {
        item.id: item
        for item in read("Is water used sparingly?\n~ Rain from the roof is stored in barrels\n✓ x").items
    }

    assert (by_id["S2.1"].mark, by_id["S2.1"].level) == ("partly", "")


def test_the_scales_own_words_are_marks():
    reading = read(
        "Is water used sparingly?\nRain from the roof is stored in barrels\tGrown\n"
        "Watering happens early in the morning\tn/a\n"
    )

    rain, morning = reading.questions[1].items
    assert (rain.mark, rain.level) == ("partly", "s2")
    assert (morning.mark, morning.level) == ("not_applicable", "not_applicable")


def test_additional_questions_and_items_are_listed_with_their_marks():
    reading = read(
        "Is water used sparingly?\n✓ Rain from the roof is stored in barrels\n✗ Bees are counted by hand\n"
        "Are children welcome on Sundays?\nThey are.\n✓ Swings hang from two trees\n"
    )

    assert [(line.text, line.mark) for line in reading.unmatched] == [
        ("Bees are counted by hand", "not_met"),
        ("Are children welcome on Sundays?", None),
        ("They are.", None),
        ("Swings hang from two trees", "met"),
    ]


def test_the_last_line_goes_to_the_last_place_if_it_shares_anything():
    reading = read(
        "Do neighbours share work and harvest?\n✓ A rota tells who weeds in which week\n– What is ripe goes to everybody weekly, "
        "on Saturday mornings between nine and noon, behind the old shed by the gate, whatever the weather, rain or shine"
    )

    assert marks(reading) == {"N1.1": "met", "N1.2": "not_met"}
    assert reading.questions[3].items[1].matched_by == "place"


def test_a_line_that_shares_nothing_stays_with_nobody():
    reading = read(
        "Do neighbours share work and harvest?\n✓ A rota tells who weeds in which week\n– Owls were heard\n"
    )

    assert marks(reading) == {"N1.1": "met"}
    assert [line.text for line in reading.unmatched] == ["Owls were heard"]


def test_two_lines_that_could_both_be_it_are_left_to_a_person():
    reading = read(
        "Is water used sparingly?\n✓ Rain and roof\n– Rain and roof\n✓ Watering happens early in the morning"
    )

    assert marks(reading) == {"S2.2": "met"}
    assert len(reading.unmatched) == 2


def test_items_without_their_question_are_found_by_clear_words_only():
    reading = read(
        "✓ Compost is made from kitchen scraps.\n✓ Beds are mulched, a winter cover before the frost\n✗ Owls\n"
    )

    assert marks(reading) == {"S1.1": "met", "S1.2": "met"}
    assert reading.questions[0].text == garden().questions[0].text
    assert reading.questions[0].matched_by is None
    assert [line.text for line in reading.unmatched] == ["Owls"]


def test_an_item_under_a_wrong_question_is_found_all_the_same():
    reading = read(
        "Do neighbours share work and harvest?\n✓ A rota tells who weeds in which week\n"
        "✓ Vegetables are handed out at a weekly table\n✗ Compost is made from kitchen scraps\n"
    )

    assert marks(reading) == {"N1.1": "met", "N1.2": "met", "S1.1": "not_met"}


def test_lines_alike_outside_their_question_are_left_to_a_person():
    assert marks(read("✓ rain roof\n✗ rain roof\n")) == {}


def test_a_framework_without_open_items_takes_no_stray_lines():
    reading = read(
        PAGE + "Do neighbours share work and harvest?\n✓ A rota tells who weeds in which week\n"
        "✓ Vegetables are handed out at a weekly table\n✓ Owls\n"
    )

    assert [line.text for line in reading.unmatched] == ["Owls"]


def test_a_reason_for_leaving_out_is_kept():
    (question,) = [
        q
        for q in read("Is water used sparingly?\nLeft out: there is no roof\nNo barrels.").questions
        if q.text
    ]

    assert (question.left_out, question.narrative) == ("there is no roof", "No barrels.")


def test_lists_in_a_narrative_stay_lists():
    lines = (
        Line("Is water used sparingly?", level=2),
        Line("So:"),
        Line("one owl", listed=True),
        Line("two", listed=True),
    )

    reading = assembled(Document((*lines, Line("End."))), garden())

    assert reading.questions[1].narrative == "So:\n\n- one owl\n- two\n\nEnd."


def test_listed_lines_like_items_are_items_without_a_mark():
    lines = (
        Line("Is water used sparingly?", level=2),
        Line("There are barrels."),
        Line("Rain from the roof is stored in barrels", listed=True),
        Line("Checklist"),
        Line("Watering happens in the early morning", listed=True),
        Line("Owls", listed=True),
    )

    reading = assembled(Document(lines), garden())

    assert marks(reading) == {"S2.1": "unknown", "S2.2": "unknown"}
    assert "no mark can be read" in reading.notes[0]
    assert [line.text for line in reading.unmatched] == ["Owls"]


def test_pictures_and_ambiguous_signs_are_noted():
    picture = Line("Rain from the roof is stored in barrels", listed=True, pictured=True)
    assert "pictures" in assembled(Document((Line("Is water used sparingly?"), picture)), garden()).notes[0]
    assert (
        "more than one way"
        in read("Is water used sparingly?\nx Rain from the roof is stored in barrels").notes[0]
    )


def test_what_the_file_names_outright_is_taken_as_it_is():
    page = (
        '<h1>Garden Days</h1><h2>About</h2><p>Country: Belgium</p><section data-node="S2"><h3>Wasser?</h3><p>Ja.</p><ul>'
        '<li data-node="S2.1" data-level="s3">Regen</li><li data-node="S2.2" data-level="">Morgens</li></ul></section>'
    )

    reading = read(page, name="garden.html")

    assert reading.practice.title == "Garden Days"
    assert [(item.id, item.mark, item.level, item.text) for item in reading.found] == [
        ("S2.1", "met", "s3", "Regen"),
        ("S2.2", "unknown", "", "Morgens"),
    ]
    assert reading.questions[1].text == "Wasser?"


def test_ids_in_a_column_name_the_items():
    reading = read("| Item | Mark |\n| S2.1 | Regen | Blooming |\n| S2.1 | again | Begun |\n")

    assert marks(reading) == {"S2.1": "met"}


def test_headings_of_criteria_and_of_columns_are_no_stray_lines():
    reading = read(
        "# Soil and water\n## Is water used sparingly?\n✓ Rain from the roof is stored in barrels\n# Neighbours\n"
    )

    assert reading.unmatched == ()


def test_a_question_without_a_question_mark_is_known_by_its_words():
    reading = read(PAGE.replace("Is water used sparingly?", "Water used sparingly"))

    assert marks(reading)["S2.1"] == "met"
    assert reading.questions[1].text == "Water used sparingly"


def test_a_question_that_nothing_but_its_items_speak_for():
    reading = read(
        "What about the wet stuff?\n✓ Rain from the roof is stored in barrels\n✗ Watering happens early in the morning\n"
    )

    assert reading.questions[1].matched_by == "place"


def test_questions_alike_are_left_to_a_person():
    assert marks(read("Is it looked after and shared, used in work?\n✗ Nothing of this\n")) == {}


def test_a_gate_may_hold_items_without_a_question():
    reading = read("# Tenancy\n✓ The lease names the plot of the garden and lasts ten years\n")

    assert marks(reading) == {"T.1": "met"}


def test_a_framework_of_headings_only_leaves_every_line_to_a_person():
    bare = garden().model_copy(update={"nodes": (garden().nodes[1].model_copy(update={"children": ()}),)})

    assert [
        line.text for line in read("Water?\nIs it used sparingly?\n✓ Rain", framework=bare).unmatched
    ] == [
        "Is it used sparingly?",
        "Rain",
    ]


def test_what_stands_there_twice_is_read_once_and_contradictions_are_left_to_a_person():
    twice = read(PAGE + PAGE)
    assert marks(twice) == marks(read(PAGE))
    assert "read once" in twice.notes[0]

    assert "S2.2" not in marks(read(PAGE + PAGE.replace("−", "✓")))


def test_tools_of_an_additional_question_are_listed_too():
    reading = read(
        "Are children welcome on Sundays?\nTools: A swing: https://a.example\n✓ Swings hang from two trees\n"
    )

    assert [line.text for line in reading.unmatched] == [
        "Are children welcome on Sundays?",
        "A swing: https://a.example",
        "Swings hang from two trees",
    ]


def test_a_document_is_matched_in_its_own_language(monkeypatch):
    said = garden().model_dump(mode="json")
    rain = said["nodes"][0]["children"][1]
    rain["text"], rain["children"][0]["text"] = (
        "L'eau est-elle économisée ?",
        "La pluie du toit est gardée dans des tonneaux.",
    )
    french = Framework.model_validate(said | {"language": "fr"})
    monkeypatch.setattr(
        facts, "translated", lambda framework, language: french if language == "fr" else framework
    )

    reading = read(
        "L'eau est-elle économisée dans le jardin et dans la maison ?\nOui, par les enfants et pour les plantes.\n"
        "✓ On garde la pluie du toit dans des tonneaux\n"
    )

    assert reading.language == "fr"
    assert marks(reading) == {"S2.1": "met"}


QUESTIONS = parts_by_question()


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_shuffled_items_never_get_a_wrong_mark(data):
    """In whatever order the items of each question stand, and whatever their marks."""
    expected = {}
    page = []
    for question, items in QUESTIONS:
        page.append(question)
        signs = data.draw(st.lists(st.sampled_from("✓–"), min_size=len(items), max_size=len(items)))
        for (node_id, text), sign in data.draw(st.permutations(list(zip(items, signs, strict=True)))):
            page.append(f"{sign} {text}")
            expected[node_id] = "met" if sign == "✓" else "not_met"

    found = marks(read("\n".join(["✓ = met", *page]), framework=steady_framework()))

    assert all(expected[node_id] == mark for node_id, mark in found.items())
    assert len(found) == len(expected)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(categories=("L", "Nd", "P", "Zs", "S")), max_size=80), max_size=12))
def test_junk_is_never_given_a_mark(lines):
    reading = assembled(Document(tuple(Line(line) for line in lines if line.strip())), garden())

    assert {item.mark for item in reading.items} == {"unknown"}


@pytest.mark.parametrize("language", ["fr"])
def test_the_language_is_the_documents_own(language):
    page = "Le jardin est dans la ville et les gens sont avec leurs enfants pour le travail de la terre, par exemple."

    assert read(page).language == language
