from cairn.reports.prose import Block, Run, blocks
from tests.reports.conftest import NARRATIVE


def test_a_narrative_becomes_paragraphs_and_entries():
    kinds = [(block.kind, block.depth, block.number, block.text) for block in blocks(NARRATIVE)]

    assert kinds == [
        ("paragraph", 0, 0, "The team meets every Monday and asks who was missing. See the guide."),
        ("bullet", 1, 0, "One woman speaks for each group."),
        ("bullet", 1, 0, "A mediator is there."),
        ("number", 1, 1, "First the needs,"),
        ("number", 1, 2, "then the plan."),
        ("paragraph", 0, 0, "Last line, with = signs, <tags> and #hashes that must stay words."),
    ]


def test_emphasis_and_links_are_kept_and_nothing_unsafe_is_linked():
    (block,) = blocks("A **bold** word,\na [good](https://example.org) and a [bad](javascript:run) link")

    assert Run("bold", bold=True) in block.runs
    assert Run("\n") in block.runs
    assert Run("good", url="https://example.org") in block.runs
    assert not any(run.url.startswith("javascript") for run in block.runs)


def test_a_second_paragraph_of_an_entry_stands_below_it():
    assert blocks("- One\n\n  more of it\n- Two")[1] == Block("paragraph", (Run("more of it"),), 1)
