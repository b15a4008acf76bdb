"""Loading an assessment for a person, for every view of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from cairn.assessments import facts as assessments
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def assessment_or_404(
    request: SignedIn, pk: int, permission: Permission = Permission.SEE_ASSESSMENT
) -> Assessment:
    return get_object_or_404(assessments.visible_to(request.user, permission), pk=pk)
