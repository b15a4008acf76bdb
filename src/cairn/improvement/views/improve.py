"""What is weak in an assessment, what is done about it, and forms to plan more, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext

from cairn.assessments import facts as assessments
from cairn.improvement import actions, facts
from cairn.improvement.forms import PlanForm
from cairn.improvement.showing import Card, cards
from cairn.improvement.weak import WeakItem, weak_items
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def improve(request: SignedIn, pk: int) -> HttpResponse:
    needed = Permission.IMPROVE if request.method == "POST" else Permission.SEE_ASSESSMENT
    assessment = get_object_or_404(assessments.visible_to(request.user, needed), pk=pk)
    weak = weak_items(assessment)
    forms = _forms(request, assessment, weak)
    written = {id_: form for id_, form in forms.items() if {*form.changed_data} - {"owner"}}
    if written and all(form.is_valid() for form in written.values()):
        _plan(request, assessment, written)
        return redirect("improve", assessment.pk)
    return _page(request, assessment, weak, forms, written)


def _forms(request: SignedIn, assessment: Assessment, weak: list[WeakItem]) -> dict[str, PlanForm]:
    """One form an item, blank ones count as not sent; none for those who may not plan."""
    if not facts.may_plan(request.user, assessment.practice):
        return {}
    owners = facts.owners_in(assessment.practice.organisation)
    known = list(owners)
    forms = {}
    for item in weak:
        form = PlanForm(
            request.POST or None,
            prefix=item.node.html_id,
            owners=owners,
            initial={"owner": request.user.pk},
            empty_permitted=True,
            use_required_attribute=False,
        )
        form.fields["owner"].choices = [(person.pk, person.name) for person in known]  # type: ignore[attr-defined]  # asked once, not once an item
        forms[item.node.id] = form
    return forms


@transaction.atomic
def _plan(request: SignedIn, assessment: Assessment, written: dict[str, PlanForm]) -> None:
    for node_id, form in written.items():
        actions.plan(assessment=assessment, node_id=node_id, by=request.user, **form.cleaned_data)
    messages.success(
        request,
        ngettext("%(count)s action was planned.", "%(count)s actions were planned.", len(written))
        % {"count": len(written)},
    )


def _page(
    request: SignedIn,
    assessment: Assessment,
    weak: list[WeakItem],
    forms: dict[str, PlanForm],
    written: dict[str, PlanForm],
) -> HttpResponse:
    planned: dict[str, list[Card]] = {}
    for card in cards(facts.actions_in(assessment), request.user):
        planned.setdefault(card.action.node_id, []).append(card)
    context = {
        "assessment": assessment,
        "weak": [
            (item, planned.get(item.node.id, ()), forms.get(item.node.id), item.node.id in written)
            for item in weak
        ],
        "faulty": [form for form in written.values() if form.errors],
        "others": [
            card for id_, row in planned.items() if id_ not in {w.node.id for w in weak} for card in row
        ],
        "may_plan": bool(forms),
        "earlier": facts.earlier(assessment) is not None,
    }
    status = 422 if request.method == "POST" and written else 200
    return render(request, "improvement/improve.html", context, status=status)
