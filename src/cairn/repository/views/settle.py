"""Answer a flag."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.people.asking import SignedIn
from cairn.repository import actions, facts
from cairn.repository.enums import Verdict
from cairn.repository.forms import SettleForm


def settle(request: SignedIn, pk: int) -> HttpResponse:
    flag = get_object_or_404(facts.flags_for(request.user), pk=pk)
    form = SettleForm(request.POST or None, initial={"verdict": flag.verdict, "answer": flag.answer})
    if form.is_valid():
        actions.settle(
            flag=flag,
            verdict=Verdict(form.cleaned_data["verdict"]),
            answer=form.cleaned_data["answer"],
            by=request.user,
        )
        messages.success(request, _("The flag is settled."))
        return redirect("flags")
    return render(request, "repository/settle.html", {"flag": flag, "form": form})
