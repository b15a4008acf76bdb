"""Say that something one was asked for is done; who leads can say it for others."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.review.actions import assigning
from cairn.review.asked import assignments_settled_by


@require_POST
def done(request: SignedIn, pk: int) -> HttpResponse:
    assignment = get_object_or_404(assignments_settled_by(request.user), pk=pk)
    try:
        assigning.done(assignment=assignment, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("It is marked as done."))
    if assignment.person == request.user:
        return redirect("asked")
    return redirect("review", assignment.assessment_id)
