"""Leave a criterion or question out of an assessment, with the reason, or take it in again."""

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.assessments import actions, facts
from cairn.assessments.asking import assessment_or_404
from cairn.assessments.forms import LeaveOutForm, base_of
from cairn.assessments.models import Assessment
from cairn.assessments.saying import Conflict, Saying
from cairn.assessments.sheets import LEAVES, blank
from cairn.frameworks.shape import Node
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def leave_out(request: SignedIn, pk: int, node_id: str) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    node = _node_or_404(assessment, node_id)
    entry = facts.entries_of(assessment).get(node_id) or blank(node_id)
    form = LeaveOutForm(request.POST or None, initial={"reason": entry.left_out_reason})
    saying = _saying(request.POST, form, node)
    if saying:
        saved = actions.record(assessment=assessment, entries=[saying], by=request.user)
        if not saved.conflicts:
            return redirect(assessment)
        form.add_error(None, _theirs(saved.conflicts[0]))
    context = {"assessment": assessment, "node": node, "entry": entry, "form": form}
    return render(request, "assessments/leave_out.html", context)


def _node_or_404(assessment: Assessment, node_id: str) -> Node:
    node = facts.framework_shown(assessment).by_id.get(node_id)
    if node is None or node.kind in LEAVES:
        raise Http404
    return node


def _saying(post: QueryDict, form: LeaveOutForm, node: Node) -> Saying | None:
    """What the person asks for, if they ask for something that can be done."""
    if "take-in" in post:
        form.fields["reason"].required = False
        form.full_clean()
        return Saying(node.id, base_of(post, node), left_out=False)
    if form.is_valid():
        return Saying(
            node.id, base_of(post, node), left_out=True, left_out_reason=form.cleaned_data["reason"]
        )
    return None


def _theirs(conflict: Conflict) -> str:
    return _(
        "%(name)s changed this while you were writing; what they said is shown here. Send yours again to put it in its place."
    ) % {"name": conflict.by}
