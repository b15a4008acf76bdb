"""The grid of skills: its sections and fields as data, what is kept of what was said, and how it is told in words.

The door of this inner room. It makes no table of its own: the rows are in `models/grid.py`.
"""

from cairn.needs.skills.sections import OF_LANGUAGE, SECTIONS, SINGLE
from cairn.needs.skills.shape import Field, Section, Sort
from cairn.needs.skills.telling import Entry, Part, told, words_of
from cairn.needs.skills.values import LONGEST, MOST, after_erasure, kept, whole

__all__ = [
    "LONGEST",
    "MOST",
    "OF_LANGUAGE",
    "SECTIONS",
    "SINGLE",
    "Entry",
    "Field",
    "Part",
    "Section",
    "Sort",
    "after_erasure",
    "kept",
    "told",
    "whole",
    "words_of",
]
