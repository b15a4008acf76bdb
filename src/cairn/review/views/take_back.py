"""Take a submission back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.review.actions import steps
from cairn.review.asking import assessment_or_404
from cairn.review.forms import StepForm
from cairn.review.views.stepping import stepped


@require_POST
def take_back(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    form = StepForm(request.POST, auto_id="take-back-%s")

    def take() -> None:
        steps.take_back(assessment=assessment, by=request.user, **form.cleaned_data)

    return stepped(request, pk, name="take_back", form=form, take=take, said=_("It is a draft again."))
