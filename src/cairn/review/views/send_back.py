"""Return it with notes."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.review.actions import steps
from cairn.review.asking import assessment_or_404
from cairn.review.forms import ReturnForm
from cairn.review.places import answered
from cairn.review.views.stepping import stepped


@require_POST
def send_back(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.APPROVE)
    form = ReturnForm(request.POST, nodes=answered(assessment), auto_id="return-%s")

    def take() -> None:
        steps.send_back(assessment=assessment, by=request.user, **form.cleaned_data)

    return stepped(
        request, pk, name="send_back", form=form, take=take, said=_("It was returned with your notes.")
    )
