"""The conversations about one node, or about the whole assessment; begin one, or answer."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cairn.assessments import facts as assessments
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.review import facts, talk
from cairn.review.actions import commenting
from cairn.review.asking import assessment_or_404
from cairn.review.forms import CommentForm
from cairn.review.models import Thread
from cairn.review.places import place_of

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def comments(request: SignedIn, pk: int, node_id: str = "") -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.COMMENT)
    if node_id and node_id not in assessments.framework_shown(assessment).by_id:
        raise Http404
    if request.method != "POST":
        return _page(request, assessment, node_id, {})
    form = _form(facts.commenters_of(assessment), request, "new")
    if form.is_valid():
        try:
            said = commenting.begin(
                assessment=assessment, node_id=node_id, by=request.user, **form.cleaned_data
            )
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return _on(request, said)
    return _page(request, assessment, node_id, {0: form})


@require_POST
def reply(request: SignedIn, pk: int) -> HttpResponse:
    thread = get_object_or_404(talk.visible_to(request.user), pk=pk)
    form = _form(facts.commenters_of(thread.assessment), request, f"reply-{pk}")
    if form.is_valid():
        try:
            return _on(request, commenting.answer(thread=thread, by=request.user, **form.cleaned_data))
        except ValidationError as refused:
            form.add_error(None, refused)
    return _page(request, thread.assessment, thread.node_id, {pk: form})


def _form(people: Iterable[Person], request: SignedIn | None, prefix: str) -> CommentForm:
    return CommentForm(request.POST if request else None, people=people, auto_id=f"{prefix}-%s")


def _on(request: SignedIn, said: commenting.Said) -> HttpResponse:
    if said.unknown:
        names = ", ".join(f"@{name}" for name in said.unknown)
        messages.warning(
            request,
            ngettext(
                "It was sent, but nobody who can read it is called %(names)s.",
                "It was sent, but nobody who can read it is called any of these: %(names)s.",
                len(said.unknown),
            )
            % {"names": names},
        )
    return redirect(talk.address_of(said.comment.thread))


def _page(
    request: SignedIn, assessment: Assessment, node_id: str, failed: dict[int, CommentForm]
) -> HttpResponse:
    """`failed` holds what could not be sent, by its thread; 0 for a new one."""
    framework = assessments.framework_shown(assessment)
    people = facts.commenters_of(assessment)

    def answering(thread: Thread) -> CommentForm:
        return failed.get(thread.pk) or _form(people, None, f"reply-{thread.pk}")

    context = {
        "assessment": assessment,
        "place": place_of(framework, assessment, node_id) if node_id else None,
        "threads": [(thread, answering(thread)) for thread in talk.threads_on(assessment, node_id)],
        "form": failed.get(0) or _form(people, None, "new"),
        "failed": next(iter(failed.values()), None),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK
    return render(request, "review/comments.html", context, status=status)
