"""Matches lines in other words, mistyped lines and unrelated lines with the Good Practice Criteria.

The paraphrases are worded by hand, from what the items mean; the mistyped lines are the framework's own texts with
slips; nothing was tuned on them. Lines are matched without the help of a question, as the hardest case, and inside
their question, as documents have them.
"""

import os
import sys

import django

PARAPHRASED = {
    "I1.1": "The approach is inclusive: women and men, young and old have equal opportunities and a say",
    "I1.2": "Newcomers find out where to get help through leaflets and messages in many languages and formats",
    "I1.3": "Staff respect equality and diversity in everything they deliver and look at individual needs",
    "I1.4": "People with particular needs get reasonable adjustments, such as a later hour or a ramp",
    "I3.1": "Migrants co-create the activities in consultations and comment on the design and evaluation",
    "I3.2": "A safe feedback box lets everyone express opinions about the quality of what they receive",
    "I3.3": "Meetings are flexible and adapted to cultures, and participants are compensated for their time",
    "R1.1": "Before planning, the team identified and analysed the needs and asked the people directly",
    "R1.2": "Gaps in the support for integration were mapped and the actions fill them",
    "R2.1": "Participants grow confident and independent because they receive positive feedback",
    "R2.2": "People are encouraged to engage with the community for the good of all",
    "R2.5": "Discrimination and missing information are tackled as barriers to integration in the long term",
    "R3.1": "All work respects human rights standards of Europe and the world",
    "R3.2": "National and European guidelines and tools on integration are applied",
    "E1.2": "Objectives are clear and the planned results are feasible",
    "E1.3": "There is a communications strategy made at design time for host communities and authorities",
    "E1.4": "A staff plan identifies skills and the training that team members need",
    "E2.1": "Implementation is monitored regularly and performance compared with goals",
    "E2.2": "Possible obstacles were anticipated and alternative scenarios are planned",
    "P2.2": "Together with partners, practices and integration outcomes are reviewed jointly",
}
UNRELATED = [
    "The meeting room has a projector and a coffee machine",
    "Please send the invoice before the end of the month",
    "Bus number seven stops in front of the building",
    "The roof was repaired last summer by a local company",
    "All photographs were taken by the author",
    "Opening hours are from nine to five on weekdays",
    "Page breaks were added for printing",
    "The second edition corrects a few misprints",
    "Our cat sleeps on the printer",
    "Minutes of the last session are kept in the blue folder",
]
MISTYPED_COUNT = 10


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.settings")
    django.setup()
    from cairn.frameworks.facts import shipped_framework  # noqa: PLC0415 — needs django.setup

    framework = shipped_framework("good-practice-criteria")
    chosen = framework.items[:: len(framework.items) // MISTYPED_COUNT][:MISTYPED_COUNT]
    mistyped = {item.id: _mistyped(item.text) for item in chosen}
    sys.stdout.write(f"{'lines':34}{'of':>4}{'right':>7}{'WRONG':>7}{'left to a person':>18}\n")
    for name, lines in (("paraphrased", PARAPHRASED), ("mistyped", mistyped)):
        for where in ("alone", "in their question"):
            found = [_found(line, node_id, framework, where == "alone") for node_id, line in lines.items()]
            right = sum(one == node_id for one, node_id in zip(found, lines, strict=True))
            left = found.count(None)
            sys.stdout.write(
                f"{name + ', ' + where:34}{len(lines):>4}{right:>7}{len(lines) - right - left:>7}{left:>18}\n"
            )
    for where in ("alone", "in a question"):
        found = [
            _found(line, framework.items[index * 3].id, framework, where == "alone")
            for index, line in enumerate(UNRELATED)
        ]
        false = len(UNRELATED) - found.count(None)
        sys.stdout.write(
            f"{'unrelated, ' + where:34}{len(UNRELATED):>4}{'':>7}{false:>7}{found.count(None):>18}\n"
        )


def _mistyped(text: str) -> str:
    """Two letters swapped, one doubled, one lost, and the end cut off."""
    middle = len(text) // 2
    swapped = text[:3] + text[4] + text[3] + text[5:middle] + text[middle] + text[middle:-12]
    return swapped[:20] + swapped[21:]


def _found(line: str, node_id: str, framework, alone: bool) -> str | None:
    """The item that one marked line is read as."""
    from cairn.reading.assemble import assembled  # noqa: PLC0415 — needs django.setup
    from cairn.reading.lines import Document, Line  # noqa: PLC0415 — needs django.setup

    question = framework.parents[node_id].text
    lines = ([] if alone else [Line(question)]) + [Line(f"✓ {line}")]
    found = assembled(Document(tuple(lines)), framework).found
    return found[0].id if found else None
