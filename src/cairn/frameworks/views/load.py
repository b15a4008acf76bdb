"""Bring in a framework of one's own: every fault is shown at once, and nothing is kept before there is none."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.frameworks import actions
from cairn.frameworks.forms import LoadForm
from cairn.frameworks.reading import read_any
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where


def load(request: SignedIn) -> HttpResponse:
    only_if(bool(organisations_where(request.user, Permission.LOAD_FRAMEWORKS)))
    form = LoadForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "frameworks/load.html", {"form": form})
    file = form.cleaned_data["file"]
    written = read_any(file.read(), file.name)
    if written.framework is None:
        return render(request, "frameworks/load.html", {"form": form, "faults": written.faults}, status=422)
    try:
        version = actions.load(framework=written.framework)
    except actions.OtherContent as refused:
        form.add_error("file", str(refused))
        return render(request, "frameworks/load.html", {"form": form}, status=422)
    messages.success(request, _("%(title)s is loaded.") % {"title": version.title})
    return redirect("framework", version.framework_id, version.version)
