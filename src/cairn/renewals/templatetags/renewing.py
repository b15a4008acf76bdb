"""How much waits to be confirmed, for the page of an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from cairn.renewals import facts

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

register = template.Library()


@register.simple_tag
def proposals_left(assessment: Assessment) -> int:
    return facts.open_proposals(assessment).count()
