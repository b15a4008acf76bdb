"""Ask someone to work on a criterion or question."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.review.actions import assigning
from cairn.review.asking import assessment_or_404
from cairn.review.forms import AssignForm
from cairn.review.places import assignable


def assign(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.MANAGE_ROUNDS)
    form = AssignForm(
        request.POST or None,
        nodes=assignable(assessment),
        people=people_who_may(Permission.ASSESS, assessment.practice.organisation),
        initial={"node_id": request.GET.get("node")},
    )
    if form.is_valid():
        try:
            asked = assigning.assign(assessment=assessment, by=request.user, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("%(name)s has been asked.") % {"name": asked.person})
            return redirect("review", pk)
    context = {"assessment": assessment, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "review/assign.html", context, status=status)
