"""What the grid of skills is made of: sections and their fields, declared in Python so that words are translated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

Words = str | Promise
Choices = tuple[tuple[str, Words], ...]
"""Pairs of what is kept and what people read."""


class Sort(StrEnum):
    """What can be said in a field, and as what it is kept."""

    TEXT = "text"  # str, one line
    LONG = "long"  # str, paragraphs
    NUMBER = "number"  # int, from 0
    YEAR = "year"  # int
    DATE = "date"  # ISO 8601
    YESNO = "yesno"  # bool
    CHOICE = "choice"  # str, a value of the choices
    CHOICES = "choices"  # list of such
    LANGUAGE = "language"  # BCP 47
    COUNTRY = "country"  # ISO 3166-1 alpha-2
    OCCUPATION = "occupation"  # a group of ISCO-08, and after a blank a URI of ESCO


@dataclass(frozen=True, slots=True)
class Field:
    key: str
    label: Words
    sort: Sort
    choices: Choices = ()
    sealed: bool = False
    """Kept so that only who works with the person reads it: free words, and what tells where somebody is from."""
    required: bool = False
    help: Words = ""


Check = Callable[[Mapping[str, Any]], Mapping[str, Words]]
"""Takes the kept values by key (None where nothing is said); gives what is wrong, by key."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    name: Words
    purpose: Words
    """What to ask for, in a sentence or two."""
    fields: tuple[Field, ...]
    title: str
    """Key of the field by which one entry is told from the next."""
    add: Words = ""
    """What the link for one more says; empty where there is one entry at most."""
    nothing: Words = ""
    """What is said where somebody was asked and has nothing to tell; empty where that cannot be."""
    check: Check | None = None

    @property
    def several(self) -> bool:
        return bool(self.add)

    def field(self, key: str) -> Field:
        return next(one for one in self.fields if one.key == key)
