"""Change the plan: what is to be done, by whom, until when."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.common.conflict import Conflict
from cairn.improvement import actions, facts
from cairn.improvement.forms import EditForm, initial_of
from cairn.improvement.views.both import both
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def edit(request: SignedIn, pk: int) -> HttpResponse:
    action = get_object_or_404(facts.visible_to(request.user, Permission.IMPROVE), pk=pk)
    owners = facts.owners_in(action.practice.organisation) | facts.person(action.owner_id)
    form = EditForm(request.POST or None, owners=owners.distinct(), initial=initial_of(EditForm, action))
    context = {"action": action, "form": form, "node": facts.node_of(action)}
    if not form.is_valid():
        return render(request, "improvement/edit.html", context)
    said = dict(form.cleaned_data)
    revision = said.pop("revision")
    try:
        return redirect(actions.revise(action=action, revision=revision, by=request.user, **said))
    except Conflict as conflict:
        context |= both(form, request.POST, conflict, revision)
        return render(request, "improvement/edit.html", context, status=409)
