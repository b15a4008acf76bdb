"""Make the practice and its assessment out of what was read and checked."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.assessments.saying import Refused
from cairn.exchange import actions, facts
from cairn.exchange.views.preview import page_of
from cairn.people.asking import SignedIn


@require_POST
def commit(request: SignedIn, key: UUID) -> HttpResponse:
    intake = get_object_or_404(facts.visible_to(request.user), pk=key)
    decided = {
        name.removeprefix("mark."): str(value)
        for name, value in request.POST.items()
        if name.startswith("mark.")
    }
    out = request.POST.getlist("left_out")
    reasons = dict.fromkeys(out, _("The imported document does not answer this question."))
    title = request.POST.get("title", "").strip()
    try:
        assessment = actions.commit(
            intake=intake, decided=decided, left_out=reasons, title=title, by=request.user
        )
    except ValidationError as refusal:
        problem = " ".join(refusal.messages)
    except Refused as refusal:
        problem = " ".join(fault.message for fault in refusal.faults)
    else:
        messages.success(request, _("The document is now an assessment. You can go on from here."))
        return redirect(assessment)
    return page_of(request, intake, decided=decided, left_out=out, title=title, problem=problem)
