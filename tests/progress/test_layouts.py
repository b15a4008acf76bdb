"""Templates as data: ours, and what is wrong with somebody's own, each fault with its line."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cairn.progress import layouts
from cairn.progress.enums import Writing

OWN = """
id: our-funder
name: {en: Our funder, de: Unsere Stiftung}
about: Once a year.
sections:
  - {section: people, figures: [people], words: none}
  - title: {en: What we learned, de: Was wir lernten}
    help: Honestly.
    words: required
  - section: extra
    title: Extra
"""


def faults(text):
    with pytest.raises(ValidationError) as refusal:
        layouts.read(text)
    return refusal.value.messages


def test_ours_are_read_and_the_six_monthly_comes_first():
    found = layouts.shipped()

    assert [layout.key for layout in found] == ["six-monthly", "quarterly"]
    assert found[0].name == "Six-monthly report"
    assert [slot.title for slot in found[0].slots][:2] == ["Period, grant and partners", "Summary"]
    assert all(slot.title and (slot.help or slot.writing == Writing.NONE) for slot in found[0].slots)


def test_a_house_brings_its_own():
    found = layouts.read(OWN)

    assert (found.key, found.name, found.about) == ("our-funder", "Our funder", "Once a year.")
    assert [(slot.key, slot.title, slot.writing) for slot in found.slots] == [
        ("people", "People reached", "none"),
        ("what-we-learned", "What we learned", "required"),
        ("extra", "Extra", "optional"),
    ]
    assert layouts.from_kept(layouts.to_kept(found)) == found


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Unsere Stiftung"), ("de-at", "Unsere Stiftung"), ("fr", "Our funder")]
)
def test_in_the_readers_language_as_far_as_it_goes(language, name):
    with translation.override(language):
        assert layouts.read(OWN).name == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "needs a line “sections:”"),
        ("sections: x" + " " * 60_000, "50,000 characters"),
        ("sections: [", "line:"),
        ("id: Our Funder\nname: x\nsections: [{title: A}]", "“id” is a short name"),
        ("id: a\nsections: [{title: A}]", "Give the template a “name”"),
        ("id: a\nname: {}\nsections: [{title: A}]", "“name” is a text"),
        ("id: a\nname: x\nsections: []", "a list with 1 to 40 sections"),
        ("id: a\nname: x\nsections:\n  - people", "Line 4: A section is written as"),
        (
            "id: a\nname: x\nsections:\n  - {title: A}\n  - {title: A}",
            "Line 5: There is a section “a” already",
        ),
        ("id: a\nname: x\nsections:\n  - {title: 人}", "holds no letter"),
        ("id: a\nname: x\nsections:\n  - {title: A, colour: red}", "Not known here: colour"),
        ("id: a\nname: x\nsections:\n  - {title: [A]}", "“title” is a text"),
        ("id: a\nname: x\nsections:\n  - {section: strange}", "name one that Cairn knows: grant, summary"),
        ("id: a\nname: x\nsections:\n  - {title: A, help: 7}", "“help” is a text"),
        (
            "id: a\nname: x\nsections:\n  - {title: A, words: many}",
            "“words” is one of: required, optional, none",
        ),
        ("id: a\nname: x\nsections:\n  - {title: A, figures: people}", "“figures” is a list"),
        (
            "id: a\nname: x\nsections:\n  - {title: A, figures: [peopel]}",
            "There are no figures “peopel”. There are: activities, budget",
        ),
        ("id: a\nname: x\nsections:\n  - {title: A, words: none}", "this one would be empty"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, said):
    assert any(said in fault for fault in faults(text)), faults(text)


def test_every_fault_at_once():
    assert len(faults("id: A\nsections:\n  - {help: 7}\n  - {title: A, words: x}")) == 5
