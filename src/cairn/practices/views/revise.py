"""Change the facts of a practice; what someone else changed meanwhile is shown, never written over."""

from django.forms import BoundField
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from cairn.common.conflict import Conflict, seen_at
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices import actions, facts
from cairn.practices.forms import PracticeForm, language_suggestions
from cairn.practices.models import Practice


def revise(request: SignedIn, pk: int) -> HttpResponse:
    practice = get_object_or_404(facts.visible_to(request.user, Permission.EDIT_PRACTICE), pk=pk)
    form = PracticeForm(request.POST or None, instance=practice, initial={"revision": practice.revision})
    context = {"practice": practice, "form": form, "languages": language_suggestions()}
    if not form.is_valid():
        return render(request, "practices/revise.html", context)
    revision = form.cleaned_data["revision"] or practice.revision
    try:
        return redirect(actions.revise(practice=practice, revision=revision, by=request.user, **form.facts))
    except Conflict as conflict:
        return render(
            request,
            "practices/revise.html",
            context | _both(form, request.POST, conflict, revision),
            status=409,
        )


def _both(form: PracticeForm, said: QueryDict, conflict: Conflict, revision: int) -> dict[str, object]:
    """Theirs beside the person's own words, which stay in the form; saving again means having seen theirs.

    What only the other one changed is taken over, so that saving again does not undo it.
    """
    theirs: Practice = conflict.theirs
    shown = PracticeForm(instance=theirs)
    data = said.copy()
    data["revision"] = str(theirs.revision)
    for name in seen_at(theirs, revision).keys() - set(conflict.fields):
        value = shown[name].value()
        data.setlist(name, value if isinstance(value, list) else [str(value or "")])
    form.data = data
    clashes = [(form[name].label, _words(shown[name])) for name in conflict.fields]
    return {"clashes": clashes, "theirs": theirs}


def _words(field: BoundField) -> str:
    """A field's value as a person reads it."""
    value = field.value()
    names = dict(getattr(field.field, "choices", ()))
    codes = value if isinstance(value, list) else [value]
    return ", ".join(str(names.get(code, code)) for code in codes if code)
