"""Say how it goes: the state, a note, the proof and the effect. The owner may, and whoever plans."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.common.conflict import Conflict
from cairn.improvement import actions, facts
from cairn.improvement.forms import UpdateForm, initial_of
from cairn.improvement.models import ImprovementAction
from cairn.improvement.views.both import both
from cairn.people.asking import SignedIn


def update(request: SignedIn, pk: int) -> HttpResponse:
    action = get_object_or_404(facts.updatable_by(request.user), pk=pk)
    initial = initial_of(UpdateForm, action) | {"state": request.GET.get("to", action.state)}
    form = UpdateForm(request.POST or None, initial=initial)
    context = {"action": action, "form": form, "node": facts.node_of(action)}
    if not form.is_valid():
        return render(request, "improvement/update.html", context)
    try:
        return redirect(_save(request, action, form))
    except Conflict as conflict:
        context |= both(form, request.POST, conflict, form.cleaned_data["revision"])
        return render(request, "improvement/update.html", context, status=409)
    except ValidationError as error:
        form.add_error(None, error)
        return render(request, "improvement/update.html", context, status=422)


@transaction.atomic
def _save(request: SignedIn, action: ImprovementAction, form: UpdateForm) -> ImprovementAction:
    """All or nothing: a note is not added where the rest could not be saved."""
    said = dict(form.cleaned_data)
    note, revision = said.pop("note"), said.pop("revision")
    action = actions.revise(action=action, revision=revision, by=request.user, **said)
    if note:
        actions.note(action=action, text=note, by=request.user)
    return action
