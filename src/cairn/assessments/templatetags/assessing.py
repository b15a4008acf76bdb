"""How an assessment stands, for pages of rooms that know nothing of assessments."""

from __future__ import annotations

from django import template

from cairn.assessments import facts
from cairn.assessments.enums import State
from cairn.assessments.models import Assessment
from cairn.frameworks.enums import Standing

register = template.Library()


@register.simple_tag
def counts_of(assessment: Assessment) -> list[tuple[str, str, int]]:
    """Code, label and number of every standing that any item has; no query where the entries were fetched before."""
    tally = facts.score_of(assessment).overall
    counts = [(one.value, str(one.label), getattr(tally, one.value)) for one in Standing]
    return [count for count in counts if count[2]]


@register.inclusion_tag("assessments/parts/state.html")
def state_of(assessment: Assessment) -> dict[str, State]:
    """The state as a tag; no query where the practice's editions were fetched before."""
    editions = assessment.practice.publications.all()
    edition = next((each for each in editions if each.pk == assessment.edition_id), None)
    withdrawn = edition is not None and edition.withdrawn_at is not None
    return {"state": State.WITHDRAWN if withdrawn else State(assessment.state)}
