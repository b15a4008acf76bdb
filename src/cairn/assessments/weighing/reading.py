"""What the records say of the items of one assessment, on the day of asking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cairn.assessments.enums import State
from cairn.evidence import facts as evidence
from cairn.evidence.rules import rules_of

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.evidence.shape import Judged


def evidence_of(assessment: Assessment) -> Mapping[str, Judged]:
    """By item; nothing where Cairn has no rules for the framework, or once the assessment is closed for ever."""
    framework_id = assessment.framework_version.framework_id
    if State(assessment.state).closed or not rules_of(framework_id):
        return {}
    return evidence.standing(assessment.practice, framework_id).items
