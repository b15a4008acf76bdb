"""What waits in reviews, for pages of rooms that know nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.people.models import Person
from cairn.review import asked, talk

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

register = template.Library()


@register.simple_tag
def number_asked(person: Person) -> int:
    """How much is asked of a person."""
    return asked.number_asked(person)


@register.simple_tag
def open_comments(person: Person, assessment: Assessment, node_id: str) -> int | None:
    """How many conversations about a node are open; None for who takes no part in them."""
    if not may(person, Permission.COMMENT, assessment.practice.organisation):
        return None
    return talk.open_counts(assessment).get(node_id, 0)
