"""What a register is made of: kinds of record and their fields, declared in Python so that words are translated and types hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.vault.privacy import Who

if TYPE_CHECKING:
    from cairn.practices.models import Practice

Words = str | Promise
Choices = tuple[tuple[str, Words], ...]
"""Pairs of what is kept and what people read."""

TEAM, SEALED = Who.TEAM, Who.SEALED
"""What a field of a register can be: for everyone who may read the records, or sealed and for those who keep them."""


class Sort(StrEnum):
    """What can be said in a field, and the type in which facts give it."""

    TEXT = "text"  # str, one line
    LONG = "long"  # str, paragraphs
    DATE = "date"  # date
    WHOLE = "whole"  # int, not negative
    DECIMAL = "decimal"  # Decimal, not negative
    YESNO = "yesno"  # bool; None where nobody asked
    CHOICE = "choice"  # str, a value of the choices
    CHOICES = "choices"  # tuple of such
    LANGUAGES = "languages"  # tuple of language tags
    URL = "url"  # str
    PERSON = "person"  # int, the number of someone of the team
    LINK = "link"  # tuple of at most one record id
    LINKS = "links"  # tuple of record ids


LISTS = frozenset({Sort.CHOICES, Sort.LANGUAGES, Sort.LINK, Sort.LINKS})
LINKING = frozenset({Sort.LINK, Sort.LINKS})


class Group(TextChoices):
    """Where a register stands in the list of all."""

    DELIVERY = "delivery", _("Delivery")
    PARTNERS = "partners", _("Partners and policy")
    COMMUNITY = "community", _("Participants’ say and the community")
    LEARNING = "learning", _("Knowing and learning")


class Life(TextChoices):
    """How records of a kind end, if they do."""

    FACT = "fact", _("stays as it is")
    TASK = "task", _("is done one day")
    CASE = "case", _("is closed one day")
    USE = "use", _("goes out of use one day")


@dataclass(frozen=True, slots=True)
class Field:
    key: str
    label: Words
    sort: Sort
    who: Who
    required: bool = False
    help: Words = ""
    choices: Choices = ()
    to: tuple[str, ...] = ()
    """Keys of the kinds that a link may lead to."""

    @property
    def sealed(self) -> bool:
        return self.who is Who.SEALED

    @property
    def links(self) -> bool:
        return self.sort in LINKING


Check = Callable[[Mapping[str, Any], "Practice"], Mapping[str, Words]]
"""Takes the typed values by key (None where nothing is said) and the practice; gives what is wrong, by key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One register: what it is for, what its records hold, and how they are shown."""

    key: str
    """Also the name of its file."""
    name: Words
    plural: Words
    purpose: Words
    """One sentence for somebody who has none yet."""
    group: Group
    fields: tuple[Field, ...]
    title: str
    """Key of the field by which people know a record."""
    columns: tuple[str, ...]
    """Keys of what its list shows beside title and day."""
    life: Life = Life.FACT
    happened: str = ""
    """Key of the day on which it took place or was noted."""
    due: str = ""
    """Key of the day by which something is to be done about it."""
    early: bool = False
    """Whether it may lie before the practice began, as what belongs to its design."""
    part_of: str = ""
    """Key of the kind below which it is listed."""
    check: Check | None = None

    def field(self, key: str) -> Field:
        return next(one for one in self.fields if one.key == key)

    @property
    def open_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if not field.sealed)
