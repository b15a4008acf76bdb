"""Look at what an upgrade would do with every node, then do it."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.renewals import actions, facts
from cairn.renewals.asking import assessment_or_404, begun


def upgrade(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    if request.method == "POST":
        return begun(
            request, lambda: actions.upgrade(former=assessment, by=request.user), "assessment_upgrade", pk
        )
    found = facts.upgrade_of(assessment)
    version, plan = found or (None, None)
    context = {
        "assessment": assessment,
        "version": version,
        "plan": plan,
        "lands": facts.landings(assessment, plan) if plan else (),
    }
    return render(request, "renewals/upgrade.html", context)
