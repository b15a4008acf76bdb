"""Open a round of an assessment."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.assessments import facts as assessments
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.rounds.actions import opening
from cairn.rounds.enums import Purpose
from cairn.rounds.forms import OpenForm


def open_round(request: SignedIn, pk: int) -> HttpResponse:
    assessment = get_object_or_404(assessments.visible_to(request.user, Permission.MANAGE_ROUNDS), pk=pk)
    form = OpenForm(request.POST or None)
    if form.is_valid():
        try:
            round_ = opening.open_round(
                assessment=assessment,
                purpose=Purpose(form.cleaned_data["purpose"]),
                deadline=form.cleaned_data["deadline"],
                instructions=form.cleaned_data["instructions"],
                shows_evidence=form.cleaned_data["shows_evidence"],
                by=request.user,
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("round_invite", round_.pk)
    return render(request, "rounds/open.html", {"assessment": assessment, "form": form})
