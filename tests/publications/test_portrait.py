from datetime import date

from cairn.frameworks.enums import Mode, NodeKind, Standing, TextStatus
from cairn.publications.portrait import (
    FrameworkPortrait,
    MarkPortrait,
    NodePortrait,
    Portrait,
    PracticePortrait,
    Tally,
    digest_of,
    from_text,
    to_text,
)


def a_portrait() -> Portrait:
    item = NodePortrait("I1.1", NodeKind.ITEM, "Fair chances.", mark=MarkPortrait(Standing.MET, "met", "Met"))
    question = NodePortrait(
        "I1", NodeKind.QUESTION, "Can all take part?", narrative="They can.", children=(item,)
    )
    criterion = NodePortrait("I", NodeKind.GROUP, "Inclusivity", children=(question,))
    return Portrait(
        practice=PracticePortrait("Steady Steps", "House of Many Doors", starts_on=date(2021, 3, 1)),
        framework=FrameworkPortrait("good", "1", "Good", "Us", "CC BY 4.0", TextStatus.OWN),
        mode=Mode.SELF,
        language="en",
        assessed_on=None,
        tally=Tally(met=1, share=1.0),
        nodes=(criterion,),
    )


def test_a_portrait_survives_its_own_text_byte_for_byte():
    portrait = a_portrait()

    text = to_text(portrait)

    assert from_text(text) == portrait
    assert to_text(from_text(text)) == text
    assert len(digest_of(text)) == 64


def test_a_portrait_finds_its_questions_and_items():
    portrait = a_portrait()

    assert [item.id for item in portrait.items] == ["I1.1"]
    assert [question.id for question in portrait.nodes[0].questions] == ["I1"]
    assert portrait.questions[0].items == portrait.items
    assert portrait.items[0].html_id == "I1-1"
    assert Tally(met=2, partly=1, not_met=1, unknown=5).judged == 4
