"""Ask for a review."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.review.actions import steps
from cairn.review.asking import assessment_or_404
from cairn.review.forms import SubmitForm
from cairn.review.views.stepping import stepped


@require_POST
def submit(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    form = SubmitForm(request.POST, auto_id="submit-%s")

    def take() -> None:
        steps.submit(assessment=assessment, by=request.user, **form.cleaned_data)

    return stepped(request, pk, name="submit", form=form, take=take, said=_("It is in review now."))
