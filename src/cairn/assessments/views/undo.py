"""Undo one change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.assessments import actions
from cairn.assessments.asking import assessment_or_404
from cairn.assessments.saying import CannotUndo
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


@require_POST
def undo(request: SignedIn, pk: int, change: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    try:
        actions.undo(change=get_object_or_404(assessment.changes, pk=change), by=request.user)
    except CannotUndo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("The change was undone."))
    return redirect("assessment_history", assessment.pk)
