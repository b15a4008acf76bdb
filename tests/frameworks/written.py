"""Small frameworks for the stories: one that is sound, and how to spoil it."""

SOUND = """\
format: cairn-framework-1
id: tea
version: "1"
title: Tea
summary: Judges tea.
language: en
source: Tea drinkers
licence: Own
status: own
scale: taste
scales:
  - id: taste
    label: Taste
    levels:
      - {id: "good", label: Good, standing: met, value: 1}
      - {id: "bad", label: Bad, standing: not_met, value: 0}
  - id: words
    label: Words
    levels:
      - {id: "fine", label: Fine, standing: met}
tag_sets:
  - id: homes
    label: Homes
    tags:
      - {id: east, label: East}
nodes:
  - id: T
    kind: group
    text: Tea
    children:
      - id: Q
        kind: question
        text: Is it hot?
        children:
          - {id: Q.1, kind: item, text: It steams, terms: [steam], tags: [east]}
          - {id: Q.2, kind: item, text: It warms, terms: [warmth], scale: words}
"""


def spoilt(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new, 1)


def line_with(text: str, part: str) -> int:
    """Counting from one."""
    return text[: text.index(part)].count("\n") + 1
