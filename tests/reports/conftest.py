"""A portrait with everything in it that a report must survive."""

from datetime import date

import pytest

from cairn.assessments import actions as assessments
from cairn.frameworks.enums import Mode, NodeKind, Standing, TextStatus
from cairn.practices import actions as practices
from cairn.publications.portrait import (
    FrameworkPortrait,
    Labelled,
    MarkPortrait,
    NodePortrait,
    Portrait,
    PracticePortrait,
    Tally,
    Tool,
)

NARRATIVE = """The team meets **every Monday** and asks *who was missing*. See [the guide](https://example.org/guide).

- One woman speaks for each group.
- A mediator is there.

1. First the needs,
2. then the plan.

Last line, with = signs, <tags> and #hashes that must stay words."""


def an_item(node_id, text, standing, label, **more):
    level = "" if standing is Standing.UNKNOWN else str(standing.value)
    return NodePortrait(node_id, NodeKind.ITEM, text, mark=MarkPortrait(standing, level, label, **more))


@pytest.fixture
def portrait():
    first = NodePortrait(
        "I1",
        NodeKind.QUESTION,
        "Can all kinds of people take part?",
        narrative=NARRATIVE,
        tools=(Tool("A guide to first talks", "https://example.org/talks"), Tool("The house rules")),
        tally=Tally(met=1, partly=1, not_met=1, share=0.5),
        children=(
            an_item(
                "I1.1",
                "Everyone gets a fair chance.",
                Standing.MET,
                "Met",
                note="Seen on two visits.\nAsk again.",
            ),
            an_item("I1.2", "Access is explained clearly.", Standing.PARTLY, "Partly met"),
            an_item(
                "I1.3",
                "Help is adapted.",
                Standing.NOT_MET,
                "Not met",
                wording="Help gets adapted where needed.",
            ),
        ),
    )
    second = NodePortrait(
        "I2",
        NodeKind.QUESTION,
        "Does the receiving society take part?",
        left_out="Not within this programme's scope.",
    )
    third = NodePortrait(
        "R1",
        NodeKind.QUESTION,
        "Are the needs known?",
        tally=Tally(not_applicable=1, unknown=1),
        children=(
            an_item("R1.1", "=Needs are asked for.", Standing.UNKNOWN, ""),
            an_item("R1.2", "Gaps are known.", Standing.NOT_APPLICABLE, "Does not apply"),
        ),
    )
    return Portrait(
        practice=PracticePortrait(
            title="Steady Steps",
            organisation="بيت الأبواب · ቤት ማዕጾ",
            slug="steady-steps",
            summary="Work, step by step.",
            objectives="Forty women find work.",
            country=Labelled("BE", "Belgium"),
            places=("Liège", "Gent"),
            starts_on=date(2021, 3, 1),
            ends_on=date(2023, 2, 28),
            target_groups=(Labelled("women", "Women"),),
            legal_statuses=(Labelled("any-status", "Any status"),),
            integration_areas=(Labelled("employment", "Employment"),),
            languages=(Labelled("fr", "French"),),
            funding="City of Liège",
            website="https://example.org/steps",
            contact="steps@example.org",
        ),
        framework=FrameworkPortrait(
            "good",
            "1",
            "Good criteria",
            "A group of friends",
            "CC BY 4.0",
            TextStatus.PARAPHRASE,
            "One part is missing.",
        ),
        mode=Mode.PEER,
        language="en",
        assessed_on=date(2024, 5, 2),
        tally=Tally(
            met=1,
            partly=1,
            not_met=1,
            not_applicable=1,
            unknown=1,
            left_out=2,
            share=0.5,
            passed=False,
            vetoed_by=("I1.3",),
        ),
        nodes=(
            NodePortrait(
                "I",
                NodeKind.GROUP,
                "Inclusion",
                tally=Tally(met=1, partly=1, not_met=1, passed=True),
                children=(first, second),
            ),
            NodePortrait("R", NodeKind.GROUP, "Relevance", tally=Tally(unknown=2), children=(third,)),
        ),
    )


@pytest.fixture
def assessment(criteria, organisation, coordinator):
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    return assessments.start(
        practice=practice, framework_version=criteria, mode=Mode.SELF, language="en", by=coordinator
    )
