"""What phones brought in forms that are not anonymous: look at it, take it away, remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.common import tables
from cairn.offline.actions import receiving
from cairn.offline.facts import submissions as facts
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.facts import visible_to
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.offline.models import Submission
    from cairn.people.asking import SignedIn
    from cairn.practices.models import Practice

PAGE = 50


def listing(request: SignedIn, practice: int) -> HttpResponse:
    """What was brought and when; what it says stands on the page of each."""
    found = get_object_or_404(visible_to(request.user, Permission.SEE_RECORDS), pk=practice)
    rows = facts.submissions_of(found.pk)
    keys = rows.order_by("version__form__key").values_list("version__form__key", flat=True).distinct()
    context = {
        "practice": found,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "keys": list(keys),
        "may_keep": may(request.user, Permission.KEEP_RECORDS, found.organisation),
        "may_prepare": may(request.user, Permission.EDIT_PRACTICE, found.organisation),
    }
    return render(request, "offline/submissions.html", context)


def show(request: SignedIn, practice: int, pk: UUID) -> HttpResponse:
    one = _one(request, practice, pk)
    note(by=request.user, deed=Deed.READ, thing=one.thing, practice=practice)
    return render(
        request, "offline/submission.html", {"one": one, "practice": one.practice, "told": facts.told(one)}
    )


@require_POST
def remove(request: SignedIn, practice: int, pk: UUID) -> HttpResponse:
    receiving.remove(submission=_one(request, practice, pk), by=request.user)
    messages.success(request, _("It was removed."))
    return redirect("submissions", practice)


def export(request: SignedIn, practice: int, key: str, kind: str) -> HttpResponse:
    """One form's, with the questions of its newest version as columns."""
    found = _kept(request, practice)
    rows = list(facts.submissions_of(found.pk).filter(version__form__key=key))
    if not rows:
        raise Http404
    newest = max((one.version for one in rows), key=lambda version: version.number)
    note(by=request.user, deed=Deed.EXPORTED, thing=f"submissions:{key}", practice=found.pk)
    return tables.answer(kind, f"{key}-submissions", facts.columns_of(newest), rows)


def _kept(request: SignedIn, practice: int) -> Practice:
    return get_object_or_404(visible_to(request.user, Permission.KEEP_RECORDS), pk=practice)


def _one(request: SignedIn, practice: int, pk: UUID) -> Submission:
    return get_object_or_404(facts.submissions_of(_kept(request, practice).pk), pk=pk)
