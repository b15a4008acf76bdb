"""Somebody signs for an item what records cannot show, and takes it back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cairn.evidence import actions, facts
from cairn.evidence.forms import SignForm
from cairn.evidence.views.asked import item_or_404
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of
from cairn.practices.days import months_later
from cairn.practices.submitting import done


def sign(request: SignedIn, practice: int, framework: str, item: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    _asked, node = item_or_404(framework, item)
    may_sign = may_here(request, found, Permission.EDIT_PRACTICE)
    form = SignForm(
        request.POST or None, initial={"expires_on": months_later(timezone.localdate(), actions.LONGEST)}
    )
    if may_sign and done(
        form,
        lambda: actions.sign(
            practice=found, framework=framework, item=item, by=request.user, **form.cleaned_data
        ),
    ):
        return redirect("evidence_of", practice, framework)
    context = {
        "practice": found,
        "framework": framework,
        "node": node,
        "form": form,
        "may_sign": may_sign,
        "statements": facts.statements_on(found.pk, framework, item),
        "today": timezone.localdate(),
    }
    return render(request, "evidence/sign.html", context, status=422 if form.is_bound else 200)


@require_POST
def withdraw(request: SignedIn, practice: int, framework: str, item: str, pk: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.EDIT_PRACTICE)
    statement = get_object_or_404(facts.statements_on(found.pk, framework, item), pk=pk)
    actions.withdraw(statement=statement, by=request.user)
    return redirect("evidence_sign", practice, framework, item)
