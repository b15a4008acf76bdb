"""Bring in a framework or a mapping of one's own: every fault is shown at once, and nothing is kept before there is none."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.frameworks import actions, facts
from cairn.frameworks.forms import LoadForm
from cairn.frameworks.mapping import Mapping, is_mapping, read_mapping_file
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.reading import read_any
from cairn.frameworks.sources import Fault
from cairn.frameworks.upgrading import plan
from cairn.frameworks.uses import uses_of
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where

Keep = Callable[[], HttpResponse]


def load(request: SignedIn) -> HttpResponse:
    only_if(bool(organisations_where(request.user, Permission.LOAD_FRAMEWORKS)))
    form = LoadForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "frameworks/load.html", {"form": form})
    file = form.cleaned_data["file"]
    faults, keep = _read(request, file.read(), file.name)
    if keep is None:
        return render(request, "frameworks/load.html", {"form": form, "faults": faults}, status=422)
    try:
        return keep()
    except actions.OtherContent as refused:
        form.add_error("file", str(refused))
        return render(request, "frameworks/load.html", {"form": form}, status=422)


def _read(request: SignedIn, content: bytes, name: str) -> tuple[tuple[Fault, ...], Keep | None]:
    """What is wrong, and how to keep what is right."""
    if is_mapping(content):
        written = read_mapping_file(content, name, facts.known)
        mapping = written.mapping
        return written.faults, None if mapping is None else lambda: _kept_mapping(request, mapping)
    read = read_any(content, name, facts.known)
    framework = read.framework
    if framework is None:
        return read.faults, None
    return read.faults, lambda: _kept(request, actions.load(framework=framework))


def _kept_mapping(request: SignedIn, mapping: Mapping) -> HttpResponse:
    actions.load_mapping(mapping=mapping)
    messages.success(request, _("%(title)s is loaded.") % {"title": mapping.title})
    return redirect("mappings")


def _kept(request: SignedIn, version: FrameworkVersion) -> HttpResponse:
    messages.success(request, _("%(title)s is loaded.") % {"title": version.title})
    former = facts.before(version)
    if former is not None:
        _say_what_is_dropped(request, former, version)
    return redirect("framework", version.framework_id, version.version)


def _say_what_is_dropped(request: SignedIn, former: FrameworkVersion, version: FrameworkVersion) -> None:
    """A new version is only one more: what was judged by the former one stays, and this says so."""
    dropped = plan(facts.framework_of(former), facts.framework_of(version)).dropped
    if dropped:
        messages.warning(
            request,
            _("It has no place for these items of version %(version)s: %(items)s.")
            % {"version": former.version, "items": ", ".join(item.id for item in dropped)},
        )
    uses = uses_of(former, request.user)
    if uses:
        messages.info(
            request,
            ngettext(
                "%(count)s assessment uses the former version; it keeps it.",
                "%(count)s assessments use the former version; they keep it.",
                uses,
            )
            % {"count": uses},
        )
