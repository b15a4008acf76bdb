"""Loading an assessment for a person, for every view of this room."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from cairn.assessments import facts
from cairn.assessments.models import Assessment
from cairn.assessments.sheets import Sheet, sheets_of
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def assessment_or_404(
    request: SignedIn, pk: int, permission: Permission = Permission.SEE_ASSESSMENT
) -> Assessment:
    return get_object_or_404(facts.visible_to(request.user, permission), pk=pk)


def sheet_or_404(assessment: Assessment, node_id: str) -> Sheet:
    for sheet in sheets_of(facts.framework_shown(assessment)):
        if sheet.node.id == node_id:
            return sheet
    raise Http404
