"""Proposed marks, each to be accepted or declined, or all at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.assessments.saying import Refused
from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.renewals import actions, columns, facts
from cairn.renewals.asking import assessment_or_404


def proposals(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    if request.method == "POST":
        decide = actions.accept if "accept" in request.POST else actions.decline
        try:
            decide(assessment=assessment, proposals=_named(request), by=request.user)
        except Refused as refusal:
            messages.error(request, " ".join(fault.message for fault in refusal.faults))
        else:
            messages.success(request, _("Your decision is kept."))
        return redirect("proposals", pk)
    shown = facts.proposals_shown(assessment)
    waiting = [one for one in shown if one.proposal.accepted is None]
    context = {
        "assessment": assessment,
        "waiting": waiting,
        "accepted": [one for one in shown if one.proposal.accepted],
        "declined": [one for one in shown if one.proposal.accepted is False],
        "open_ids": ",".join(str(one.proposal.pk) for one in waiting),
    }
    return render(request, "renewals/proposals.html", context)


def export(request: SignedIn, pk: str, kind: str) -> HttpResponse:
    assessment = assessment_or_404(request, int(pk), Permission.ASSESS)
    return tables.answer(kind, f"proposals-{pk}", columns.PROPOSALS, facts.proposals_shown(assessment))


def _named(request: SignedIn) -> list[int]:
    """The proposals of the button that was pressed; several for the button for all."""
    pressed = request.POST.get("accept") or request.POST.get("decline") or ""
    return [int(one) for one in pressed.split(",") if one.isascii() and one.isdecimal() and len(one) < 10]
