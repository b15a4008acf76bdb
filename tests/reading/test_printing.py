from dataclasses import replace

from cairn.frameworks.enums import Standing
from cairn.reading.printing import printed
from cairn.reading.shape import Unmatched
from tests.reading.world import read


def test_everything_a_person_must_see_is_printed():
    reading = read(
        "Is water used sparingly?\nLeft out: no roof\n" + "Ja. " * 40 + "\nTools: A: https://a.example\n"
        "✓ Rain from the roof is stored in barrels\n✗ Owls\nLoose words\n"
    )
    reading = replace(
        reading, unmatched=(*reading.unmatched, Unmatched("On a page", 3, Standing.MET)), notes=("Look.",)
    )

    text = printed(reading)

    for said in (
        "garden@1 · en",
        "Left out: no roof",
        "…",
        "→ A https://a.example",
        "✓ S2.1",
        "– Owls",
        "Loose words",
        "On a page (page 3)",
        "Look.",
        "Met: 1",
    ):
        assert said in text


def test_a_question_known_by_its_items_only():
    assert "[by its items]" in printed(read("✓ Compost is made from kitchen scraps."))
