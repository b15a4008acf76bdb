"""Set the day by which it should be public."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.assessments import actions as assessments
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.review.asking import assessment_or_404
from cairn.review.forms import DayForm
from cairn.review.views.stepping import stepped


@require_POST
def due(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.MANAGE_ROUNDS)
    form = DayForm(request.POST, auto_id="due-%s")

    def take() -> None:
        assessments.set_due(assessment=assessment, **form.cleaned_data)

    return stepped(request, pk, name="due", form=form, take=take, said=_("The day is kept."))
