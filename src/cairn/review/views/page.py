"""An assessment's way to the public: where it stands, how it came there, and what this person can do now."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from cairn.assessments import facts as assessments
from cairn.assessments.enums import State
from cairn.assessments.weighing.lints import lints_of
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.review import facts, talk
from cairn.review.asked import part_of
from cairn.review.asking import assessment_or_404
from cairn.review.diffing import since
from cairn.review.enums import Verb
from cairn.review.forms import ApproveForm, DayForm, ReturnForm, StepForm, SubmitForm
from cairn.review.places import answered, places_of

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.review.models import Step


def page(request: SignedIn, pk: int) -> HttpResponse:
    return shown(request, assessment_or_404(request, pk))


def shown(
    request: SignedIn,
    assessment: Assessment,
    failed: tuple[str, forms.Form] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The page; where something was refused, with the form as it was sent."""
    can = facts.can(request.user, assessment)
    offered = _forms(assessment, can) | (dict([failed]) if failed else {})
    compared = _compared(request, assessment)
    outline = assessments.outline_of(assessment) if can.submit else None
    context = {
        "assessment": assessment,
        "framework": assessments.framework_shown(assessment),
        "can": can,
        "forms": offered,
        "failed": failed[1] if failed else None,
        "waits_for": facts.who_moves_next(assessment),
        "overdue": not assessment.stands.closed and facts.overdue(assessment.due_on),
        "tasks": outline.tasks() if outline else (),
        "lints": lints_of(assessment, outline) if outline else (),
        "digest": assessments.fingerprint(assessment),
        "void": _void(assessment),
        "since": since(assessment, compared) if compared else None,
        "events": [
            (event, places_of(assessment, event.nodes)) for event in reversed(facts.timeline(assessment))
        ],
        "assignments": [part_of(each) for each in facts.assignments_of(assessment)],
        "open_comments": _open_comments(request, assessment),
    }
    return render(request, "review/page.html", context, status=status)


def _forms(assessment: Assessment, can: facts.Can) -> dict[str, forms.Form]:
    """One for each verb that this person has now."""
    able: dict[str, tuple[bool, Callable[[], forms.Form]]] = {
        "submit": (can.submit, lambda: SubmitForm(auto_id="submit-%s")),
        "take_back": (can.take_back, lambda: StepForm(auto_id="take-back-%s")),
        "send_back": (can.send_back, lambda: ReturnForm(nodes=answered(assessment), auto_id="return-%s")),
        "approve": (can.approve, lambda: ApproveForm(auto_id="approve-%s")),
        "due": (can.lead, lambda: DayForm(initial={"due_on": assessment.due_on}, auto_id="due-%s")),
    }
    return {name: make() for name, (allowed, make) in able.items() if allowed}


def _compared(request: SignedIn, assessment: Assessment) -> Step | None:
    """The step that was named in the address; else the last judgement, else the last submission."""
    wanted = request.GET.get("since", "")
    named = facts.steps_of(assessment).filter(pk=wanted).first() if wanted.isdecimal() else None
    return (
        named
        or facts.last_step(assessment, Verb.RETURN, Verb.APPROVE)
        or facts.last_step(assessment, Verb.SUBMIT)
    )


def _void(assessment: Assessment) -> Any:
    """The approval that no longer covers what stands, with what came after it; None where there is none such."""
    last = facts.last_step(assessment, *Verb)
    approval = facts.last_step(assessment, Verb.APPROVE)
    if last is None or approval is None:
        return None
    outdated = assessment.state == State.APPROVED and not assessments.approval_holds(assessment)
    return since(assessment, approval) if outdated or last.verb == Verb.VOID else None


def _open_comments(request: SignedIn, assessment: Assessment) -> Any:
    """Place and number of open threads, the whole first; None for who does not take part in the talk."""
    if not may(request.user, Permission.COMMENT, assessment.practice.organisation):
        return None
    counts = talk.open_counts(assessment)
    whole = counts.pop("", 0)
    known = [node_id for node_id in assessments.framework_shown(assessment).by_id if node_id in counts]
    return {
        "whole": whole,
        "nodes": [(place.node, counts[place.node.id]) for place in places_of(assessment, known)],
    }
